package pdf

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/ledongthuc/pdf"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/unicode/norm"

	"ogi/generator/read/kit"
)

// A font turns the codes of a string into characters and widths.
type font struct {
	composite bool   // codes of two bytes
	vertical  bool   // written downwards
	encoding  string // of a composite font, "" for Identity
	toUnicode *cmap
	simple    pdf.TextEncoding // of a font of one byte
	widths    map[int]float64  // in thousandths of the size
	width     float64          // of codes not in widths
	cache     map[string]glyph // by code
}

// A glyph is what one code shows: text is empty if that is not known.
type glyph struct {
	text  string
	width float64
}

func newFont(v pdf.Value) *font {
	f := &font{width: 500, cache: map[string]glyph{}, toUnicode: readToUnicode(v.Key("ToUnicode"))}
	f.composite = v.Key("Subtype").Name() == "Type0"
	if !f.composite {
		if !v.Key("Encoding").IsNull() || f.toUnicode == nil {
			font := pdf.Font{V: v}
			f.simple = font.Encoder()
		}
		first := int(v.Key("FirstChar").Int64())
		f.widths = map[int]float64{}
		w := v.Key("Widths")
		for i := range min(w.Len(), 256) {
			f.widths[first+i] = w.Index(i).Float64()
		}
		return f
	}
	name := v.Key("Encoding").Name()
	f.vertical = strings.HasSuffix(name, "-V")
	if !strings.HasPrefix(name, "Identity") {
		f.encoding = name
	}
	d := v.Key("DescendantFonts").Index(0)
	f.width = 1000
	if dw := d.Key("DW"); !dw.IsNull() {
		f.width = dw.Float64()
	}
	if f.encoding == "" {
		f.widths = cidWidths(d.Key("W"))
	}
	return f
}

// cidWidths reads the W array: "c [w w …]" and "from to w".
func cidWidths(w pdf.Value) map[int]float64 {
	out := map[int]float64{}
	for i := 0; i+1 < w.Len() && len(out) < 70000; {
		c := int(w.Index(i).Int64())
		if next := w.Index(i + 1); next.Kind() == pdf.Array {
			for k := range next.Len() {
				out[c+k] = next.Index(k).Float64()
			}
			i += 2
			continue
		}
		for k := c; k <= min(int(w.Index(i+1).Int64()), c+66000); k++ {
			out[k] = w.Index(i + 2).Float64()
		}
		i += 3
	}
	return out
}

// next cuts the first code off s.
func (f *font) next(s string) (code, rest string) {
	n := 1
	switch {
	case !f.composite:
	case strings.Contains(f.encoding, "EUC") || strings.Contains(f.encoding, "GBK") || strings.Contains(f.encoding, "GBpc"):
		if s[0] >= 0x81 {
			n = 2
		}
	default:
		n = 2
	}
	n = min(n, len(s))
	return s[:n], s[n:]
}

func (f *font) decode(code string, work *kit.Budget) glyph {
	c, ok := f.cache[code]
	if !ok {
		if f.toUnicode != nil {
			work.Spend(len(f.toUnicode.ranges)/8, "PDF 字体的文字编码过多")
		}
		c = f.look(code)
		f.cache[code] = c
	}
	return c
}

// maxCodeText bounds the text of one code: a code of ligatures stands for some
// letters.
const maxCodeText = 100

func (f *font) look(code string) glyph {
	n := 0
	for i := range len(code) {
		n = n<<8 | int(code[i])
	}
	w, ok := f.widths[n]
	if !ok {
		w = f.width
	}
	text, ok := f.toUnicode.text(code)
	if !ok {
		text = f.bySystem(code)
	}
	if f.encoding != "" && len(text) == 1 {
		w = 500 // half-width in the fonts that have these encodings
	}
	if len(text) > maxCodeText {
		text = ""
	}
	return glyph{text: clean(text), width: w}
}

// bySystem reads a code by the encoding that the font names.
func (f *font) bySystem(code string) string {
	switch {
	case f.simple != nil:
		return f.simple.Decode(code)
	case strings.Contains(f.encoding, "UCS2") || strings.Contains(f.encoding, "UTF16"):
		if len(code) == 2 {
			return string(utf16.Decode([]uint16{uint16(code[0])<<8 | uint16(code[1])}))
		}
	case strings.HasPrefix(f.encoding, "GB"):
		if s, err := simplifiedchinese.GBK.NewDecoder().String(code); err == nil {
			return s
		}
	}
	return ""
}

// clean gives "" for text that says nothing: unknown, private or control. The
// radicals that some writers map Chinese glyphs to become the characters that
// they look like.
func clean(s string) string {
	radical := false
	for _, r := range s {
		if r == utf8.RuneError || r < ' ' || r >= 0xE000 && r < 0xF900 {
			return ""
		}
		radical = radical || r >= 0x2E80 && r <= 0x2FDF
	}
	if !radical {
		return s
	}
	return strings.Map(func(r rune) rune {
		if u, ok := radicals[r]; ok {
			return u
		}
		if r >= 0x2E80 && r <= 0x2FDF {
			u, _ := utf8.DecodeRuneInString(norm.NFKC.String(string(r)))
			return u
		}
		return r
	}, s)
}

// radicals are those that compatibility forms do not resolve.
var radicals = map[rune]rune{
	'⺁': '厂', '⺇': '几', '⺌': '小', '⺎': '兀', '⺏': '尣', '⺠': '民', '⺟': '母', '⺥': '爪', '⺧': '牛', '⺫': '目',
	'⺮': '竹', '⺻': '聿', '⺼': '肉', '⺾': '艹', '⻁': '虎', '⻄': '西', '⻅': '见', '⻆': '角', '⻉': '贝', '⻋': '车',
	'⻌': '辶', '⻑': '长', '⻒': '镸', '⻓': '长', '⻔': '门', '⻕': '阜', '⻘': '青', '⻙': '韦', '⻚': '页', '⻛': '风',
	'⻜': '飞', '⻝': '食', '⻢': '马', '⻣': '骨', '⻤': '鬼', '⻥': '鱼', '⻦': '鸟', '⻨': '麦', '⻩': '黄', '⻬': '齐',
	'⻮': '齿', '⻰': '龙', '⻳': '龟',
}
