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
	commas   rune   // what parts the list after it
	received bool   // the last count was of requests received
	fee      bool   // the sentence is about fees
	judge    bool   // the body's own reviews and suits
	publish  bool
	refused  bool // a number of decisions was something else
	decided  bool // a decision was counted with its verb
	compared bool
	sep      rune  // before this clause
	fresh    bool  // a semicolon stands before this clause
	verb     class // of documents: cIssue, cRepeal, cInForce

	span [2]int // of the words that the number at hand belongs to
	buf  []token
	from int // first fact of this paragraph
	gf   int // first group
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
