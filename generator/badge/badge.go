// Package badge draws compliance badges as SVG and writes the endpoint.json
// that badge services read.
//
// In come a state, words and counts; out come bytes that need no font file, no
// network and no style sheet. A badge says what was found in words, by a shape
// and by a colour, so that it reads without any one of them. It decides
// nothing: the state comes from package check, and a state it does not know is
// shown as 数据不足, never as a good or a bad one.
package badge

import "ogi/generator/tongue"

// A State is what a badge says. The values are the keys of [labels] in site.toml.
type State string

const (
	Pass    State = "pass"     // 未见不符
	Hint    State = "hint"     // 有提示
	Fail    State = "fail"     // 有不符（待核）
	Unknown State = "unknown"  // 数据不足
	Unread  State = "unread"   // 未能读取
	OldForm State = "old_form" // 旧格式，不核表
	NotHeld State = "not_held" // 未收录
	NoRules State = "na"       // 不适用
)

// A Look is how a state is shown: words, shape and colours, the same in
// badges, tables and charts. Light and Dark are the colour of a mark on paper
// and on the dark ground; Fill is the ground of the white words of a badge.
type Look struct {
	State       State
	Word        tongue.Text
	Shape       string // ● ◆ ▲ ○ □ ◎ ┄ –
	Light, Dark string
	Fill        string
	Shields     string // the colour in endpoint.json, hex without #
}

// Looks are the looks of all states, from 未见不符 to 不适用.
var Looks = []Look{
	{Pass, tongue.Of("未见不符", "no discrepancy found"), "●", "#1a7f37", "#4ac26b", "#1a7f37", "1a7f37"},
	{Hint, tongue.Of("有提示", "hints"), "◆", "#9a6700", "#d4a72c", "#8a5a00", "8a5a00"},
	{Fail, tongue.Of("有不符（待核）", "discrepancy found, to be checked"), "▲", "#cf222e", "#ff8182", "#bd1f2a", "bd1f2a"},
	{Unknown, tongue.Of("数据不足", "not enough data"), "○", "#6e7781", "#9aa4ae", "#5f6870", "5f6870"},
	{Unread, tongue.Of("未能读取", "could not be read"), "□", "#6e7781", "#9aa4ae", "#5f6870", "5f6870"},
	{OldForm, tongue.Of("旧格式，不核表", "old format, tables not checked"), "◎", "#6e7781", "#9aa4ae", "#5f6870", "5f6870"},
	{NotHeld, tongue.Of("未收录", "not held"), "┄", "#868e96", "#7d8590", "#6a737d", "6a737d"},
	{NoRules, tongue.Of("不适用", "not applicable"), "–", "#868e96", "#7d8590", "#6a737d", "6a737d"},
}

// LooksWith are the looks with the public words of site.toml put in.
func LooksWith(labels map[string]string) []Look {
	looks := make([]Look, len(Looks))
	for i, l := range Looks {
		if w := labels[string(l.State)]; w != "" {
			l.Word.ZH = w
		}
		looks[i] = l
	}
	return looks
}

// LookOf is the look of a state; an unknown state looks like 数据不足.
func LookOf(s State) Look {
	for _, l := range Looks {
		if l.State == s {
			return l
		}
	}
	return Looks[3]
}
