package check

import "ogi/generator/tongue"

// State words: site.toml may replace the Chinese ones.
var words = map[State]tongue.Text{
	Clear:         tongue.Of("未见不符", "no discrepancy found"),
	Hinted:        tongue.Of("有提示", "hints"),
	Discrepant:    tongue.Of("有不符（待核）", "discrepancy found, to be checked"),
	Undecided:     tongue.Of("数据不足", "not enough data"),
	Unreadable:    tongue.Of("未能读取", "could not be read"),
	OldForm:       tongue.Of("旧格式，不核表", "old format, tables not checked"),
	PersonalFirst: tongue.Of("有个人信息，先处理", "personal data: deal with it first"),
	NotHeld:       tongue.Of("未收录", "not held"),
	NoRules:       tongue.Of("不适用", "not applicable"),
}

// Word is the public word of s.
func (s State) Word(labels map[string]string) tongue.Text {
	return worded(labels, string(s), words[s])
}

func worded(labels map[string]string, key string, usual tongue.Text) tongue.Text {
	if w := labels[key]; w != "" {
		usual.ZH = w
	}
	return usual
}

var statusWords = [...]tongue.Text{
	NA: tongue.Of("不适用", "not applicable"), Pass: tongue.Of("未见不符", "holds"), Hint: tongue.Of("提示", "hint"),
	Unknown: tongue.Of("无法判断", "cannot be determined"), Fail: tongue.Of("不符（待核）", "discrepancy, to be checked"),
}

// Word is what readers see for the answer of one rule.
func (s Status) Word() tongue.Text { return statusWords[s] }

// Word is what readers see for a severity.
func (s Severity) Word() string { return [...]string{"", "严重", "一般", "提示"}[s] }

// Name is what readers see for a family of rules.
func (f Family) Name() tongue.Text { return familyNames[f] }

var familyNames = map[Family]tongue.Text{
	Structure: tongue.Of("结构", "structure"), TableTwo: tongue.Of("表二", "table two"), CrossFooting: tongue.Of("勾稽", "cross-footing"),
	CrossYear: tongue.Of("跨年", "cross-year"), TextVsTable: tongue.Of("文表", "text against tables"), Timeliness: tongue.Of("时效", "timeliness"),
	Fees: tongue.Of("收费", "fees"), Numbers: tongue.Of("填报", "numbers"), Duplication: tongue.Of("雷同", "duplication"),
	Language: tongue.Of("文字", "language"), Hierarchy: tongue.Of("层级", "hierarchy"),
}

// Families are all families in the order readers meet them.
var Families = []Family{
	Structure, TableTwo, CrossFooting, CrossYear, TextVsTable, Timeliness,
	Fees, Numbers, Duplication, Language, Hierarchy,
}
