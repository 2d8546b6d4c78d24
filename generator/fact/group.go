package fact

import (
	"math"
	"strings"

	"ogi/generator/place"
)

// An item is a clause, or a piece of one between 、, that may state a total or
// a part: at is the token of its only number with a unit of count, -1 where
// there is none.
type item struct {
	c      clause
	ts     []token
	at     int
	unique bool
	inner  []item // what brackets in it say
	n      number
}

// groups finds totals and their parts in one sentence.
//
// A total is a number with a unit of count; behind it, in the same clause or
// the next, stands a marker (其中, 包括, 分别为, a colon); then come clauses with
// one number of the same unit each, until one has none or says something of
// its own.
func (r *reader) groups(s sentence) {
	if !r.listed(s) {
		return
	}
	list := r.items(s)
	for i := 0; i < len(list); i++ {
		total := list[i]
		if g, ok := r.inner(total); ok {
			r.out.Groups = append(r.out.Groups, g)
		}
		if total.at < 0 || !total.unique || has(total.ts, cAmong|cRest|cCarryIn|cCarryOut) {
			continue
		}
		if i+1 == len(list) {
			break
		}
		g := Group{Section: r.section}
		first := r.begin(&g, list, i)
		if first == 0 {
			continue
		}
		end := r.parts(&g, total, list, first)
		if len(g.Parts) == 0 {
			continue
		}
		g.Total = r.partNumber(total)
		g.Text = r.p.quote(total.c.i, list[end-1].c.j)
		g.Pos = place.Pos{Col: int(r.p.at[total.c.i])}
		r.out.Groups = append(r.out.Groups, g)
		i = end - 1
	}
}

// inner reads the list in the brackets behind a total: 260 条（网站 150 条、微信
// 110 条）. One number there is no list.
func (r *reader) inner(total item) (Group, bool) {
	g := Group{Section: r.section}
	if total.at < 0 || !total.unique || len(total.inner) < 2 {
		return g, false
	}
	first := 0
	if g.mark(total.inner[0].ts) && total.inner[0].at < 0 {
		first = 1
	}
	if g.Marker == "" {
		g.Marker = "（"
	}
	end := r.parts(&g, total, total.inner, first)
	if len(g.Parts) < 2 || end < len(total.inner) && g.Marker == "（" {
		return g, false
	}
	g.Total = r.partNumber(total)
	g.Text = r.p.quote(total.c.i, total.c.j)
	g.Pos = place.Pos{Col: int(r.p.at[total.c.i])}
	return g, true
}

func (r *reader) items(s sentence) []item {
	var list []item
	for _, c := range s.clauses {
		it := item{c: c, at: -1, ts: r.p.lex(c.i, c.j, nil)}
		for i, t := range it.ts {
			if t.class == cNumber && !t.num.percent && counts[t.num.unit] {
				it.unique = it.at < 0
				it.at, it.n = i, t.num
			}
		}
		if c.depth == 0 {
			list = append(list, it)
		} else if n := len(list); n > 0 {
			list[n-1].inner = append(list[n-1].inner, it)
		}
	}
	return list
}

// begin finds the marker behind the total list[i] and gives the index of the
// first part, 0 if there is no marker.
func (r *reader) begin(g *Group, list []item, i int) int {
	total, next := list[i], list[i+1]
	after := total.ts[total.at+1:]
	switch {
	case has(after, cAmong|cIncl|cEach):
		g.mark(from(after, cAmong, cIncl, cEach))
	case next.at < 0 && r.views(next.c) && i+2 < len(list):
		if next.c.sep == '：' {
			g.Marker = "："
		} else if !g.mark(list[i+2].ts) {
			return 0
		}
		return i + 2
	case g.mark(next.ts):
		if next.at < 0 && (next.c.sep == '：' || len(next.ts) <= 2) { // 其中，
			return i + 2
		}
	case total.c.sep == '：':
		g.Marker = "："
	case r.rests(list[i+1:], total): // 30 件，涉及拆迁 20 件，其余 10 件为其他; 通过网站 20 件，其他渠道 10 件
		g.Marker = "其余"
	default:
		return 0
	}
	return i + 1
}

// longestList bounds the look ahead.
const longestList = 40

// rests reports whether the numbers that follow end with one of the rest.
func (r *reader) rests(list []item, total item) bool {
	for i, it := range list[:min(len(list), longestList)] {
		if it.at < 0 || it.n.unit != total.n.unit {
			return false
		}
		if _, class := r.partKind(it.ts); class != pShare {
			return false
		}
		if has(it.ts[:it.at], cRest) || has(total.ts, cTotal) && r.others(it) {
			return i > 0
		}
	}
	return false
}

// others reports whether a part is all that is left: 其他渠道 8 条, 其他类 10 条.
func (r *reader) others(it item) bool {
	said := false
	for _, t := range it.ts[:it.at] {
		switch t.class {
		case cGlue, cChannel, cInfo, cDisclose, cThing, cTotal, cJoin:
			if w := r.word(t); w == "其他" || w == "其它" {
				said = true
			}
		case cEvery:
			said = said || strings.HasPrefix(r.word(t), "其他")
		default:
			return false
		}
	}
	return said
}

// views reports whether a clause only says by what the list is ordered:
// 从申请人类型看.
func (r *reader) views(c clause) bool {
	return contains(string(r.p.plain[max(c.i, c.j-2):c.j]), "看", "分", "来说")
}

// mark takes a marker from the head of ts.
func (g *Group) mark(ts []token) bool {
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

// parts collects the parts from list[first] on and gives the index after the
// last.
func (r *reader) parts(g *Group, total item, list []item, first int) int {
	l := listing{reader: r, g: g, total: total, list: list, first: first, end: first}
	for k := first; k < len(list) && l.take(k); k++ {
	}
	l.close()
	return l.end
}

// A listing is the parts of a total while they are collected.
type listing struct {
	*reader
	g          *Group
	total      item
	list       []item
	first, end int
	kinds      []Kind
	theme      partClass // of the first part
	sep        rune      // what parts the list
	ways       int       // parts that are channels
}

// take takes list[k] for a part, or for the share of one, and reports whether the list
// may go on behind it.
func (l *listing) take(k int) bool {
	it := l.list[k]
	switch {
	case it.at < 0 && k > l.first && share(it.ts): // 占 82.9%
		if len(l.g.Parts) == 1 {
			l.sep = it.c.sep
		}
	case k > l.first && (has(l.list[k-1].ts, cRest) || l.list[k-1].c.sep == '；' && l.sep != '；'):
		return false // 其余 ends a list, and so does a semicolon after commas
	case it.at < 0:
		l.g.Open = l.g.Open || more(l.list[k+1:], l.total.n.unit) && it.c.sep != '：'
		return false
	case l.breaks(k):
		l.broken(it)
		return false
	default:
		kind, class := l.partKind(it.ts)
		if k == l.first {
			l.theme = class
		} else if l.flows(l.total) && class != l.theme && class != pShare && (l.theme == pShare || l.list[k-1].c.sep == '；') {
			return false // 其中自然人741件，法人8件，答复 700 件
		}
		l.add(it, kind)
	}
	l.end = k + 1
	return true
}

// breaks reports whether list[k] has a number that is no part's: of another unit, one
// of several, compared, or a total of its own.
func (l *listing) breaks(k int) bool {
	it := l.list[k]
	return !it.unique || it.n.unit != l.total.n.unit || has(it.ts, cCompare) ||
		k > l.first && (has(it.ts, cTotal|cAmong) || has(it.ts[:it.at], cAlso))
}

// broken tells what it says of a list that another number ends it.
func (l *listing) broken(it item) {
	if it.unique && it.n.unit == l.total.n.unit && has(it.ts, cTotal) && !has(it.ts, cAmong) && it.n.value.Cmp(l.total.n.value) == 0 {
		l.g.Closed = true // 合计 40 件: the total once more, so these are its parts
		return
	}
	// Where the list says that it is whole, what breaks it may belong to it.
	l.g.Open = l.g.Open || l.g.Complete || !it.unique || has(it.ts, cAmong)
}

func (l *listing) add(it item, kind Kind) {
	g := l.g
	if kind != "" {
		l.kinds = append(l.kinds, kind)
	}
	if g.Parts = append(g.Parts, l.partNumber(it)); len(g.Parts) == 1 {
		l.sep = it.c.sep
	}
	if has(it.ts, cChannel) {
		g.Overlap = true
		l.ways++
	}
	g.Complete = g.Complete || has(it.ts, cRest)
	g.Closed = l.others(it) // the last part alone can be all that is left
	g.Open = g.Open || has(it.ts[it.at+1:], cOpen)
}

// close tells whether the parts are all that the total has.
func (l *listing) close() {
	g := l.g
	if len(l.kinds) == len(g.Parts) && closedSet(l.kinds, l.total) {
		g.Complete = true
	}
	g.Ways = l.ways == len(g.Parts) && l.flows(l.total)
	// What was received is also carried on: its outcomes may leave some out.
	if g.Closed = g.Closed && !g.Open; g.Closed && l.flows(l.total) && !g.Ways && !has(l.total.ts, cOut) {
		g.Closed = false
	}
	g.Closed = g.Closed || whole(l.list[l.first:l.end], len(g.Parts)) && !g.Open
	g.Complete = (g.Complete || g.Closed) && !g.Open
	for _, p := range g.Parts {
		if p.Value.Cmp(l.total.n.value) > 0 { // a total of something else
			g.Parts = nil
		}
	}
}

// whole reports whether n parts have shares that make a hundred per cent.
func whole(list []item, n int) bool {
	sum, shares, scale := 0.0, 0, int32(9)
	for _, it := range list {
		for _, of := range append([]item{it}, it.inner...) {
			if !share(of.ts) {
				continue
			}
			for _, t := range of.ts {
				if t.class == cNumber && t.num.percent {
					sum, shares, scale = sum+t.num.value.Float(), shares+1, min(scale, int32(t.num.value.Scale))
				}
			}
		}
	}
	return n > 1 && shares == n && math.Abs(sum-100) <= min(1, float64(n)*0.5*math.Pow10(-int(scale)))+1e-9
}

// flows reports whether a total counts requests or the like, which are also
// answered and carried on: 办理 in a list of entries is only a name.
func (r *reader) flows(total item) bool {
	for _, t := range total.ts {
		switch t.class {
		case cRequest, cIn, cOut, cDo, cCarryIn, cCarryOut, cReview, cSuit:
			return true
		}
	}
	return r.aboutRequests()
}

// share reports whether a clause only gives the percentage of a part.
func share(ts []token) bool {
	for _, t := range ts {
		if t.class == cNumber && t.num.percent {
			return !has(ts, cGrow|cShrink|cCompare|cRate)
		}
	}
	return false
}

// more reports whether a later item goes on with the same unit.
func more(list []item, unit string) bool {
	for _, it := range list {
		if it.at >= 0 && it.n.unit == unit && !has(it.ts, cTotal) {
			return true
		}
	}
	return false
}
