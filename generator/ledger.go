package generator

import (
	"context"
	"crypto/sha256"
	"errors"
	"hash/fnv"

	"ogi/generator/archive"
	"ogi/generator/archive/pack"
	"ogi/generator/cache"
	"ogi/generator/codec"
	"ogi/generator/near"
	"ogi/generator/page"
	"ogi/generator/work"
)

// A ledger is what a build tells the next one: of each agency what it rested on, what
// was around its reports, its brief, and what was published of it; of each list what
// it rested on. It is believed as a whole or not at all.
type ledger struct {
	units map[string]*unit   // by slug
	lists map[string]*output // by path

	before map[cache.Key]bool // parts that the store has from the build before
}

// An output is a file of the site, with the sum of what it rests on.
type output struct {
	path      string
	rests     cache.Key
	published cache.Key // its own sum
}

// Parts of a ledger are stored apart, by the sum of what they hold: so that what did
// not change is not written again, and none is larger than some hundred kilobytes.
// Its head names them, and is written last: parts of two builds are never mixed.
const unitParts = 64

// spread is in which of n parts an agency is, by its slug alone: so it stays where it
// is when others come.
func spread(slug string, n int) int {
	h := fnv.New32a()
	_, _ = h.Write([]byte(slug)) // never fails
	return int(h.Sum32() % uint32(n))
}

// write stores a ledger and gives its head.
func (l *ledger) write(store *cache.Store) []byte {
	var slugs [unitParts][]string
	for _, slug := range sortedKeys(l.units) {
		at := spread(slug, unitParts)
		slugs[at] = append(slugs[at], slug)
	}
	head := codec.Writer(nil)
	put := func(b []byte) {
		key := cache.Key(sha256.Sum256(b))
		if l.before[key] {
			store.Keep(parts, key)
		} else {
			store.Put(parts, key, b)
		}
		packedKey(&head, &key)
	}
	for i := range slugs {
		w := codec.Writer(nil)
		codec.Many(&w, &slugs[i], func(w *codec.Wire, slug *string) { packedUnit(w, l.units[*slug]) })
		put(w.Bytes())
	}
	w := codec.Writer(nil)
	paths := sortedKeys(l.lists)
	codec.Many(&w, &paths, func(w *codec.Wire, path *string) { packedOutput(w, l.lists[*path]) })
	put(w.Bytes())
	return head.Bytes()
}

var errNoPart = errors.New("a part of the ledger is not there")

// readLedger is empty where there is none that can be believed.
func readLedger(store *cache.Store, head []byte) *ledger {
	none := func() *ledger { return &ledger{units: map[string]*unit{}, lists: map[string]*output{}} }
	l := none()
	l.before = map[cache.Key]bool{}
	var keys [unitParts + 1]cache.Key
	in := codec.Reader(string(head))
	for i := range keys {
		packedKey(&in, &keys[i])
		l.before[keys[i]] = true
	}
	if !in.Ended() {
		return none()
	}
	var units [unitParts][]*unit
	var lists []*output
	err := work.Each(context.Background(), len(keys), func(i int) error {
		b, ok := store.Get(parts, keys[i])
		if !ok || sha256.Sum256(b) != keys[i] {
			return errNoPart
		}
		w := codec.Reader(string(b))
		if i < unitParts {
			codec.Many(&w, &units[i], func(w *codec.Wire, u **unit) {
				*u = &unit{}
				packedUnit(w, *u)
			})
		} else {
			codec.Many(&w, &lists, func(w *codec.Wire, o **output) {
				*o = &output{}
				packedOutput(w, *o)
			})
		}
		if !w.Ended() {
			return errNoPart
		}
		return nil
	}, nil)
	if err != nil {
		return none()
	}
	for _, part := range units {
		for _, u := range part {
			l.units[u.slug] = u
		}
	}
	for _, o := range lists {
		l.lists[o.path] = o
	}
	return l
}

func packedUnit(w *codec.Wire, u *unit) {
	packedKey(w, &u.read)
	packedKey(w, &u.rests)
	packedBare(w, &u.agency)
	if w.Damaged() {
		return
	}
	codec.Many(w, &u.sketches, func(w *codec.Wire, s *near.Sketch) {
		if w.Reading() {
			*s = near.Begin(u.agency)
		}
		packedSketch(w, s)
	})
	codec.Many(w, &u.around, packedAround)
	packedMade(w, u)
}

// packedBare is an agency without its reports.
func packedBare(w *codec.Wire, a **archive.Agency) {
	var b string
	if !w.Reading() {
		b = string(pack.Append(nil, *a, nil))
	}
	codec.Text(w, &b)
	if w.Reading() {
		var err error
		if *a, _, err = pack.Read([]byte(b)); err != nil {
			w.Fail()
		}
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
