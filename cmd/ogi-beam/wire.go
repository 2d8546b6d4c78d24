package main

import (
	"encoding/binary"
	"errors"
	"reflect"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"ogi/generator/archive"
	"ogi/generator/archive/pack"
	"ogi/generator/codec"
	"ogi/generator/diag"
	"ogi/generator/near"
	"ogi/generator/stage"
)

// What goes from stage to stage is bytes by generator/codec: small, and the same for
// equal values. Both ends are one program.

type packer interface{ Packed(*codec.Wire) }

func packed(v packer) []byte {
	w := codec.Writer(nil)
	v.Packed(&w)
	return w.Bytes()
}

var errDamaged = errors.New("internal error: what one stage sent came damaged to the next")

func unpacked(b []byte, v packer) error {
	r := codec.Reader(string(b))
	if v.Packed(&r); !r.Ended() {
		return errDamaged
	}
	return nil
}

// A tally is near.Tally, or one more piece of prose to add to it, as Beam sends it.
type tally struct{ near.Tally }

func init() {
	beam.RegisterType(reflect.TypeFor[tally]())
	beam.RegisterCoder(reflect.TypeFor[tally](), encodeTally, decodeTally)
}

func encodeTally(t tally) []byte { return packed(&t.Tally) }

func decodeTally(b []byte) (tally, error) {
	t := tally{}
	err := unpacked(b, &t.Tally)
	return t, err
}

// A found is what lies around one report for one reason.
type found struct {
	Year     int
	Relation near.Relation
	Reports  []near.Report
}

// Packed puts it on a wire, or takes it from one.
func (f *found) Packed(w *codec.Wire) {
	w.Int(&f.Year)
	codec.One(w, &f.Relation, near.Alike)
	codec.Many(w, &f.Reports, func(w *codec.Wire, r *near.Report) { r.Packed(w) })
}

// A names is some texts.
type names []string

// Packed puts them on a wire, or takes them from one.
func (n *names) Packed(w *codec.Wire) { codec.Many(w, (*[]string)(n), codec.Text) }

// A note is what the last stage must know of another one's work: what it said, what it
// counted, which file of the output it wrote.
type note struct {
	Said     []diag.Diagnostic
	Count    stage.Count
	Agencies int
	Pages    int // of the whole site
	Tar      Tar // none where Name is empty
}

// Packed puts it on a wire, or takes it from one.
func (n *note) Packed(w *codec.Wire) {
	packedTold(w, &n.Said)
	for _, i := range []*int{&n.Count.Reports, &n.Count.Undecidable, &n.Agencies, &n.Pages, &n.Tar.Files} {
		w.Int(i)
	}
	for i := range n.Count.Findings {
		w.Int(&n.Count.Findings[i])
	}
	codec.Text(w, &n.Tar.Name)
	codec.Text(w, &n.Tar.SHA256)
	w.Int64(&n.Tar.Bytes)
}

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

// packedReading is an agency as it was read, behind the number of its reports with prose
// to be compared with.
func packedReading(a *archive.Agency, prose int) []byte {
	return pack.Append(binary.AppendUvarint(nil, uint64(prose)), a, nil)
}

func prosaic(b []byte) (prose int, agency []byte) {
	n, size := binary.Uvarint(b)
	return int(n), b[max(size, 0):]
}

func unpackedReading(b []byte) (a *archive.Agency, prose int, err error) {
	prose, b = prosaic(b)
	a, _, err = pack.Read(b)
	return a, prose, err
}
