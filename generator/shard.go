package generator

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ogi/generator/archive"
	"ogi/generator/archive/pack"
	"ogi/generator/cache"
	"ogi/generator/codec"
	"ogi/generator/data"
	"ogi/generator/diag"
	"ogi/generator/disk"
	"ogi/generator/page"
	"ogi/generator/work"
)

// A Shard is a part of a build: of N parts the I-th, from 1. The zero Shard is the
// whole. A part reads all reports, since any may lie beside its own, and makes what
// its own agencies have; lists are made when all parts are put together.
type Shard struct{ I, N int }

// MostShards is how many parts a build may have.
const MostShards = 10_000

// has reports whether an agency is of the part.
func (s Shard) has(slug string) bool { return s.N == 0 || spread(slug, s.N)+1 == s.I }

// shardFile is what a part of a site has beside its pages: what the others rest on.
const shardFile = "shard"

// A shardNote is that file.
type shardNote struct {
	program string    // that made it
	frame   cache.Key // settings, templates
	inputs  cache.Key // all reports of the archive
	of      Shard
	unused  []diag.Diagnostic // agencies that could not be read, of all parts
	units   []*unit           // of this part
}

// shardFirst begins the file, so that another is known as one that is none.
const shardFirst = "ogi shard 1\n"

func packedShard(w *codec.Wire, n *shardNote) {
	codec.Text(w, &n.program)
	packedKey(w, &n.frame)
	packedKey(w, &n.inputs)
	w.Int(&n.of.I)
	w.Int(&n.of.N)
	packedTold(w, &n.unused)
	codec.Many(w, &n.units, func(w *codec.Wire, u **unit) {
		if w.Reading() {
			*u = &unit{}
		}
		packedMade(w, *u)
		w.Int(&(*u).rowsFrom)
		w.Int(&(*u).rowsTo)
	})
}

// partRows are its rows, from the part that made it.
func (u *unit) partRows() ([]byte, error) {
	f, err := os.Open(filepath.Join(u.dir, rowsFile))
	if err != nil {
		return nil, disk.At(u.dir, err)
	}
	defer f.Close()
	if u.rowsFrom < 0 || u.rowsTo < u.rowsFrom || u.rowsTo-u.rowsFrom > mostRows {
		return nil, u.spoiled()
	}
	b := make([]byte, u.rowsTo-u.rowsFrom)
	if _, err := f.ReadAt(b, int64(u.rowsFrom)); err != nil || sha256.Sum256(b) != u.rows.Sum {
		return nil, u.spoiled()
	}
	return b, nil
}

// mostRows is how many bytes the rows of one agency may have.
const mostRows = 1 << 28

func (u *unit) spoiled() error {
	return fmt.Errorf("%s: %s is not what the build wrote; build this part again", u.dir, rowsFile)
}

// packedMade is an agency as others than its own stages know it.
func packedMade(w *codec.Wire, u *unit) {
	codec.Text(w, &u.slug)
	packedTold(w, &u.found)
	packedTold(w, &u.said)
	codec.Many(w, &u.outputs, packedOutput)
	if w.Reading() {
		u.body = &page.BodyBrief{}
	}
	page.Packed(w, u.body)
	data.PackedSummary(w, &u.rows)
	w.Int(&u.sum.Reports)
	w.Int(&u.sum.Undecidable)
	w.Int(&u.sum.Unread)
	for i := range u.sum.Findings {
		w.Int(&u.sum.Findings[i])
	}
}

// packedTold is what was said.
func packedTold(w *codec.Wire, ds *[]diag.Diagnostic) {
	var b string
	if !w.Reading() {
		b = string(pack.Append(nil, &archive.Agency{}, *ds))
	}
	codec.Text(w, &b)
	if w.Reading() {
		var err error
		if _, *ds, err = pack.Read([]byte(b)); err != nil {
			w.Fail()
		}
	}
}

// note is what a part tells those that put it together with others.
func (r *run) note() (*shardNote, error) {
	program, err := cache.Program(r.held.files)
	if err != nil {
		return nil, err
	}
	n := &shardNote{program: program, frame: r.Frame.Sum, inputs: r.inputs(), of: r.part, unused: r.unused}
	for _, u := range r.units {
		if r.part.has(u.slug) {
			n.units = append(n.units, u)
		}
	}
	return n, nil
}

// inputs is the sum of all that is read of the archive's agencies.
func (r *run) inputs() cache.Key {
	h := codec.Hash{}
	for _, slug := range r.scan.Slugs {
		h.Key(r.held.key(r.dir, r.scan, slug))
	}
	return h.Sum()
}

// rowsFile is what a part has of the open data: the rows of its agencies, one behind
// another.
const rowsFile = "rows"

// putNote adds it to the part, and the rows.
func (r *run) putNote(ctx context.Context) error {
	n, err := r.note()
	if err != nil {
		return err
	}
	f, err := r.tree.Create(rowsFile)
	if err != nil {
		return err
	}
	at := 0
	for i, u := range r.units {
		if !r.part.has(u.slug) || !r.HasData() {
			continue
		}
		b, err := rowShelf{ctx, r}.bytes(i)
		if err != nil {
			return err
		}
		u.rowsFrom, u.rowsTo = at, at+len(b)
		at = u.rowsTo
		if _, err := f.Write(b); err != nil {
			return err
		}
	}
	if err := f.Close(); err != nil {
		return err
	}
	w := codec.Writer([]byte(shardFirst))
	packedShard(&w, n)
	return r.tree.Put(shardFile, w.Bytes())
}

// ErrShards says that folders are not the parts of one site.
var ErrShards = errors.New("these are not the parts of one site")

// gather takes up what the parts of a build have made, instead of reading reports.
func (r *run) gather(dirs []string) error {
	r.gathered = true
	own, err := r.note() // what the parts must be of
	if err != nil {
		return err
	}
	notes := make([]*shardNote, len(dirs))
	for i, dir := range dirs {
		n, err := readShard(dir)
		if err != nil {
			return err
		}
		// The same files, settings and program, or a page of one would not fit another's.
		wrong := ""
		switch {
		case n.program != own.program:
			wrong = "made by another version of ogi"
		case n.frame != own.frame:
			wrong = "made with another site.toml or other templates"
		case n.inputs != own.inputs:
			wrong = "made from other reports than are in the archive"
		case n.of.N != len(dirs):
			wrong = fmt.Sprintf("part %d of %d; %d are given", n.of.I, n.of.N, len(dirs))
		}
		for k, o := range notes[:i] {
			if wrong == "" && o.of.I == n.of.I {
				wrong = fmt.Sprintf("part %d, as is %s", n.of.I, dirs[k])
			}
		}
		if wrong != "" {
			return fmt.Errorf("%s: %w: %s", dir, ErrShards, wrong)
		}
		notes[i] = n
		for _, u := range n.units {
			u.dir = dir
			r.units = append(r.units, u)
		}
	}
	slices.SortFunc(r.units, func(a, b *unit) int { return strings.Compare(a.slug, b.slug) })
	var agencies []*archive.Agency
	for i, u := range r.units {
		if i > 0 && r.units[i-1].slug == u.slug {
			return fmt.Errorf("%s: %w: %s has %s too", u.dir, ErrShards, r.units[i-1].dir, u.slug)
		}
		agencies = append(agencies, u.body.Agency)
	}
	r.unused = notes[0].unused
	r.told = append(r.told, archive.Strangers(agencies)...)
	return nil
}

func readShard(dir string) (*shardNote, error) {
	b, err := os.ReadFile(filepath.Join(dir, shardFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: %w: it has no file %s, as build --shard writes it", dir, ErrShards, shardFile)
	}
	if err != nil {
		return nil, disk.At(dir, err)
	}
	n := &shardNote{}
	packed, ours := strings.CutPrefix(string(b), shardFirst)
	in := codec.Reader(packed)
	if ours {
		packedShard(&in, n)
	}
	if !ours || !in.Ended() {
		return nil, fmt.Errorf("%s: %w: the file %s is damaged, or of another version of ogi", dir, ErrShards, shardFile)
	}
	return n, nil
}

// take hands the files of the parts to the tree.
func (r *run) take(ctx context.Context, done func(n, of int)) error {
	return work.Each(ctx, len(r.units), func(i int) error {
		u := r.units[i]
		root, err := os.OpenRoot(u.dir)
		if err != nil {
			return disk.At(u.dir, err)
		}
		defer root.Close()
		for _, o := range u.outputs {
			if r.tree.Keep(o.path, o.published) {
				continue
			}
			b, err := root.ReadFile(filepath.FromSlash(o.path))
			if err != nil {
				return disk.At(u.dir, err)
			}
			if sha256.Sum256(b) != o.published {
				return fmt.Errorf("%s: %s is not what the build wrote; build this part again", u.dir, o.path)
			}
			if err := r.tree.Put(o.path, b); err != nil {
				return err
			}
		}
		return nil
	}, done)
}
