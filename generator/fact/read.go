package fact

import (
	"slices"

	"ogi/generator/place"
	"ogi/generator/report"
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

// What was said goes on from clause to clause of a sentence; what brackets say
// ends with them.
type said struct {
	owner
	topic    topic // goes on to the next sentence
	time     Time
	total    bool // 共
	among    bool // 其中
	received bool // the last count was of requests received
}

// An owner is whose count it is, and where the words stand that tell.
type owner struct {
	scope Scope
	words [2]int
}

// What a sentence has told holds to its end.
type told struct {
	commas   rune // what parts the list of 其中
	fee      bool // it is about fees
	judge    bool // the body's own reviews and suits
	publish  bool
	refused  bool // a number of decisions was something else
	decided  bool // a decision was counted with its verb
	compared bool
	fresh    bool  // a semicolon stands before this clause
	verb     class // of documents: cIssue, cRepeal, cInForce
}

// What a paragraph is about.
type about struct {
	ogi bool // 政府信息公开 was said
	// cue says that a review or suit is one about disclosure: the heading, the
	// clause, or a count of requests before it says so. A bureau of justice has
	// hundreds of others.
	cue      bool
	disputes bool // a review or suit was named
}

// A reader reads paragraphs that follow each other.
type reader struct {
	ctx     Context
	section int
	out     *Reading

	heading topic // of the heading the paragraph stands under
	p       paragraph
	para    int
	bare    bool // no full sentence: a number without a unit may be a cell
	nth     int  // the sentence
	from    int  // first fact of this paragraph
	gf      int  // first group
	begun   int  // first fact of this sentence

	about
	told
	said

	sep  rune   // before this clause
	lead string // what is not understood before the verb at hand
	span [2]int // of the words that the number at hand belongs to
	buf  []token
}

func read(paras []report.Text, ctx Context, section int) *Reading {
	if ctx.self == nil {
		ctx.self = named(ctx.Agency, ctx.Also)
	}
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
	requested := r.heading == tRequests || r.heading == tReviews
	r.topic, r.about = r.heading, about{ogi: requested, cue: requested}
	if tabular(r.p.plain) || !telling(r.p.plain) {
		return
	}
	r.bare = !slices.ContainsFunc(r.p.plain, func(c rune) bool { return c == '。' || c == '，' || c == ',' || c == '；' })
	ss := r.sentences()
	for i, s := range ss {
		from := len(r.out.Facts)
		r.sentence(s)
		r.groups(s)
		r.surround(r.out.Facts[from:], ss, i)
		r.nth++
	}
	r.locate(t)
}

// surround gives the facts of a sentence what they stand in.
func (r *reader) surround(fs []Fact, ss []sentence, i int) {
	if len(fs) == 0 {
		return
	}
	end := ss[i].j
	if i+1 < len(ss) && slices.ContainsFunc(goingOn, func(w string) bool { return hasAt(r.p.plain, ss[i+1].i, w) }) {
		end = ss[i+1].j
	}
	for k := range fs {
		at, to := fs[k].span[0], fs[k].span[1]
		fs[k].Around, fs[k].Said = r.p.text, r.p.str(at, to)
		fs[k].Before = r.p.str(max(ss[i].i, at-far), to)
		fs[k].Whole = r.p.str(max(ss[i].i, at-far), min(end, to+far))
		fs[k].Some = fs[k].some(r.ctx.Year)
	}
}

// far is as far as the words around a fact go, in a sentence that has no end.
const far = 1000

// goingOn begins a sentence that goes on with the count of the one before.
var goingOn = []string{"另", "此外", "还", "其中", "同时", "上述", "以上"}

// locate turns the offsets kept in Pos.Col into places.
func (r *reader) locate(t report.Text) {
	type ref struct {
		pos *place.Pos
		at  int
	}
	var refs []ref
	put := func(p *place.Pos) { refs = append(refs, ref{p, p.Col}) }
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
