package desk

import (
	"regexp"
	"strings"

	"ogi/generator/config"
)

// facts5 are the facts of a report file that <year>.toml keeps at its top.
type facts5 struct{ source, published, captured, searched, sha256 string }

// setFacts writes facts into the text of a <year>.toml and leaves the rest as
// it was written, comments too. What is not given is taken out: it spoke of
// other bytes.
func setFacts(text []byte, f facts5) []byte {
	top, rest := split(string(text))
	var kept []string
	for line := range strings.Lines(top) {
		if !ownFact.MatchString(line) {
			kept = append(kept, line)
		}
	}
	var b strings.Builder
	add := func(key, v string) {
		if v != "" {
			b.WriteString(key + " = " + config.Quote(v) + "\n")
		}
	}
	add("source", f.source)
	add("published", f.published)
	add("captured", f.captured)
	add("searched", f.searched)
	add("sha256", f.sha256)
	for _, line := range kept {
		b.WriteString(line)
	}
	out := b.String()
	if rest != "" && !strings.HasSuffix(out, "\n") {
		out += "\n"
	}
	return []byte(out + rest)
}

var (
	ownFact = regexp.MustCompile(`^\s*"?(source|published|captured|searched|sha256)"?\s*=`)
	header  = regexp.MustCompile(`(?m)^[ \t]*\[`)
)

// split parts the top-level keys of a TOML text from its tables.
func split(text string) (top, rest string) {
	if at := header.FindStringIndex(text); at != nil {
		return text[:at[0]], text[at[0]:]
	}
	return text, ""
}

// withFiles adds [[file]] tables at the end.
func withFiles(text []byte, fs ...config.File) []byte {
	var b strings.Builder
	b.Write(text)
	if n := len(text); n > 0 && text[n-1] != '\n' {
		b.WriteByte('\n')
	}
	for _, f := range fs {
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		b.WriteString("[[file]]\n")
		for _, kv := range [][2]string{{"path", f.Path}, {"role", f.Role}, {"source", f.Source}, {"published", f.Published}, {"captured", f.Captured}, {"searched", f.Searched}, {"sha256", f.SHA256}} {
			if kv[1] != "" {
				b.WriteString(kv[0] + " = " + config.Quote(kv[1]) + "\n")
			}
		}
	}
	return []byte(b.String())
}

// renamed changes the path of a [[file]].
func renamed(text []byte, from, to string) []byte {
	re := regexp.MustCompile(`(?m)^([ \t]*path[ \t]*=[ \t]*)["']` + regexp.QuoteMeta(from) + `["']`)
	return re.ReplaceAll(text, []byte("${1}"+strings.ReplaceAll(config.Quote(to), "$", "$$")))
}
