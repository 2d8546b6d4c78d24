package page

import (
	"strconv"

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
	var has, lost []tongue.Text
	for _, k := range []struct {
		key        form.Key
		name       tongue.Text
		evenIfZero bool
	}{
		{"requests.received.total", tongue.Of("新收申请", "received"), true},
		{"requests.carried_in.total", tongue.Of("上年结转", "carried over"), false},
		{"requests.outcomes_total.total", tongue.Of("办结", "handled"), true},
		{"requests.carried_out.total", tongue.Of("结转下年", "carried forward"), false},
	} {
		switch c := r.Cell(k.key); {
		case c.State == report.Blank:
			has = append(has, k.name.Plus("的总计原文空白", " left blank"))
		case c.State == report.Number && c.Reading == report.Entered:
			if c.Value.IsZero() && !k.evenIfZero {
				continue
			}
			has = append(has, k.name.Then(tongue.Sprintf("%s件（人工录入）", " %s (read by one person)", c.Value)))
		case !c.Plain():
			lost = append(lost, k.name)
		case k.evenIfZero || !c.Value.IsZero():
			has = append(has, k.name.Then(tongue.Sprintf("%s件", " %s", c.Value)))
		}
	}
	var t tongue.Text
	if len(has) > 0 {
		t = tongue.Sprintf("%s年", "Requests in %s: ", year).Then(tongue.Join(has, "，", ", "))
	}
	if len(lost) > 0 {
		if t.ZH != "" {
			t = t.Plus("；", "; ")
		}
		names := tongue.Join(lost, "、", ", ")
		t = t.Plus(names.ZH+"的总计未能可靠读出", "total of "+names.EN+" could not be read reliably")
	}
	if c := r.Cell("remedies.reconsideration.total"); c.Plain() && !c.Value.IsZero() {
		t = t.Then(tongue.Sprintf("；行政复议%s件", "; reconsiderations %s", c.Value))
	}
	a, b := r.Cell("remedies.direct_suit.total"), r.Cell("remedies.suit_after_reconsideration.total")
	if a.Plain() && b.Plain() && !(a.Value.IsZero() && b.Value.IsZero()) {
		t = t.Then(tongue.Sprintf("，行政诉讼%s件", ", suits %s", a.Value.Add(b.Value)))
	}
	return t.Plus("；", "; ").Then(sums).Plus("。", ".")
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
