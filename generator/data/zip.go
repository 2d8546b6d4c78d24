package data

import (
	"archive/zip"
	"hash/crc32"
	"io"
)

// A Shelf has the chunks of a site, by agency in the order of slugs.
type Shelf interface {
	Len() int
	Chunk(i int) (*Chunk, error)
}

// bom tells Excel that a file is UTF-8.
const bom = "\ufeff"

// Zip writes a table as a zip of one file, whose bytes are those of the pieces.
func Zip(w io.Writer, t int, f Format, of Shelf) error {
	table := Tables[t]
	name, head := table.Key+".csv", table.head()
	switch f {
	case Excel:
		head = append([]byte(bom), head...)
	case Lines:
		name, head = table.Key+".jsonl", nil
	}
	first := deflated(head)
	size, packed, crc := int64(first.Size), int64(len(first.Deflated)+len(end)), first.CRC
	err := parts(of, func(p *Part) error {
		one := p.Tables[t].Piece(f)
		size, packed, crc = size+int64(one.Size), packed+int64(len(one.Deflated)), joined(crc, one.CRC, int64(one.Size))
		return nil
	})
	if err != nil {
		return err
	}
	z := zip.NewWriter(w)
	to, err := z.CreateRaw(&zip.FileHeader{
		Name: name, Method: zip.Deflate, CRC32: crc, CompressedSize64: uint64(packed), UncompressedSize64: uint64(size), Flags: 0x800,
	})
	if err != nil {
		return err
	}
	write := func(b []byte) {
		if err == nil {
			_, err = to.Write(b)
		}
	}
	write(first.Deflated)
	e := parts(of, func(p *Part) error {
		write(p.Tables[t].Piece(f).Deflated)
		return err
	})
	write(end)
	if err == nil {
		err = e
	}
	if err != nil {
		return err
	}
	return z.Close()
}

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

// Rows are those of a table, of one year or, where that is 0, of all.
func Rows(of Shelf, t, year int, do func(Row) error) error {
	return parts(of, func(p *Part) error {
		if year != 0 && p.Year != year {
			return nil
		}
		rows, err := p.rows(t)
		for _, r := range rows {
			if err == nil {
				err = do(r)
			}
		}
		return err
	})
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
