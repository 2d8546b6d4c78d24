package stage

// Version is the generator's own, told in build.json and on the page about. It is
// a constant, since the same input must give the same bytes whatever built the
// binary.
const Version = "0.1.0"
