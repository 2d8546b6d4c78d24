package fact

import (
	"maps"
	"slices"
	"strings"
)

// A class is what a word does in a statement, one bit; several make a set.
type class uint64

const (
	cUnknown class = 1 << iota
	cNumber
	cYear    // 2024年, 2024年度
	cTime    // 全年, 本年度
	cLast    // 去年, 上年度
	cCompare // 同比, 较去年
	cPart    // 上半年, 一季度, 近三年: not the year
	cSince   // 以来: from then on
	cPlan    // 将, 计划, 下一步
	cNot     // 未, 没有, 无, 零
	cIn      // 收到, 受理
	cDo      // 办理
	cOut     // 答复, 办结
	cTurn    // 结转, 转 with a year beside it
	cCarryIn
	cCarryOut
	cRequest // 申请, 依申请公开
	cOGI     // 政府信息公开
	cOutcome
	cApplicant
	cReview
	cSuit
	cResult   // 维持, 纠正
	cNorm     // 行政规范性文件
	cRules    // 规章
	cIssue    // 制发
	cRepeal   // 废止
	cInForce  // 现行有效
	cDecision // 行政许可
	cDecide   // 作出
	cDisclose // 主动公开
	cInfo     // 政府信息
	cFee
	cCollect // 收取
	cNotice  // 收费通知
	cGrow
	cShrink
	cTotal // 共, 合计
	cAmong // 其中
	cIncl  // 含, 包括
	cEach  // 分别为
	cRest  // 其余
	cOpen  // 等, 主要
	cAlso  // 另有
	cAll   // 全部, 均
	cTimely
	cRate  // 办结率
	cGlue  // words that change nothing
	cJoin  // 和, 及, 、
	cArea  // 全市
	cOwn   // 我局
	cSub   // 所属单位
	cProxy // 代表
	cChannel
	cEvery   // 各种渠道: no channel in particular
	cSubset  // 二审, 败诉
	cJudge   // 审理: the body's own duty, not a case against it
	cAssist  // 参与, 代拟: another body's document
	cPublish // 公示: entries, not decisions
	cItem    // 事项, 信息: what makes 行政许可 no decision
	cBlock   // 热线, 信访: something else is counted
	cApprox  // 约, 近
	cCause   // 因, 由于: a reason follows
	cThing   // 案件, 情况, 事项 after a remedy or request
)

type word struct {
	class class
	kind  Kind
}

var dictionary = map[string]word{}

// The trie finds the words of dictionary, and meanings are theirs in its order.
var (
	meanings       []word
	dictionaryTrie *trie
)

// add gives each word its class. A word has one class only.
func add(c class, k Kind, words string) {
	for w := range strings.FieldsSeq(words) {
		if d, dup := dictionary[w]; dup && d != (word{c, k}) {
			panic("internal error: word of two classes: " + w)
		}
		dictionary[w] = word{c, k}
	}
}

func init() {
	for _, v := range vocabulary {
		add(v.class, v.kind, v.words)
	}
	for _, c := range carried {
		for _, w := range combine(c.lists...) {
			dictionary[w] = word{c.class, ""}
		}
	}
	entries := slices.Sorted(maps.Keys(dictionary))
	for _, w := range entries {
		meanings = append(meanings, dictionary[w])
	}
	dictionaryTrie = newTrie(entries)
}

// combine joins one word of each list in every way; a list that begins with a
// space has the empty word too.
func combine(lists ...string) []string {
	out := []string{""}
	for _, l := range lists {
		words := strings.Fields(l)
		if strings.HasPrefix(l, " ") {
			words = append(words, "")
		}
		var next []string
		for _, a := range out {
			for _, b := range words {
				next = append(next, a+b)
			}
		}
		out = next
	}
	return out
}
