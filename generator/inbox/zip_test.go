package inbox

import (
	"archive/zip"
	"bytes"
	"errors"
	"io/fs"
	"strings"
	"testing"
)

func pack(t *testing.T, add func(*zip.Writer)) File {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	add(z)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return File{Name: "a.zip", Bytes: b.Bytes()}
}

func member(t *testing.T, z *zip.Writer, h *zip.FileHeader, text string) {
	t.Helper()
	h.Method = zip.Deflate
	w, err := z.CreateHeader(h)
	if err == nil {
		_, err = w.Write([]byte(text))
	}
	if err != nil {
		t.Fatal(err)
	}
}

func TestZipTraps(t *testing.T) {
	link := &zip.FileHeader{Name: "2024.txt"}
	link.SetMode(fs.ModeSymlink | 0o777)
	for want, add := range map[string]func(*zip.Writer){
		"leads out of it": func(z *zip.Writer) { member(t, z, &zip.FileHeader{Name: "a/../../b.txt"}, "x") },
		"link or device":  func(z *zip.Writer) { member(t, z, link, "/etc/passwd") },
		"is encrypted":    func(z *zip.Writer) { member(t, z, &zip.FileHeader{Name: "a.txt", Flags: 1}, "x") },
		"holds more than 2000 files": func(z *zip.Writer) {
			for range maxMembers + 1 {
				member(t, z, &zip.FileHeader{Name: "a.txt"}, "")
			}
		},
		"the 32 MB a report may have": func(z *zip.Writer) {
			member(t, z, &zip.FileHeader{Name: "a.txt"}, strings.Repeat("\x00", maxMember+1))
		},
	} {
		_, err := Unzip(pack(t, add))
		if e := (*Error)(nil); !errors.As(err, &e) || !strings.Contains(e.Message.EN, want) || e.Remedy.ZH == "" {
			t.Errorf("%s: %v", want, err)
		}
	}
}

// A zip that states smaller sizes than it unpacks to is found out.
func TestZipThatLiesAboutSizes(t *testing.T) {
	f := pack(t, func(z *zip.Writer) {
		member(t, z, &zip.FileHeader{Name: "a.txt"}, strings.Repeat("\x00", 3<<20))
	})
	at := bytes.LastIndex(f.Bytes, []byte("PK\x01\x02"))
	copy(f.Bytes[at+24:], []byte{9, 0, 0, 0})
	if fs, err := Unzip(f); err == nil {
		t.Errorf("%d files", len(fs))
	}
}

func TestZipNamesInGBK(t *testing.T) {
	f := pack(t, func(z *zip.Writer) {
		member(t, z, &zip.FileHeader{Name: "\xc4\xea\xb1\xa8/2024.txt", NonUTF8: true}, "x")
		member(t, z, &zip.FileHeader{Name: "__MACOSX/2024.txt"}, "x")
		member(t, z, &zip.FileHeader{Name: ".DS_Store"}, "x")
	})
	fs, err := Unzip(f)
	if err != nil || len(fs) != 1 || fs[0].Name != "年报/2024.txt" {
		t.Errorf("%v %v", fs, err)
	}
}

// FuzzUnzip: whatever comes, no member leads out, and there is no panic.
func FuzzUnzip(f *testing.F) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, _ := z.Create("a/2024.txt")
	_, _ = w.Write([]byte("x"))
	_ = z.Close()
	f.Add(b.Bytes())
	f.Fuzz(func(t *testing.T, b []byte) {
		ms, err := Unzip(File{Name: "a.zip", Bytes: b})
		if err != nil && ms != nil {
			t.Error("files beside an error")
		}
		for _, m := range ms {
			if !fs.ValidPath(m.Name) {
				t.Errorf("name %q", m.Name)
			}
		}
	})
}
