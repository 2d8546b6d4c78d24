package rule

import (
	"ogi/generator/check"
	"ogi/generator/tongue"
)

// oldFormRelations: see old-form-relations.md for the text readers get.
var oldFormRelations = &check.Rule{
	ID: "old-form-relations", Title: tongue.Of("旧格式表内关系", "relations within the 2019 form"),
	Found:  tongue.Of("旧格式表内关系不符", "relations within the 2019 form do not hold"),
	Family: check.TableTwo, Severity: check.S2, Grade: check.Logical,
	Basis:      tongue.Of("2019年格式表二各栏的定义", "what the headings of table two of the 2019 form mean"),
	Formula:    "本年新公开 ≤ 对外公开总数；采购项目 = 0 ⇔ 采购总金额 = 0",
	MayBeWrong: tongue.Of("空白按零计；各栏理解不同。", "a blank means zero; the headings were understood in another way"),
	Check: func(p *check.Run) {
		if p.Report.Form.Version != "2019" || p.Entry.Year > 2020 || !p.Report.Tables[0].Found {
			p.NA()
			return
		}
		for _, d := range documents {
			newly, total := p.Cell(d.row+".disclosed"), p.Cell(d.row+".disclosed_total")
			a, b := read(p.Report.Cell(newly.Key)), read(p.Report.Cell(total.Key))
			holds, s := a.n.Cmp(b.n) <= 0, " > "
			if holds {
				s = " ≤ "
			}
			settle(p, holds, check.Finding{
				Message: tongue.Of(d.name.ZH+"本年新公开"+newly.Text+"件，与对外公开总数"+total.Text+"件不符。",
					d.name.EN+": more disclosed this year than in all."),
				Formula: newly.Text + s + total.Text, Operands: []check.Operand{newly, total},
			}, a, b)
		}
		items, sum := p.Cell("proactive.procurement.items"), p.Cell("proactive.procurement.amount")
		a, b := read(p.Report.Cell(items.Key)), read(p.Report.Cell(sum.Key))
		settle(p, a.n.IsZero() == b.n.IsZero(), check.Finding{
			Message: tongue.Of("采购项目"+items.Text+"个，与采购总金额"+sum.Text+"不符。",
				"procurement: items and amount do not agree on whether there was any."),
			Formula: items.Text + " ⇎ " + sum.Text, Operands: []check.Operand{items, sum},
		}, a, b)
	},
}
