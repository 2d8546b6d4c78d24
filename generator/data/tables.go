package data

import (
	"slices"

	"ogi/generator/form"
	"ogi/generator/stat"
	"ogi/generator/tongue"
)

// The tables, in the order in which readers meet them.
var (
	Agencies = &Table{
		Key: "agencies", Name: tongue.Of("机关", "Agencies"), Primary: []string{"agency"},
		Columns: []Column{
			text("agency", "机关代号，也是网址的一部分", "agency, also a part of addresses"),
			text("name", "名称", "name"),
			text("region", "行政区划代码", "region, six digits"),
			text("region_name", "行政区划", "name of the region"),
			text("kind", "类别", "kind"),
			text("level", "层级", "level"),
			text("function", "职能", "function"),
			text("homepage", "网站", "homepage"),
			text("aliases", "别名，以分号隔开", "other names, parted by semicolons"),
			text("former_names", "曾用名及年份，以分号隔开", "former names with years, parted by semicolons"),
			text("predecessors", "前身，以分号隔开", "predecessors, parted by semicolons"),
			number("first_year", "收录的第一年", "first year held"),
			number("last_year", "收录的最后一年", "last year held"),
			number("reports", "收录的报告数", "reports held"),
		},
	}
	Reports = &Table{
		Key: "reports", Name: tongue.Of("报告", "Reports"), Primary: []string{"agency", "year"}, Foreign: "agencies",
		Columns: []Column{
			text("agency", "机关代号", "agency"),
			number("year", "报告年度", "report year"),
			text("name", "机关名称", "name of the agency"),
			text("region", "行政区划代码", "region"),
			text("kind", "类别", "kind"),
			text("level", "层级", "level"),
			text("function", "职能", "function"),
			text("title", "报告标题", "title of the report"),
			text("form", "格式版本", "version of the form"),
			text("layout", "文件的样子", "layout of the file"),
			text("scope", "数字的范围：own 本机关，area 全区域，unclear 不明", "whose figures: own, area, unclear"),
			text("fidelity", "文件是原样还是转换过", "as published or converted"),
			{Key: "coverage", Type: Number, Name: tongue.Of("读懂的文字所占的份额，0–1", "share of the text that was understood, 0–1")},
			date("released", "公布日期（本站所见）", "day of release as known here"),
			date("signed", "落款日期", "day of the sign-off"),
			text("state", "核对结果", "state of the checks"),
			number("s1", "重要发现数", "findings of severity one"),
			number("s2", "一般发现数", "findings of severity two"),
			number("s3", "轻微发现数", "findings of severity three"),
			number("undecided", "未能判断的核对数", "checks that could not be decided"),
			text("source", "来源网址", "address of the source"),
			text("file", "档案中的文件", "file in the archive"),
			text("sha256", "文件的 SHA-256", "SHA-256 of the file"),
			number("size", "文件大小，字节", "size of the file in bytes"),
			text("held_back", "原件为何不提供：personal、unsearched、acting", "why the file is not offered"),
			text("withdrawn", "撤下的原因", "why it was withdrawn"),
			text("page", "在本站的网址", "address within the site"),
		},
	}
	Cells = &Table{
		Key: "cells", Name: tongue.Of("单元格", "Cells"), Primary: []string{"agency", "year", "key"}, Foreign: "reports",
		Columns: []Column{
			text("agency", "机关代号", "agency"),
			number("year", "报告年度", "report year"),
			text("key", "法定表格中的单元格，见字典", "cell of the form, see the dictionary"),
			text("state", "状态：number 数字，blank 空白，dash 横线，missing 缺，garbled 不是数字", "number, blank, dash, missing or garbled"),
			{Key: "value", Type: Number, Name: tongue.Of("数值", "value")},
			text("unit", "金额的单位，照印", "unit of an amount, as printed"),
			text("raw", "原文", "as printed"),
			truth("recovered", "由前后推定，不是在原处读出", "inferred, not read at its own place"),
			text("reader", "谁读的：program 程序，entered 一人录入，reviewed 二人校核", "who read it"),
			text("place", "在文件中的位置", "place in the file"),
		},
	}
	Wide = &Table{
		Key: "wide", Name: tongue.Of("一份报告一行", "One row a report"), Primary: []string{"agency", "year"}, Foreign: "reports",
		Columns: slices.Concat([]Column{
			text("agency", "机关代号", "agency"),
			number("year", "报告年度", "report year"),
			text("name", "机关名称", "name of the agency"),
			text("region", "行政区划代码", "region"),
			text("form", "格式版本", "version of the form"),
			text("scope", "数字的范围", "whose figures"),
		}, cellColumns(), indicatorColumns()),
	}
	Findings = &Table{
		Key: "findings", Name: tongue.Of("发现", "Findings"), Primary: []string{"agency", "year", "n"}, Foreign: "reports",
		Columns: []Column{
			text("agency", "机关代号", "agency"),
			number("year", "报告年度", "report year"),
			number("n", "第几条", "number within the report"),
			text("rule", "规则", "rule"),
			text("family", "规则的类别", "family of the rule"),
			text("status", "fail 不符，hint 提示，unknown 未能判断", "fail, hint or unknown"),
			number("severity", "1 重要，2 一般，3 轻微", "severity, 1 to 3"),
			text("grade", "规则的依据：A 法定，B 推得，C 评估，D 经验", "what the rule rests on, A to D"),
			text("message", "说明", "message in Chinese"),
			text("message_en", "英文说明", "message in English"),
			text("formula", "算式", "formula with the numbers"),
			text("cell", "所在的单元格", "cell it rests on"),
			text("place", "在文件中的位置", "place in the file"),
			text("reply", "经复核的回复：confirmed 属实，explained 有说明，disputed 有异议", "reviewed reply"),
		},
	}
	Verdicts = &Table{
		Key: "verdicts", Name: tongue.Of("核对结果", "Verdicts"), Primary: []string{"agency", "year", "rule"}, Foreign: "reports",
		Columns: []Column{
			text("agency", "机关代号", "agency"),
			number("year", "报告年度", "report year"),
			text("rule", "规则", "rule"),
			text("status", "pass 未见不符，fail 不符，hint 提示，unknown 未能判断，na 不适用", "pass, fail, hint, unknown or na"),
			number("pass", "未见不符的核对数", "checks that hold"),
			number("fail", "不符的核对数", "checks that fail"),
			number("hint", "提示数", "hints"),
			number("unknown", "未能判断的核对数", "checks that could not be decided"),
			number("na", "不适用的核对数", "checks that do not apply"),
		},
	}
	Indicators = &Table{
		Key: "indicators", Name: tongue.Of("指标", "Indicators"), Primary: []string{"agency", "year", "indicator"}, Foreign: "reports",
		Columns: []Column{
			text("agency", "机关代号", "agency"),
			number("year", "报告年度", "report year"),
			text("indicator", "指标，见字典", "indicator, see the dictionary"),
			text("state", "known 已知，absent 当年格式没有，empty 分母为零，unknown 不知", "known, absent, empty or unknown"),
			{Key: "value", Type: Number, Name: tongue.Of("数值；占比为百分数，取四位小数", "value; shares in per cent, four decimals")},
			{Key: "numerator", Type: Number, Name: tongue.Of("分子", "numerator")},
			{Key: "denominator", Type: Number, Name: tongue.Of("分母", "denominator")},
			truth("recovered", "含推定值", "rests on an inferred cell"),
			text("note", "须知，或为何不知", "what to know, or why it is not known"),
		},
	}

	// Passages is the prose, by paragraph: for the database, which searches it.
	Passages = &Table{
		Key: "passages", Name: tongue.Of("段落", "Passages"), Primary: []string{"agency", "year", "n"}, Foreign: "reports", Inner: true,
		Columns: []Column{
			text("agency", "机关代号", "agency"),
			number("year", "报告年度", "report year"),
			number("n", "第几段", "number within the report"),
			number("section", "第几部分，前言为 0", "section, 0 before the first"),
			text("place", "在文件中的位置", "place in the file"),
			text("text", "文字", "text"),
		},
	}

	// Tables are all, those with files of their own first.
	Tables = []*Table{Agencies, Reports, Wide, Cells, Indicators, Findings, Verdicts, Passages}
)

func text(key, zh, en string) Column { return Column{Key: key, Name: tongue.Of(zh, en)} }

func number(key, zh, en string) Column {
	return Column{Key: key, Type: Integer, Name: tongue.Of(zh, en)}
}

func truth(key, zh, en string) Column {
	return Column{Key: key, Type: Boolean, Name: tongue.Of(zh, en)}
}

func date(key, zh, en string) Column { return Column{Key: key, Type: Date, Name: tongue.Of(zh, en)} }

// Forms are those that have cells, the newest first.
var Forms = []*form.Form{form.F2021, form.F2021OneRow, form.F2019}

// cellColumns are the cells of all forms, each once.
func cellColumns() []Column {
	var cs []Column
	at := map[form.Key]int{}
	for _, f := range Forms {
		for i := range f.Defs {
			d := &f.Defs[i]
			k, have := at[d.Key]
			if !have {
				k = len(cs)
				at[d.Key] = k
				c := Column{Key: string(d.Key), Type: Number, Name: tongue.Of(d.Label, string(d.Key)), When: whenOf(d)}
				if d.Amount {
					c.Unit = tongue.Of("照报告所印，见 cells 的 unit", "as printed, see unit in cells")
				}
				cs = append(cs, c)
			}
			if v := f.Version; !slices.Contains(cs[k].Forms, v) {
				cs[k].Forms = append(cs[k].Forms, v)
			}
		}
	}
	return cs
}

// whenOf tells stocks from flows: what is in force, disclosed in all or carried over
// is a number of a day.
func whenOf(d *form.Def) When {
	switch {
	case d.Column == "in_force", d.Column == "disclosed_total", d.Row == "requests.carried_in", d.Row == "requests.carried_out":
		return AtEnd
	}
	return InYear
}

func indicatorColumns() []Column {
	var cs []Column
	for _, i := range stat.Indicators {
		c := Column{Key: "indicator." + i.Key, Type: Number, Name: i.Name, Unit: i.Unit.Label(), When: InYear}
		if i.Kind == stat.Stock {
			c.When = AtEnd
		}
		cs = append(cs, c)
	}
	return cs
}
