package rule

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ogi/generator/check"
	"ogi/generator/passage"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// doubledWord: see doubled-word.md for the text readers get.
var doubledWord = &check.Rule{
	ID: "doubled-word", Title: tongue.Of("有无叠字", "doubled words"),
	Found:  tongue.Of("叠字", "word doubled"),
	Family: check.Language, Severity: check.S3, Grade: check.Assessed,
	Basis:      tongue.Of("文字校对", "proof-reading"),
	Formula:    "“在在”“的的”“了了”“和和”等虚词不连写两次；三至八字的词组不紧接着重复",
	MayBeWrong: tongue.Of("前后两字分属两个词（如“目的的”“存在在”）。", "the two characters belong to two words"),
	Check: func(p *check.Run) {
		found := false
		for _, s := range sentences(p) {
			word := doubled(s.folded)
			if word == "" {
				continue
			}
			found = true
			at := strings.Index(s.folded, word)
			word = s.text[at : at+len(word)]
			p.Prose(check.Finding{
				Message:  tongue.Of("“"+around(s.text, at, len(word))+"”中“"+word+"”疑为重复。", "a word stands twice."),
				Formula:  word,
				Operands: []check.Operand{check.Words("正文", report.Text{Text: clip(s.text), Pos: s.pos})},
			})
		}
		if !found {
			p.Pass()
		}
	},
}

// particles are the characters that are not doubled, with those before and
// behind them that make two words of the pair: 目的的, 的的确确.
var particles = map[rune]struct{ before, behind string }{
	'在': {"存现正实潜内外所好旨自", ""},
	'的': {"目标有众", "确士"},
	'了': {"为除罢明受得不完", "解然结"},
	'和': {"共饱缓平温调谐总柔祥", "美气谐平睦"},
	'与': {"参给赋付干", ""},
	'及': {"以涉普触顾波提危", "时格"},
	'为': {"作行成称认因视列转变人", ""},
	'对': {"面针应核相比绝校反派", "象比照应策接"},
}

// doubled is the first doubled particle or phrase of s, "" if none.
func doubled(s string) string {
	rs := []rune(s)
	for i := 0; i+1 < len(rs); i++ {
		if rs[i+1] != rs[i] {
			continue
		}
		x, ok := particles[rs[i]]
		if !ok {
			continue
		}
		if i > 0 && (strings.ContainsRune(x.before, rs[i-1]) || rs[i-1] == rs[i]) {
			continue
		}
		if i+2 < len(rs) && (strings.ContainsRune(x.behind, rs[i+2]) || rs[i+2] == rs[i]) {
			continue
		}
		return string(rs[i : i+2])
	}
	for i := range rs {
		for n := 8; n >= 3; n-- {
			if i+2*n > len(rs) || rs[i] != rs[i+n] || !repeated(rs[i:i+n], rs[i+n:i+2*n]) {
				continue
			}
			// Heads of table four that stand in the prose repeat by themselves, and
			// so does 政府办公室办公室.
			if w := string(rs[i : i+2*n]); !strings.Contains(w, "结果") && !strings.Contains(w, "审结") && !strings.Contains(w, "办公室") {
				return w
			}
		}
	}
	return ""
}

// repeated reports whether b is a again: a phrase of Chinese words, no run of
// one character and no number.
func repeated(a, b []rune) bool {
	same := true
	for i, r := range a {
		if r != b[i] || !unicode.Is(unicode.Han, r) || strings.ContainsRune("一二三四五六七八九十百千万零〇", r) {
			return false
		}
		same = same && r == a[0]
	}
	return !same
}

// around is a piece of s with what stands before it in its clause and some
// characters behind.
func around(s string, at, n int) string {
	from := passage.Begin(s, at, 24)
	if i := strings.LastIndexAny(s[from:at], "，、："); i >= 0 {
		_, size := utf8.DecodeRuneInString(s[from+i:])
		from += i + size
	}
	behind := []rune(s[at+n:])
	return strings.TrimSpace(s[from:at+n]) + string(behind[:min(6, len(behind))])
}
