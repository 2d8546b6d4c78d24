// Package kit is what the readers of several kinds of files share: limits and
// refusals, packed files, cells of several lines, white space, and what a file
// carries unseen. What one format alone needs stays with that format.
package kit

import (
	"fmt"
	"strings"

	"ogi/generator/source"
)

// MaxCells and MaxLines are far above what a report has; more is some other file,
// or an attack. They hold the memory that a file takes, of which a cell or a line needs some
// five hundred bytes.
const (
	MaxCells = 30_000
	MaxLines = 50_000
)

// MostText bounds the text of a file in bytes, each cell that shows the same text
// counted: reports have a hundredth of it.
const MostText = 2 << 20

// CheckText refuses a text before it is parted into more lines and cells than any
// report has.
func CheckText(f *source.File) error {
	if f.Lines() > MaxLines {
		return TooLarge(fmt.Sprintf("文件有 %d 行", f.Lines()))
	}
	for _, sep := range []string{"\t", "|", ",", ";"} {
		if n := strings.Count(f.Text, sep); n > 4*MaxCells {
			return TooLarge(fmt.Sprintf("文件有 %d 个分隔符", n))
		}
	}
	return nil
}

// Transcribe is the remedy for what no program can read.
const Transcribe = "请放入网页、Word 或带文字层的 PDF 版本；只有图片的，可用 ogi transcribe 人工录入"

// TooLarge refuses a file that has more of something than any report.
func TooLarge(what string) *source.Error {
	return &source.Error{
		Message: what + "，超出年度报告的合理大小，未读取",
		Remedy:  "请确认放入的是报告本身；图片很多的文件请删去图片后另存",
	}
}

// Panicked is the refusal that a reader panicked with; a panic of a library means
// a damaged part.
func Panicked(part string, r any) error {
	if e, ok := r.(*source.Error); ok {
		return e
	}
	return Damaged(part, fmt.Errorf("%v", r))
}

// Damaged refuses a file of which a part cannot be read.
func Damaged(part string, err error) *source.Error {
	return &source.Error{
		Message: "文件已损坏：" + part + "（" + err.Error() + "）",
		Remedy:  "请重新下载，或用办公软件打开后另存一份",
	}
}
