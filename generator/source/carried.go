package source

import (
	"bytes"
	"encoding/base64"
	"strings"
)

// Carried undoes how the part of a mail or web archive was coded on its way, by
// the name of the coding. It reads on behind an error, as browsers do: what is
// no code stands for itself. A reader that stopped there would lose the rest of
// a report that everyone else sees.
func Carried(coding string, b []byte) []byte {
	switch strings.ToLower(strings.TrimSpace(coding)) {
	case "quoted-printable":
		return quoted(b)
	case "base64":
		return based(b)
	}
	return b
}

func quoted(b []byte) []byte {
	out := make([]byte, 0, len(b))
	for line := range bytes.Lines(b) {
		body := bytes.TrimRight(line, " \t\r\n")
		var end string
		switch {
		case bytes.HasSuffix(line, []byte("\r\n")):
			end = "\r\n"
		case bytes.HasSuffix(line, []byte("\n")):
			end = "\n"
		}
		if n := len(body); n > 0 && body[n-1] == '=' { // the line goes on
			body, end = body[:n-1], ""
		}
		for i := 0; i < len(body); i++ {
			if body[i] == '=' && i+2 < len(body) {
				hi, ok1 := hexDigit(body[i+1])
				lo, ok2 := hexDigit(body[i+2])
				if ok1 && ok2 {
					out = append(out, hi<<4|lo)
					i += 2
					continue
				}
			}
			out = append(out, body[i])
		}
		out = append(out, end...)
	}
	return out
}

func hexDigit(c byte) (byte, bool) {
	switch {
	case '0' <= c && c <= '9':
		return c - '0', true
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return c | 0x20 - 'a' + 10, true
	}
	return 0, false
}

func based(b []byte) []byte {
	signs := bytes.Map(func(r rune) rune {
		if 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '+' || r == '/' {
			return r
		}
		return -1
	}, b)
	if len(signs)%4 == 1 {
		signs = signs[:len(signs)-1]
	}
	out := make([]byte, base64.RawStdEncoding.DecodedLen(len(signs)))
	n, _ := base64.RawStdEncoding.Decode(out, signs)
	return out[:n]
}
