package fact

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"ogi/generator/report"
	"ogi/generator/source"
)

var update = flag.Bool("update", false, "rewrite the goldens")

// String is a fact in the notation of testdata/sentences.tsv.
func notation(f Fact) string {
	var b strings.Builder
	b.WriteString(string(f.Kind))
	switch {
	case f.Kind == AllHandled:
	case f.None:
		b.WriteString("=none")
	default:
		fmt.Fprintf(&b, "=%s", f.Value)
		if !f.High.IsZero() {
			fmt.Fprintf(&b, "-%s", f.High)
		}
	}
	if !f.Exact {
		b.WriteByte('~')
	}
	if f.Part {
		b.WriteByte('^')
	}
	if f.Time != ThisYear {
		b.WriteString("@" + f.Time.String())
	}
	if f.Scope > Own {
		b.WriteString("/" + f.Scope.String())
	}
	return b.String()
}

func TestDump(t *testing.T) {
	path := os.Getenv("FACT_DUMP")
	if path == "" {
		t.Skip("no FACT_DUMP")
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var paras []report.Text
	for i, l := range strings.Split(string(b), "\n") {
		if strings.TrimSpace(l) != "" {
			paras = append(paras, report.Text{Text: l, Pos: source.Pos{Line: i + 1, Col: 1}})
		}
	}
	rd := read(paras, Context{Year: 2024, Agency: "清河县司法局"}, 0)
	for _, f := range rd.Facts {
		fmt.Println(f.Pos, notation(f), "|", f.Text)
	}
	for _, g := range rd.Groups {
		fmt.Printf("%v %s %v = %v complete=%v open=%v overlap=%v %s | %s\n", g.Pos, g.Marker, g.Total.Value, g.Sum(), g.Complete, g.Open, g.Overlap, g.Total.Unit, g.Text)
	}
}
