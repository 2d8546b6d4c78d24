package generator

// Version is the generator's own, shown on pages as part of provenance. It is
// a constant, since the same input must give the same bytes whatever built the
// binary.
const Version = "0.1.0"
