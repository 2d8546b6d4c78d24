package render

import (
	"maps"
	"slices"
)

// Kinds are the kinds of pages that can be written.
func (s *Set) Kinds() []string { return slices.Sorted(maps.Keys(s.kinds)) }
