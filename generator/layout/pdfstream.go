package layout

import (
	"bytes"
	"compress/zlib"
	"io"
)

// unpacked is the size of all deflated streams that are no pictures, counted
// up to a little above maxPDFStream. A stream of objects that breaks off inside
// a string is not sound: the library would look for its end for ever.
func unpacked(b []byte) (size int64, sound bool) {
	var total int64
	for off := 0; total <= maxPDFStream; {
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
			data, _ := io.ReadAll(io.LimitReader(r, maxPart))
			total += int64(len(data))
			if bytes.LastIndexByte(data, '<') > bytes.LastIndexByte(data, '>') {
				return total, false
			}
			continue
		}
		n, _ := io.Copy(io.Discard, io.LimitReader(r, maxPDFStream+1-total))
		total += n
	}
	return total, true
}
