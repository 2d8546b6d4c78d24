package growth

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"ogi/generator/internal/specimen"
)

var toks = []string{
	"收到13800138000", "身份证号110101199003078515", "13800138000、110101199003078515，", "张三13800138000、", "联系人：李四 电话：0379-12345678 ",
	"受理申请5件，", "5", "1 ", "（", "(（", "）", "“", "”", "《", "「", "【", "[1]", "①", "[注]", "注：5", "2024年5月6日", "2024年", "12月", "比2023年增长5%，", "青溪镇", "县财政局", "青禾县教育局、", "件", "万元", "a", "字", "　", " ", "|", "|1", "-", "—", "\u200b", "\u202e", "e\u0301", "\u0301", "&amp;", "&", "<", ">", "*", "**a", "_a", "`", "~~5", "~~5~~", "![", "[a](", "[a](b)", "# ", "> ", "- ", "1. ", "http://a.cn/x ", "http://", "一、", "（一）", "一是", "其中", "分别为5、", "共5件，", "5+", "5+5=", "=", "其中：5件，", "不予公开", "信息公开", "同比", ",", "1,", "1.1.", "0", "第", "法人", "增长5%", "行政复议5件，", "行政诉讼", "《条例》第五十条，", "年度报告", "收费", "没有", "未", ":", "a@b.cn ", "\\", "\"", "'", "$", "亿", "5万", "十", "一百", "〇", "½", "第五条第五款", "5~6", "5-6-", "姓名：张三", "。", "，", "5。", "a。", "？", "受理5件。", "新收政府信息公开申请5件，其中自然人申请5件，", "上年结转5件", "予以公开5件、不予公开5件，", "被纠正5件", "XX", "xxx", "某某", "×", "\u00ad1", "1\u00a0", "５", "Ⅴ", "（5）", "5（", "（5", "本年度", "现有有效件数", "制作数量", "信息内容", "被", "<b>", "</b>", "&#49;", "&nbsp;", "一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "自然人", "商业企业", "（一）予以公开", "总计", "合计", "结果维持",
}

func (l *list) texts() {
	plainA, plainB := l.base(specimen.Tab)
	pageA, pageB := l.base(specimen.HTML)
	for _, t := range toks {
		q := strconv.Quote(t)
		a, b := plainA, plainB
		l.add("txt/one "+q, specimen.Tab, len(t), func(n int) []byte { return []byte(a + "　　" + strings.Repeat(t, n) + "\n\n" + b) })
		l.add("txt/lines "+q, specimen.Tab, len(t)+1, func(n int) []byte { return []byte(a + strings.Repeat(t+"\n", n) + "\n" + b) })
	}
	for _, t := range toks {
		q := strconv.Quote(t)
		e := strings.NewReplacer("<", "&lt;", "&", "&amp;").Replace(t)
		a, b := pageA, pageB
		l.add("html/p "+q, specimen.HTML, len(e), func(n int) []byte { return []byte(a + "<p>" + strings.Repeat(e, n) + "</p>" + b) })
		l.add("html/ps "+q, specimen.HTML, len(e)+7, func(n int) []byte { return []byte(a + strings.Repeat("<p>"+e+"</p>", n) + b) })
		l.add("html/cell "+q, specimen.HTML, len(e), func(n int) []byte {
			return []byte(a + "<table><tr><td>" + strings.Repeat(e, n) + "</td></tr></table>" + b)
		})
	}
	for _, t := range toks {
		q := strconv.Quote(t)
		l.add("raw/all "+q, specimen.Tab, len(t), func(n int) []byte { return []byte(strings.Repeat(t, n)) })
		l.add("md/all "+q, specimen.Markdown, len(t), func(n int) []byte { return []byte("# 2024年年度报告\n\n" + strings.Repeat(t, n)) })
	}
	// tables in text
	rows := map[string]string{
		"tabrow": "规章\t1\t2\t3\n", "tabs": "\t", "tabs1": "1\t", "piperow": "|规章|1|2|3|\n", "pipes": "|1", "piperule": "|---|---|\n", "lonebar": "|\n", "bar1": "1\n|\n",
		"head": "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n", "headlines": "信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n",
		"box": "+---+---+\n|1|2|\n", "box2": "┌──┬──┐\n│规章│1│\n", "boxc": "│", "boxr": "─", "spaced": "规章        1      2      3\n", "spaces": "规章 1 2 3\n", "label": "规章\n", "labelnum": "规章\n1\n", "row3": "（一）予以公开\t1\t2\t3\t4\t5\t6\t7\n", "nums": "1\n", "nums2": "1 2 3 4 5\n", "numstab": "1\t2\t3\t4\t5\t6\t7\n",
		"blank": "\n", "blank2": "1\n\n", "crlf": "1\r", "ff": "1\f", "dash": "------\n", "eq": "======\n", "heads": "一、总体情况\n", "heads2": "二、主动公开政府信息情况\n", "heads3": "三、收到和处理政府信息公开申请情况\n", "heads4": "四、政府信息公开行政复议、行政诉讼情况\n", "allheads": "一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n六、其他需要报告的事项\n",
		"item": "第二十条第（一）项\n", "groups": "行政复议\t行政诉讼\n", "four": "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n", "fourrow": "1\t2\t3\t4\t5\t6\t7\t8\t9\t1\t2\t3\t4\t5\t6\n", "wrapped": "行政规范\n性文件\n", "indented": "     a\n",
	}
	for _, name := range slices.Sorted(maps.Keys(rows)) {
		r := rows[name]
		for _, k := range []specimen.Kind{specimen.Tab, specimen.Flat, specimen.Markdown} {
			a, b := l.base(k)
			l.add("rows/"+string(k)+" "+name, k, len(r), func(n int) []byte { return []byte(a + strings.Repeat(r, n) + "\n" + b) })
		}
		l.add("rowsfirst "+name, specimen.Tab, len(r), func(n int) []byte { return []byte(strings.Repeat(r, n) + "\n" + plainA + plainB) })
	}
	// whole reports repeated in one file
	for _, k := range []specimen.Kind{specimen.Tab, specimen.Pipe, specimen.Lines, specimen.Flat, specimen.FlatRaw, specimen.FlatPlain, specimen.Markdown, specimen.Split, specimen.CellLine, specimen.LoneBars, specimen.OneLine, specimen.AllInOne, specimen.HTML, specimen.CMS} {
		t := l.whole(k)
		l.add("whole/"+string(k), k, len(t), func(n int) []byte { return []byte(strings.Repeat(t, n)) })
	}
}
