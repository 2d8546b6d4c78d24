package layout

import (
	"bytes"
	"testing"

	"ogi/generator/internal/specimen"
)

// A sign that is no code loses nothing of a web archive behind it.
func TestABrokenCodeLosesNothing(t *testing.T) {
	b := specimen.Random(3, specimen.Options{}).MustWrite(specimen.MHT)
	whole, _, err := Read("a.mht", b)
	if err != nil {
		t.Fatal(err)
	}
	at := bytes.Index(b, []byte("=E4"))
	torn, _, err := Read("a.mht", bytes.Join([][]byte{b[:at], b[at:]}, []byte("=ZZ")))
	if err != nil {
		t.Fatal(err)
	}
	if len(torn.Blocks) != len(whole.Blocks) {
		t.Errorf("%d blocks, %d without the sign", len(torn.Blocks), len(whole.Blocks))
	}
}
