package desk

import (
	"fmt"
	"maps"
	"strings"
	"testing"
	"testing/fstest"

	"ogi/generator/archive"
	"ogi/generator/config"
	"ogi/generator/inbox"
	"ogi/generator/internal/specimen"
	"ogi/generator/office/roster"
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
		got, exact := known([]*archive.Agency{justice, office, other}, r)
		if got != x.want || exact != x.exact {
			t.Errorf("%q %q: got %v, %v", x.by, x.title, got, exact)
		}
	}
}

func TestSlugsAreMadeOfRegionAndFunctionOrName(t *testing.T) {
	for name, want := range map[string]string{
		"平顶山市卫东区司法局":      "410403-justice",
		"平顶山市卫东区人民政府":     "410403-government",
		"平顶山市卫东区人民政府办公室":  "410403-office",
		"国家税务总局沭阳县税务局":    "321322-tax",
		"平顶山市卫东区某某街道办事处":  "410403-moumoujiedao",
		"平顶山市卫东区公共资源交易中心": "410403-gonggongziyuanjiaoyizhongxin",
		"沭阳县庙头镇人民政府":      "321322-miaotouzhen",
		"沭阳县档案馆":          "321322-danganguan",
		"沭阳县供销合作总社":       "321322-gongxiaohezuozongshe",
		"沭阳县福利院":          "321322-fuliyuan",
		"沭阳县住房和城乡建设局":     "321322-housing",
		"沭阳县住房公积金管理中心":    "321322-zhufanggongjijinguanlizhongxin",
		"沭阳县城市管理局":        "321322-urban-management",
		"沭阳县综合行政执法局":      "321322-zonghexingzhengzhifaju",
		"沭阳县行政审批局":        "321322-administrative-approval",
		"沭阳县政务服务管理办公室":    "321322-zhengwufuwuguanlibangongshi",
		"沭阳县自然资源和规划局":     "321322-natural-resources",
		"沭阳县自然资源和规划局城东分局": "321322-ziranziyuanheguihuajuchengdongfenju",
		"沭阳县市场监督管理局":      "321322-market-regulation",
		"沭阳县市场监督管理局城南分局":  "321322-shichangjianduguanlijuchengnanfenju",
		"沭阳县公安局":          "321322-public-security",
		"沭阳县公安局交警大队":      "321322-gonganjujiaojingdadui",
		"沭阳经济技术开发区管理委员会":  "321322-jingjijishukaifaqu", // 沭阳 is one county alone
		"朝阳经济技术开发区管理委员会":  "",                          // there are five
		"某某县司法局":          "",
	} {
		if got, _ := propose(agencies(), nil, NewAgency{Name: name}); got.Slug != want {
			t.Errorf("%s: got %q, want %q", name, got.Slug, want)
		}
	}
	taken := agencies(&archive.Agency{Slug: "410403-justice", Dir: "content/henan/410403-justice", Region: "410403", Name: "卫东区公共法律服务中心"})
	if n, _ := propose(taken, nil, NewAgency{Name: "平顶山市卫东区司法局"}); n.Slug != "410403-sifaju" {
		t.Error("of a body whose slug another has:", n.Slug)
	}
	if n, _ := propose(taken, nil, NewAgency{Name: "平顶山市卫东区民政局"}); n.Dir != "content/henan/410403-civil-affairs" {
		t.Errorf("not beside its neighbours: %s", n.Dir)
	}
}

// Two bodies whose names come out alike get two folders, several years of one body
// get one, in whatever order they come.
func TestNoTwoBodiesShareAFolder(t *testing.T) {
	a := agencies()
	of := &Batch{}
	slugs := map[string]string{}
	for i, name := range []string{"沭阳县李集镇人民政府", "沭阳县里集镇人民政府", "沭阳县利集镇人民政府", "江苏省宿迁市沭阳县李集镇人民政府", "沭阳县里集镇人民政府"} {
		r := specimen.Random(uint64(i), specimen.Options{Agency: name, Year: 2020 + i, Max: 9})
		it := Understand(fstest.MapFS{}, a, of, inbox.File{Name: "a.txt", Bytes: r.MustWrite(specimen.Tab)}, Told{})
		if len(it.Doubts) > 0 {
			t.Fatal(name, it.Doubts)
		}
		of.Take(it)
		slugs[name] = it.Slug()
	}
	want := map[string]string{
		"沭阳县李集镇人民政府": "321322-lijizhen", "江苏省宿迁市沭阳县李集镇人民政府": "321322-lijizhen",
		"沭阳县里集镇人民政府": "321322-lijizhen-2", "沭阳县利集镇人民政府": "321322-lijizhen-3",
	}
	if !maps.Equal(slugs, want) {
		t.Errorf("got %v, want %v", slugs, want)
	}
}

// The list of units tells folder, region and full name, also of a file that names
// no body.
func TestTheListOfUnitsTells(t *testing.T) {
	units, _, err := roster.Read("units.csv", []byte("单位,区划代码,网址,别名\n某某县白河镇人民政府,410422,baihe,白河镇\n某某县司法局,410422,,\n"))
	if err != nil {
		t.Fatal(err)
	}
	of := &Batch{}
	for file, want := range map[string]string{"白河镇.txt": "baihe 410422 某某县白河镇人民政府", "某某县司法局2024.txt": "410422-justice 410422 某某县司法局"} {
		r := specimen.Random(1, specimen.Options{Agency: strings.TrimSuffix(file, "2024.txt"), Year: 2024, Max: 9})
		it := Understand(fstest.MapFS{}, agencies(), of, inbox.File{Name: file, Bytes: r.MustWrite(specimen.Tab)}, Told{Roster: units})
		if got := it.New.Slug + " " + it.New.Region + " " + it.New.Name; got != want {
			t.Errorf("%s: got %q, want %q (%v)", file, got, want, it.Doubts)
		}
	}
}

func TestFactsAreWrittenIntoWhatIsThere(t *testing.T) {
	const was = "# seen\nsource = \"https://example.org/a\"\npublished = \"2025-01-20\"\nscope = \"own\"\nsha256 = \"1\"\n\n[[file]]\npath = \"2024.html\"\nrole = \"main\"\nsource = \"https://example.org/b\"\n"
	got := string(renamed(setFacts([]byte(was), facts5{source: "https://example.org/c", sha256: "2"}), "2024.html", "2024.pdf"))
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
	one := Understand(fsys, a, nil, text(1), Told{})
	two := Understand(fsys, a, nil, text(2), Told{})
	if len(one.Doubts)+len(two.Doubts) > 0 {
		t.Fatal(one.Doubts, two.Doubts)
	}
	if _, err := Changes(fsys, []*Item{one, two}); err == nil || !strings.Contains(err.Error(), "1.txt and 2.txt are both of 2024") {
		t.Error(err)
	}
	fsys["content/a/2024.toml"] = &fstest.MapFile{Data: []byte("sorce = \"x\"\n")}
	it := Understand(fsys, a, nil, text(1), Told{})
	if len(it.Doubts) != 1 || !strings.Contains(it.Doubts[0].Message.ZH, `没有 "sorce" 这个键`) {
		t.Error(it.Doubts)
	}
}
