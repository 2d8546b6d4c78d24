package rule_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/diag"
	"ogi/generator/form"
	"ogi/generator/rule"
)

var update = flag.Bool("update", false, "rewrite the want sections of the samples")

// A sample is a txtar of an archive with one agency under judgement ("unit"):
//
//	agency.toml, <year>.toml, <year>.<ext>   files of the unit
//	<year>.edit                              a report made from testdata/base by edits, see edit
//	other/agency.toml, other/2023.edit …     another agency
//	site.toml
//	want                                     what the rule must say of the unit's latest report
//
// Its name begins with what the rule says: bad (fail or hint), ok (pass), na,
// unknown or hint. So a golden cannot drift into another status unseen.
func TestSamplesSayWhatTheirNameSays(t *testing.T) {
	for _, r := range rule.All {
		files, err := filepath.Glob(filepath.Join("testdata", r.ID, "*.txtar"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range files {
			t.Run(r.ID+"/"+strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
				t.Parallel()
				judgeSample(t, r, name)
			})
		}
	}
}

func judgeSample(t *testing.T, r *check.Rule, name string) {
	ar, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	a := load(t, ar)
	unit := a.Agency("unit")
	if unit == nil || len(unit.Reports) == 0 {
		t.Fatal("sample has no report of the unit")
	}
	e := unit.Reports[len(unit.Reports)-1]
	if bytes.Contains(ar.Comment, []byte("outside any archive")) {
		a = nil
	}
	j := check.One(unit, e, a, []*check.Rule{r}, bytes.Contains(ar.Comment, []byte("draft mode")))
	v := j.Verdicts[0]
	begin, _, _ := strings.Cut(strings.TrimSuffix(filepath.Base(name), ".txtar"), "-")
	allowed := map[string]string{
		"bad": "fail hint", "ok": "pass", "na": "na", "unknown": "unknown", "hint": "hint",
	}[begin]
	if allowed == "" {
		t.Fatalf("sample name must begin with bad, ok, na, unknown or hint")
	}
	if begin == "bad" && (r.Grade == check.Printed || r.Grade == check.Logical) {
		allowed = "fail"
	}
	if !strings.Contains(allowed, v.Status.String()) {
		t.Fatalf("status %s, want %s\n%s", v.Status, allowed, printed(j))
	}
	for _, f := range j.Findings {
		if !reporting.MatchString(f.Message.ZH) && f.Status == check.Fail || accusing.MatchString(f.Message.ZH) || strings.Count(f.Message.ZH, "。") != 1+strings.Count(between.FindString(f.Message.ZH), "。") {
			t.Errorf("not one reporting sentence: %s", f.Message.ZH)
		}
		if f.Message.EN == "" || f.Formula == "" || f.MayBeWrong.ZH == "" {
			t.Errorf("a finding lacks its English, its formula or how it may be wrong: %+v", f)
		}
	}
	want := section(ar, "want")
	got := printed(j)
	if want != nil && string(want.Data) == got {
		return
	}
	if !*update {
		t.Fatalf("got\n%s\nwant\n%s", got, func() string {
			if want == nil {
				return "(nothing)"
			}
			return string(want.Data)
		}())
	}
	if want == nil {
		ar.Files = append(ar.Files, txtar.File{Name: "want"})
		want = &ar.Files[len(ar.Files)-1]
	}
	want.Data = []byte(got)
	if err := os.WriteFile(name, txtar.Format(ar), 0o666); err != nil {
		t.Fatal(err)
	}
}

// A fail reports what does not agree or was not seen; quoted words may be
// sentences of their own.
var (
	reporting = regexp.MustCompile(`不符|未见`)
	between   = regexp.MustCompile(`“.*”`)
)

// printed is a judgement as the want section shows it.
func printed(j *check.Judgement) string {
	var b strings.Builder
	for _, v := range j.Verdicts {
		fmt.Fprintf(&b, "%s: %s", v.Rule.ID, v.Status)
		for s := check.Fail; s > check.NA; s-- {
			if v.Counts[s] > 0 {
				fmt.Fprintf(&b, " %s=%d", s, v.Counts[s])
			}
		}
		if v.Note != "" {
			b.WriteString(" (" + v.Note + ")")
		}
		b.WriteString("\n")
	}
	for _, f := range j.Findings {
		fmt.Fprintf(&b, "%s %s %s %s: %s\n\t%s\n", f.Pos, f.Status, f.Severity, f.Responsible, f.Message.ZH, f.Formula)
		for i, o := range f.Operands {
			if i == 4 && len(f.Operands) > 5 {
				fmt.Fprintf(&b, "\t… %d in all\n", len(f.Operands))
				break
			}
			fmt.Fprintf(&b, "\t%s = %s", o.Label, o.Text)
			if !o.Pos.IsZero() {
				fmt.Fprintf(&b, " @%s", o.Pos)
			}
			if o.File != "" {
				fmt.Fprintf(&b, " in %s", o.File)
			}
			b.WriteString("\n")
		}
	}
	return b.String()
}

// load builds the archive of a sample.
func load(t testing.TB, ar *txtar.Archive) *archive.Archive {
	t.Helper()
	fsys := fstest.MapFS{}
	put := func(name string, data []byte) {
		if _, ok := fsys[name]; !ok {
			fsys[name] = &fstest.MapFile{Data: data}
		}
	}
	for _, f := range ar.Files {
		name := "content/unit/" + f.Name
		if strings.Contains(f.Name, "/") {
			name = "content/" + f.Name
		}
		switch {
		case f.Name == "want":
			continue
		case f.Name == "site.toml":
			name = f.Name
		case strings.HasSuffix(name, ".edit"):
			name = strings.TrimSuffix(name, ".edit")
			text := edit(t, name, string(f.Data))
			if bytes.Contains(f.Data, []byte("as html\n")) {
				name, f.Data = name+".html", inHTML(text)
			} else {
				name, f.Data = name+".txt", text
			}
		}
		put(name, f.Data)
	}
	put("content/unit/agency.toml", []byte("name = \"青禾县司法局\"\nregion = \"410403\"\n"))
	put("site.toml", []byte("title = \"samples\"\n"))
	a, ds := archive.Load(fsys, archive.Options{})
	for _, d := range ds {
		if d.Level > diag.Note {
			t.Log(d)
		}
	}
	return a
}

func section(ar *txtar.Archive, name string) *txtar.File {
	for i := range ar.Files {
		if ar.Files[i].Name == name {
			return &ar.Files[i]
		}
	}
	return nil
}

// edit makes a report from a base by lines of edits:
//
//	base 2019                     another base than 2021
//	as html                       a page with tables instead of tabbed text
//	zero                          all cells zero
//	cell KEY = RAW                what is printed in a cell ("" to leave it blank)
//	row KEY = A B C D E F G       the cells of a row
//	of BODY                       the report of another body
//	replace OLD => NEW            words that stand once
//	drop WORDS                    lines that contain them
//	after WORDS => LINE           a line more
//	append LINE                   a line more at the end
func edit(t testing.TB, path, script string) []byte {
	t.Helper()
	base, cells := "2021", map[string]string{}
	var edits []string
	zero := false
	for _, line := range strings.Split(script, "\n") {
		verb, rest, _ := strings.Cut(line, " ")
		switch verb {
		case "", "#", "as":
		case "base":
			base = rest
		case "zero":
			zero = true
		case "cell":
			k, v, _ := strings.Cut(rest, " =")
			cells[k] = strings.TrimPrefix(v, " ")
		case "row":
			k, v, _ := strings.Cut(rest, " = ")
			for i, raw := range strings.Fields(v) {
				cells[k+"."+columns(base, k)[i]] = raw
			}
		default:
			edits = append(edits, line)
		}
	}
	tmpl, err := os.ReadFile(filepath.Join("testdata", "base", base+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	value := func(key string) string {
		if v, ok := cells[key]; ok {
			return v
		}
		if v, ok := sampleCells[key]; ok && !zero {
			return v
		}
		return "0"
	}
	name, _, _ := strings.Cut(filepath.Base(path), "-")
	year, _ := strconv.Atoi(name)
	text := regexp.MustCompile(`\{[^}]*\}`).ReplaceAllStringFunc(string(tmpl), func(m string) string {
		switch m = m[1 : len(m)-1]; {
		case m == "year":
			return strconv.Itoa(year)
		case m == "next":
			return strconv.Itoa(year + 1)
		case strings.HasPrefix(m, "row "):
			row := strings.TrimPrefix(m, "row ")
			var vs []string
			for _, c := range columns(base, row) {
				vs = append(vs, value(row+"."+c))
			}
			return strings.Join(vs, "\t")
		}
		return value(m)
	})
	for _, e := range edits {
		verb, rest, _ := strings.Cut(e, " ")
		a, b, _ := strings.Cut(rest, " => ")
		b = strings.ReplaceAll(b, `\n`, "\n")
		switch verb {
		case "of":
			text = strings.ReplaceAll(text, "青禾县司法局", rest)
		case "replace":
			if strings.Count(text, a) != 1 {
				t.Fatalf("%s: %q stands %d times", path, a, strings.Count(text, a))
			}
			text = strings.Replace(text, a, b, 1)
		case "drop", "after":
			var out []string
			hit := false
			for _, l := range strings.Split(text, "\n") {
				if has := strings.Contains(l, a); has {
					hit = true
					if verb == "after" {
						out = append(out, l, b)
					}
					continue
				}
				out = append(out, l)
			}
			if !hit {
				t.Fatalf("%s: no line contains %q", path, a)
			}
			text = strings.Join(out, "\n")
		case "append":
			text += rest + "\n"
		default:
			t.Fatalf("%s: unknown edit %q", path, e)
		}
	}
	return []byte(text)
}

// inHTML makes a page of a tabbed text: every line a paragraph, or a row of
// the table that it and its neighbours with tabs make.
func inHTML(text []byte) []byte {
	var b bytes.Buffer
	b.WriteString("<!DOCTYPE html>\n<html><body>\n")
	table := false
	for _, line := range strings.Split(string(text), "\n") {
		row := strings.Contains(line, "\t") || strings.HasPrefix(line, "第二十条")
		switch {
		case row && !table:
			b.WriteString("<table>\n")
		case !row && table:
			b.WriteString("</table>\n")
		}
		table = row
		switch {
		case row:
			b.WriteString("<tr><td>" + strings.ReplaceAll(line, "\t", "</td><td>") + "</td></tr>\n")
		case line != "":
			b.WriteString("<p>" + line + "</p>\n")
		}
	}
	b.WriteString("</body></html>\n")
	return b.Bytes()
}

func columns(base, row string) []string {
	forms := []*form.Form{form.F2021, form.F2019}
	if base == "2019" {
		forms = []*form.Form{form.F2019}
	}
	for _, f := range forms {
		var cs []string
		for _, d := range f.Defs {
			if d.Row == row {
				cs = append(cs, d.Column)
			}
		}
		if len(cs) > 0 {
			return cs
		}
	}
	panic("no such row: " + row)
}

// sampleCells is a small consistent report, all other cells zero.
var sampleCells = map[string]string{
	"proactive.normative_documents.issued": "2", "proactive.normative_documents.repealed": "1", "proactive.normative_documents.in_force": "12",
	"proactive.licensing.decisions": "324", "proactive.penalties.decisions": "41", "proactive.charges.amount": "12.50",
	"requests.received.natural_person": "90", "requests.received.enterprise": "5", "requests.received.total": "95",
	"requests.carried_in.natural_person": "3", "requests.carried_in.total": "3",
	"requests.granted.natural_person": "60", "requests.granted.enterprise": "3", "requests.granted.total": "63",
	"requests.partial.natural_person": "20", "requests.partial.enterprise": "1", "requests.partial.total": "21",
	"requests.denied.process.natural_person": "4", "requests.denied.process.total": "4",
	"requests.unavailable.not_existing.natural_person": "5", "requests.unavailable.not_existing.enterprise": "1", "requests.unavailable.not_existing.total": "6",
	"requests.outcomes_total.natural_person": "89", "requests.outcomes_total.enterprise": "5", "requests.outcomes_total.total": "94",
	"requests.carried_out.natural_person": "4", "requests.carried_out.total": "4",
	"remedies.reconsideration.upheld": "2", "remedies.reconsideration.corrected": "1", "remedies.reconsideration.total": "3",
	"remedies.suit_after_reconsideration.upheld": "1", "remedies.suit_after_reconsideration.total": "1",
}
