package decode_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// titlesOfParts as the form prints them.
var titlesOfParts = [6]string{
	"总体情况", "主动公开政府信息情况", "收到和处理政府信息公开申请情况",
	"政府信息公开行政复议、行政诉讼情况", "存在的主要问题及改进情况", "其他需要报告的事项",
}

// numbered is a report whose parts bear these numbers; sub stands in part one,
// preface before it. Part n is left out where its number is "-".
func numbered(numbers []string, preface, sub []string) []string {
	lines := append([]string{"青禾县司法局2023年政府信息公开工作年度报告"}, preface...)
	for i, title := range titlesOfParts {
		if numbers[i] == "-" {
			continue
		}
		lines = append(lines, numbers[i]+title)
		switch i {
		case 0:
			lines = append(lines, sub...)
			lines = append(lines, "本机关做好各项公开工作。")
		case 1:
			lines = append(lines, "第二十条第（一）项", "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数", "规章 | 0 | 0 | 0", "行政规范性文件 | 1 | 0 | 2")
		case 2:
			lines = append(lines, "一、本年新收政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1")
		case 3:
			lines = append(lines, "行政复议 | 行政诉讼", "0 | 0 | 0 | 0 | 0")
		case 4:
			lines = append(lines, "（一）存在的主要问题", "公开内容还不够及时。", "（二）改进情况", "将加强审核。")
		case 5:
			lines = append(lines, "本年度未收取信息处理费。")
		}
	}
	return lines
}

// Part one under words between 总体 and 情况.
func TestPartOneInOtherWords(t *testing.T) {
	for _, title := range []string{"总体工作情况", "工作总体情况", "总体推进情况"} {
		lines := strings.Join(numbered([]string{"一、", "二、", "三、", "四、", "五、", "六、"}, nil, nil), "\n")
		r := decoded(t, "2023.txt", []byte(strings.Replace(lines, "一、总体情况", "一、"+title, 1)))
		if len(r.Sections) != 6 || r.Sections[0].N != 1 {
			t.Errorf("%s: %v", title, r.Sections)
		}
	}
}

// The six parts are found by the style that numbers them; sub-headings and lists
// of the parts are none.
func TestPartsByTheirNumbers(t *testing.T) {
	han := []string{"一、", "二、", "三、", "四、", "五、", "六、"}
	list := "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成。"
	items := []string{"（一）主动公开政府信息情况", "按时更新栏目。", "2. 依申请公开情况", "逐件登记。", "（三）政府信息管理", "平台建设情况"}
	var contents, bullets []string
	for i, title := range titlesOfParts {
		contents = append(contents, fmt.Sprint(han[i], title, "……", i+1))
		bullets = append(bullets, title)
	}
	all, five := []int{1, 2, 3, 4, 5, 6}, []int{1, 2, 3, 4, 5}
	for _, c := range []struct {
		name         string
		numbers      []string
		preface, sub []string
		want         []int
	}{
		{"as the form", han, nil, items, all},
		{"digits", []string{"1、", "2、", "3、", "4、", "5、", "6、"}, []string{list}, nil, all},
		{"digits with points", []string{"1.", "2.", "3.", "4.", "5.", "6."}, nil, nil, all},
		{"brackets", []string{"（一）", "（二）", "（三）", "（四）", "（五）", "（六）"}, nil, nil, all},
		{"Roman", []string{"Ⅰ、", "Ⅱ、", "Ⅲ、", "Ⅳ、", "Ⅴ、", "Ⅵ、"}, nil, nil, all},
		{"Roman letters", []string{"I. ", "II. ", "III. ", "IV. ", "V. ", "VI. "}, nil, nil, all},
		{"formal", []string{"壹、", "贰、", "叁、", "肆、", "伍、", "陆、"}, nil, nil, all},
		{"第一部分", []string{"第一部分 ", "第二部分 ", "第三部分 ", "第四部分 ", "第五部分 ", "第六部分 "}, nil, items[:2], all},
		{"第一章", []string{"第一章 ", "第二章 ", "第三章 ", "第四章 ", "第五章 ", "第六章 "}, nil, items[:2], all},
		{"【一】", []string{"【一】", "【二】", "【三】", "【四】", "【五】", "【六】"}, nil, nil, all},
		{"no numbers", make([]string, 6), []string{list}, nil, all},
		{"one without number", []string{"一、", "二、", "三、", "四、", "", "六、"}, nil, items, all},
		{"the sixth listed alone", []string{"一、", "二、", "三、", "四、", "五、", "-"}, []string{list}, items, five},
		{"the sixth in the contents alone", []string{"一、", "二、", "三、", "四、", "五、", "-"}, contents, nil, five},
		{"the sixth in bullets alone", []string{"一、", "二、", "三、", "四、", "五、", "-"}, bullets, nil, five},
		{"contents", han, contents, items, all},
		{"bullets", han, bullets, nil, all},
		{"a list broken over lines", han, []string{"全文包括总体情况、主动公开政府信息情况，以及", "其他需要报告的事项。现公布如下。"}, nil, all},
		{"a list in one line with numbers", han, []string{"一、总体情况；二、主动公开政府信息情况；三、收到和处理政府信息公开申请情况；六、其他需要报告的事项"}, nil, all},
	} {
		for _, kind := range []string{"txt", "html", "docx"} {
			r := decoded(t, "2023."+kind, as(kind, numbered(c.numbers, c.preface, c.sub)))
			var got []int
			for _, s := range r.Sections {
				got = append(got, s.N)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%s, %s: parts %v, want %v", c.name, kind, got, c.want)
			}
		}
	}
}

// A heading level makes no part of a sub-heading, whatever level it is.
func TestALevelMakesNoPart(t *testing.T) {
	for _, sub := range []string{"主动公开政府信息情况", "（二）主动公开政府信息情况", "存在的主要问题", "其他需要报告的事项"} {
		for _, h := range []string{"<h2>%s</h2>", "<h3>%s</h3>", "<h4><strong>%s</strong></h4>", "<p><b>%s</b></p>", "<p>%s</p>"} {
			lines := numbered([]string{"一、", "二、", "三、", "四、", "五、", "六、"}, nil, []string{"SUB"})
			page := strings.ReplaceAll(string(as("html", lines)), "<p>SUB</p>", fmt.Sprintf(h, sub))
			r := decoded(t, "2023.html", []byte(page))
			if len(r.Sections) != 6 || r.Sections[1].N != 2 || r.Sections[1].Title != titlesOfParts[1] || r.Sections[1].Printed != "二" {
				t.Errorf("%s in %s: %v", sub, h, r.Sections)
			}
		}
	}
}
