package fact

import (
	"strings"

	"ogi/generator/report"
)

// A number is a number as lexed: its value, its unit and whether it is exact.
type number struct {
	value, high report.Decimal
	unit        string
	exact       bool
	percent     bool
	end         int // index after it
}

// units that may follow a number.
var units = strings.Fields(`件次 件 条次 条 份 宗 人次 人 次 例 起 项 项次 个百分点 个 篇 部 期 场 封 批 笔
	户 家 名 页 天 日 月 年 号 类 种 倍 分 岁 元 亿元 万元 % 个工作日 工作日 季度 栏 栏目 幅 部门 辆 台 本 册 张 集 堂 班 轮 字 位`)

var unitTrie = newTrie(units)

// counts are the units of things counted.
var counts = set("件 件次 条 条次 份 宗 人 人次 次 例 起 项 个 篇 部 期 场 封 批 笔 户 家 名")

// numberAt lexes a number at s[i], which is a digit or a Chinese numeral.
func numberAt(s []rune, i int) (number, bool) {
	n, ok := scalar(s, i)
	if !ok {
		return n, false
	}
	// A range: 3-5件, 3件至5件.
	if j := n.end; j+1 < len(s) && n.unit != "日" && n.unit != "年" && strings.ContainsRune("-—–~～至", s[j]) {
		if m, ok := scalar(s, j+1); ok && m.unit != "" && (n.unit == "" || n.unit == m.unit) && m.value.Cmp(n.value) > 0 {
			return number{value: n.value, high: m.value, unit: m.unit, percent: m.percent, end: m.end}, true
		}
	}
	return n, true
}

func scalar(s []rune, i int) (number, bool) {
	n := number{exact: true}
	j := i
	var ok bool
	if j < len(s) && isDigit(s[j]) {
		n.value, j, ok = arabic(s, j)
	} else {
		n.value, j, ok = chinese(s, j)
	}
	if !ok {
		return n, false
	}
	for j < len(s) && (s[j] == '余' || s[j] == '多' || s[j] == '几' || s[j] == '来') {
		n.exact = false
		j++
	}
	switch {
	case j < len(s) && s[j] == '万' && isDigit(s[i]):
		n.value = scale(n.value, 4)
		j++
	case j < len(s) && s[j] == '亿' && isDigit(s[i]):
		n.value = scale(n.value, 8)
		j++
	}
	for j < len(s) && (s[j] == '余' || s[j] == '多') {
		n.exact = false
		j++
	}
	if u, l := unitTrie.longest(s, j); u >= 0 {
		n.unit = units[u]
		j += l
		for j < len(s) && (s[j] == '余' || s[j] == '多') {
			n.exact = false
			j++
		}
	}
	for _, w := range []string{"左右", "以上", "上下"} {
		if hasAt(s, j, w) {
			n.exact = false
			j += 2
		}
	}
	n.percent = n.unit == "%" || n.unit == "个百分点"
	n.end = j
	return n, true
}

func arabic(s []rune, i int) (report.Decimal, int, bool) {
	j := i
	var b strings.Builder
	for j < len(s) {
		switch {
		case isDigit(s[j]):
			b.WriteRune(s[j])
			j++
			continue
		case s[j] == ',' && j > i && digits(s, j+1) == 3 && j-i <= 3:
			j++
			continue
		case s[j] == ',' && j > i+3 && digits(s, j+1) == 3 && s[j-4] == ',':
			j++
			continue
		}
		break
	}
	if j+1 < len(s) && s[j] == '.' && isDigit(s[j+1]) {
		b.WriteByte('.')
		for j++; j < len(s) && isDigit(s[j]); j++ {
			b.WriteRune(s[j])
		}
	}
	if b.Len() > longestNumeral {
		return report.Decimal{}, j, false
	}
	d, err := report.ParseDecimal(b.String())
	return d, j, err == nil
}

// digits is how many digits stand at s[i].
func digits(s []rune, i int) int {
	n := 0
	for i+n < len(s) && isDigit(s[i+n]) {
		n++
	}
	return n
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

const (
	numerals       = "零一二三四五六七八九"
	longestNumeral = 16
)

// chinese reads a numeral such as 二十三 or 一百零五. Only one that a unit (or
// an approximation and a unit) follows counts as a number.
func chinese(s []rune, i int) (report.Decimal, int, bool) {
	var total, section, digit int64
	j, seen := i, false
	for ; j < len(s); j++ {
		if j-i > longestNumeral {
			return report.Decimal{}, j, false
		}
		r := s[j]
		if r == '〇' {
			r = '零'
		}
		if r == '两' {
			r = '二'
		}
		if k := strings.IndexRune(numerals, r); k >= 0 {
			if digit != 0 {
				return report.Decimal{}, j, false // 一三: an enumeration or a year
			}
			digit, seen = int64(k/3), true
			continue
		}
		var unit int64
		switch r {
		case '十':
			unit = 10
		case '百':
			unit = 100
		case '千':
			unit = 1000
		case '万':
			total, section, digit = (total+section+digit)*10000, 0, 0
			if !seen {
				return report.Decimal{}, j, false
			}
			continue
		default:
			goto done
		}
		if digit == 0 {
			if unit != 10 {
				return report.Decimal{}, j, false
			}
			digit = 1
		}
		section, digit, seen = section+digit*unit, 0, true
	}
done:
	if !seen {
		return report.Decimal{}, j, false
	}
	k := j
	for k < len(s) && (s[k] == '余' || s[k] == '多') {
		k++
	}
	if u, _ := unitTrie.longest(s, k); u < 0 {
		return report.Decimal{}, j, false
	}
	return report.Int(total + section + digit), j, true
}

// scale multiplies by 10^p and drops the zeros that leaves behind.
func scale(d report.Decimal, p int) report.Decimal {
	for ; p > 0; p-- {
		if d.Scale > 0 {
			d.Scale--
		} else {
			d.Unscaled *= 10
		}
	}
	return d
}

// yuan is the amount in yuan of a number whose unit is 元, 万元 or 亿元.
func yuan(n number) (report.Decimal, bool) {
	switch n.unit {
	case "元":
		return n.value, true
	case "万元":
		return scale(n.value, 4), true
	case "亿元":
		return scale(n.value, 8), true
	}
	return n.value, false
}
