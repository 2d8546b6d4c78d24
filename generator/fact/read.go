package fact

import (
	"slices"

	"ogi/generator/report"
	"ogi/generator/source"
)

// A topic is what a run of clauses is about.
type topic uint8

const (
	tNone topic = iota
	tRequests
	tReviews
	tSuits
	tNormative
	tRules
	tElse // something that is counted with the same verbs, such as a hotline
)

// A clause is what stands between commas. depth 1 is inside brackets.
type clause struct {
	i, j   int
	sep    rune // the separator after it, 0 at the end
	depth  int
	tokens []token
}

// A sentence is a run of clauses up to a full stop.
type sentence struct {
	clauses []clause
	i, j    int
}

// A reader carries what earlier words said over to later ones.
type reader struct {
	ctx     Context
	section int
	out     *Reading

	// by paragraph
	p       paragraph
	para    int
	heading topic // of the heading this paragraph stands under
	topic   topic
	bare    bool // no full sentence: a number without a unit may be a cell
	ogi     bool // 政府信息公开 was said in this paragraph
	// cue says that a review or suit is one about disclosure: the heading, the
	// clause, or a count of requests before it says so. A bureau of justice has
	// hundreds of others.
	cue      bool
	disputes bool // a review or suit was named in this paragraph
	nth      int

	// by sentence
	time     Time
	scope    Scope
	words    [2]int // where the words of scope stand
	total    bool   // 共 was said
	among    bool   // 其中 was said
	received bool   // the last count was of requests received
	fee      bool   // the sentence is about fees
	judge    bool   // the body's own reviews and suits
	publish  bool
	compared bool
	fresh    bool  // a semicolon stands before this clause
	verb     class // of documents: cIssue, cRepeal, cInForce

	span [2]int // of the words that the number at hand belongs to
	buf  []token
	want []int // code points of the facts found in this paragraph
	from int   // first fact of this paragraph
	gf   int   // first group
}

func read(paras []report.Text, ctx Context, section int) *Reading {
	r := &reader{ctx: ctx, section: section, out: &Reading{}}
	if section == 4 {
		r.heading = tReviews
	}
	for i, t := range paras {
		r.para = i
		r.paragraph(t)
	}
	return r.out
}

func (r *reader) paragraph(t report.Text) {
	r.p = plain(t.Text)
	r.from, r.gf, r.nth = len(r.out.Facts), len(r.out.Groups), 0
	if h, ok := headingTopic(r.p.plain); ok {
		r.heading = h
	}
	r.topic, r.ogi = r.heading, r.heading == tRequests || r.heading == tReviews
	r.cue, r.disputes = r.ogi, false
	if tabular(r.p.plain) || !telling(r.p.plain) {
		return
	}
	r.bare = !slices.ContainsFunc(r.p.plain, func(c rune) bool { return c == '。' || c == '，' || c == ',' || c == '；' })
	for _, s := range r.sentences() {
		r.sentence(s)
		r.groups(s)
		r.nth++
	}
	r.locate(t)
}

// telling reports whether a paragraph can hold a fact at all: a number, a
// negation or a word for all.
func telling(s []rune) bool {
	for _, r := range s {
		switch r {
		case '未', '无', '没', '零', '不', '均', '全', '所', '都', '已', '十', '两':
			return true
		}
		if isDigit(r) || isNumeral(r) {
			return true
		}
	}
	return false
}

// tabular reports whether a paragraph is a row of a table that was not
// recognised: three or more numbers with only white space between them.
func tabular(s []rune) bool {
	run := 0
	for _, r := range s {
		switch {
		case r == ' ':
			if run++; run >= 2 {
				return true
			}
		case !isDigit(r):
			run = 0
		}
	}
	return false
}

// locate turns the offsets kept in Pos.Col into places.
func (r *reader) locate(t report.Text) {
	type ref struct {
		pos *source.Pos
		at  int
	}
	var refs []ref
	put := func(p *source.Pos) { refs = append(refs, ref{p, p.Col}) }
	for i := r.from; i < len(r.out.Facts); i++ {
		put(&r.out.Facts[i].Pos)
	}
	for i := r.gf; i < len(r.out.Groups); i++ {
		g := &r.out.Groups[i]
		put(&g.Pos)
		put(&g.Total.Pos)
		for k := range g.Parts {
			put(&g.Parts[k].Pos)
		}
	}
	if len(refs) == 0 {
		return
	}
	slices.SortStableFunc(refs, func(a, b ref) int { return a.at - b.at })
	want := make([]int, len(refs))
	for i, f := range refs {
		want[i] = f.at
	}
	for i, pos := range (locator{r.ctx.View}).places(t, want) {
		*refs[i].pos = pos
	}
}

// headingTopic is the topic a paragraph's heading sets; false if it has none.
func headingTopic(s []rune) (topic, bool) {
	n := 0
	switch {
	case len(s) == 0:
		return 0, false
	case s[0] == '（':
		n = closing(s, 0)
		if n > 5 {
			return 0, false
		}
	default:
		for n < len(s) && n < 3 && (isDigit(s[n]) || isNumeral(s[n])) {
			n++
		}
		if n == 0 || n == len(s) || s[n] != '.' && s[n] != '、' && s[n] != '．' {
			return 0, false
		}
		n++
	}
	end := n
	for end < len(s) && end-n < 30 && s[end] != '。' && s[end] != '：' && s[end] != '，' {
		end++
	}
	h := string(s[n:end])
	switch {
	case contains(h, "依申请", "公开申请", "申请办理", "申请公开"):
		return tRequests, true
	case contains(h, "复议", "诉讼"):
		return tReviews, true
	}
	return tNone, true
}

func isNumeral(r rune) bool {
	switch r {
	case '一', '二', '三', '四', '五', '六', '七', '八', '九', '十':
		return true
	}
	return false
}

// sentences cuts the paragraph into sentences and clauses. What brackets hold
// comes as clauses of its own, after the clause that has them.
func (r *reader) sentences() []sentence {
	var ss []sentence
	s := r.p.plain
	for i := 0; i < len(s); {
		j := i
		for j < len(s) && s[j] != '。' && s[j] != '！' && s[j] != '？' && !fullStop(s, j) {
			if s[j] == '（' {
				j = closing(s, j)
				continue
			}
			j++
		}
		if j > i {
			st := sentence{i: i, j: j}
			st.clauses = clauses(s, i, j, 0, nil)
			ss = append(ss, st)
		}
		i = j + 1
	}
	return ss
}

// fullStop reports whether a plain dot ends a sentence: 未收到依申请公开事项.
func fullStop(s []rune, j int) bool {
	return s[j] == '.' && j > 4 && s[j-1] > 0x2e80 && (j+1 == len(s) || s[j+1] > 0x2e80)
}

func clauses(s []rune, i, j, depth int, dst []clause) []clause {
	for i < j {
		k := i
		var inner [][2]int
		for k < j && !separator(s, k) {
			if s[k] == '（' {
				e := min(closing(s, k), j)
				inner = append(inner, [2]int{k + 1, max(k+1, e-1)})
				k = e
				continue
			}
			k++
		}
		var sep rune
		if k < j {
			sep = s[k]
		}
		if k > i {
			dst = append(dst, clause{i: i, j: k, sep: sep, depth: depth})
		}
		if depth == 0 {
			for _, b := range inner {
				dst = clauses(s, b[0], b[1], 1, dst)
			}
		}
		i = k + 1
	}
	return dst
}

func separator(s []rune, k int) bool {
	switch s[k] {
	case '，', '；', '：', '。':
		return true
	case ',':
		return k == 0 || !isDigit(s[k-1]) || digits(s, k+1) != 3
	}
	return false
}
