package page

import (
	"sync"

	"ogi/generator/archive"
	"ogi/generator/codec"
	"ogi/generator/report"
	"ogi/generator/stat"
)

// peers are the groups of reports that may be compared, by year. The spreads of each
// are worked out once, since all bodies of a group show the same ones.
type peers map[peerYear]*peerGroup

type peerYear struct {
	stat.Peer
	year int
}

type peerGroup struct {
	of   []*Brief
	rest func() [32]byte // what the spreads rest on

	once    sync.Once
	n       int
	spreads map[*stat.Indicator]stat.Spread
}

// peer is the group of a report; not ok where it can be compared with none.
func (r *Brief) peer() (p peerYear, ok bool) {
	if r.Figures.Form == nil {
		return p, false
	}
	e := archive.Entry{Agency: r.Of.Agency, Year: r.Year, Report: &report.Report{}}
	e.Meta.Scope = r.Figures.Scope.String()
	p.Peer, ok = stat.PeerOf(&e)
	p.year = r.Year
	return p, ok
}

// join puts a report into its group.
func (ps peers) join(r *Brief) {
	key, ok := r.peer()
	if !ok {
		return
	}
	g := ps[key]
	if g == nil {
		g = &peerGroup{}
		g.rest = sync.OnceValue(func() [32]byte {
			var k codec.Hash
			for _, r := range g.of {
				k.Add(r.figuresSum[:])
			}
			return k.Sum()
		})
		ps[key] = g
	}
	g.of = append(g.of, r)
}

// peerGroup is the group of a report; nil where it can be compared with none.
func (s *site) peerGroup(r *Brief) *peerGroup {
	key, ok := r.peer()
	if !ok {
		return nil
	}
	g := s.peers[key]
	g.once.Do(func() {
		g.n, g.spreads = len(g.of), map[*stat.Indicator]stat.Spread{}
		if g.n < s.smallN {
			return
		}
		for _, sp := range stat.SpreadsOf(stat.Indicators, entries(g.of), s.smallN) {
			g.spreads[sp.Indicator] = sp
		}
	})
	return g
}
