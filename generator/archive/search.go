package archive

import (
	"ogi/generator/personal"
	"ogi/generator/work"
)

// search looks for numbers of persons in all parts of a file. What the report does
// not show yet goes to what it carries unseen.
func (f *File) search(b []byte) {
	if work.Safely(func() { f.look(b) }) != nil {
		f.Closed = true
	}
}

func (f *File) look(b []byte) {
	s := personal.Search(f.Path, b)
	f.Pictures, f.Closed, f.Acts = s.Pictures, s.Closed, s.Acts
	if f.Report == nil {
		f.Carries = len(s.Hidden) > 0
		return
	}
	if len(s.Hidden) == 0 {
		return
	}
	known := map[string]bool{}
	for _, n := range personal.Of(f.Report) {
		known[n.Kind+" "+n.Digits] = true
	}
	for _, h := range s.Hidden {
		if !known[h.Text] {
			f.Report.Hidden = append(f.Report.Hidden, h)
		}
	}
}

// Unsearched reports whether nobody has looked for numbers of persons in a file: no
// program could read it, or not all of it, and <year>.toml names no day on which
// a person did. Pictures in a file that was read are no such reason.
func (f File) Unsearched() bool {
	return f.Meta.Searched == "" && (f.Report == nil || f.Report.ByHand || len(f.Report.View) == 0 || f.Closed)
}
