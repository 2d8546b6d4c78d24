// Package ogi holds the files that the binary brings along, so that it can
// build any archive folder by itself. An archive's own templates/ and assets/
// override them by name.
package ogi

import "embed"

// Files holds templates/ and assets/, and the samples that the rules are tested
// with, which their pages show.
//
//go:embed all:templates all:assets generator/rule/testdata/*/*.txtar
var Files embed.FS
