package source

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime/quotedprintable"
	"strings"
	"testing"
)

func TestCarriedReadsOnBehindAnError(t *testing.T) {
	for _, c := range []struct{ coding, in, want string }{
		{"quoted-printable", "a=3Db=\r\nc  \r\nd", "a=bc\r\nd"},
		{"Quoted-Printable ", "=E5=B9= tel =4\n=B4=zz=", "\xe5\xb9= tel =4\n\xb4=zz"},
		{"quoted-printable", "= \nx =\t\ny==41", "x y=A"},
		{"base64", "5b\r\nm0*6L+R", "年近"},
		{"base64", "YWJjZ", "abc"},
		{"8bit", "=41", "=41"},
	} {
		if got := string(Carried(c.coding, []byte(c.in))); got != c.want {
			t.Errorf("%s %q: %q, want %q", c.coding, c.in, got, c.want)
		}
	}
}

// What the standard library reads is read the same.
func FuzzCarried(f *testing.F) {
	for _, s := range []string{"a=3Db=\r\nc  \r\nd", "=E5=B9=B4\n", "5bm0", "YWJj\nZA=="} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if want, err := io.ReadAll(quotedprintable.NewReader(strings.NewReader(s))); err == nil {
			if got := Carried("quoted-printable", []byte(s)); !bytes.Equal(got, want) {
				t.Errorf("%q: %q, want %q", s, got, want)
			}
		}
		if want, err := base64.StdEncoding.DecodeString(s); err == nil {
			if got := Carried("base64", []byte(s)); !bytes.Equal(got, want) {
				t.Errorf("%q: %q, want %q", s, got, want)
			}
		}
	})
}
