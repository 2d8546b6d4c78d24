package check

// State words: site.toml may replace the Chinese ones.
var words = map[State][2]string{
	Clear:         {"未见不符", "no discrepancy found"},
	Hinted:        {"有提示", "hints"},
	Discrepant:    {"有不符（待核）", "discrepancy found, to be checked"},
	Undecided:     {"数据不足", "not enough data"},
	Unreadable:    {"未能读取", "could not be read"},
	OldForm:       {"旧格式，不核表", "old format, tables not checked"},
	PersonalFirst: {"有个人信息，先处理", "personal data: deal with it first"},
	NotHeld:       {"未收录", "not held"},
	NoRules:       {"不适用", "not applicable"},
}

// Word is the public word of s in Chinese, which labels (site.toml) may replace.
func (s State) Word(labels map[string]string) string {
	return worded(labels, string(s), words[s][0])
}

// WordEN is the public word of s in English.
func (s State) WordEN() string { return words[s][1] }

func worded(labels map[string]string, key, usual string) string {
	if w := labels[key]; w != "" {
		return w
	}
	return usual
}

var statusWords = [...][2]string{
	NA: {"不适用", "not applicable"}, Pass: {"未见不符", "holds"}, Hint: {"提示", "hint"},
	Unknown: {"无法判断", "cannot be determined"}, Fail: {"不符（待核）", "discrepancy, to be checked"},
}

// Word is what readers see for the answer of one rule.
func (s Status) Word() string { return statusWords[s][0] }

// WordEN is Word in English.
func (s Status) WordEN() string { return statusWords[s][1] }

// Word is what readers see for a severity.
func (s Severity) Word() string { return [...]string{"", "严重", "一般", "提示"}[s] }

// Name is what readers see for a family of rules.
func (f Family) Name() string { return familyNames[f][0] }

// NameEN is Name in English.
func (f Family) NameEN() string { return familyNames[f][1] }

var familyNames = map[Family][2]string{
	Structure: {"结构", "structure"}, TableTwo: {"表二", "table two"}, CrossFooting: {"勾稽", "cross-footing"},
	CrossYear: {"跨年", "cross-year"}, TextVsTable: {"文表", "text against tables"}, Timeliness: {"时效", "timeliness"},
	Fees: {"收费", "fees"}, Numbers: {"填报", "numbers"}, Duplication: {"雷同", "duplication"},
	Language: {"文字", "language"}, Hierarchy: {"层级", "hierarchy"},
}

// Families are all families in the order readers meet them.
var Families = []Family{
	Structure, TableTwo, CrossFooting, CrossYear, TextVsTable, Timeliness,
	Fees, Numbers, Duplication, Language, Hierarchy,
}
