package layout

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"

	"ogi/generator/source"
)

// Limits of packed files. A report unpacks to under one megabyte; a member
// that claims or turns out to be larger than maxPart is refused unread.
const (
	maxPart    = 24 << 20
	maxMembers = 4000
)

// A pack is the members of a packed file by name.
type pack map[string]*zip.File

func openPack(b []byte) (pack, error) {
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return nil, &source.Error{
			Message: "文件已损坏，无法解压（" + err.Error() + "）",
			Remedy:  "请重新下载，或用办公软件打开后另存一份",
		}
	}
	if len(z.File) > maxMembers {
		return nil, tooLarge(fmt.Sprintf("包内有 %d 个成员", len(z.File)))
	}
	p := make(pack, len(z.File))
	for _, m := range z.File {
		if p[m.Name] == nil {
			p[m.Name] = m
		}
	}
	return p, nil
}

// read gives a member whole; nil if there is none of that name.
func (p pack) read(name string) ([]byte, error) {
	m := p[name]
	if m == nil {
		return nil, nil
	}
	if m.UncompressedSize64 > maxPart {
		return nil, tooLarge(fmt.Sprintf("成员 %s 解压后有 %d MB", name, m.UncompressedSize64>>20))
	}
	r, err := m.Open()
	if err != nil {
		return nil, damaged(name, err)
	}
	defer r.Close()
	b, err := io.ReadAll(io.LimitReader(r, maxPart+1))
	if err != nil {
		return nil, damaged(name, err)
	}
	if len(b) > maxPart {
		return nil, tooLarge(fmt.Sprintf("成员 %s 解压后超过 %d MB", name, maxPart>>20))
	}
	return b, nil
}
