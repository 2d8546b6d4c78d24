package near

import (
	"cmp"
	"fmt"
	"iter"
	"slices"

	"ogi/generator/codec"
)

// A Mark is what a report leaves under each key that others may have too. Where an
// archive is more than one machine holds, reports are brought together by these keys
// instead of in an Index: Meet tells, key by key, which reports each meets, and a
// Tally adds up what it shares with them. What is found is the same.
type Mark struct {
	Report
	Body   uint64   // the same for agencies of one name in one region
	Before []string // as in Sketch
	Pieces int      // how many its sample has
	Prose  bool     // others may have copied from it
	Above  bool     // it asks for parts, and is none itself
}

// The kinds of keys.
const (
	keyPiece = 'p'
	keyText  = 't'
	keyPart  = 'w'
)

// Marks are the keys of a report, with what it leaves under each.
func (s *Sketch) Marks() iter.Seq2[string, Mark] {
	return func(yield func(string, Mark) bool) {
		h := codec.Hash{}
		h.Text(s.Name)
		h.Text(s.Region)
		m := Mark{Report: s.Of(), Body: first8(h.Sum()), Before: s.Before, Pieces: len(s.Sample), Prose: s.Prose}
		for _, p := range s.Sample {
			if !yield(fmt.Sprintf("%c%016x", keyPiece, p), m) {
				return
			}
		}
		if s.Text != 0 && !yield(fmt.Sprintf("%c%016x", keyText, s.Text), m) {
			return
		}
		at := func(region string) string { return fmt.Sprintf("%c%d %s", keyPart, s.Year, region) }
		if s.Within != "" && !yield(at(s.Within), m) {
			return
		}
		if m.Above = true; s.Above && s.Region != "" {
			yield(at(s.Region), m)
		}
	}
}

func first8(sum [32]byte) (n uint64) {
	for _, b := range sum[:8] {
		n = n<<8 | uint64(b)
	}
	return n
}

// Packed puts a mark on a wire, or takes it from one.
func (m *Mark) Packed(w *codec.Wire) {
	m.Report.Packed(w)
	w.Fixed(&m.Body)
	codec.Many(w, &m.Before, codec.Text)
	w.Int(&m.Pieces)
	w.Flags(&m.Prose, &m.Above)
}

// Packed puts a name of a report on a wire, or takes it from one.
func (r *Report) Packed(w *codec.Wire) {
	codec.Text(w, &r.Agency)
	w.Int(&r.Year)
}

// A Relation is why reports lie around another.
type Relation uint8

// The relations. Of those that share a piece of prose it is not known yet whether they
// share enough; a Tally says.
const (
	Same Relation = iota
	Shares
	Part
	Alike
)

// Meet tells of each report that left a mark under a key, and asks, which others it
// meets there: all marks of the key come in, in any order.
func Meet(key string, marks []Mark, tell func(m *Mark, r Relation, others []Report)) {
	slices.SortFunc(marks, func(a, b Mark) int { return a.Report.byYear(b.Report) })
	var others []*Mark
	var relation Relation
	asks := func(*Mark) bool { return true }
	meets := func(*Mark, *Mark) bool { return true }
	for i := range marks {
		m := &marks[i]
		switch key[0] {
		case keyPiece:
			if m.Prose && len(others) < sharedBy {
				others = append(others, m)
			}
		case keyText:
			others = append(others, m)
		case keyPart:
			if !m.Above {
				others = append(others, m)
			}
		}
	}
	switch key[0] {
	case keyPiece:
		relation = Shares
		meets = func(m, o *Mark) bool { return o.Agency != m.Agency && o.Year <= m.Year && !m.related(o) }
	case keyText:
		relation = Same
		meets = func(m, o *Mark) bool { return o.Report != m.Report }
	case keyPart:
		relation = Part
		asks = func(m *Mark) bool { return m.Above }
	}
	for i := range marks {
		m := &marks[i]
		if !asks(m) {
			continue
		}
		var met []Report
		for _, o := range others {
			if meets(m, o) {
				met = append(met, o.Report)
			}
		}
		if len(met) > 0 {
			tell(m, relation, met)
		}
	}
}

// related is as for sketches.
func (m *Mark) related(o *Mark) bool {
	return slices.Contains(m.Before, o.Agency) || slices.Contains(o.Before, m.Agency) || m.Body == o.Body
}

func (r Report) byYear(o Report) int {
	return cmp.Or(r.Year-o.Year, cmp.Compare(r.Agency, o.Agency))
}

// A Tally is with how many pieces of prose a report meets others. Tallies of one report
// are added in any order.
type Tally struct {
	Pieces int // how many its sample has
	With   map[Report]int
}

// Add adds those that another piece has.
func (t *Tally) Add(pieces int, others []Report) {
	t.Pieces = pieces
	if t.With == nil {
		t.With = map[Report]int{}
	}
	for _, o := range others {
		t.With[o]++
	}
}

// Merge adds another tally of the same report.
func (t *Tally) Merge(o Tally) {
	t.Add(max(t.Pieces, o.Pieces), nil)
	for r, n := range o.With {
		t.With[r] += n
	}
}

// Alike are those that share most, the closest first, as Index.Alike has them.
func (t *Tally) Alike() []Report {
	var found []Report
	for r, n := range t.With {
		if n >= minEvidence && float64(n) >= worthALook*float64(t.Pieces) {
			found = append(found, r)
		}
	}
	slices.SortFunc(found, func(a, b Report) int { return cmp.Or(t.With[b]-t.With[a], a.byYear(b)) })
	return found[:min(len(found), exactlyFor)]
}

// Packed puts a tally on a wire, or takes it from one.
func (t *Tally) Packed(w *codec.Wire) {
	w.Int(&t.Pieces)
	var of []Report
	if !w.Reading() {
		for r := range t.With {
			of = append(of, r)
		}
		slices.SortFunc(of, Report.byYear)
	}
	codec.Many(w, &of, func(w *codec.Wire, r *Report) {
		r.Packed(w)
		n := t.With[*r]
		w.Int(&n)
		if w.Reading() {
			if t.With == nil {
				t.With = make(map[Report]int)
			}
			t.With[*r] = n
		}
	})
}
