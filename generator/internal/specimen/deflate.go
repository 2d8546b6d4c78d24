package specimen

import (
	"bytes"
	"compress/zlib"
)

// Deflated is data as streams of a PDF hold it.
func Deflated(data []byte) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	_, _ = w.Write(data)
	_ = w.Close()
	return b.String()
}
