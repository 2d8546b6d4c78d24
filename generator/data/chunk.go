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
	"unicode/utf8"

	"github.com/klauspost/compress/flate"

	"ogi/generator/codec"
	"ogi/generator/report"
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
	Deflated []byte
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
				plain := csvOf(t, of, false)
				h.Text(string(plain))
				ps.Count, ps.Of[CSV] = len(of), deflated(plain)
				if !t.Inner {
					ps.Of[Lines] = deflated(linesOf(t, of))
					if excel := csvOf(t, of, true); !bytes.Equal(plain, excel) {
						ps.Of[Excel] = deflated(excel)
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
		part(e.Year, func(t *Table) []Row { return g.rows(t, e) })
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
	s := string(p.Deflated)
	codec.Text(w, &s)
	w.Int(&p.Size)
	crc := int(p.CRC)
	w.Int(&crc)
	if w.Reading() {
		p.Deflated, p.CRC = []byte(s), uint32(crc)
	}
}

// deflated packs bytes so that others may follow: the stream is left open, on a whole
// byte.
func deflated(b []byte) Piece {
	if len(b) == 0 {
		return Piece{}
	}
	var out bytes.Buffer
	z, err := flate.NewWriter(&out, 5)
	if err == nil {
		_, err = z.Write(b)
	}
	if err == nil {
		err = z.Flush()
	}
	if err != nil {
		panic(err) // into memory, at a level that there is
	}
	return Piece{out.Bytes(), len(b), crc32.ChecksumIEEE(b)}
}

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
	if _, err := report.ParseDecimal(s); err == nil || utf8.RuneCountInString(s) < 2 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("=+-@\t\r＝＋－＠", first)
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
	var b bytes.Buffer
	keys := make([][]byte, len(t.Columns))
	for i, c := range t.Columns {
		keys[i] = quoted(c.Key)
	}
	for _, r := range rows {
		b.WriteByte('{')
		for i, v := range r {
			if i > 0 {
				b.WriteByte(',')
			}
			b.Write(keys[i])
			b.WriteByte(':')
			switch typ := t.Columns[i].Type; {
			case v == "":
				b.WriteString("null")
			case typ == Text || typ == Date:
				b.Write(quoted(v))
			default:
				b.WriteString(v)
			}
		}
		b.WriteString("}\n")
	}
	return b.Bytes()
}

func quoted(s string) []byte {
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
	z := flate.NewReader(bytes.NewReader(append(slices.Clip(one.Deflated), end...)))
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
var end = []byte{0x03, 0x00}
