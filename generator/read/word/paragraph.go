package word

import (
	"strings"

	"ogi/generator/grid"
	"ogi/generator/read/kit"
)

// A paragraph is one open paragraph.
type paragraph struct {
	text    strings.Builder
	heading int
	number  string
	boxes   []grid.Block
	usual   run // how its letters are shown where their run does not say
	run     run // the open run
	pieces  []piece
	hides   bool            // its style hides it
	hidden  bool            // the open run is hidden
	deleted strings.Builder // what tracked changes took out
	unshown strings.Builder // what is hidden
}

// A piece is a piece of a paragraph in one run.
type piece struct {
	from int
	run  run
}

// looks gives the spans of a paragraph that are not plain.
func (p *paragraph) looks(text string) []grid.Span {
	largest := 0
	end := func(i int) int {
		if i+1 < len(p.pieces) {
			return p.pieces[i+1].from
		}
		return len(text)
	}
	for i := range p.pieces {
		if strings.TrimFunc(text[p.pieces[i].from:end(i)], kit.IsSpace) != "" {
			largest = max(largest, p.pieces[i].run.size)
		}
	}
	var out []grid.Span
	for i := range p.pieces {
		if l := p.pieces[i].run.look(largest); l != 0 && p.pieces[i].from < end(i) {
			out = append(out, grid.Span{From: p.pieces[i].from, To: end(i), Look: l})
		}
	}
	return out
}
