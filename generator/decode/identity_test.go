package decode_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"ogi/generator/body"
	"ogi/generator/internal/specimen"
	"ogi/generator/report"
)

// A witness is one line of the lot.
type witness struct{ id, head, foot, agency, kind, year, published, signed string }

func lotOfIdentity(t *testing.T) []witness {
	t.Helper()
	b, err := os.ReadFile("testdata/identity/lot.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var out []witness
	for line := range strings.Lines(string(b)) {
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") || len(f) < 8 {
			continue
		}
		out = append(out, witness{f[0], f[1], f[2], f[3], f[4], f[5], f[6], f[7]})
	}
	return out
}

// parts are those of a report of few words.
var parts = []string{
	"一、总体情况", "本机关做好主动公开、依申请公开、政府信息管理、平台建设、监督保障各项工作。",
	"二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况",
	"五、存在的主要问题及改进情况", "公开内容还不够及时，将加强审核。", "六、其他需要报告的事项", "本年度未收取信息处理费。",
}

// as writes the lines as a file of each kind that carries them.
func as(kind string, lines []string) []byte {
	switch kind {
	case "html":
		return []byte("<!DOCTYPE html><html><head><title>信息公开</title></head><body><p>" + strings.Join(lines, "</p>\n<p>") + "</p></body></html>")
	case "docx":
		return specimen.WordDocument("<w:p><w:r><w:t xml:space=\"preserve\">" + strings.Join(lines, "</w:t></w:r></w:p><w:p><w:r><w:t xml:space=\"preserve\">") + "</w:t></w:r></w:p>")
	}
	return []byte(strings.Join(lines, "\n") + "\n")
}

func day(d report.Date) string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%d-%02d-%02d", d.Year, d.Month, d.Day)
}

// The lot is read alike from every kind of file.
func TestWhoseAndWhen(t *testing.T) {
	for _, kind := range []string{"txt", "html", "docx"} {
		for _, w := range lotOfIdentity(t) {
			lines := slices.Concat(strings.Split(strings.ReplaceAll(w.head, ">", "&gt;"), "¶"), parts)
			if kind == "txt" {
				lines = slices.Concat(strings.Split(w.head, "¶"), parts)
			}
			if w.foot != "" {
				lines = append(lines, strings.Split(w.foot, "¶")...)
			}
			r := decoded(t, "report."+kind, as(kind, lines))
			if !slices.Contains(strings.Split(w.agency, "|"), r.Agency.Text) {
				t.Errorf("%s %s: agency %q, want %q", kind, w.id, r.Agency.Text, w.agency)
			}
			if got := fmt.Sprint(r.Year); got != w.year {
				t.Errorf("%s %s: year %s, want %s", kind, w.id, got, w.year)
			}
			if got := day(r.Published); got != w.published {
				t.Errorf("%s %s: published %q, want %q", kind, w.id, got, w.published)
			}
			if got := day(r.Signed); got != w.signed {
				t.Errorf("%s %s: signed %q, want %q", kind, w.id, got, w.signed)
			}
		}
	}
}

// lawOf says what article 49 asks of each kind of the lot.
var lawOf = map[string]body.Duty{
	"government": body.ByMarch, "department": body.ByJanuary, "statecouncil": body.ByJanuary,
	"township": body.None, "subdistrict": body.None, "zone": body.None, "zonebureau": body.None, "vertical": body.None,
	"institution": body.None, "party": body.None, "branch": body.Unsure, "unsure": body.Unsure,
}

// Only governments and departments are held to a day, and all of them are.
func TestWhomArticle49Names(t *testing.T) {
	for _, w := range lotOfIdentity(t) {
		name, _, _ := strings.Cut(w.agency, "|")
		_, got := body.Of(name)
		held := got == body.ByJanuary || got == body.ByMarch
		var may bool
		for k := range strings.SplitSeq(w.kind, "|") {
			want, ok := lawOf[k]
			if !ok {
				t.Fatalf("%s: kind %q", w.id, k)
			}
			may = may || got == want || !held && (want == body.None || want == body.Unsure)
		}
		if !may {
			t.Errorf("%s %s: %d, want what is asked of a %s", w.id, name, got, w.kind)
		}
	}
}
