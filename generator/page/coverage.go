package page

// A Coverage is what the archive holds and what it does not.
type Coverage struct {
	Base
	Matrix Matrix
	Key    []State
	Gaps   int // years between an agency's first and last that are not held
}

func (s *site) coverage(b Base) *Coverage {
	b.at(Text{"收录", "Coverage"})
	p := &Coverage{Matrix: s.matrix(&b, s.Archive.Agencies), Key: s.key()}
	for _, a := range s.Archive.Agencies {
		if n := len(a.Reports); n > 0 {
			p.Gaps += a.Reports[n-1].Year - a.Reports[0].Year + 1 - n
		}
	}
	p.Base = b
	return p
}
