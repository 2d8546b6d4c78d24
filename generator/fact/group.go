package fact

import (
	"strings"

	"ogi/generator/source"
)

// groups finds totals and their parts in one sentence.
//
// A total is a number with a unit of count; behind it, in the same clause or
// the next, stands a marker (其中, 包括, 分别为, a colon); then come clauses with
// one number of the same unit each, until one has none or says something of
// its own.
func (r *reader) groups(s sentence) {
	type part struct {
		c      clause
		ts     []token
		at     int // of its number in ts
		n      number
		unique bool
	}
	if !r.listed(s) {
		return
	}
	var list []part
	for _, c := range s.clauses {
		if c.depth > 0 {
			continue
		}
		for _, c := range r.split(c) {
			p := part{c: c, at: -1}
			p.ts = r.p.lex(c.i, c.j, nil)
			for i, t := range p.ts {
				if t.class == cNumber && !t.num.percent && counts[t.num.unit] {
					p.unique = p.at < 0
					p.at, p.n = i, t.num
				}
			}
			list = append(list, p)
		}
	}
	for i := 0; i < len(list); i++ {
		total := list[i]
		if total.at < 0 || !total.unique || i+1 >= len(list) || has(total.ts, cAmong) || has(total.ts, cRest) {
			continue
		}
		g := Group{Section: r.section}
		// The marker: at the end of the total's clause, or at the head of the next.
		next := list[i+1]
		marker := func(ts []token) bool {
			for _, t := range ts {
				switch t.class {
				case cAmong:
					if g.Marker != "分别为" {
						g.Marker = "其中"
					}
				case cIncl:
					if g.Marker == "" {
						g.Marker = "包括"
					}
				case cEach:
					g.Marker, g.Complete = "分别为", true
				case cOpen:
					g.Open = true
					if t.j-t.i > 2 && g.Marker == "" { // 主要包括
						g.Marker = "主要"
					}
				case cGlue, cTotal, cJoin:
				default:
					return g.Marker != ""
				}
			}
			return g.Marker != ""
		}
		first := i + 1
		after := total.ts[total.at+1:]
		switch {
		case has(after, cAmong) || has(after, cIncl) || has(after, cEach):
			marker(from(after, cAmong, cIncl, cEach))
		case marker(next.ts):
			if next.at < 0 && next.c.sep == '：' || next.at < 0 && len(next.ts) <= 2 {
				first = i + 2
			}
		case total.c.sep == '：':
			g.Marker = "："
		default:
			continue
		}
		end := first
		gap := false
		var kinds []Kind
		var theme partClass
		for k := first; k < len(list); k++ {
			p := list[k]
			if p.at < 0 {
				// A clause without a number between parts, or the end of the list.
				for m := k + 1; m < len(list); m++ {
					if list[m].at >= 0 && list[m].n.unit == total.n.unit && !has(list[m].ts, cTotal) && p.c.sep != '：' {
						gap = true
					}
				}
				break
			}
			if !p.unique || p.n.unit != total.n.unit || k > first && (has(p.ts, cTotal) || has(p.ts, cAmong)) || has(p.ts, cCompare) {
				if !p.unique || has(p.ts, cAmong) {
					g.Open = true
				}
				break
			}
			kind, class := r.partKind(p.ts)
			if k == first {
				theme = class
			} else if class != theme && class != pShare && (theme == pShare || list[k-1].c.sep == '；') {
				break // 其中自然人741件，法人8件，答复 700 件
			}
			if kind != "" {
				kinds = append(kinds, kind)
			}
			g.Parts = append(g.Parts, r.partNumber(p.c, p.ts[p.at], p.n))
			if has(p.ts, cChannel) {
				g.Overlap = true
			}
			if has(p.ts, cRest) {
				g.Complete = true
			}
			if has(p.ts[p.at+1:], cOpen) || strings.HasPrefix(string(r.p.plain[p.ts[p.at].j:p.c.j]), "等") {
				g.Open = true
			}
			end = k + 1
		}
		if len(g.Parts) == 0 {
			continue
		}
		if gap {
			g.Open = true
		}
		if len(kinds) == len(g.Parts) && closedSet(kinds) {
			g.Complete = true
		}
		if g.Open {
			g.Complete = false
		}
		g.Total = r.partNumber(total.c, total.ts[total.at], total.n)
		last := list[end-1]
		g.Text = r.p.quote(total.c.i, last.c.j)
		g.Pos = source.Pos{Col: r.p.at[total.c.i]}
		r.out.Groups = append(r.out.Groups, g)
		i = end - 1
	}
}

// listed reports whether a sentence can hold a list at all: two numbers and a
// marker between.
func (r *reader) listed(s sentence) bool {
	p, runs, marker := r.p.plain, 0, false
	for i := s.i; i < s.j; i++ {
		switch {
		case isDigit(p[i]) && (i == s.i || !isDigit(p[i-1])):
			runs++
		case p[i] == '其' || p[i] == '包' || p[i] == '分' || p[i] == '：' || p[i] == '含' || p[i] == '主':
			marker = marker || runs > 0
		}
	}
	return marker && runs > 1
}

// split parts a clause at 、 where each piece has a number of its own:
// 其中予以公开 8 件、无法提供 5 件.
func (r *reader) split(c clause) []clause {
	s := r.p.plain
	var out []clause
	start, number := c.i, false
	for k := c.i; k < c.j; k++ {
		if s[k] == '（' {
			k = closing(s, k) - 1
			continue
		}
		if isDigit(s[k]) {
			number = true
		}
		if s[k] == '、' && number && k+1 < c.j && anyDigit(s[k+1:c.j]) {
			out = append(out, clause{i: start, j: k, sep: '、'})
			start, number = k+1, false
		}
	}
	return append(out, clause{i: start, j: c.j, sep: c.sep})
}

func anyDigit(s []rune) bool {
	for _, r := range s {
		if isDigit(r) {
			return true
		}
	}
	return false
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

func (r *reader) partNumber(c clause, t token, n number) Number {
	return Number{Value: n.value, Unit: n.unit, Exact: n.exact, Text: r.p.quote(c.i, c.j), Pos: source.Pos{Col: r.p.at[t.i]}}
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
			return "", pFlow
		}
	}
	return "", pShare
}

// closedSet reports whether the kinds are all there are: natural persons and
// organisations, the six outcomes, the four results, the two kinds of suit.
func closedSet(kinds []Kind) bool {
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
			return true
		}
	}
	return false
}
