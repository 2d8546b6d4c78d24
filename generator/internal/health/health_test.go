package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"ogi/generator/internal/golden"
)

// Each file has a record before (old.json, may be absent), one after
// (now.json) and what the gate says of them.
func TestGate(t *testing.T) {
	golden.Run(t, func(t *testing.T, a *txtar.Archive) {
		var old, now *Record
		for _, f := range a.Files {
			switch f.Name {
			case "old.json":
				old = parse(t, f.Data)
			case "now.json":
				now = parse(t, f.Data)
			case "problems":
			default:
				t.Fatalf("unknown section %s", f.Name)
			}
		}
		var b strings.Builder
		for _, p := range compare(old, now) {
			fmt.Fprintf(&b, "%s: %s (%s)\n", at(p), p.Message, p.Code)
		}
		golden.Set(a, "problems", b.String())
	})
}

func parse(t *testing.T, b []byte) *Record {
	t.Helper()
	var r Record
	if err := json.Unmarshal(b, &r); err != nil {
		t.Fatal(err)
	}
	return &r
}

// A report must not speak a command to the host of the pull request, nor
// markup to the reader of the summary.
func TestWordsOfAReportStayWords(t *testing.T) {
	r := &Record{
		Remarks: []Remark{{File: "content/a,b/2025.txt", Line: 3, Code: "x", Message: "one\n::error::two 100%"}},
		Reports: []Report{{ID: "a<script>|b/2025", Path: "x"}},
	}
	var b strings.Builder
	annotations(&b, r, nil)
	if got, want := b.String(), "::warning file=content/a%2Cb/2025.txt,line=3,col=1,title=x::one␊::error::two 100%25\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	b.Reset()
	summary(&b, r, []Remark{{File: "a`\n# b`\x1b[31m", Message: "![x](https://example.org) <img src=x> @all"}})
	for _, markup := range []string{"<script>", "|b", "\n# ", "`", "![", "](", "<img", "@all", "\x1b"} {
		if strings.Contains(b.String(), markup) {
			t.Errorf("summary holds %q:\n%s", markup, b.String())
		}
	}
}
