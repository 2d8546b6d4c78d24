package page

import (
	"sync"

	"ogi/generator/archive"
	"ogi/generator/stat"
)

// peers keeps the spreads of each peer group, each worked out once, since all
// bodies of a group show the same ones.
type peers struct {
	mu     sync.Mutex
	groups map[peerYear]*peerGroup
}

type peerYear struct {
	stat.Peer
	year int
}

type peerGroup struct {
	once    sync.Once
	n       int
	spreads map[*stat.Indicator]stat.Spread
}

// peerGroup is the group of a report; nil where it can be compared with none.
func (s *site) peerGroup(e *archive.Entry) *peerGroup {
	p, ok := stat.PeerOf(e)
	if !ok || e.Report == nil {
		return nil
	}
	s.peers.mu.Lock()
	if s.peers.groups == nil {
		s.peers.groups = map[peerYear]*peerGroup{}
	}
	key := peerYear{p, e.Year}
	g := s.peers.groups[key]
	if g == nil {
		g = &peerGroup{}
		s.peers.groups[key] = g
	}
	s.peers.mu.Unlock()
	g.once.Do(func() {
		es := stat.Peers(entries(s.byYear[e.Year]), p, e.Year)
		g.n, g.spreads = len(es), map[*stat.Indicator]stat.Spread{}
		if g.n < s.smallN {
			return
		}
		for _, ind := range stat.Indicators {
			g.spreads[ind] = stat.SpreadOf(ind, es, s.smallN)
		}
	})
	return g
}
