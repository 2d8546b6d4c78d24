package transcribe

import (
	"testing"

	"ogi/generator/form"
)

// A spreadsheet that came back is read or refused with words.
func FuzzFilled(f *testing.F) {
	f.Add([]byte("PK\x03\x04"))
	f.Add([]byte("no spreadsheet"))
	b, err := Template(Subject{Year: 2024, SHA256: sha, Form: form.F2021})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(b)
	f.Fuzz(func(t *testing.T, b []byte) {
		got, err := Read(b)
		if err == nil && (got.SHA256 == "" || got.Form == "") || err != nil && err.Error() == "" {
			t.Errorf("%+v, %v", got, err)
		}
	})
}
