package generator

import (
	"crypto/sha256"

	"ogi/generator/archive"
	"ogi/generator/archive/pack"
	"ogi/generator/cache"
	"ogi/generator/codec"
	"ogi/generator/near"
	"ogi/generator/page"
)

// A ledger is what a build tells the next one: of each agency what it rested on, what
// was around its reports, its brief, and what was published of it; of each list what
// it rested on. It is believed as a whole, with its sum, or not at all.
type ledger struct {
	units map[string]*unit   // by slug
	lists map[string]*output // by path
}

// An output is a file of the site, with the sum of what it rests on.
type output struct {
	path      string
	rests     cache.Key
	published cache.Key // its own sum
}

func (l *ledger) bytes() []byte {
	w := codec.Writer(nil)
	slugs := sortedKeys(l.units)
	codec.Many(&w, &slugs, func(w *codec.Wire, slug *string) { packedUnit(w, l.units[*slug]) })
	paths := sortedKeys(l.lists)
	codec.Many(&w, &paths, func(w *codec.Wire, path *string) { packedOutput(w, l.lists[*path]) })
	sum := sha256.Sum256(w.Bytes())
	return append(w.Bytes(), sum[:]...)
}

// readLedger is empty where there is none that can be believed.
func readLedger(b []byte) *ledger {
	l := &ledger{units: map[string]*unit{}, lists: map[string]*output{}}
	if len(b) < sha256.Size {
		return l
	}
	b, end := b[:len(b)-sha256.Size], b[len(b)-sha256.Size:]
	if sum := sha256.Sum256(b); string(sum[:]) != string(end) {
		return l
	}
	w := codec.Reader(string(b))
	var units []*unit
	codec.Many(&w, &units, func(w *codec.Wire, u **unit) {
		*u = &unit{}
		packedUnit(w, *u)
	})
	var lists []*output
	codec.Many(&w, &lists, func(w *codec.Wire, o **output) {
		*o = &output{}
		packedOutput(w, *o)
	})
	if !w.Ended() {
		return l
	}
	for _, u := range units {
		l.units[u.slug] = u
	}
	for _, o := range lists {
		l.lists[o.path] = o
	}
	return l
}

func packedUnit(w *codec.Wire, u *unit) {
	codec.Text(w, &u.slug)
	packedKey(w, &u.read)
	packedKey(w, &u.rests)
	var b, c string
	if !w.Reading() {
		b = string(pack.Append(nil, u.agency, u.found))
		c = string(pack.Append(nil, &archive.Agency{}, u.said))
	}
	codec.Text(w, &b)
	codec.Text(w, &c)
	if w.Reading() {
		var err, e error
		u.agency, u.found, err = pack.Read([]byte(b))
		_, u.said, e = pack.Read([]byte(c))
		if err != nil || e != nil {
			w.Fail()
			return
		}
	}
	codec.Many(w, &u.sketches, func(w *codec.Wire, s *near.Sketch) {
		if w.Reading() {
			*s = near.Begin(u.agency)
		}
		packedSketch(w, s)
	})
	codec.Many(w, &u.around, packedAround)
	codec.Many(w, &u.outputs, packedOutput)
	if w.Reading() {
		u.body = &page.BodyBrief{}
	}
	page.Packed(w, u.body)
	w.Int(&u.sum.Reports)
	w.Int(&u.sum.Undecidable)
	for i := range u.sum.Findings {
		w.Int(&u.sum.Findings[i])
	}
}

func packedSketch(w *codec.Wire, s *near.Sketch) {
	w.Int(&s.Year)
	w.Fixed(&s.Text)
	codec.Many(w, &s.Sample, (*codec.Wire).Fixed)
	w.Flags(&s.Prose, &s.Above)
	codec.Text(w, &s.Within)
}

func packedAround(w *codec.Wire, a *surroundings) {
	for _, of := range []*[]near.Report{&a.same, &a.alike, &a.parts} {
		codec.Many(w, of, func(w *codec.Wire, r *near.Report) {
			codec.Text(w, &r.Agency)
			w.Int(&r.Year)
		})
	}
	w.Flags(&a.prose, &a.others)
}

func packedOutput(w *codec.Wire, o *output) {
	codec.Text(w, &o.path)
	packedKey(w, &o.rests)
	packedKey(w, &o.published)
}

func packedKey(w *codec.Wire, k *cache.Key) {
	page.PackedSum(w, (*[32]byte)(k))
}

// surroundings are what is around a report, by name.
type surroundings struct {
	same, alike, parts []near.Report
	prose, others      bool
}
