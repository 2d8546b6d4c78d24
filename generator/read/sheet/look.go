package sheet

import (
	"bytes"
	"strings"

	"github.com/xuri/excelize/v2"

	"ogi/generator/cascade"
	"ogi/generator/grid"
	"ogi/generator/read/kit"
)

// mayLook reports whether a part of a workbook may say that text is not shown
// plainly; few workbooks do, and the others are not asked cell by cell.
func mayLook(part []byte) bool {
	for _, sign := range [...]string{"vertAlign", "<strike", `<color rgb="FFFFFFFF"`, `<color theme="0"`, `<color indexed="9"`, `<color indexed="1"`, `<sz val="1"`} {
		if bytes.Contains(part, []byte(sign)) {
			return true
		}
	}
	return false
}

// cellLooks tells how the text of cells is seen.
type cellLooks struct {
	x      *excelize.File
	styles map[int]cellStyle
	vague  bool // conditional formats may paint over what styles say
	work   *kit.Budget
}

type cellStyle struct {
	look   grid.Look
	ground cascade.RGBA
}

// of gives the looks of a cell's text, which is the given one.
func (l *cellLooks) of(sheet string, row, col int, text string) []grid.Span {
	name, err := excelize.CoordinatesToCellName(col+1, row+1)
	if err != nil || text == "" {
		return nil
	}
	style := l.style(sheet, name)
	runs, err := l.x.GetCellRichText(sheet, name)
	if err != nil || len(runs) == 0 {
		if style.look == 0 {
			return nil
		}
		return []grid.Span{{To: len(text), Look: style.look}}
	}
	l.work.Spend(20*len(runs)+len(text)/8, "工作簿里字体不一的文字过多") // cells may share one text
	largest := 0.0
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(r.Text)
		if r.Font != nil && strings.TrimFunc(r.Text, kit.IsSpace) != "" {
			largest = max(largest, r.Font.Size)
		}
	}
	whole := b.String()
	if strings.TrimFunc(whole, kit.IsSpace) != text {
		return []grid.Span{{To: len(text), Look: grid.Unsure}} // a formatted text
	}
	var out []grid.Span
	at := 0
	for _, r := range runs {
		look := style.look
		if r.Font != nil {
			look = l.font(r.Font, style.ground)
			if r.Font.Size > 0 && r.Font.Size*4 <= largest*3 {
				look |= grid.Small
			}
		}
		if look != 0 {
			out = append(out, grid.Span{From: at, To: at + len(r.Text), Look: look})
		}
		at += len(r.Text)
	}
	_, out = kit.TrimSpans(whole, out)
	return out
}

// style is what the style of a cell says of all its text.
func (l *cellLooks) style(sheet, name string) cellStyle {
	id, err := l.x.GetCellStyle(sheet, name)
	if err != nil {
		return cellStyle{ground: cascade.White}
	}
	if s, known := l.styles[id]; known {
		return s
	}
	out := cellStyle{ground: cascade.White}
	if s, err := l.x.GetStyle(id); err == nil {
		if s.Fill.Pattern == 1 && len(s.Fill.Color) > 0 {
			if c, ok := cascade.ParseColor("#" + strings.TrimPrefix(s.Fill.Color[0], "#")); ok {
				out.ground = c
			}
		}
		if s.Font != nil {
			out.look = l.font(s.Font, out.ground)
		}
	}
	l.styles[id] = out
	return out
}

// font is how letters of a font are seen.
func (l *cellLooks) font(f *excelize.Font, ground cascade.RGBA) grid.Look {
	look := grid.Look(0)
	switch f.VertAlign {
	case "superscript":
		look |= grid.Raised
	case "subscript":
		look |= grid.Lowered
	}
	if f.Strike {
		look |= grid.Struck
	}
	if f.Size > 0 && f.Size <= 2 {
		look |= grid.Ground
	}
	ink, inked := cascade.ParseColor("#" + strings.TrimPrefix(f.Color, "#"))
	if f.Color == "" && f.ColorTheme != nil && *f.ColorTheme == 0 && f.ColorTint == 0 {
		ink, inked = cascade.White, true
	}
	if inked && ink.Near(ground) {
		if l.vague {
			look |= grid.Unsure
		} else {
			look |= grid.Ground
		}
	}
	return look
}
