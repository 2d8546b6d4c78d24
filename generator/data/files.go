package data

import (
	"archive/zip"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"slices"

	"ogi/generator/codec"
)

// Dir is where the files lie in a site. The number is that of what tables and columns
// mean: what is added leaves it as it is.
const Dir = "data/v1/"

// A Summary is what is known of an agency's rows without them.
type Summary struct {
	Sum    [32]byte // of the chunk
	Counts []int    // rows of each of Tables
	Years  []YearSum
}

// A YearSum tells whether the rows of a year are what they were.
type YearSum struct {
	Year   int
	Sum    [32]byte
	Counts []int
}

// Summed is the summary of what Pack made.
func Summed(sum [32]byte, c *Chunk) Summary {
	s := Summary{Sum: sum, Counts: make([]int, len(Tables))}
	for _, p := range c.Parts {
		y := YearSum{Year: p.Year, Sum: p.Sum}
		for i := range p.Tables {
			y.Counts = append(y.Counts, p.Tables[i].Count)
			s.Counts[i] += p.Tables[i].Count
		}
		s.Years = append(s.Years, y)
	}
	return s
}

// PackedSummary puts a summary on a wire, or takes it from one.
func PackedSummary(w *codec.Wire, s *Summary) {
	sum := func(b *[32]byte) {
		t := string(b[:])
		codec.Text(w, &t)
		if w.Reading() {
			copy(b[:], t)
		}
	}
	sum(&s.Sum)
	codec.Many(w, &s.Counts, (*codec.Wire).Int)
	codec.Many(w, &s.Years, func(w *codec.Wire, y *YearSum) {
		w.Int(&y.Year)
		sum(&y.Sum)
		codec.Many(w, &y.Counts, (*codec.Wire).Int)
	})
}

// A File is one of the data.
type File struct {
	Path   string
	Format string // as site.toml names it
	Table  *Table // nil where it has several
	Year   int    // 0 for all
	Rows   int
	Rests  [32]byte

	make func(io.Writer) (sink, error)
}

// A sink makes a file of all parts, which it is given in order.
type sink interface {
	part(p *Part) error
	end() error
}

// A Scratch lends an empty folder for as long as use runs.
type Scratch func(use func(dir string, files fs.FS) error) error

// Formats are the words of site.toml, in the order in which files are told.
var Formats = []string{"xlsx", "csv", "excel", "jsonl", "parquet", "sqlite"}

// Any reports whether some of the formats are files of all agencies' rows.
func Any(formats []string) bool {
	return slices.ContainsFunc(formats, func(f string) bool { return slices.Contains(Formats, f) })
}

// Files are those of some formats, of agencies known by their summaries.
func Files(formats []string, all []Summary) []File {
	p := &plan{all: all, counts: make([]int, len(Tables)), years: map[int][]int{}}
	h := codec.Hash{}
	for _, s := range all {
		h.Key(s.Sum)
		for i, n := range s.Counts {
			p.counts[i] += n
		}
		for _, y := range s.Years {
			if y.Year == 0 {
				continue
			}
			if p.years[y.Year] == nil {
				p.years[y.Year] = make([]int, len(Tables))
			}
			for i, n := range y.Counts {
				p.years[y.Year][i] += n
			}
		}
	}
	p.sum = h.Sum()
	for _, f := range Formats {
		if slices.Contains(formats, f) {
			p.format(f)
		}
	}
	return p.files
}

type plan struct {
	all    []Summary
	sum    [32]byte
	counts []int
	years  map[int][]int // rows of each table
	files  []File
}

func (p *plan) format(f string) {
	years := slices.Sorted(maps.Keys(p.years))
	switch f {
	case "csv", "excel", "jsonl":
		as := map[string]Format{"csv": CSV, "excel": Excel, "jsonl": Lines}[f]
		ending := map[string]string{"csv": ".csv.zip", "excel": ".excel.csv.zip", "jsonl": ".jsonl.zip"}[f]
		for i, t := range Tables {
			if !t.Inner {
				p.add(File{Path: t.Key + ending, Format: f, Table: t, Rows: p.counts[i], make: func(w io.Writer) (sink, error) { return newZipped(w, i, as), nil }})
			}
		}
	case "parquet":
		for i, t := range Tables {
			switch {
			case t.Inner:
			case t == Agencies:
				p.add(File{Path: "parquet/agencies.parquet", Format: f, Table: t, Rows: p.counts[i], make: func(w io.Writer) (sink, error) { return newColumnar(w, i, 0), nil }})
			default:
				for _, y := range years {
					p.add(File{
						Path: fmt.Sprintf("parquet/%s/year=%d/part.parquet", t.Key, y), Format: f, Table: t, Year: y, Rows: p.years[y][i],
						make: func(w io.Writer) (sink, error) { return newColumnar(w, i, y), nil },
					})
				}
			}
		}
	case "xlsx":
		for _, y := range years {
			rows := 0
			for _, t := range Sheets {
				if t != Agencies {
					rows += p.years[y][tableAt(t)]
				}
			}
			p.add(File{Path: fmt.Sprintf("xlsx/%d.xlsx", y), Format: f, Year: y, Rows: rows, make: func(w io.Writer) (sink, error) { return newWorkbook(w, y) }})
		}
	case "sqlite":
		rows := 0
		for _, n := range p.counts {
			rows += n
		}
		p.add(File{Path: "ogi.sqlite.zip", Format: f, Rows: rows})
	}
}

func (p *plan) add(f File) {
	f.Path = Dir + f.Path
	h := codec.Hash{}
	h.Text(f.Path)
	if f.Year == 0 {
		h.Key(p.sum)
	} else {
		for _, s := range p.all {
			for _, y := range s.Years {
				// A workbook tells of all agencies.
				if y.Year == f.Year || y.Year == 0 && f.Table == nil {
					h.Key(y.Sum)
				}
			}
		}
	}
	f.Rests = h.Sum()
	p.files = append(p.files, f)
}

// Together reports whether two files are made in one go: what is copied with what is
// copied, else what is of one format.
func Together(a, b File) bool {
	copied := []string{"csv", "excel", "jsonl"}
	return a.Format == b.Format || slices.Contains(copied, a.Format) && slices.Contains(copied, b.Format)
}

// Make makes files of the chunks on a shelf, which it goes along once. What open gives
// is closed where the file is whole.
func Make(files []File, of Shelf, lend Scratch, open func(path string) (io.WriteCloser, error)) error {
	return lend(func(dir string, there fs.FS) error {
		sinks := make([]sink, len(files))
		outs := make([]io.WriteCloser, len(files))
		for i := range files {
			var err error
			if outs[i], err = open(files[i].Path); err != nil {
				return err
			}
			if files[i].make != nil {
				sinks[i], err = files[i].make(outs[i])
			} else {
				sinks[i], err = newDatabase(dir + "/" + databaseName)
			}
			if err != nil {
				return err
			}
		}
		err := parts(of, func(p *Part) error {
			for _, s := range sinks {
				if err := s.part(p); err != nil {
					return err
				}
			}
			return nil
		})
		for i := range files {
			if err == nil {
				err = sinks[i].end()
			}
			if err == nil && files[i].make == nil {
				err = zippedDatabase(outs[i], there)
			}
			if err == nil {
				err = outs[i].Close()
			}
		}
		return err
	})
}

const databaseName = "ogi.sqlite"

func zippedDatabase(w io.Writer, files fs.FS) error {
	f, err := files.Open(databaseName)
	if err != nil {
		return err
	}
	defer f.Close()
	z := zip.NewWriter(w)
	to, err := z.CreateHeader(&zip.FileHeader{Name: databaseName, Method: zip.Deflate})
	if err != nil {
		return err
	}
	if _, err := io.Copy(to, f); err != nil {
		return err
	}
	return z.Close()
}
