package desk

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"ogi/generator/archive"
	"ogi/generator/config"
	"ogi/generator/inbox"
	"ogi/generator/internal/specimen"
	"ogi/generator/report"
)

func agencies(as ...*archive.Agency) *archive.Archive { return archive.New(config.Site{}, as) }

func TestAgencyIsToldByItsNames(t *testing.T) {
	justice := &archive.Agency{Slug: "sfj", Name: "平顶山市卫东区司法局", Names: []config.Name{{Name: "卫东区法制办公室", To: 2018}}}
	office := &archive.Agency{Slug: "zfb", Name: "平顶山市卫东区人民政府办公室", Aliases: []string{"卫东区政府办"}}
	other := &archive.Agency{Slug: "xinhua-sfj", Name: "平顶山市新华区司法局"}
	for _, x := range []struct {
		by, title string
		want      *archive.Agency
		exact     bool
	}{
		{"平顶山市卫东区司法局", "", justice, true},
		{"卫东区司法局", "", justice, false},
		{"河南省平顶山市卫东区司法局", "", justice, false},
		{"卫东区法制办公室", "", justice, true},
		{"卫东区政府办", "", office, true},
		{"", "平顶山市卫东区司法局2024年政府信息公开工作年度报告", justice, true},
		{"", "2024年平顶山市卫东区司法局政府信息公开工作年度报告", justice, false},
		{"区司法局", "", nil, false}, // of two it could be either
		{"司法局", "", nil, false},
		{"平顶山市湛河区司法局", "", nil, false},
		{"", "", nil, false},
	} {
		r := &report.Report{Agency: report.Text{Text: x.by}, Title: report.Text{Text: x.title}}
		got, exact := known(agencies(justice, office, other), r)
		if got != x.want || exact != x.exact {
			t.Errorf("%q %q: got %v, %v", x.by, x.title, got, exact)
		}
	}
}

func TestSlugsAreMadeOfRegionAndFunction(t *testing.T) {
	for name, want := range map[string]string{
		"平顶山市卫东区司法局":      "410403-justice",
		"平顶山市卫东区人民政府":     "410403-government",
		"平顶山市卫东区人民政府办公室":  "410403-office",
		"国家税务总局沭阳县税务局":    "321322-tax",
		"平顶山市卫东区某某街道办事处":  "",
		"某某县司法局":          "",
		"平顶山市卫东区公共资源交易中心": "",
	} {
		if got := propose(agencies(), Told{Name: name}, nil).Slug; got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
	taken := agencies(&archive.Agency{Slug: "410403-justice", Dir: "content/henan/410403-justice", Region: "410403", Name: "卫东区公共法律服务中心"})
	n := propose(taken, Told{Name: "平顶山市卫东区司法局"}, nil)
	if n.Slug != "" {
		t.Error("a slug that another agency has was proposed")
	}
	if n := propose(taken, Told{Name: "平顶山市卫东区民政局"}, nil); n.Dir != "content/henan/410403-civil-affairs" {
		t.Errorf("not beside its neighbours: %s", n.Dir)
	}
}

func TestFactsAreWrittenIntoWhatIsThere(t *testing.T) {
	const was = "# seen\nsource = \"https://example.org/a\"\npublished = \"2025-01-20\"\nscope = \"own\"\nsha256 = \"1\"\n\n[[file]]\npath = \"2024.html\"\nrole = \"main\"\nsource = \"https://example.org/b\"\n"
	got := string(renamed(setFacts([]byte(was), facts4{source: "https://example.org/c", sha256: "2"}), "2024.html", "2024.pdf"))
	const want = "source = \"https://example.org/c\"\nsha256 = \"2\"\n# seen\nscope = \"own\"\n\n[[file]]\npath = \"2024.pdf\"\nrole = \"main\"\nsource = \"https://example.org/b\"\n"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// The same year twice, or a broken <year>.toml, changes nothing.
func TestWhatCannotBeFiledIsAnError(t *testing.T) {
	a := agencies(&archive.Agency{Slug: "a", Dir: "content/a", Name: "卫东区司法局", Region: "410403"})
	text := func(seed uint64) inbox.File {
		r := specimen.Random(seed, specimen.Options{Agency: "卫东区司法局", Year: 2024, Max: 9})
		return inbox.File{Name: fmt.Sprintf("%d.txt", seed), Bytes: r.MustWrite(specimen.Tab)}
	}
	fsys := fstest.MapFS{}
	one := Understand(fsys, a, text(1), Told{})
	two := Understand(fsys, a, text(2), Told{})
	if len(one.Doubts)+len(two.Doubts) > 0 {
		t.Fatal(one.Doubts, two.Doubts)
	}
	if _, err := Changes(fsys, []*Item{one, two}); err == nil || !strings.Contains(err.Error(), "1.txt and 2.txt are both of 2024") {
		t.Error(err)
	}
	fsys["content/a/2024.toml"] = &fstest.MapFile{Data: []byte("sorce = \"x\"\n")}
	it := Understand(fsys, a, text(1), Told{})
	if len(it.Doubts) != 1 || !strings.Contains(it.Doubts[0].Message, `没有 "sorce" 这个键`) {
		t.Error(it.Doubts)
	}
}
