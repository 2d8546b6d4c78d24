package transcribe

import (
	"slices"

	"ogi/generator/archive"
	"ogi/generator/config"
	"ogi/generator/form"
	"ogi/generator/report"
)

// Plain is how a human reading is recorded: 1234.5, 12元, 空, /.
func Plain(c report.Cell) string {
	switch c.State {
	case report.Number:
		if c.Unit == report.Yuan {
			return c.Value.String() + c.Unit.String()
		}
		return c.Value.String()
	case report.Blank:
		return "空"
	}
	return c.Raw
}

// A Difference is a cell that two people read in two ways.
type Difference struct {
	Key, Label    string
	First, By     string
	Second, ByTwo string
}

// A Merged says what became of a filled template.
type Merged struct {
	Cells       config.Cells
	New         int // read for the first time
	Again       int // read again by the same person
	Agreed      int // read by a second person, and alike
	Differences []Difference
}

// Merge adds what by read to what is known of the same bytes; readings of other
// bytes are dropped. Where another person read a cell before, the same value
// makes it a reviewed one, and another value is a difference: the first reading
// stays until one of the two is corrected. reviewed names who checked this very
// template against the file, "" if no one did.
func Merge(old config.Cells, f *Filled, by, reviewed string) Merged {
	m := Merged{Cells: config.Cells{SHA256: f.SHA256, Form: f.Form}}
	known := map[form.Key]config.HumanCell{}
	if old.SHA256 == f.SHA256 {
		for _, c := range old.Cells {
			known[c.Key] = c
		}
	}
	for _, c := range f.Cells {
		c.By, c.ReviewedBy = by, reviewed
		was, held := known[c.Key]
		switch {
		case !held:
			m.New++
		case was.By == by || was.ReviewedBy == by:
			m.Again++
			if alike(was, c) {
				c = was // with whoever reviewed it
				if c.ReviewedBy == "" {
					c.ReviewedBy = reviewed
				}
			} else if was.ReviewedBy != "" {
				m.differ(f, was, c, by)
				continue
			}
		case alike(was, c):
			m.Agreed++
			if was.ReviewedBy == "" {
				was.ReviewedBy = by
			}
			c = was
		default:
			m.differ(f, was, c, by)
			continue
		}
		known[c.Key] = c
	}
	fm := archive.FormOf(f.Form, 0)
	for _, c := range known {
		m.Cells.Cells = append(m.Cells.Cells, c)
	}
	slices.SortFunc(m.Cells.Cells, func(a, b config.HumanCell) int { return fm.Index(a.Key) - fm.Index(b.Key) })
	return m
}

func (m *Merged) differ(f *Filled, was, is config.HumanCell, by string) {
	label := was.Key
	fm := archive.FormOf(f.Form, 0)
	if i := fm.Index(was.Key); i >= 0 {
		label = fm.Defs[i].Label
	}
	m.Differences = append(m.Differences, Difference{was.Key, label, was.Value, was.By, is.Value, by})
}

// alike compares what the readings say, not how they are written.
func alike(a, b config.HumanCell) bool {
	x, ok := archive.ReadByHand(a)
	y, ok2 := archive.ReadByHand(b)
	return ok && ok2 && x.State == y.State && x.Unit == y.Unit && x.Value.Cmp(y.Value) == 0
}
