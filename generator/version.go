package generator

import "ogi/generator/stage"

// Version is the generator's own.
const Version = stage.Version

// Repository is where this ogi was released, as owner/name; the release stamps it.
// Elsewhere it is empty.
var Repository string
