// Package pack writes what was read of one agency as bytes, and takes it up again:
// the agency with its entries and their reports, and what was said while they were
// read. What comes back is deeply equal to what went in: an entry leads to its
// agency, its report is that of one of its files, forms are those of package form,
// a nil slice is nil and an empty one empty. Equal values give equal bytes.
//
// It is for a disposable store alone. The bytes name neither fields nor a version:
// whoever keeps them keeps, with the key, which sources wrote them. Damaged bytes
// are an error or some other value, never a panic and never more memory than some
// hundred bytes for each of theirs; that nothing was damaged is for the store's
// checksum to say.
//
// Weighed on a web page of 10 KB without its places, which none of them can carry
// (bytes; CPU time in µs to write and to read; objects made when reading):
// encoding/gob 14027; 200, 236, 1098. fxamacker/cbor 34791; 120, 288, 218.
// vmihailenco/msgpack with structs as arrays 10956; 156, 270, 1259. None knows what
// entries lead to, forms by name and evidence that cells share, and tinylib/msgp would
// write its code into the rooms that have the types. By hand, places and all: 10542;
// 120, 120, 40.
//
// All texts of what was read are parts of one string. Who keeps one of them beyond
// its agency clones it, or keeps the whole.
package pack

import (
	"errors"
	"slices"

	"ogi/generator/archive"
	"ogi/generator/codec"
	"ogi/generator/diag"
	"ogi/generator/place"
	"ogi/generator/report"
	"ogi/generator/source"
)

// Append puts an agency, and what was said while it was read, behind b. It changes
// nothing of them: others may read them, or append them, meanwhile.
func Append(b []byte, a *archive.Agency, ds []diag.Diagnostic) []byte {
	w := &wire{Wire: codec.Writer(b), seen: make(map[place.Pos]int, 128)}
	agency(w, a)
	many(w, &ds, diagnostic)
	return w.Bytes()
}

var errDamaged = errors.New("damaged: not what was read of an agency")

// Read is the agency that Append wrote, and what was said.
func Read(b []byte) (*archive.Agency, []diag.Diagnostic, error) {
	w := &wire{Wire: codec.Reader(string(b))}
	a, ds := &archive.Agency{}, []diag.Diagnostic(nil)
	agency(w, a)
	many(w, &ds, diagnostic)
	if !w.Ended() {
		return nil, nil, errDamaged
	}
	return a, ds, nil
}

func diagnostic(w *wire, d *diag.Diagnostic) {
	one(w, &d.Level, diag.Error)
	text(w, &d.File)
	w.pos(&d.Pos)
	text(w, &d.Code)
	text(w, &d.Message)
	text(w, &d.Remedy)
}

func agency(w *wire, a *archive.Agency) {
	text(w, &a.Slug)
	text(w, &a.Dir)
	text(w, &a.Name)
	text(w, &a.Region)
	text(w, &a.Kind)
	text(w, &a.Level)
	text(w, &a.Function)
	many(w, &a.Aliases, text)
	many(w, &a.Former, text)
	many(w, &a.Names, name)
	many(w, &a.Predecessors, predecessor)
	text(w, &a.Homepage)
	many(w, &a.Reports, func(w *wire, e **archive.Entry) {
		if w.Reading() {
			*e = &archive.Entry{Agency: a}
		}
		entry(w, *e)
	})
}

func entry(w *wire, e *archive.Entry) {
	w.Int(&e.Year)
	text(w, &e.Path)
	text(w, &e.SHA256)
	w.Int64(&e.Size)
	year(w, &e.Meta)
	many(w, &e.Notes, note)
	text(w, &e.NotesPath)
	human(w, &e.Human)
	text(w, &e.HumanPath)
	many(w, &e.Files, file)
	judged(w, e)
}

// judged is the report of an entry: 0 for none, 1 for one of its own, else two more
// than the index of the file whose report it is.
func judged(w *wire, e *archive.Entry) {
	n := uint64(0)
	if !w.Reading() && e.Report != nil {
		n = uint64(slices.IndexFunc(e.Files, func(f archive.File) bool { return f.Report == e.Report }) + 2)
	}
	w.Uint(&n)
	switch {
	case n == 0:
	case n == 1:
		if w.Reading() {
			e.Report = new(report.Report)
		}
		whole(w, e.Report)
	case !w.Reading():
	case n-2 < uint64(len(e.Files)) && e.Files[n-2].Report != nil:
		e.Report = e.Files[n-2].Report
	default:
		w.Fail()
	}
}

func file(w *wire, f *archive.File) {
	text(w, &f.Path)
	text(w, &f.Role)
	text(w, &f.SHA256)
	text(w, &f.Agency)
	w.Int64(&f.Size)
	one(w, &f.Kind, source.Unknown)
	read := f.Report != nil
	w.Flags(&f.Markup, &f.Active, &f.Carries, &f.Pictures, &f.Closed, &f.Acts, &read)
	listed(w, &f.Meta)
	if read {
		if w.Reading() {
			f.Report = new(report.Report)
		}
		whole(w, f.Report)
	}
}
