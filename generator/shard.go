package generator

import "hash/fnv"

// A Shard is a part of a build: of N parts the I-th, from 1. The zero Shard is the
// whole.
type Shard struct{ I, N int }

// has reports whether an agency is of the part. Agencies are told apart by their
// slugs alone, so that a part stays what it is when others come.
func (s Shard) has(slug string) bool {
	if s.N == 0 {
		return true
	}
	h := fnv.New32a()
	_, _ = h.Write([]byte(slug)) // never fails
	return int(h.Sum32()%uint32(s.N))+1 == s.I
}
