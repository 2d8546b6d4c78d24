// Package source reads a report file as it was published: its kind, its
// encoding, its text, and the place of every character in it. It changes
// nothing: what it cannot decode is an error with the place, never a guess.
package source

import (
	"bytes"
	"fmt"
	"sort"
	"unicode/utf8"

	"ogi/generator/place"
)

// Sizes above which a text is refused: a report has some ten kilobytes, and a
// saved page with its pictures inside a few megabytes.
const (
	MaxText  = 32 << 20 // pages
	MaxPlain = 8 << 20  // other texts
)

// A File is one report file as published.
type File struct {
	Path     string // slash path, for messages
	Kind     Kind
	Encoding string // "utf-8", "utf-8-bom", "utf-16le", "utf-16be", "gb18030"; empty for binary kinds
	Bytes    []byte // as published
	Text     string // decoded; empty for binary kinds

	lines []int   // offset in Text of the first byte of each line
	marks []int32 // code points before every markStep-th byte of Text
	asked lately  // the place that was asked for last
}

// A lately is a place that Pos gave: readers ask for one character after another
// of a line, and what stands between two is counted once.
type lately struct {
	off, end  int // of its byte, and where its line ends; 0 if none
	line, col int
}

const markStep = 1 << 10

// Read tells what a file is and decodes it if it is a text. The error is an
// *Error.
func Read(path string, b []byte) (*File, error) {
	f := &File{Path: path, Bytes: b}
	if len(b) == 0 {
		return nil, &Error{Message: "文件是空的（0 字节）", Remedy: "请重新下载或另存后再放入"}
	}
	if isPointer(b) {
		return nil, &Error{Message: "这是 Git LFS 的指针，不是文件本身", Remedy: "请运行 git lfs pull（工作流里写 lfs: true），或重新下载原件"}
	}
	f.Kind = KindOf(path, b)
	if !f.Kind.IsText() {
		return f, nil
	}
	most := MaxPlain
	if f.Kind == HTML {
		most = MaxText
	}
	if len(b) > most {
		return nil, &Error{
			Message: fmt.Sprintf("文件过大（%d MB），这类文件的上限是 %d MB", len(b)>>20, most>>20),
			Remedy:  "年度报告通常只有几十 KB，请确认放入的是报告本身",
		}
	}
	text, encoding, err := decode(b, f.Kind)
	if err != nil {
		return nil, err
	}
	f.Text, f.Encoding = text, encoding
	f.index()
	return f, nil
}

// isPointer reports whether the bytes are what Git LFS leaves in the place of a file
// that was not fetched.
func isPointer(b []byte) bool {
	return len(b) < 1<<10 && bytes.HasPrefix(b, []byte("version https://git-lfs.github.com/spec/"))
}

func (f *File) index() {
	f.lines = append(make([]int, 0, 64+len(f.Text)/64), 0)
	for i := 0; i < len(f.Text); i++ {
		switch f.Text[i] {
		case '\n':
			f.lines = append(f.lines, i+1)
		case '\r':
			if i+1 == len(f.Text) || f.Text[i+1] != '\n' {
				f.lines = append(f.lines, i+1)
			}
		}
	}
}

// Lines is the number of lines; a line end at the very end begins no new line.
func (f *File) Lines() int {
	n := len(f.lines)
	if n > 0 && f.lines[n-1] == len(f.Text) {
		n--
	}
	return n
}

// Line gives the text of line i, counted from 0, without its line end, and the
// offset of its first byte.
func (f *File) Line(i int) (string, int) {
	start, end := f.lines[i], len(f.Text)
	if i+1 < len(f.lines) {
		end = f.lines[i+1]
	}
	for end > start && (f.Text[end-1] == '\n' || f.Text[end-1] == '\r') {
		end--
	}
	return f.Text[start:end], start
}

// Pos is the place of the byte at an offset in Text where a character begins.
// Only one goroutine may ask a File for places.
func (f *File) Pos(off int) place.Pos {
	off = max(0, min(off, len(f.Text)))
	last := &f.asked
	if off < last.off || off >= last.end || off-last.off >= markStep {
		n := sort.SearchInts(f.lines, off+1) - 1
		start, end := f.lines[n], len(f.Text)
		if n+1 < len(f.lines) {
			end = f.lines[n+1]
		}
		*last = lately{off: start, end: end, line: n + 1, col: 1}
		if off-start >= 4*markStep {
			last.off, last.col = off, f.runes(off)-f.runes(start)+1
		}
	}
	last.col += utf8.RuneCountInString(f.Text[last.off:off])
	last.off = off
	return place.Pos{Line: last.line, Col: last.col}
}

// runes counts the code points before an offset. Pages of one long line would
// make this quadratic without the marks.
func (f *File) runes(off int) int {
	if f.marks == nil {
		f.marks = make([]int32, 0, len(f.Text)/markStep+1)
		n := int32(0)
		for i := 0; i < len(f.Text); i++ {
			if i%markStep == 0 {
				f.marks = append(f.marks, n)
			}
			if utf8.RuneStart(f.Text[i]) {
				n++
			}
		}
	}
	k := min(off/markStep, len(f.marks)-1)
	n := int(f.marks[k])
	for i := k * markStep; i < off; i++ {
		if utf8.RuneStart(f.Text[i]) {
			n++
		}
	}
	return n
}
