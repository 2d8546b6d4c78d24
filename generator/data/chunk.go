package data

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/json"
	"errors"
	"hash/crc32"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/klauspost/compress/flate"

	"ogi/generator/codec"
	"ogi/generator/report"
	"ogi/generator/sign"
)

// A Format is one in which rows are packed.
type Format uint8

// The formats of pieces.
const (
	CSV   Format = iota // UTF-8, lines ended by CR LF, as RFC 4180 has it
	Excel               // the same, but that no text is taken for a formula
	Lines               // JSON lines
	formats
)

// A Piece is the rows of one agency in one table and format, deflated: pieces behind
// one another are one stream.
type Piece struct {
	Deflated string
	Size     int    // before
	CRC      uint32 // of that
}

// A Chunk is all rows of one agency: of itself, and of each year.
type Chunk struct {
	Parts []Part // ascending by year, that of the agency first
}

// A Part is the rows of one year, or those of the agency itself, of year 0.
type Part struct {
	Year   int
	Sum    [sha256.Size]byte // of all its rows
	Tables []Pieces          // as Tables
}

// Pieces are the rows of one table.
type Pieces struct {
	Count int
	Of    [formats]Piece // of Excel none where it is as CSV
}

// Piece is that in a format.
func (p *Pieces) Piece(f Format) *Piece {
	if f == Excel && p.Of[Excel].Size == 0 {
		f = CSV
	}
	return &p.Of[f]
}

// Pack makes the chunk of an agency.
func (g *Agency) Pack() []byte {
	c := Chunk{}
	part := func(year int, rows func(t *Table) []Row) {
		p := Part{Year: year}
		h := codec.Hash{}
		for _, t := range Tables {
			var ps Pieces
			if of := rows(t); len(of) > 0 {
				t.signed(of)
				plain := csvOf(t, of, false)
				h.Text(string(plain))
				ps.Count, ps.Of[CSV] = len(of), deflated(plain)
				if !t.Inner {
					if g.Lines {
						ps.Of[Lines] = deflated(linesOf(t, of))
					}
					if t.runs(of) {
						ps.Of[Excel] = deflated(csvOf(t, of, true))
					}
				}
			}
			p.Tables = append(p.Tables, ps)
		}
		p.Sum = h.Sum()
		c.Parts = append(c.Parts, p)
	}
	part(0, func(t *Table) []Row {
		if t == Agencies {
			return []Row{g.self()}
		}
		return nil
	})
	for _, e := range g.Reports {
		vs := values(e)
		part(e.Year, func(t *Table) []Row { return g.rows(t, e, vs) })
	}
	w := codec.Writer(nil)
	packed(&w, &c)
	return w.Bytes()
}

var errDamaged = errors.New("damaged rows of an agency")

// Open is the chunk that Pack made.
func Open(b []byte) (*Chunk, error) {
	w := codec.Reader(string(b))
	c := &Chunk{}
	packed(&w, c)
	if !w.Ended() || slices.ContainsFunc(c.Parts, func(p Part) bool { return len(p.Tables) != len(Tables) }) {
		return nil, errDamaged
	}
	return c, nil
}

func packed(w *codec.Wire, c *Chunk) {
	codec.Many(w, &c.Parts, func(w *codec.Wire, p *Part) {
		w.Int(&p.Year)
		s := string(p.Sum[:])
		codec.Text(w, &s)
		if w.Reading() {
			copy(p.Sum[:], s)
		}
		codec.Many(w, &p.Tables, func(w *codec.Wire, ps *Pieces) {
			w.Int(&ps.Count)
			for f := range ps.Of {
				packedPiece(w, &ps.Of[f])
			}
		})
	})
}

func packedPiece(w *codec.Wire, p *Piece) {
	codec.Text(w, &p.Deflated)
	w.Int(&p.Size)
	crc := int(p.CRC)
	w.Int(&crc)
	if w.Reading() {
		p.CRC = uint32(crc)
	}
}

// deflated packs bytes so that others may follow: the stream is left open, on a whole
// byte.
func deflated(b []byte) Piece {
	if len(b) == 0 {
		return Piece{}
	}
	var out bytes.Buffer
	z := deflaters.Get().(*flate.Writer)
	defer deflaters.Put(z)
	z.Reset(&out)
	_, err := z.Write(b)
	if err == nil {
		err = z.Flush()
	}
	if err != nil {
		panic(err) // into memory
	}
	return Piece{out.String(), len(b), crc32.ChecksumIEEE(b)}
}

// deflaters are used again: one is larger than what it packs.
var deflaters = sync.Pool{New: func() any {
	z, err := flate.NewWriter(nil, 5)
	if err != nil {
		panic(err) // a level that there is
	}
	return z
}}

// csvOf are rows as CSV. For Excel, which runs what a cell begins with =, + or the
// like, also in a file, such a text gets an apostrophe before it.
func csvOf(t *Table, rows []Row, excel bool) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	for _, r := range rows {
		if excel {
			r = slices.Clone(r)
			for i := range r {
				if t.Columns[i].Type == Text && runs(r[i]) {
					r[i] = "'" + r[i]
				}
			}
		}
		_ = w.Write(r) // into memory
	}
	w.Flush()
	return b.Bytes()
}

// runs reports whether a sheet takes a text for more than a text.
func runs(s string) bool {
	first, size := utf8.DecodeRuneInString(s)
	if size == len(s) || !strings.ContainsRune("=+-@\t\r＝＋－＠", first) {
		return false
	}
	_, err := report.ParseDecimal(s)
	return err != nil
}

// signed shows in texts what nobody sees, as every other output does: a row is looked
// at in terminals and sheets too.
func (t *Table) signed(rows []Row) {
	for _, r := range rows {
		for i := range r {
			if t.Columns[i].Type == Text {
				r[i] = sign.Text(r[i])
			}
		}
	}
}

// runs reports whether any text of rows is one that a sheet runs.
func (t *Table) runs(rows []Row) bool {
	return slices.ContainsFunc(rows, func(r Row) bool {
		for i := range r {
			if t.Columns[i].Type == Text && runs(r[i]) {
				return true
			}
		}
		return false
	})
}

// head is the first line of a CSV file.
func (t *Table) head() []byte {
	var r Row
	for _, c := range t.Columns {
		r = append(r, c.Key)
	}
	return csvOf(t, []Row{r}, false)
}

// linesOf are rows as JSON lines, each an object with its keys in order.
func linesOf(t *Table, rows []Row) []byte {
	var b []byte
	keys := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		keys[i] = string(quoted(c.Key)) + ":"
	}
	for _, r := range rows {
		for i, v := range r {
			if b = append(b, ','); i == 0 {
				b[len(b)-1] = '{'
			}
			b = append(b, keys[i]...)
			switch typ := t.Columns[i].Type; {
			case v == "":
				b = append(b, "null"...)
			case typ == Text || typ == Date:
				b = appendQuoted(b, v)
			default:
				b = append(b, v...)
			}
		}
		b = append(b, "}\n"...)
	}
	return b
}

// quoted is a text as JSON has it.
func quoted(s string) []byte { return appendQuoted(nil, s) }

// appendQuoted puts it behind b. Most texts need no more than quotes.
func appendQuoted(b []byte, s string) []byte {
	plain := func(r rune) bool {
		return r < ' ' || r == '"' || r == '\\' || r == '\u2028' || r == '\u2029' || r == utf8.RuneError
	}
	if !strings.ContainsFunc(s, plain) {
		return append(append(append(b, '"'), s...), '"')
	}
	return append(b, escaped(s)...)
}

func escaped(s string) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(s); err != nil {
		panic(err) // a string
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}

// rows unpacks the rows of a table.
func (p *Part) rows(table int) ([]Row, error) {
	one := p.Tables[table].Of[CSV]
	if one.Size == 0 {
		return nil, nil
	}
	z := flate.NewReader(strings.NewReader(one.Deflated + end))
	defer z.Close()
	r := csv.NewReader(z)
	r.FieldsPerRecord = len(Tables[table].Columns)
	all, err := r.ReadAll()
	rows := make([]Row, len(all))
	for i := range all {
		rows[i] = all[i]
	}
	return rows, err
}

// end closes a stream of pieces: a last block with nothing in it.
const end = "\x03\x00"
