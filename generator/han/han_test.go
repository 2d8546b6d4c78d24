package han

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"":                "",
		"plain 2023 text": "plain 2023 text",
		"第二十条第（一）项":       "第二十条第（一）项",
		"行政規範性文件":         "行政规范性文件",
		"行政規範性檔案":         "行政规范性文件",
		"規范性文件，爲、為，裡、裏":      "规范性文件，为、为，里、里",
		"雲嶺縣檔案局2023年":        "云岭县档案局2023年",
		"档案局的规范性档案":          "档案局的规范性档案", // in Simplified characters it is what it says
		"政府資訊公開工作年度報告":       "政府信息公开工作年度报告",
		"发布资讯100条":           "发布资讯100条",
		"行政覆議、行政復議、行政复议":     "行政复议、行政复议、行政复议",
		"行政覆议":               "行政复议",
		"监督全覆盖，答覆3件":         "监督全覆盖，答复3件",
		"监督全覆盖，答覆盖章":         "监督全覆盖，答覆盖章",
		"全覆蓋，答覆3件，反覆申請，重複申請": "全覆盖，答复3件，反复申请，重复申请",
		"上年結轉，結轉下年度":         "上年结转，结转下年度",
		"本列資料的勾稽關係":          "本列数据的勾稽关系",
		"上一年專案數量":            "上一年项目数量",
		"⾏政处罚，⽉⽇":            "行政处罚，月日",
		"顯著、著名、抬頭、乾县":        "显著、著名、抬头、乾县",
		"\xe5\x9c公開\xff開":    "\xe5\x9c公开\xff开",
	} {
		got := Fold(in)
		if got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
		if Fold(got) != got {
			t.Errorf("folding %q twice gives %q", in, Fold(got))
		}
	}
}

// What was found in the folded text is cut out of the published one.
func TestFoldKeepsPlaces(t *testing.T) {
	for r := rune(0); r <= utf8.MaxRune; r++ {
		if !utf8.ValidRune(r) {
			continue
		}
		f := Simple(r)
		if utf8.RuneLen(f) != utf8.RuneLen(r) {
			t.Fatalf("%c has %d bytes, %c has %d", r, utf8.RuneLen(r), f, utf8.RuneLen(f))
		}
		if Simple(f) != f {
			t.Fatalf("%c is folded into %c, and that into %c", r, f, Simple(f))
		}
	}
	for _, w := range mirrored {
		if len(w.theirs) != len(w.ours) {
			t.Errorf("%s and %s differ in length", w.theirs, w.ours)
		}
	}
}

func BenchmarkFoldSimplified(b *testing.B) {
	bench(b, "本机关做好主动公开、依申请公开各项工作，2023年发布信息120条。")
}

func BenchmarkFoldTraditional(b *testing.B) {
	bench(b, "本機關做好主動公開、依申請公開各項工作，2023年發布信息120條。")
}

func bench(b *testing.B, s string) {
	s = strings.Repeat(s, 100)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Fold(s)
	}
}
