package page

import (
	"strconv"
	"strings"

	"ogi/generator/check"
	"ogi/generator/form"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// summary says in one sentence what the report reports and what the sums gave.
// A number that was not read plainly is not in it.
func (v *view) summary() tongue.Text {
	r, year := v.report, strconv.Itoa(v.entry.Year)
	if len(r.Form.Defs) == 0 && v.entry.Year >= 2019 {
		return tongue.Of(year+"年的报告中没有读到统一表格，本站只收录正文，不作逐项核对。",
			"No statutory tables were found in the report for "+year+"; its prose is kept and no sums are checked.")
	}
	if len(r.Form.Defs) == 0 {
		return tongue.Of(year+"年的报告没有统一表格，本站只收录正文，不作逐项核对。",
			"The report for "+year+" has no statutory tables; its prose is kept and no sums are checked.")
	}
	sums := v.sums()
	if zeros(r) {
		return tongue.Of(year+"年零申请：没有收到也没有办理政府信息公开申请，表三各项均为零；"+sums.ZH+"。",
			"No requests were received or handled in "+year+": table three is all zeros; "+sums.EN+".")
	}
	var has, hasEN, lost, lostEN []string
	for _, k := range []struct {
		key        form.Key
		words, en  string
		evenIfZero bool
	}{
		{"requests.received.total", "新收申请", "received", true},
		{"requests.carried_in.total", "上年结转", "carried over", false},
		{"requests.outcomes_total.total", "办结", "handled", true},
		{"requests.carried_out.total", "结转下年", "carried forward", false},
	} {
		switch c := r.Cell(k.key); {
		case c.State == report.Blank:
			has = append(has, k.words+"的总计原文空白")
			hasEN = append(hasEN, k.en+" left blank")
		case c.State == report.Number && c.Reading == report.Entered:
			if c.Value.IsZero() && !k.evenIfZero {
				continue
			}
			has = append(has, k.words+c.Value.String()+"件（人工录入）")
			hasEN = append(hasEN, k.en+" "+c.Value.String()+" (read by one person)")
		case !c.Plain():
			lost, lostEN = append(lost, k.words), append(lostEN, k.en)
		case k.evenIfZero || !c.Value.IsZero():
			has = append(has, k.words+c.Value.String()+"件")
			hasEN = append(hasEN, k.en+" "+c.Value.String())
		}
	}
	var t tongue.Text
	if len(has) > 0 {
		t = tongue.Of(year+"年"+strings.Join(has, "，"), "Requests in "+year+": "+strings.Join(hasEN, ", "))
	}
	if len(lost) > 0 {
		if t.ZH != "" {
			t.ZH, t.EN = t.ZH+"；", t.EN+"; "
		}
		t.ZH += strings.Join(lost, "、") + "的总计未能可靠读出"
		t.EN += "total of " + strings.Join(lostEN, ", ") + " could not be read reliably"
	}
	for _, k := range []struct {
		key       form.Key
		words, en string
	}{
		{"remedies.reconsideration.total", "行政复议", "reconsiderations"},
	} {
		if c := r.Cell(k.key); c.Plain() && !c.Value.IsZero() {
			t.ZH += "；" + k.words + c.Value.String() + "件"
			t.EN += "; " + k.en + " " + c.Value.String()
		}
	}
	a, b := r.Cell("remedies.direct_suit.total"), r.Cell("remedies.suit_after_reconsideration.total")
	if a.Plain() && b.Plain() && !a.Value.Add(b.Value).IsZero() {
		n := a.Value.Add(b.Value).String()
		t.ZH += "，行政诉讼" + n + "件"
		t.EN += ", suits " + n
	}
	t.ZH += "；" + sums.ZH + "。"
	t.EN += "; " + sums.EN + "."
	return t
}

// sums counts the cross-footing checks: 勾稽41项成立，1项无从核对.
func (v *view) sums() tongue.Text {
	var c check.Counts
	for _, vd := range v.judgement(v.entry).Verdicts {
		if vd.Rule.Family == check.CrossFooting && vd.Rule.Badged() {
			for i := range c {
				c[i] += vd.Counts[i]
			}
		}
	}
	if c.Applied() == 0 {
		return tongue.Of("勾稽关系未作核对", "sums were not checked")
	}
	t := counted(c)
	return tongue.Of("勾稽"+t.ZH, "sums: "+t.EN)
}
