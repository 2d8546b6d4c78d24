package kit

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"

	"ogi/generator/source"
)

// Limits of packed files. A report unpacks to under one megabyte; a member
// that claims or turns out to be larger than MaxPart is refused unread.
const (
	MaxPart    = 24 << 20
	MaxMembers = 4000
)

// A Pack is the members of a packed file by name.
type Pack map[string]*zip.File

// OpenPack opens a packed file; of members of one name the first counts.
func OpenPack(b []byte) (Pack, error) {
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return nil, &source.Error{
			Message: "文件已损坏，无法解压（" + err.Error() + "）",
			Remedy:  "请重新下载，或用办公软件打开后另存一份",
		}
	}
	if len(z.File) > MaxMembers {
		return nil, TooLarge(fmt.Sprintf("包内有 %d 个成员", len(z.File)))
	}
	p := make(Pack, len(z.File))
	for _, m := range z.File {
		if p[m.Name] == nil {
			p[m.Name] = m
		}
	}
	return p, nil
}

// Read gives a member whole; nil if there is none of that name.
func (p Pack) Read(name string) ([]byte, error) {
	m := p[name]
	if m == nil {
		return nil, nil
	}
	if m.UncompressedSize64 > MaxPart {
		return nil, TooLarge(fmt.Sprintf("成员 %s 解压后有 %d MB", name, m.UncompressedSize64>>20))
	}
	r, err := m.Open()
	if err != nil {
		return nil, Damaged(name, err)
	}
	defer r.Close()
	b, err := io.ReadAll(io.LimitReader(r, MaxPart+1))
	if err != nil {
		return nil, Damaged(name, err)
	}
	if len(b) > MaxPart {
		return nil, TooLarge(fmt.Sprintf("成员 %s 解压后超过 %d MB", name, MaxPart>>20))
	}
	return b, nil
}
