package form

import "testing"

func TestMatchKnowsLabelsHoweverPrinted(t *testing.T) {
	for text, want := range map[string]Label{
		"1. 属于国家秘密":       {Table: Three, Row: "requests.denied.state_secret"},
		"（三）不予公开1.属于国家秘密": {Table: Three, Row: "requests.denied.state_secret", Group: "requests.denied"},
		"③其他":           {Table: Three, Row: "requests.other_outcome.other"},
		"3.其他":          {Table: Three, Row: "requests.other_outcome.other"},
		"其他":            {Row: "requests.other_outcome.other", Column: "other"},
		"(七) 总计":        {Table: Three, Row: "requests.outcomes_total"},
		"（七）总计［3］":      {Table: Three, Row: "requests.outcomes_total"},
		"（一）予以公开①":      {Table: Three, Row: "requests.granted"},
		"行政许可（注2）":      {Table: Two, Row: "proactive.licensing"},
		"總計":            {Row: "requests.outcomes_total", Column: "total"},
		"三、本年度办理结果":     {Table: Three, Group: "requests.results"},
		"（六）其他处理":       {Table: Three, Group: "requests.other_outcome"},
		"2.其他法律行政止公开":   {Table: Three, Row: "requests.denied.prohibited"},
		"3.危及“三安全一稳定”":  {Table: Three, Row: "requests.denied.security"},
		"逾期不补正":         {Table: Three, Row: "requests.other_outcome.not_supplemented"},
		"逾期不缴费":         {Table: Three, Row: "requests.other_outcome.fee_unpaid"},
		"4.无正当理由大量反复申请": {Table: Three, Row: "requests.unprocessed.excessive"},
		"社会\n公益\n组织":    {Table: Three, Column: "public_welfare"},
		"规范性文件":         {Table: Two, Row: "proactive.normative_documents"},
		"行政處罰":          {Table: Two, Row: "proactive.penalties"},
		"本年增/减":         {Table: Two, Column: "change", Old: true},
		"本年收费金额(单位:万元)": {Table: Two, Column: "amount", New: true},
		"结果 维持":         {Table: Four, Column: "upheld"},
		"复议后起诉":         {Table: Four, Group: "remedies.suit_after_reconsideration"},
		"7.属于行攻执法案卷":    {Table: Three, Row: "requests.denied.case_file"},
		"8.属于行政査询事顶":    {Table: Three, Row: "requests.denied.inquiry", Guess: true},
		"其他主动公开文件":      {},
		"数据1":           {},
		"通过政府网站公开规范性文件十二件及解读材料": {},
	} {
		got := Match(text)
		got.Sure = false
		if got != want {
			t.Errorf("%s: %+v, want %+v", text, got, want)
		}
	}
}

// The mark of a note is no part of a label, whether likeness is asked for or not.
func TestFirmKnowsMarkedLabels(t *testing.T) {
	for text, row := range map[string]string{"行政强制（注8）": "proactive.compulsion", "（一）予以公开①": "requests.granted", "行政强制（8）": ""} {
		if got := Firm(text).Row; got != row {
			t.Errorf("%s: %q", text, got)
		}
	}
}

func TestIsPieceKnowsBrokenLabels(t *testing.T) {
	for text, want := range map[string]bool{
		"（二）部分公开（区分处理的，只": true,
		"理结计这一情形，不计其他情形）": true,
		"度办":            true,
		"形，不计其他情形）（注3）": true,
		"社会公法律服":        true,
		"更新不够及时":        false,
		"注：以收到判决书为准":    false,
		"（注3）":          false,
	} {
		if got := IsPiece(text); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}

// Readers fill a row of table three from its first cell on.
func TestRowsOfTableThreeHaveTheirColumnsInOrder(t *testing.T) {
	for _, f := range []*Form{F2019, F2021, F2021OneRow} {
		for _, row := range f.Rows(Three) {
			first := f.At(row, Columns[0])
			for j, c := range Columns {
				if f.At(row, c) != first+j {
					t.Errorf("%s: %s.%s is not %d cells behind the first", f.Version, row, c, j)
				}
			}
		}
	}
}
