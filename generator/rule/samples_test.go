package rule_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"ogi/generator/check"
	"ogi/generator/form"
	"ogi/generator/personal"
	"ogi/generator/rule"
)

// What pages show of the samples is what they are tested with, in words.
func TestSamplesOnPages(t *testing.T) {
	if *update {
		if err := os.RemoveAll("samples"); err != nil {
			t.Fatal(err)
		}
		if err := os.Mkdir("samples", 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for _, r := range rule.All {
		var b bytes.Buffer
		e := json.NewEncoder(&b)
		e.SetEscapeHTML(false)
		e.SetIndent("", "\t")
		if err := e.Encode(shownOfRule(t, r.ID)); err != nil {
			t.Fatal(err)
		}
		name := filepath.Join("samples", r.ID+".json")
		if *update {
			if err := os.WriteFile(name, b.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if got, err := os.ReadFile(name); err != nil || !bytes.Equal(got, b.Bytes()) {
			t.Errorf("%s is not what the rule is tested with: write it anew with -update (%v)", name, err)
		}
	}
	if es, err := os.ReadDir("samples"); err != nil || len(es) != len(rule.All) {
		t.Errorf("%d files for %d rules: %v", len(es), len(rule.All), err)
	}
}

// A shown is a sample as samples/*.json keeps it.
type shown struct {
	Status  string   `json:"status"`
	About   string   `json:"about"`
	Changes []string `json:"changes,omitempty"`
	Said    []string `json:"said,omitempty"`
}

// shownOfRule are the samples of one rule: those that it speaks up about first.
func shownOfRule(t *testing.T, id string) []shown {
	t.Helper()
	names, err := filepath.Glob(filepath.Join("testdata", id, "*.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	var out []shown
	for _, order := range []string{"bad", "hint", "ok", "unknown", "na"} {
		for _, name := range names {
			if begin, _, _ := strings.Cut(filepath.Base(name), "-"); strings.TrimSuffix(begin, ".txtar") != order {
				continue
			}
			ar, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, shownOf(ar))
		}
	}
	return out
}

// verdict is the first line of what a rule must say: "no-date: hint hint=1".
var verdict = regexp.MustCompile(`^[a-z-]+: ([a-z]+)`)

// said is the line of a finding: "39:32 fail S1 source: 总计列收办不平衡。".
var said = regexp.MustCompile(`^\S* ?(?:fail|hint|unknown) S[123] [a-z]+: (.*)$`)

func shownOf(ar *txtar.Archive) shown {
	s := shown{About: strings.TrimSpace(string(ar.Comment))}
	for _, f := range ar.Files {
		lines := strings.Split(strings.TrimRight(string(f.Data), "\n"), "\n")
		switch {
		case f.Name == "want":
			for i, line := range lines {
				if m := verdict.FindStringSubmatch(line); m != nil && i == 0 {
					s.Status = m[1]
				}
				if m := said.FindStringSubmatch(line); m != nil {
					s.Said = append(s.Said, personal.Mask(m[1]))
				}
			}
		case strings.HasSuffix(f.Name, ".edit"):
			for _, line := range lines {
				if c := change(line); c != "" {
					s.Changes = append(s.Changes, personal.Mask(reportOf(f.Name)+c))
				}
			}
		case path.Base(f.Name) != "agency.toml":
			if len(f.Data) < 400 {
				s.Changes = append(s.Changes, personal.Mask(f.Name+"："+strings.Join(strings.Fields(string(f.Data)), " ")))
			}
		}
	}
	return s
}

// reportOf says which report an edit is of, where it is not the one under judgement
// of the common year.
func reportOf(name string) string {
	name = strings.TrimSuffix(name, ".edit")
	if name == "2024" {
		return ""
	}
	return strings.Replace(name, "other/", "另一机关 ", 1) + "："
}

// change says one edit of a sample in words.
func change(line string) string {
	verb, rest, _ := strings.Cut(line, " ")
	a, b, _ := strings.Cut(rest, " => ")
	a, b = short(personal.Mask(a)), short(personal.Mask(strings.TrimPrefix(strings.ReplaceAll(b, `\n`, " "), " ")))
	switch verb {
	case "base":
		if rest == "free" {
			return "不用规定的格式"
		}
		return "用" + rest + "年格式"
	case "zero":
		return "各格均为0"
	case "cell":
		key, v, _ := strings.Cut(rest, " =")
		if v = strings.TrimSpace(v); v == "" {
			v = "空"
		}
		return "“" + named(key) + "”填" + v
	case "row":
		key, v, _ := strings.Cut(rest, " = ")
		return "“" + named(key) + "”一行填" + strings.Join(strings.Fields(v), "、")
	case "replace":
		return "“" + a + "”改为“" + b + "”"
	case "drop":
		return "删去含“" + short(rest) + "”的行"
	case "after":
		return "在“" + a + "”之后加“" + b + "”"
	case "append":
		return "末尾加“" + short(rest) + "”"
	}
	return ""
}

// named is a cell or a row by its printed label.
func named(key string) string {
	for _, f := range []*form.Form{form.F2021, form.F2021OneRow, form.F2019} {
		if f.Index(key) >= 0 {
			return check.Label(f, key)
		}
		for _, d := range f.Defs {
			if d.Row == key {
				row, _, _ := strings.Cut(check.Label(f, d.Key), " ")
				if s, ok := check.SpotOf(f, d.Key); ok {
					row = s.Table + " " + s.Row
				}
				return row
			}
		}
	}
	return key
}

func short(s string) string {
	const most = 80
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}

// Each rule's page can show a sample that it speaks up about and one that it
// does not, each with what it says.
func TestSamplesOfEveryRule(t *testing.T) {
	for _, r := range rule.All {
		loud, quiet := 0, 0
		for _, s := range rule.Samples(r.ID) {
			if s.About == "" {
				t.Errorf("%s: a sample without a word about it", r.ID)
			}
			switch s.Status {
			case check.Fail, check.Hint:
				loud++
				if len(s.Said) == 0 {
					t.Errorf("%s: %s: nothing said", r.ID, s.About)
				}
			case check.Pass:
				quiet++
			}
		}
		if loud == 0 || quiet == 0 {
			t.Errorf("%s: %d samples speak up, %d pass", r.ID, loud, quiet)
		}
	}
}

func TestChangesInWords(t *testing.T) {
	for line, want := range map[string]string{
		"cell requests.received.total = 96": "“表三 一、本年新收政府信息公开申请数量 总计”填96",
		"cell requests.received.total =":    "“表三 一、本年新收政府信息公开申请数量 总计”填空",
		"row requests.carried_out = 0 0":    "“表三 四、结转下年度继续办理”一行填0、0",
		"replace 甲 => 乙":                    "“甲”改为“乙”",
		`after 一、总体情况 => \n一句`:              "在“一、总体情况”之后加“一句”",
		"drop 2025年1月20日":                   "删去含“2025年1月20日”的行",
		"as html":                           "",
	} {
		if got := change(line); got != want {
			t.Errorf("%s: %s, want %s", line, got, want)
		}
	}
}
