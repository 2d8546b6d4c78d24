package decode

import ("testing";"os";"fmt";"path/filepath")

func TestDev(t *testing.T) {
	for _, p := range append(glob("../../../shared/seeds/*.txt"), append(glob("../../../shared/corpus/*.html"), glob("../../../shared/corpus/*.md")...)...) {
		b, _ := os.ReadFile(p)
		r, ds := File(p, b)
		if r == nil { fmt.Println(p, ds); continue }
		fmt.Println(filepath.Base(p), r.Layout, r.Form.Version, fmt.Sprintf("%.3f", r.Coverage), "|", r.Title.Text, "|", r.Agency.Text, r.Year, r.Signed, r.Published, r.Period[0].Text, r.Period[1].Text)
		for _, s := range r.Sections { fmt.Print("  ", s.N, s.Printed, s.Title, len(s.Paras)) }
		fmt.Println()
		for _, it := range r.Items { fmt.Print("  ", it.Found, it.Heading, it.Words) }
		fmt.Println()
	}
}
func glob(s string) []string { m, _ := filepath.Glob(s); return m }
