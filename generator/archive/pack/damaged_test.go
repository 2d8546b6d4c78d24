package pack

import (
	"bytes"
	"math/rand/v2"
	"runtime/metrics"
	"strings"
	"testing"

	"ogi/generator/archive"
	"ogi/generator/diag"
	"ogi/generator/form"
	"ogi/generator/place"
	"ogi/generator/report"
)

// small is an agency in few bytes that has a bit of everything.
func small() (*archive.Agency, []diag.Diagnostic) {
	at := place.Pos{Line: 3, Col: 5}.In(place.Place{Table: 1, Row: 2, Cell: 3})
	r := &report.Report{
		Form: form.Free, Title: report.Text{Text: "甲区司法局二〇二四年度报告", Pos: at},
		Cells: []report.Cell{{State: report.Number, Value: report.Int(95), Raw: "95", Pos: at, Why: report.OneOf.With("3", "4")}, {Why: report.ByNeighbours.Why()}},
		View:  []report.Text{{Text: "甲区司法局二〇二四年度报告", Pos: at.In(place.Place{Page: 1, Box: place.Box{X1: 1.5}})}},
		Marks: []report.Mark{{Line: 0, Start: 2, End: 4, Cell: 1}},
	}
	a := &archive.Agency{Slug: "jia", Aliases: []string{}}
	a.Reports = []*archive.Entry{
		{Agency: a, Year: 2024, Report: r, Files: []archive.File{{Path: "2024.txt", Report: r}}},
		{Agency: a, Year: 2025, Report: &report.Report{}},
	}
	return a, []diag.Diagnostic{{Level: diag.Warning, Code: "c", Pos: at}}
}

// Wherever bytes are cut off, changed or put in, reading ends, and takes no more
// room than what it could have read.
func TestDamagedBytesCostLittle(t *testing.T) {
	whole := Append(nil, first(small()), nil)
	r := rand.New(rand.NewPCG(1, 1))
	refused := 0
	try := func(b []byte) {
		t.Helper()
		before := allocated()
		_, _, err := Read(b)
		if took := allocated() - before; took > uint64(4<<20+400*len(b)) {
			t.Errorf("%d bytes took %d: %x", len(b), took, b)
		}
		if err != nil {
			refused++
		}
	}
	for i := range whole {
		if _, _, err := Read(whole[:i]); err == nil {
			t.Errorf("%d of %d bytes are a whole agency", i, len(whole))
		}
		for _, with := range []string{"", "\x00", "\xff", "\x7f", "\xff\xff\xff\xff\xff\xff\xff\xff\x7f", "\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", "\xff\xff\xff\xff\x0f", "\x01\x00"} {
			try(append(append(bytes.Clone(whole[:i]), with...), whole[i:]...))
			try(append(append(bytes.Clone(whole[:i]), with...), whole[i+1:]...))
			try(append(append(append(bytes.Clone(whole[:i]), with...), whole[i:]...), strings.Repeat("\x02", 1<<16)...))
		}
		b := bytes.Clone(whole)
		b[i] ^= 1 << r.IntN(8)
		try(b)
	}
	if refused < len(whole) {
		t.Errorf("only %d of %d were noticed", refused, 25*len(whole))
	}
	if _, _, err := Read(append(whole, 0)); err == nil {
		t.Error("what stands behind an agency was passed over")
	}
}

// allocated is how many bytes were ever made room for.
func allocated() uint64 {
	s := []metrics.Sample{{Name: "/gc/heap/allocs:bytes"}}
	metrics.Read(s)
	return s[0].Value.Uint64()
}

func first(a *archive.Agency, _ []diag.Diagnostic) *archive.Agency { return a }

// What can be read at all can be written, and comes back the same.
func FuzzRead(f *testing.F) {
	f.Add(Append(nil, first(small()), nil))
	a, ds := small()
	f.Add(Append(nil, a, ds))
	f.Add(Append(nil, &archive.Agency{}, nil))
	f.Fuzz(func(t *testing.T, b []byte) {
		a, ds, err := Read(b)
		if err != nil {
			return
		}
		once := Append(nil, a, ds)
		a, ds, err = Read(once)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(Append(nil, a, ds), once) {
			t.Error("another agency came back")
		}
	})
}
