package page

import (
	"encoding/binary"
	"slices"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/codec"
	"ogi/generator/config"
	"ogi/generator/form"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// Packed puts a brief on a wire, or takes it from one. It holds as long as the rules
// and forms are the same, whose order it goes by.
func Packed(w *codec.Wire, b *BodyBrief) {
	if w.Reading() {
		b.Agency = &archive.Agency{}
	}
	a := b.Agency
	for _, s := range []*string{&a.Slug, &a.Dir, &a.Name, &a.Region, (*string)(&a.Kind), (*string)(&a.Level), &a.Function, &a.Homepage} {
		codec.Text(w, s)
	}
	codec.Many(w, &a.Aliases, codec.Text)
	codec.Many(w, &a.Former, codec.Text)
	codec.Many(w, &a.Names, func(w *codec.Wire, n *config.Name) {
		codec.Text(w, &n.Name)
		w.Int(&n.From)
		w.Int(&n.To)
	})
	codec.Many(w, &a.Predecessors, func(w *codec.Wire, p *config.Predecessor) {
		codec.Text(w, &p.Agency)
		codec.Text(w, &p.Part)
		w.Int(&p.Year)
	})
	codec.Many(w, &b.Reports, func(w *codec.Wire, r **Brief) {
		if w.Reading() {
			*r = &Brief{Of: b}
		}
		packedBrief(w, *r)
		PackedSum(w, &(*r).sum)
		PackedSum(w, &(*r).figuresSum)
	})
	codec.Many(w, &b.Families, packedFamily)
	codec.Many(w, &b.Paths, codec.Text)
	PackedSum(w, &b.sum)
}

// PackedSum puts a sum on a wire, or takes it from one.
func PackedSum(w *codec.Wire, sum *[32]byte) {
	for i := 0; i < len(sum); i += 8 {
		n := binary.LittleEndian.Uint64(sum[i:])
		w.Fixed(&n)
		if w.Reading() {
			binary.LittleEndian.PutUint64(sum[i:], n)
		}
	}
}

func packedBrief(w *codec.Wire, r *Brief) {
	w.Int(&r.Year)
	codec.Text(w, &r.Newest)
	codec.Text(w, &r.Released)
	codec.Text(w, &r.Badge.State)
	w.Flags(&r.Withdrawn, &r.Badge.Disputed, &r.Badge.Explained)
	w.Int(&r.Badge.Made)
	w.Int(&r.Badge.Open)
	packedBytes(w, &r.Answers)
	codec.Many(w, &r.Said, func(w *codec.Wire, s *Said) {
		w.Int(&s.Rule)
		packedText(w, &s.Message)
		w.Int(&s.N)
	})
	packedFigures(w, &r.Figures)
}

func packedFigures(w *codec.Wire, f *Figures) {
	packedForm(w, &f.Form)
	codec.One(w, &f.Scope, report.ScopeArea)
	codec.Text(w, &f.Told)
	packedDay(w, &f.Published)
	packedDay(w, &f.Signed)
	w.Flags(&f.Earlier)
	packedBytes(w, &f.cells)
}

func packedFamily(w *codec.Wire, f *check.FamilyBadge) {
	codec.Text(w, &f.State)
	codec.Text(w, &f.Key)
	packedText(w, &f.Name)
	for _, n := range []*int{&f.Pass, &f.Open, &f.Fails, &f.Hints} {
		w.Int(n)
	}
	packedText(w, &f.Why)
}

func packedText(w *codec.Wire, t *tongue.Text) {
	codec.Text(w, &t.ZH)
	codec.Text(w, &t.EN)
}

// packedDay is a day without its words, as a brief has it.
func packedDay(w *codec.Wire, d *report.Date) {
	w.Int(&d.Year)
	w.Int(&d.Month)
	w.Int(&d.Day)
}

func packedBytes(w *codec.Wire, b *[]byte) {
	s := string(*b)
	codec.Text(w, &s)
	if w.Reading() {
		*b = []byte(s)
	}
}

// briefForms are named by their index.
var briefForms = []*form.Form{nil, form.F2021, form.F2021OneRow, form.F2019, form.Free}

func packedForm(w *codec.Wire, f **form.Form) {
	n := uint8(max(0, slices.Index(briefForms, *f)))
	codec.One(w, &n, uint8(len(briefForms)-1))
	if w.Reading() {
		*f = briefForms[n]
	}
}
