// Package ogi holds the files that the binary brings along, so that it can
// build any archive folder by itself. An archive's own templates/ and assets/
// override them by name.
package ogi

import "embed"

// Files holds templates/ and assets/.
//
//go:embed all:templates all:assets
var Files embed.FS
