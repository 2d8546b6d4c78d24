package rule

import (
	"regexp"

	"ogi/generator/check"
	"ogi/generator/han"
	"ogi/generator/tongue"
)

// titleForm: see title-form.md for the text readers get.
var titleForm = &check.Rule{
	ID: "title-form", Title: tongue.Of("标题写法", "form of the title"),
	Found:  tongue.Of("标题不规范", "non-standard title"),
	Family: check.Structure, Severity: check.S3, Grade: check.Heuristic,
	Basis: tongue.Of("通行标题：机关名称、年份、“政府信息公开工作年度报告”",
		"the usual title: name of the body, year, 政府信息公开工作年度报告"),
	Formula:    "标题 = 机关和年份（先后不论）+ 政府信息公开工作年度报告",
	MayBeWrong: tongue.Of("网站系统截短或改写了标题。", "the web site shortened the title"),
	Check: func(p *check.Run) {
		if p.Entry.Year < 2019 {
			p.NA()
			return
		}
		shown := han.Squeeze(p.Report.Title.Text)
		title := han.Fold(shown)
		f := check.Finding{Operands: []check.Operand{check.Words("标题", p.Report.Title)}}
		switch {
		case title == "" && p.Converted():
			f.Operands = nil
			f.Message = tongue.Of("未能读出标题行，无法判断。", "no title line was found.")
			f.Formula = "标题：缺"
			p.Unknown(f)
		case title == "":
			f.Operands = nil
			f.Message = tongue.Of("未见标题行。", "no title line was seen.")
			f.Formula = "标题：缺"
			p.Hint(f)
		case !yearFirst.MatchString(title) && (!standardTitle.MatchString(title) || !titleNames(p, title)):
			f.Message = tongue.Of("标题“"+clip(shown)+"”与通行写法“机关+年份+政府信息公开工作年度报告”不符。",
				"the title is not in the usual form.")
			f.Formula = clip(shown)
			p.Hint(f)
		default:
			p.Pass()
		}
	},
}

var standardTitle = regexp.MustCompile(`^(.*?)(关于)?(19|20|二〇|二○|二零)[0-9〇○零一二三四五六七八九]{2}年度?政府信息公开工作年度报告$`)

// yearFirst is as usual: 2024年某县水利局政府信息公开工作年度报告.
var yearFirst = regexp.MustCompile(`^(关于)?(19|20|二〇|二○|二零)[0-9〇○零一二三四五六七八九]{2}年度?.{2,30}?政府信息公开工作年度报告$`)

// titleNames reports whether the title, or the line above it, names the body.
func titleNames(p *check.Run, title string) bool {
	return standardTitle.FindStringSubmatch(title)[1] != "" || p.Report.Agency.Text != ""
}

// clip shortens words quoted in a sentence.
func clip(s string) string {
	if r := []rune(s); len(r) > 60 {
		return string(r[:59]) + "…"
	}
	return s
}
