package form

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// traditional and simple are the characters of the form that differ between
// the two scripts, in the same order.
const (
	traditional = "總體況動開條規廢現許處罰強製費單萬數據關係為項變收請業構組織團體務機與達轉續辦結個屬國法決標準護權級類內過檔詢無掌沒補確內舉訴複復重版當復新獲繳納訴訟維糾經審後問題進報級農業財産發據應後書時間導導麼於舊屬優對責監領導給"
	simple      = "总体况动开条规废现许处罚强制费单万数据关系为项变收请业构组织团体务机与达转续办结个属国法决标准护权级类内过档询无掌没补确内举诉复复重版当复新获缴纳诉讼维纠经审后问题进报级农业财产发据应后书时间导导么于旧属优对责监领导给"
)

// simplify gives each of the CJK ideographs its simplified form, or itself. It
// is a table since every character of every report goes through it.
var simplify = func() *[lastHan - firstHan + 1]rune {
	m := map[rune]rune{
		'髮': '发', '併': '并', '佈': '布', '證': '证', '傳': '传', '準': '准', '網': '网', '門': '门', '縣': '县',
		'區': '区', '鄉': '乡', '鎮': '镇', '廳': '厅', '員': '员', '會': '会', '聯': '联', '黨': '党', '東': '东',
		'衛': '卫', '濱': '滨', '綏': '绥', '撫': '抚', '順': '顺', '釋': '释', '統': '统', '計': '计', '實': '实',
		'檢': '检', '査': '查', '評': '评', '議': '议', '電': '电', '話': '话', '聲': '声', '幹': '干', '勞': '劳',
		'眾': '众', '裡': '里', '裏': '里', '説': '说', '說': '说', '戶': '户', '產': '产', '歸': '归',
		'帶': '带', '點': '点', '鏈': '链', '號': '号', '賓': '宾', '兩': '两', '從': '从', '參': '参', '雙': '双',
		'稱': '称', '穩': '稳', '職': '职', '詳': '详', '見': '见', '異': '异', '禁': '禁', '閱': '阅', '覽': '览', '讀': '读',
		'爲': '为', '産': '产', '増': '增', '減': '减', '採': '采', '購': '购', '額': '额', '貨': '货', '幣': '币', '雲': '云',
		'無': '无', '舉': '举', '訪': '访', '僅': '仅', '這': '这', '種': '种', '別': '别', '屆': '届', '課': '课', '遞': '递',
	}
	s := []rune(simple)
	for i, t := range []rune(traditional) {
		if i < len(s) && t != s[i] {
			m[t] = s[i]
		}
	}
	all := new([lastHan - firstHan + 1]rune)
	for i := range all {
		all[i] = rune(firstHan + i)
	}
	for t, s := range m {
		all[t-firstHan] = s
	}
	return all
}()

const firstHan, lastHan = 0x4E00, 0x9FFF

// Norm brings a label to the shape in which labels are compared: compatibility
// characters resolved, the script simplified, letters small, everything that
// is no letter and no digit left out.
func Norm(s string) string {
	plain := true
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= utf8.RuneSelf || !(c >= '0' && c <= '9' || c >= 'a' && c <= 'z') {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, u := range s {
		normRune(&b, u)
	}
	return b.String()
}

func normRune(b *strings.Builder, u rune) {
	switch {
	case u < utf8.RuneSelf:
		switch {
		case u >= '0' && u <= '9' || u >= 'a' && u <= 'z':
			b.WriteByte(byte(u))
		case u >= 'A' && u <= 'Z':
			b.WriteByte(byte(u + 'a' - 'A'))
		}
	case u >= firstHan && u <= lastHan:
		b.WriteRune(simplify[u-firstHan])
	case u >= 0xFF01 && u <= 0xFF5E:
		normRune(b, u-0xFEE0)
	case u == '〇':
		b.WriteRune(u)
	case u >= 0x2E80 && u <= 0x2FDF, u >= 0xF900 && u <= 0xFAFF, u >= 0x2460 && u <= 0x24FF, u >= 0x3200 && u <= 0x33FF,
		u >= 0x2070 && u <= 0x209F, u >= 0x2150 && u <= 0x218F, u >= 0x1D400 && u <= 0x1D7FF:
		for _, v := range norm.NFKC.String(string(u)) {
			if v != u {
				normRune(b, v)
			}
		}
	case unicode.IsLetter(u), unicode.IsDigit(u):
		b.WriteRune(u)
	}
}
