package desk

import (
	"fmt"
	"testing"

	"ogi/generator/archive"
	"ogi/generator/internal/growth"
	"ogi/generator/report"
)

// To tell whose a report is takes time that grows with the agencies held and with
// the length of the names, whatever is alike among them.
func TestTimeToTellAnAgencyGrowsWithTheArchive(t *testing.T) {
	for name, of := range map[string]func(i int) (held, own string){
		"others":       func(i int) (string, string) { return fmt.Sprintf("青禾县第%d局", i), "白河市教育局" },
		"all alike":    func(int) (string, string) { return "青禾县教育局", "白河市青禾县教育局" },
		"none told":    func(i int) (string, string) { return fmt.Sprintf("青禾县第%d局", i), "" },
		"the last one": func(i int) (string, string) { return fmt.Sprintf("青禾县第%d局", i), "青禾县第0局" },
	} {
		growth.Work(t, name, func(size int) func() {
			var as []*archive.Agency
			own := ""
			for i := range size / 32 {
				held, of := of(size/32 - 1 - i)
				as, own = append(as, &archive.Agency{Slug: fmt.Sprintf("a%d", i), Dir: fmt.Sprintf("content/410000/a%d", i), Name: held, Region: "410403"}), of
			}
			a := agencies(as...)
			r := &report.Report{Agency: report.Text{Text: own}, Title: report.Text{Text: "青禾县教育局2024年政府信息公开工作年度报告"}}
			return func() {
				known(a.Agencies, r)
				propose(a, nil, NewAgency{Name: own, Region: "410403"})
			}
		})
	}
}
