package rule_test

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/decode"
	"ogi/generator/rule"
)

// shared is where real reports lie beside the repository, if they do.
func shared(t *testing.T, name ...string) string {
	t.Helper()
	path := filepath.Join(append([]string{"..", "..", "..", "shared"}, name...)...)
	if _, err := os.Stat(path); err != nil {
		t.Skip("shared reports not present")
	}
	return path
}

// judgeFile judges one file outside any archive, as ogi check does.
func judgeFile(t *testing.T, path string) (*check.Judgement, *archive.Entry) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	r, ds := decode.File(filepath.Base(path), b)
	if r == nil {
		t.Fatalf("%s: %v", path, ds)
	}
	year := r.Year
	if year == 0 {
		for _, part := range strings.FieldsFunc(filepath.Base(path), func(c rune) bool { return c == '-' || c == '.' }) {
			if y, err := strconv.Atoi(part); err == nil {
				year = y
			}
		}
	}
	g := &archive.Agency{Name: r.Agency.Text, Kind: archive.KindOf(r.Agency.Text)}
	e := &archive.Entry{Agency: g, Year: year, Path: filepath.Base(path), Report: r}
	g.Reports = []*archive.Entry{e}
	return check.One(g, e, nil, rule.All, false), e
}

// The verdicts of a right checker on five real reports, as converted text with
// no other year held and no TOML: p pass, z pass with 空白按零计, h hint,
// u unknown, – na.
const knownVerdicts = `
missing-section       p p p p p
section-order         p p p p p
overview-items        p p p h p
missing-table         p p p p p
table-shape           u u p p p
title-form            p h p u p
title-mismatch        p p p – p
requests-balance      u u p p z
outcomes-total        u u p p p
applicant-total       u u p p z
remedies-total        p u p p p
carry-over-continuity u u u u u
text-parts-total      p – – p –
late-department       u p u u p
late-government       – – – – –
no-date               u p u u p
fee-statement-missing p h p p h
blank-cell            p p p p u
dash-for-zero         p p p h p
dirty-number          p p p p p
`

var knownReports = []string{"weibin-sfj-2025", "huzhu-sfj-2025", "weidong-sfj-2024", "fushun-sfj-2025", "suibin-sfj-2023"}

func TestKnownVerdictsOnRealReports(t *testing.T) {
	dir := shared(t, "seeds")
	for i, name := range knownReports {
		t.Run(name, func(t *testing.T) {
			j, _ := judgeFile(t, filepath.Join(dir, name+".txt"))
			for _, line := range strings.Split(strings.TrimSpace(knownVerdicts), "\n") {
				f := strings.Fields(line)
				v := j.Verdict(f[0])
				if v == nil {
					t.Errorf("%s is not judged", f[0])
					continue
				}
				got := map[check.Status]string{check.Pass: "p", check.Hint: "h", check.Unknown: "u", check.NA: "–", check.Fail: "FAIL"}[v.Status]
				if got == "p" && v.Note == check.BlankAsZero {
					got = "z"
				}
				if got != f[i+1] {
					t.Errorf("%s: %s, want %s%s", f[0], got, f[i+1], explain(j, f[0]))
				}
			}
		})
	}
}

func explain(j *check.Judgement, id string) string {
	var b strings.Builder
	for _, f := range j.Findings {
		if f.Rule.ID == id {
			b.WriteString("\n\t" + f.Pos.String() + " " + f.Message.ZH + " " + f.Formula)
		}
	}
	return b.String()
}

// The sums of real reports with numbers in them.
func TestKnownSumsOfRealReports(t *testing.T) {
	dir := shared(t, "corpus")
	for _, c := range []struct {
		file          string
		pass, unknown int // of the sums of tables three and four
	}{
		{"huaian-gov-2024.pdf", 42, 0},
		{"huaian-gov-2024.layout.txt", 42, 0},
		{"hongze-gov-2024.pdf", 40, 0}, // （六） in one row: 7 + 7 + 23 + 3
		{"hongze-gov-2024.layout.txt", 40, 0},
		{"shanghai-kewei-2024.md", 40, 2},
		{"shuyang-fgj-2023.html", 42, 0},
		{"shanghai-gov-office-2019.html", -1, 0},
	} {
		t.Run(c.file, func(t *testing.T) {
			j, _ := judgeFile(t, filepath.Join(dir, c.file))
			var counts [5]int
			for _, id := range []string{"requests-balance", "outcomes-total", "applicant-total", "remedies-total"} {
				for s, n := range j.Verdict(id).Counts {
					counts[s] += int(n)
				}
				if v := j.Verdict(id); v.Status != check.Pass {
					t.Logf("%s %s%s", id, v.Status, explain(j, id))
				}
			}
			if counts[check.Fail] > 0 || c.pass >= 0 && (counts[check.Pass] != c.pass || counts[check.Unknown] != c.unknown) {
				t.Errorf("pass %d, unknown %d, fail %d; want pass %d, unknown %d, fail 0",
					counts[check.Pass], counts[check.Unknown], counts[check.Fail], c.pass, c.unknown)
			}
		})
	}
}

// What later rules say of real reports, and where they keep silent.
func TestKnownFindingsAndSilences(t *testing.T) {
	for _, c := range []struct {
		file, rule string
		want       check.Status
	}{
		{"seeds/weidong-sfj-2024.txt", "doubled-word", check.Hint},
		{"seeds/weidong-sfj-2024.txt", "text-normative-documents", check.NA}, // 45 个红头文件
		{"seeds/weidong-sfj-2024.txt", "stale-year", check.Pass},             // 对于2023年…
		{"seeds/weidong-sfj-2024.txt", "problems-and-improvements", check.Pass},
		{"seeds/huzhu-sfj-2025.txt", "broken-line", check.Hint},
		{"seeds/suibin-sfj-2023.txt", "leftover-markup", check.Hint},
		{"seeds/fushun-sfj-2025.txt", "leftover-markup", check.Hint},
		{"corpus/hongze-gov-2024.pdf", "outdated-form", check.Fail},
		{"corpus/hongze-gov-2024.layout.txt", "outdated-form", check.Fail},
		{"corpus/shanghai-gov-office-2019.html", "outdated-form", check.NA},
		{"corpus/huaian-gov-2024.pdf", "rules-without-power", check.NA},
	} {
		t.Run(c.file+" "+c.rule, func(t *testing.T) {
			j, e := judgeFile(t, shared(t, strings.Split(c.file, "/")...))
			if c.rule == "rules-without-power" {
				e.Agency.Level, e.Agency.Region = archive.Prefecture, "320800"
				j = check.One(e.Agency, e, nil, rule.All, false)
			}
			if v := j.Verdict(c.rule); v.Status != c.want {
				t.Errorf("%s, want %s%s", v.Status, c.want, explain(j, c.rule))
			}
		})
	}
}

// atOdds are the fails of real reports whose source is really at odds, by the
// beginning of the file's name and in all its flattenings: （六） in one row, and
// in 2023 two totals of table four that print 0 beside 11 and 5.
var atOdds = map[string]map[string]int{
	"hongze-gov-2023": {"outdated-form": 1, "remedies-total": 2},
	"hongze-gov-2024": {"outdated-form": 1},
}

// Reports of the corpus fail exactly where their source is at odds.
func TestRealReportsFailOnlyWhereTheyAreAtOdds(t *testing.T) {
	var files []string
	for _, pattern := range []string{"seeds/*.txt", "corpus/*.txt", "corpus/*.md", "corpus/*.html", "corpus/*.pdf"} {
		m, err := filepath.Glob(filepath.Join(shared(t), pattern))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, m...)
	}
	for _, f := range files {
		j, _ := judgeFile(t, f)
		name, _, _ := strings.Cut(filepath.Base(f), ".")
		found := map[string]int{}
		for _, g := range j.Findings {
			if g.Status != check.Fail {
				continue
			}
			if found[g.Rule.ID]++; atOdds[name][g.Rule.ID] == 0 {
				t.Errorf("%s:%s: %s [%s] (%s)", filepath.Base(f), g.Pos, g.Message.ZH, g.Formula, g.Rule.ID)
			}
		}
		for id, n := range atOdds[name] {
			if found[id] != n {
				t.Errorf("%s: %s fails %d times, want %d", filepath.Base(f), id, found[id], n)
			}
		}
	}
}
