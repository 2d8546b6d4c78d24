// Package proof holds tests that draw faults before others do: reports written
// in every kind of file, changed in ways that do not change what a reader sees,
// and clean reports with true and harmless oddities. It is not part of the
// program.
package proof
