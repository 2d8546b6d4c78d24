package rule

import (
	"strings"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/form"
	"ogi/generator/region"
	"ogi/generator/tongue"
)

// rulesWithoutPower: see rules-without-power.md for the text readers get.
var rulesWithoutPower = &check.Rule{
	ID: "rules-without-power", Title: tongue.Of("规章栏填报", "rules reported"),
	Found:  tongue.Of("规章栏有数，制定权待核", "rules reported by a body that may not make them"),
	Family: check.TableTwo, Severity: check.S2, Grade: check.Printed,
	Basis: tongue.Of("《立法法》第九十一条、第九十三条：规章由国务院部门和省、设区的市、自治州的人民政府制定",
		"Legislation Law arts. 91 and 93: rules are made by departments of the State Council and by governments of provinces, cities with districts and autonomous prefectures"),
	Formula: "无规章制定权的机关：规章本年制发 = 0，现行有效 = 0",
	MayBeWrong: tongue.Of("把起草或执行的规章计入；不设区的地级市依法也可制定规章。",
		"rules that the body drafted or enforces were counted"),
	Check: func(p *check.Run) {
		keys := []form.Key{"proactive.rules.issued", "proactive.rules.in_force"}
		if p.Report.Form.Version == "2019" {
			keys = []form.Key{"proactive.rules.made"}
		}
		if p.Report.Form == form.Free || !p.Report.Tables[0].Found || mayMakeRules(p.Agency) {
			p.NA()
			return
		}
		for _, k := range keys {
			op, c := p.Cell(k), read(p.Report.Cell(k))
			f := check.Finding{
				Message: tongue.Of(p.Agency.Name+"填报规章"+op.Text+"件，与规章制定权限不符，请核实。",
					"a body that may not make government rules reports "+op.Text+"."),
				Formula:  op.Text + " ≠ 0",
				Operands: []check.Operand{op},
			}
			holds := c.n.IsZero()
			if !holds && c.plain && !countyOrBelow(p.Agency) {
				if p.Agency.Level == "" {
					f.Message = tongue.Of("不知道该机关的层级，规章栏是否应为零无法判断。", "the level of the body is not known.")
					p.Unknown(f)
					continue
				}
				f.Message.ZH = "规章栏填报" + op.Text + "件，未见该机关有规章制定权，请核实。"
				p.Hint(f)
				continue
			}
			settle(p, holds, f, c)
		}
	},
}

// mayMakeRules reports whether the body has the power: departments of the
// State Council, and governments of provinces, cities with districts,
// autonomous prefectures and the cities without districts that have it too
// (东莞, 中山, 嘉峪关, 三沙, 儋州), all of prefecture level. 地区 and 盟 have none.
func mayMakeRules(g *archive.Agency) bool {
	switch g.Level {
	case archive.National:
		return true
	case archive.Province, archive.Prefecture:
		place, _ := region.Lookup(g.Region)
		name := place.Name
		return g.Kind == archive.Government && !strings.HasSuffix(name, "地区") && !strings.HasSuffix(name, "盟")
	}
	return false
}

func countyOrBelow(g *archive.Agency) bool {
	return g.Level == archive.County || g.Level == archive.Town
}
