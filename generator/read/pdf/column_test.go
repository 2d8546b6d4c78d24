package pdf_test

import (
	"fmt"
	"strings"
	"testing"

	"ogi/generator/internal/blocks"
	"ogi/generator/internal/specimen"
)

// prose sets n lines of 15 characters, 150 points wide, that read 甲0甲…, from a
// place downwards.
func prose(x, y int, mark string, n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(text(x, y-14*i, mark+itoa(i)+strings.Repeat(mark, 13)))
	}
	return b.String()
}

// says is what n lines of prose read; they are one paragraph.
func says(mark string, n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(mark + itoa(i) + strings.Repeat(mark, 13))
	}
	return b.String()
}

// ruledAt is a table of one row, 规章 | 3, with its left lower corner at a place.
func ruledAt(x, y int) string {
	return fmt.Sprintf("%d %d 150 30 re S %d %d m %d %d l S\n", x, y, x+100, y, x+100, y+30) + text(x+5, y+10, "规章") + text(x+105, y+10, "3")
}

func TestColumns(t *testing.T) {
	const row = "规章@0 | 3@1\n"
	two := prose(50, 700, "甲", 6) + prose(220, 700, "乙", 6)
	for _, c := range []struct {
		name, want string
		pages      []string
	}{
		{"two columns of prose", says("甲", 6) + says("乙", 6) + "\n", []string{two}},
		{"a narrow gutter", says("甲", 6) + says("乙", 6) + "\n", []string{prose(50, 700, "甲", 6) + prose(208, 703, "乙", 6)}},
		{"three columns", says("甲", 6) + says("乙", 6) + says("丙", 6) + "\n", []string{two + prose(390, 700, "丙", 6)}},
		{"a heading and a foot line across", "云岭市二〇二四年报告文字\n" + says("甲", 6) + says("乙", 6) + "\n青禾县青禾县青禾县青禾县\n", []string{
			text(150, 760, "云岭市二〇二四年报告文字") + two + text(150, 40, "青禾县青禾县青禾县青禾县"),
		}},
		{"columns, then text across under a heading", says("甲", 6) + says("乙", 6) + "\n一、总体情况\n" + strings.Repeat("丁", 30) + "\n", []string{
			two + text(50, 580, "一、总体情况") + text(50, 560, strings.Repeat("丁", 30)),
		}},
		{"a heading at the end of the left column", says("甲", 6) + "\n一、总体情况\n" + says("乙", 6) + "\n", []string{
			two + text(50, 580, "一、总体情况"),
		}},
		{"a table beside prose", row + says("乙", 6) + "\n", []string{ruledAt(50, 640) + prose(220, 700, "乙", 6)}},
		{"a table goes on in the next column", "规章@0 | 3@1\n规章@0 | 3@1\n", []string{ruledAt(50, 640) + ruledAt(300, 640)}},
		{"labels and figures are no columns", "甲0甲甲甲甲甲甲甲甲甲甲甲甲甲  12  31\n甲1甲甲甲甲甲甲甲甲甲甲甲甲甲  12  31\n甲2甲甲甲甲甲甲甲甲甲甲甲甲甲  12  31\n甲3甲甲甲甲甲甲甲甲甲甲甲甲甲  12  31\n", []string{
			prose(50, 700, "甲", 4) + text(230, 700, "12") + text(230, 686, "12") + text(230, 672, "12") + text(230, 658, "12") +
				text(330, 700, "31") + text(330, 686, "31") + text(330, 672, "31") + text(330, 658, "31"),
		}},
		{"short labels beside long ones are no columns", "一类  甲0甲甲甲甲甲甲甲甲甲甲甲甲甲\n二类  甲1甲甲甲甲甲甲甲甲甲甲甲甲甲\n三类  甲2甲甲甲甲甲甲甲甲甲甲甲甲甲\n四类  甲3甲甲甲甲甲甲甲甲甲甲甲甲甲\n", []string{
			text(50, 700, "一类") + text(50, 686, "二类") + text(50, 672, "三类") + text(50, 658, "四类") + prose(120, 700, "甲", 4),
		}},
		{"few lines stand in columns where other pages do", says("甲", 6) + says("乙", 6) + says("丙", 2) + "丁\n", []string{two, prose(50, 700, "丙", 2) + text(220, 700, "丁")}},
		{"figures do not", says("甲", 6) + says("乙", 6) + "\n丙0丙丙丙丙丙丙丙丙丙丙丙丙丙  12\n丙1丙丙丙丙丙丙丙丙丙丙丙丙丙  34\n", []string{
			two, prose(50, 700, "丙", 2) + text(220, 700, "12") + text(220, 686, "34"),
		}},
		{"page numbers of both columns, and one below", says("甲", 6) + says("乙", 6) + "\n- 1 -\n- 2 -\n", []string{two + text(110, 40, "- 1 -") + text(280, 40, "- 2 -")}},
		{"heads of every page stand behind", strings.Repeat(row, 3) + "青禾县司法局年度报告\n青禾县司法局年度报告\n青禾县司法局年度报告\n", []string{
			text(200, 800, "青禾县司法局年度报告") + ruledAt(50, 700), text(200, 800, "青禾县司法局年度报告") + ruledAt(50, 700), text(200, 800, "青禾县司法局年度报告") + ruledAt(50, 700),
		}},
		{"a label that covers the next page is its first column", "一类@0+1x3 | 规章@1 | 3@2\n规章@1 | 3@2\n规章@1 | 3@2\n", []string{
			"20 640 30 30 re S\n" + text(22, 650, "一类") + ruledAt(50, 640), "20 640 m 20 700 l S\n" + ruledAt(50, 640) + ruledAt(50, 670),
		}},
		{"a label goes on in it", "一类/之二@0+1x3 | 规章@1 | 3@2\n规章@1 | 3@2\n规章@1 | 3@2\n", []string{
			"20 640 30 30 re S\n" + text(22, 650, "一类") + ruledAt(50, 640), "20 640 m 20 700 l S\n" + text(22, 650, "之二") + ruledAt(50, 640) + ruledAt(50, 670),
		}},
		{"a line between columns is none", says("甲", 6) + "\n规章@0 | 3@1\n", []string{prose(50, 700, "甲", 6) + "210 640 m 210 670 l S\n" + ruledAt(220, 640)}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := blocks.Show(t, "a.pdf", specimen.PDFFile(c.pages)); got != c.want {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
		})
	}
}
