package near

import "slices"

// A Report names one of an archive.
type Report struct {
	Agency string // its slug
	Year   int
}

// Of is the report that a sketch is of.
func (s *Sketch) Of() Report { return Report{s.Agency, s.Year} }

// Touched are the reports of an archive around which there may be others than
// before, by their places in the list, ascending. changed are those that are new or
// were read anew; before are the sketches that these, and reports that are no more,
// had the last time.
func Touched(sketches []Sketch, changed []int, before []Sketch) []int {
	was := make(map[Report]*Sketch, len(before))
	for i := range before {
		was[before[i].Of()] = &before[i]
	}
	t := touch{pieces: map[uint64]bool{}, texts: map[uint64]bool{}, parts: map[part]bool{}}
	self := map[int]bool{}
	for _, i := range changed {
		s := &sketches[i]
		t.compare(was[s.Of()], s)
		delete(was, s.Of())
		self[i] = true
	}
	for _, gone := range was {
		t.compare(gone, nil)
	}
	var out []int
	for i := range sketches {
		if self[i] || t.reaches(&sketches[i]) {
			out = append(out, i)
		}
	}
	return out
}

// A touch is what differs between two lists of sketches.
type touch struct {
	pieces map[uint64]bool
	texts  map[uint64]bool
	parts  map[part]bool
}

// compare notes how a report differs from what it was; nil for one that is not.
func (t *touch) compare(was, is *Sketch) {
	none := Sketch{}
	if was == nil {
		was = &none
	}
	if is == nil {
		is = &none
	}
	if was.Text != is.Text {
		t.texts[was.Text], t.texts[is.Text] = true, true
	}
	if was.Within != is.Within {
		t.parts[part{was.Within, was.Year}], t.parts[part{is.Within, is.Year}] = true, true
	}
	same := was.Prose == is.Prose && was.Name == is.Name && was.Region == is.Region && slices.Equal(was.Before, is.Before)
	a, b := was.Sample, is.Sample
	if !was.Prose {
		a = nil
	}
	if !is.Prose {
		b = nil
	}
	for i, j := 0, 0; i < len(a) || j < len(b); {
		switch {
		case j == len(b) || i < len(a) && a[i] < b[j]:
			t.pieces[a[i]] = true
			i++
		case i == len(a) || b[j] < a[i]:
			t.pieces[b[j]] = true
			j++
		default:
			if !same {
				t.pieces[a[i]] = true
			}
			i, j = i+1, j+1
		}
	}
}

func (t *touch) reaches(s *Sketch) bool {
	if s.Text != 0 && t.texts[s.Text] || s.Above && t.parts[part{s.Region, s.Year}] {
		return true
	}
	if len(t.pieces) == 0 {
		return false
	}
	return slices.ContainsFunc(s.Sample, func(h uint64) bool { return t.pieces[h] })
}
