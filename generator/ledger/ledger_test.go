package ledger

import (
	"slices"
	"strings"
	"testing"
)

const (
	a = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
	b = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
)

func TestWhatIsWrittenReadsBack(t *testing.T) {
	ls := []Line{
		{"content/b/2025.html", a, "agencies/b/2025/"},
		{"content/a/2025/附件 1.pdf", b, "agencies/a/2025/attachment-1/"},
		{"content/a/x\ty\n.pdf", b, "agencies/a/2025/attachment-2/"},
		{"#odd", a, "agencies/odd/2024/"},
		{"content/b/2025.html", a, "agencies/b/2025/"}, // twice, as a merge leaves it
	}
	text := Text(ls)
	got, err := Parse(text)
	if err != nil || len(got) != 4 || string(Text(got)) != string(text) {
		t.Errorf("%v\n%s%q", err, text, got)
	}
	if got[0].Path != "#odd" || got[2].Path != "content/a/x\ty\n.pdf" {
		t.Errorf("%q", got)
	}
	crlf, err := Parse([]byte("\ufeff" + strings.ReplaceAll(string(text), "\n", "\r\n")))
	if err != nil || !slices.Equal(crlf, got) {
		t.Errorf("with other line ends: %v %q", err, crlf)
	}
}

func TestWhatIsNoLineIsTold(t *testing.T) {
	for text, want := range map[string]string{
		"content/a/2025.html\t" + a + "\n":                               ":1: a line is",
		"# c\n\ncontent/a/2025.html\t" + a[:63] + "\tagencies/a/2025/\n": ":3: ",
		"<<<<<<< HEAD\n": ":1: a line is",
		"content/a/2025.html\t" + a + "\t../agencies/a/2025/\n":                  "no address",
		"content/a/2025.html\t" + a + "\t/agencies/a/2025/\n":                    "no address",
		"content/a/2025.html\t" + a + "\tagencies/a/2025\n":                      "no address",
		"content/a/2025.html\t" + a + "\tagencies/a/\n\"b\t" + a + "\tagencies/": ":2: the quotes",
	} {
		if _, err := Parse([]byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}

func TestEditChangesOnlyWhatItNames(t *testing.T) {
	old := Text([]Line{{"content/a/2024.html", a, "agencies/a/2024/"}, {"content/a/2025.html", a, "agencies/a/2025/"}, {"content/b/2025.html", b, "agencies/b/2025/"}})
	text, err := Edit([]Line{{"content/a/2025.html", b, "agencies/a/2025/"}, {"content/a/captures/2025/earlier-1.html", a, "agencies/a/2025/earlier-1/"}}, "content/b/2025.html")(old)
	want := head +
		"content/a/2024.html\t" + a + "\tagencies/a/2024/\n" +
		"content/a/2025.html\t" + b + "\tagencies/a/2025/\n" +
		"content/a/captures/2025/earlier-1.html\t" + a + "\tagencies/a/2025/earlier-1/\n"
	if err != nil || string(text) != want {
		t.Errorf("%v\n%s", err, text)
	}
	if text, err := Edit(nil)(nil); err != nil || string(text) != head {
		t.Errorf("%v %q", err, text)
	}
	if _, err := Edit(nil)([]byte("?")); err == nil {
		t.Error("what cannot be read was written over")
	}
}

func TestFoldersAboveAFileHaveAddressesToo(t *testing.T) {
	got := Addresses([]Line{{"x", a, "agencies/b/2025/"}, {"y", a, "agencies/b/2025/earlier-1/"}, {"z", a, "agencies/c/2025/"}})
	if want := []string{"agencies/b/", "agencies/b/2025/", "agencies/b/2025/earlier-1/", "agencies/c/", "agencies/c/2025/"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

// Reading never panics, and what was read is written as it reads.
func FuzzParse(f *testing.F) {
	f.Add(Text([]Line{{"content/b/2025.html", a, "agencies/b/2025/"}}))
	f.Add([]byte("\"content/\\t\"\t" + a + "\tagencies/b/\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		ls, err := Parse(text)
		if err != nil {
			return
		}
		if again, err := Parse(Text(ls)); err != nil || !slices.Equal(again, ls) {
			t.Errorf("%v\n%q\n%q", err, ls, again)
		}
	})
}
