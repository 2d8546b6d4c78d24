package generator

import (
	"io/fs"
	"path"
	"regexp"
	"strings"

	"golang.org/x/tools/txtar"

	"ogi/generator/check"
	"ogi/generator/form"
	"ogi/generator/page"
	"ogi/generator/personal"
)

// samplesDir holds, for each rule, the reports that it is tested with and what
// it must say of each.
const samplesDir = "generator/rule/testdata"

// samples are the tested examples of one rule, for its page: those that it
// speaks up about first. Where the binary brings none along there are none.
func samples(ours fs.FS, id string) []page.Sample {
	names, _ := fs.Glob(ours, path.Join(samplesDir, id, "*.txtar"))
	var out []page.Sample
	for _, order := range []string{"bad", "hint", "ok", "unknown", "na"} {
		for _, name := range names {
			if begin, _, _ := strings.Cut(path.Base(name), "-"); strings.TrimSuffix(begin, ".txtar") != order {
				continue
			}
			if b, err := fs.ReadFile(ours, name); err == nil {
				out = append(out, sample(txtar.Parse(b)))
			}
		}
	}
	return out
}

var statuses = map[string]check.Status{
	"pass": check.Pass, "hint": check.Hint, "fail": check.Fail, "unknown": check.Unknown, "na": check.NA,
}

// verdict is the first line of what a rule must say: "no-date: hint hint=1".
var verdict = regexp.MustCompile(`^[a-z-]+: ([a-z]+)`)

// said is the line of a finding: "39:32 fail S1 source: 总计列收办不平衡。".
var said = regexp.MustCompile(`^\S* ?(?:fail|hint|unknown) S[123] [a-z]+: (.*)$`)

func sample(ar *txtar.Archive) page.Sample {
	s := page.Sample{About: strings.TrimSpace(string(ar.Comment))}
	for _, f := range ar.Files {
		lines := strings.Split(strings.TrimRight(string(f.Data), "\n"), "\n")
		switch {
		case f.Name == "want":
			for i, line := range lines {
				if m := verdict.FindStringSubmatch(line); m != nil && i == 0 {
					s.Status = statuses[m[1]]
				}
				if m := said.FindStringSubmatch(line); m != nil {
					s.Said = append(s.Said, personal.Mask(m[1]))
				}
			}
		case strings.HasSuffix(f.Name, ".edit"):
			for _, line := range lines {
				if c := change(line); c != "" {
					s.Changes = append(s.Changes, personal.Mask(of(f.Name)+c))
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

// of says which report an edit is of, where it is not the one under judgement
// of the common year.
func of(name string) string {
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
