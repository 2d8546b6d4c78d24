package fact

import "ogi/generator/place"

// listed reports whether a sentence can hold a list at all: two numbers and a
// marker between.
func (r *reader) listed(s sentence) bool {
	p, runs, marker := r.p.plain, 0, false
	for i := s.i; i < s.j; i++ {
		switch {
		case isDigit(p[i]) && (i == s.i || !isDigit(p[i-1])):
			runs++
		case p[i] == '其' || p[i] == '包' || p[i] == '分' || p[i] == '：' || p[i] == '含' || p[i] == '（' || p[i] == '涵' || p[i] == '余' || p[i] == '主':
			marker = marker || runs > 0
		}
	}
	return marker && runs > 1
}

func from(ts []token, cs ...class) []token {
	for i, t := range ts {
		for _, c := range cs {
			if t.class == c {
				return ts[i:]
			}
		}
	}
	return nil
}

func (r *reader) partNumber(it item) Number {
	exact := it.n.exact && !has(it.ts[:it.at], cApprox)
	return Number{Value: it.n.value, Unit: it.n.unit, Exact: exact, Text: r.p.quote(it.c.i, it.c.j), Pos: place.Pos{Col: int(r.p.at[it.ts[it.at].i])}}
}

// A partClass tells the parts of one list from what comes after it.
type partClass uint8

const (
	pShare  partClass = iota // 自然人, 予以公开, or anything named
	pFlow                    // 收到, 答复, 结转
	pRemedy                  // 行政复议, 行政诉讼
)

// partKind is the kind a part counts, where it is a share of a closed set, and
// its class.
func (r *reader) partKind(ts []token) (Kind, partClass) {
	for i := len(ts) - 1; i >= 0; i-- {
		switch t := ts[i]; t.class {
		case cOutcome, cApplicant, cResult:
			return t.kind, pShare
		case cSuit:
			if t.kind != "" {
				return t.kind, pShare
			}
			return "", pRemedy
		case cReview:
			return "", pRemedy
		case cCarryIn, cCarryOut, cOut, cDo, cIn:
			if t.class == cIn && has(ts, cChannel) { // 当面收到 3 件
				return "", pShare
			}
			return "", pFlow
		}
	}
	return "", pShare
}

// closedSet reports whether the kinds are all there are: natural persons and
// organisations, the six outcomes of what was handled (what was received may
// be carried on), the four results, the two kinds of suit.
func closedSet(kinds []Kind, total item) bool {
	m := map[Kind]bool{}
	for _, k := range kinds {
		if m[k] {
			return false
		}
		m[k] = true
	}
	for _, all := range [][]Kind{
		{Natural, Legal},
		{Granted, Partial, Denied, Unavailable, Unprocessed, Other},
		{"upheld", "corrected", "other", "pending"},
		{SuitsDirect, SuitsAfter},
	} {
		n := 0
		for _, k := range all {
			if m[k] {
				n++
			}
		}
		if n == len(all) && n == len(kinds) {
			return all[0] != Granted || has(total.ts, cOut)
		}
	}
	return false
}
