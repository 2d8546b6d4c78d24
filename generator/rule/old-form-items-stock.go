package rule

import (
	"ogi/generator/check"
	"ogi/generator/tongue"
)

// oldFormItemsStock: see old-form-items-stock.md for the text readers get.
var oldFormItemsStock = &check.Rule{
	ID: "old-form-items-stock", Title: tongue.Of("旧格式项目数衔接", "stock of items, 2019–20"),
	Found:  tongue.Of("旧格式项目数不衔接", "stock of items does not continue, 2019–20"),
	Family: check.CrossYear, Severity: check.S3, Grade: check.Logical,
	Basis: tongue.Of("2019年格式表二：上一年项目数量、本年增/减，两年相接",
		"table two of the 2019 form: items last year and change, year on year"),
	Formula:    "2020年“上一年项目数量” = 2019年“上一年项目数量” + 2019年“本年增/减”",
	MayBeWrong: tongue.Of("增减一格由机关自由填写；目录经重新编制。", "the cell of changes is free text; the catalogue was made anew"),
	Needs:      check.LastYear,
	Check: func(p *check.Run) {
		if p.Entry.Year != 2020 || p.Report.Form.Version != "2019" || !p.Report.Tables[0].Found {
			p.NA()
			return
		}
		e, why := lastYear(p)
		if why == "" && e.Report.Form.Version != "2019" {
			why = "上年年报不是2019年格式"
		}
		if why != "" {
			notHeld(p, why)
			return
		}
		for _, row := range []string{"licensing", "other_services", "penalties", "compulsion", "charges"} {
			k := "proactive." + row
			now, before, change := p.Cell(k+".items_last_year"), theirs(e, k+".items_last_year"), theirs(e, k+".change")
			a, b, c := read(p.Report.Cell(now.Key)), read(e.Report.Cell(before.Key)), read(e.Report.Cell(change.Key))
			want := b.n.Add(c.n)
			holds := a.n.Cmp(want) == 0
			settle(p, holds, check.Finding{
				Message: tongue.Of(now.Label+now.Text+"项，与上年项目数加增减所得"+want.String()+"项不符。",
					"the items of last year do not follow from its report."),
				Formula:  now.Text + sign(holds) + before.Text + " + " + change.Text,
				Operands: []check.Operand{now, before, change}, Responsible: check.ByMixed,
			}, a, b, c)
		}
	},
}
