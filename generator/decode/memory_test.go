package decode_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"ogi/generator/decode"
	"ogi/generator/internal/specimen"
)

// peak is the most memory that this process has held, in bytes; 0 where the
// system does not tell.
func peak() int {
	b, _ := os.ReadFile("/proc/self/status")
	n := 0
	if _, after, ok := strings.Cut(string(b), "VmHWM:"); ok {
		_, _ = fmt.Sscan(after, &n)
	}
	return n << 10
}

// Reading a file takes no more than a hundred times its size, unpacked, nor 500
// MB; small files may take 40 MB, 10 of which are the program. Each is read in a process of its own, whose
// most is told by the system.
func TestMemoryStaysInProportion(t *testing.T) {
	if name := os.Getenv("OGI_MEMORY_OF"); name != "" {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		before := peak()
		r, _ := decode.File(filepath.Base(name), b)
		fmt.Printf("took %d %v\n", peak()-before, r != nil)
		return
	}
	if peak() == 0 || raceEnabled {
		t.Skip("the memory of a process is not told here")
	}
	type file struct {
		name string
		size int // unpacked
		b    []byte
	}
	var files []file
	add := func(name string, size int, b []byte) { files = append(files, file{name, size, b}) }
	sizes := []int{256 << 10}
	if os.Getenv("OGI_FULL") != "" {
		sizes = []int{64 << 10, 256 << 10, 1 << 20, 8 << 20, 31 << 20}
	}
	for _, n := range sizes {
		for _, c := range []struct{ name, head, unit string }{
			{"one-line.txt", "", "本年度公开信息"},
			{"short-lines.txt", "", "1\n"},
			{"empty-lines.txt", "数", "\n"},
			{"labels.txt", "", "行政许可 12 行政处罚 3\n"},
			{"tabs.txt", "", "1\t2\t3\t4\n"},
			{"bars.txt", "", "|"},
			{"tables.md", "", "# 1\n|1|2|\n|-|-|\n"},
			{"commas.csv", "", ","},
			{"rows.csv", "", "1,2,3,4,5\n"},
			{"cells.html", "<table><tr>", "<td>"},
			{"rows.html", "<table>", "<tr><td>"},
			{"spans.html", "<table><tr>", "<td colspan=200 rowspan=200>1"},
			{"paragraphs.html", "", "<p>数"},
			{"tables.html", "", "<table>"},
			{"comments.html", "", "<!--数-->"},
			{"page.mht", "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n", "<td>1"},
		} {
			add(fmt.Sprint(n>>10, "K-", c.name), n, append([]byte(c.head), bytes.Repeat([]byte(c.unit), n/len(c.unit))...))
		}
		word := func(name, unit string) {
			body := strings.Repeat(unit, n/len(unit))
			add(fmt.Sprint(n>>10, "K-", name), n, specimen.WordDocument(body))
		}
		word("paragraphs.docx", "<w:p><w:r><w:t>数</w:t></w:r></w:p>")
		word("tables.docx", "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>")
		add(fmt.Sprint(n>>10, "K-characters.pdf"), n, specimen.PDFFile([]string{"BT /F1 9 Tf 50 700 Td " + strings.Repeat("(12345678) Tj ", n/14) + "ET"}))
	}
	dir := t.TempDir()
	worst, most := 0.0, 0
	for _, f := range files {
		name := filepath.Join(dir, f.name)
		if err := os.WriteFile(name, f.b, 0o600); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(os.Args[0], "-test.run=^TestMemoryStaysInProportion$", "-test.v")
		cmd.Env = append(os.Environ(), "OGI_MEMORY_OF="+name, "GOGC=60") // as ogi runs
		out, err := cmd.CombinedOutput()
		took, at := 0, bytes.Index(out, []byte("took "))
		if err != nil || at < 0 {
			t.Fatalf("%s: %v\n%s", f.name, err, out)
		}
		_, _ = fmt.Sscan(string(out[at+len("took "):]), &took)
		if took > max(40<<20, 100*f.size) || took > 500<<20 {
			t.Errorf("%s: %d MB for %d KB", f.name, took>>20, f.size>>10)
		}
		if f.size >= 256<<10 {
			worst = max(worst, float64(took)/float64(f.size))
		}
		most = max(most, took)
		_ = os.Remove(name)
	}
	t.Logf("%d files: at most %d MB, from 256 KB on at most %.0f times the input, on %s", len(files), most>>20, worst, runtime.GOOS)
}
