package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"regexp"

	"ogi/generator/read/kit"
)

// maxStream bounds all streams but pictures, unpacked.
const maxStream = 64 << 20

var (
	fileHead    = regexp.MustCompile(`%PDF-\d\.\d`)
	sizeClaim   = regexp.MustCompile(`/(?:Size|Index|Count|N|Columns|Colors|W)\s*\[?\s*((?:\d+\s*){1,6})`)
	wholeNumber = regexp.MustCompile(`\d+`)
)

// sound gives the file from its header on to its last end mark, and refuses
// one whose sizes cannot be true or whose streams unpack beyond reason: the
// library would allocate what they claim.
func sound(b []byte) ([]byte, error) {
	at := fileHead.FindIndex(b[:min(len(b), 1024)])
	end := bytes.LastIndex(b, []byte("%%EOF"))
	if at == nil || end < 0 {
		return nil, kit.Damaged("PDF", fmt.Errorf("没有文件头或文件尾"))
	}
	b = append([]byte(nil), b[at[0]:end+len("%%EOF")]...)
	copy(b, "%PDF-1.7\n") // the library knows 1.0 to 1.7 and wants a line end
	for _, m := range sizeClaim.FindAllSubmatch(b, -1) {
		for _, n := range wholeNumber.FindAll(m[1], -1) {
			if len(n) > 7 {
				return nil, kit.Damaged("PDF", fmt.Errorf("声称的大小 %s 不可能", n))
			}
		}
	}
	switch size, sound := unpacked(b); {
	case size > maxStream:
		return nil, kit.TooLarge("PDF 解压后过大")
	case !sound:
		return nil, kit.Damaged("PDF", fmt.Errorf("对象流不完整"))
	}
	return b, nil
}

// unpacked is the size of all deflated streams that are no pictures, counted
// up to a little above maxStream. A stream of objects that breaks off inside
// a string is not sound: the library would look for its end for ever.
func unpacked(b []byte) (size int64, sound bool) {
	var total int64
	for off := 0; total <= maxStream; {
		i := bytes.Index(b[off:], []byte("stream"))
		if i < 0 {
			break
		}
		start := off + i + len("stream")
		off = start
		if i >= 3 && bytes.HasPrefix(b[start-len("endstream"):], []byte("endstream")) {
			continue
		}
		head := b[max(0, start-1024):start]
		if k := bytes.LastIndex(head, []byte(" obj")); k >= 0 {
			head = head[k:]
		}
		if bytes.Contains(head, []byte("/Image")) {
			continue
		}
		for start < len(b) && (b[start] == '\r' || b[start] == '\n') {
			start++
		}
		r, err := zlib.NewReader(bytes.NewReader(b[start:]))
		if err != nil {
			continue
		}
		if bytes.Contains(head, []byte("/ObjStm")) {
			data, _ := io.ReadAll(io.LimitReader(r, kit.MaxPart))
			total += int64(len(data))
			if bytes.LastIndexByte(data, '<') > bytes.LastIndexByte(data, '>') {
				return total, false
			}
			continue
		}
		n, _ := io.Copy(io.Discard, io.LimitReader(r, maxStream+1-total))
		total += n
	}
	return total, true
}
