package text_test

import (
	"testing"

	"ogi/generator/internal/blocks"
)

func FuzzText(f *testing.F) {
	f.Add("规章\t1\n许可\t2\n\n| a | b |\n|---|---|\n| 1 | 2 |\n")
	f.Add("+------+---+\n| 规章 | 3 |\n+------+---+\n------ ---\n规章   3\n------ ---\n")
	f.Fuzz(func(t *testing.T, text string) { blocks.Readable(t, "a.txt", []byte(text)) })
}

func FuzzMarkdown(f *testing.F) {
	f.Add("## 二、\n\n| a | 5[^1] |\n|---|---|\n| ~~80~~ | <sup>1</sup> |\n<table><tr><td>1</table>\n<!-- 注 -->\n")
	f.Fuzz(func(t *testing.T, text string) { blocks.Readable(t, "a.md", []byte(text)) })
}
