package generator

import (
	"container/list"
	"sync"

	"ogi/generator/archive"
)

// A shelf holds the agencies that were asked for last, as long as they have not more
// reports together than room: neighbours, and what many copied from, are asked for
// again and again.
type shelf struct {
	room int

	mu   sync.Mutex
	held int
	last list.List // of *archive.Agency, the latest first
	at   map[string]*list.Element
}

// agency is the one with that slug; load brings it where it is not held.
func (s *shelf) agency(slug string, load func() *archive.Agency) *archive.Agency {
	s.mu.Lock()
	if e := s.at[slug]; e != nil {
		s.last.MoveToFront(e)
		s.mu.Unlock()
		return e.Value.(*archive.Agency)
	}
	s.mu.Unlock()
	a := load() // two may bring the same: each has a whole one
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.at == nil {
		s.at = map[string]*list.Element{}
	}
	if s.at[slug] == nil {
		s.at[slug] = s.last.PushFront(a)
		s.held += len(a.Reports)
	}
	for s.held > s.room && s.last.Len() > 1 {
		e := s.last.Back()
		old := s.last.Remove(e).(*archive.Agency)
		delete(s.at, old.Slug)
		s.held -= len(old.Reports)
	}
	return a
}
