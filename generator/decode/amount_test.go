package decode_test

import (
	"fmt"
	"testing"

	"ogi/generator/report"
)

// The unit of the charges is that of their head, however it is broken.
func TestUnitOfCharges(t *testing.T) {
	for head, want := range map[string]report.Unit{
		"本年收费金额（单位：万元）":     report.WanYuan,
		"本年收费金额（单位：万<br>元）": report.WanYuan,
		"本年收费金额（单位：万 元）":    report.WanYuan,
		"本年收费金额（单位：元）":      report.Yuan,
		"本年收费金额（元）":         report.Yuan,
		"本年收费金额":            report.NoUnit,
	} {
		page := fmt.Sprintf(`<h1>某局2024年政府信息公开工作年度报告</h1><p>二、主动公开政府信息情况</p><table>
<tr><td colspan=4>第二十条第（五）项</td></tr><tr><td>信息内容</td><td colspan=3>本年处理决定数量</td></tr>
<tr><td>行政许可</td><td colspan=3>12</td></tr><tr><td colspan=4>第二十条第（八）项</td></tr>
<tr><td>信息内容</td><td colspan=3>%s</td></tr><tr><td>行政事业性收费</td><td colspan=3>7</td></tr></table>`, head)
		c := decoded(t, "2024.html", []byte(page)).Cell("proactive.charges.amount")
		if c.State != report.Number || c.Unit != want {
			t.Errorf("%s: got %v in %q, want %q", head, c.State, c.Unit, want)
		}
	}
}

// A bar that stands apart from the figure, on another line or not, is no sign before it: a page number's, as
// a rule, that lies in the cell.
func TestSignStandsBeforeItsFigure(t *testing.T) {
	for text, want := range map[string]report.State{
		"-12": report.Number, "- 12": report.Garbled, "-<br>12": report.Garbled,
		"12件": report.Number, "1.2万": report.Garbled, "3万元": report.Garbled, // the unit of no count
	} {
		page := `<h1>某局2024年政府信息公开工作年度报告</h1><p>二、主动公开政府信息情况</p><table>
<tr><td colspan=4>第二十条第（五）项</td></tr><tr><td>信息内容</td><td colspan=3>本年处理决定数量</td></tr>
<tr><td>行政许可</td><td colspan=3>` + text + `</td></tr></table>`
		if c := decoded(t, "2024.html", []byte(page)).Cell("proactive.licensing.decisions"); c.State != want {
			t.Errorf("%s: %s %s, want %s", text, c.State, c.Value, want)
		}
	}
}
