package data

import (
	"archive/zip"
	"hash/crc32"
	"io"
	"math"
)

// A Shelf has the chunks of a site, by agency in the order of slugs.
type Shelf interface {
	Len() int
	Chunk(i int) (*Chunk, error)
}

// bom tells Excel that a file is UTF-8.
const bom = "\ufeff"

// A zipped is a table as a zip of one file, whose bytes are those of the pieces.
type zipped struct {
	table  int
	format Format
	zip    *zip.Writer
	head   *zip.FileHeader
	to     io.Writer
	err    error
}

func newZipped(w io.Writer, t int, f Format) *zipped {
	table := Tables[t]
	name, head := table.Key+".csv", table.head()
	switch f {
	case Excel:
		head = append([]byte(bom), head...)
	case Lines:
		name, head = table.Key+".jsonl", nil
	}
	// Sizes and sum are known at the end, and stand behind the file (bit 3); its name
	// is UTF-8 (bit 11).
	z := &zipped{table: t, format: f, zip: zip.NewWriter(w), head: &zip.FileHeader{Name: name, Method: zip.Deflate, Flags: 1<<3 | 1<<11}}
	z.to, z.err = z.zip.CreateRaw(z.head)
	first := deflated(head)
	z.piece(&first)
	return z
}

func (z *zipped) piece(p *Piece) {
	z.head.CRC32 = joined(z.head.CRC32, p.CRC, int64(p.Size))
	z.head.UncompressedSize64 += uint64(p.Size)
	z.write(p.Deflated)
}

func (z *zipped) write(s string) {
	z.head.CompressedSize64 += uint64(len(s))
	if z.err == nil {
		_, z.err = io.WriteString(z.to, s)
	}
}

func (z *zipped) part(p *Part) error {
	z.piece(p.Tables[z.table].Piece(z.format))
	return z.err
}

func (z *zipped) end() error {
	z.write(end)
	if z.err != nil {
		return z.err
	}
	//lint:ignore SA1019 the list at the end of the zip is written from these two
	z.head.CompressedSize, z.head.UncompressedSize = short(z.head.CompressedSize64), short(z.head.UncompressedSize64)
	return z.zip.Close()
}

// short is a size in 32 bits, all set where it has more: then the long one counts.
func short(n uint64) uint32 { return uint32(min(n, math.MaxUint32)) }

// parts are those of all agencies, in order.
func parts(of Shelf, do func(*Part) error) error {
	for i := range of.Len() {
		c, err := of.Chunk(i)
		if err != nil {
			return err
		}
		for k := range c.Parts {
			if err := do(&c.Parts[k]); err != nil {
				return err
			}
		}
	}
	return nil
}

// joined is the CRC-32 of two texts one behind the other, by theirs and the length of
// the second: what stands before is carried over as many zero bytes, by squaring the
// step of one bit, as zlib's crc32_combine does.
func joined(a, b uint32, length int64) uint32 {
	if length == 0 {
		return a
	}
	var even, odd [32]uint32 // matrices over two elements, a column each
	odd[0] = crc32.IEEE
	for i := 1; i < 32; i++ {
		odd[i] = 1 << (i - 1)
	}
	square(&even, &odd) // two bits
	square(&odd, &even) // four
	for at, other := &even, &odd; length > 0; length >>= 1 {
		square(at, other)
		if length&1 != 0 {
			a = times(at, a)
		}
		at, other = other, at
	}
	return a ^ b
}

func times(m *[32]uint32, v uint32) (sum uint32) {
	for i := 0; v != 0; i, v = i+1, v>>1 {
		if v&1 != 0 {
			sum ^= m[i]
		}
	}
	return sum
}

func square(to, m *[32]uint32) {
	for i := range m {
		to[i] = times(m, m[i])
	}
}
