package render

import (
	"html/template"
	"strconv"

	"ogi/generator/chart"
	"ogi/generator/page"
	"ogi/generator/tongue"
)

// What a report's page has by the hundred is written here and not by a template:
// the cells of its tables, the lines of its source, the numbers behind its
// charts. testdata/rows.html has the same as
// templates, for reading; a test holds the two equal. BenchmarkRows has both: a
// template takes thirty to ninety times as long, since it finds each field by
// reflection and escapes each piece for its place. Numbers alone
// would make BenchmarkReportPage slower by a sixth, cells and lines by far more.
//
// Everything that is not a literal of this file passes text, which escapes for
// elements and for quoted attributes alike.

type markup struct{ b []byte }

// lit writes a literal.
func (m *markup) lit(s string) { m.b = append(m.b, s...) }

// text writes words of any origin.
func (m *markup) text(s string) {
	from := 0
	for i := 0; i < len(s); i++ {
		var esc string
		switch s[i] {
		case '&':
			esc = "&amp;"
		case '<':
			esc = "&lt;"
		case '>':
			esc = "&gt;"
		case '"':
			esc = "&#34;"
		case '\'':
			esc = "&#39;"
		case 0:
			esc = "\uFFFD"
		default:
			continue
		}
		m.b = append(append(m.b, s[from:i]...), esc...)
		from = i + 1
	}
	m.b = append(m.b, s[from:]...)
}

// attr writes an attribute; without a value it writes nothing.
func (m *markup) attr(name, prefix, value string) {
	if value == "" {
		return
	}
	m.lit(" ")
	m.lit(name)
	if bare(prefix) && bare(value) {
		m.lit("=")
		m.lit(prefix)
		m.lit(value)
		return
	}
	m.lit(`="`)
	m.lit(prefix)
	m.text(value)
	m.lit(`"`)
}

// bare reports whether a value may stand without quotes, whatever comes after it.
func bare(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '#', c == '-', c == '.', c == '_':
		default:
			return false
		}
	}
	return true
}

func (m *markup) marks(marks []page.Mark) {
	for _, k := range marks {
		n := strconv.Itoa(k.N)
		m.lit(`<a`)
		m.attr("class", "mark s-", k.State.Key)
		m.attr("href", "#f", n)
		m.lit(`>`)
		m.text(k.State.Shape)
		m.lit(n)
		m.lit(`</a>`)
	}
}

// numberClasses are the classes of a number: not zero, zero, which most are and which
// has none, either inferred.
var numberClasses = [...]string{"n", "", "n r", "r"}

var cellClasses = [...]string{
	page.Blank: "blank", page.Dash: "dash", page.Missing: "missing", page.Garbled: "garbled",
	page.Unknown: "unknown", page.NotHeld: "none",
}

func class(c *page.Cell) string {
	if c.Is != page.Number {
		return cellClasses[c.Is]
	}
	i := 0
	if c.Zero {
		i++
	}
	if c.Inferred {
		i += 2
	}
	return numberClasses[i]
}

// cells are the <td> of one row: the anchor, what the cell is in words, which a
// script also shows beside the pointer, the link to its place, the marks of findings. A cell that a finding rests on has
// inside it the anchor that names its key.
func cells(cs []page.Cell) template.HTML {
	m := markup{make([]byte, 0, 128*len(cs))}
	for i := range cs {
		c := &cs[i]
		m.lit("<td")
		m.number("id", "c", c.N)
		m.attr("class", "", class(c))
		m.lit(">")
		if c.Href != "" {
			m.lit("<a")
			m.attr("id", "c-", c.Key)
			m.attr("href", "", c.Href)
			m.lit(">")
		} else if c.Key != "" {
			m.lit("<span")
			m.attr("id", "c-", c.Key)
			m.lit("></span>")
		}
		if c.Long {
			m.lit(string(group(c.Text)))
		} else {
			m.text(c.Text)
		}
		if c.Unit != "" {
			m.lit(`<span class=unit> `)
			m.text(c.Unit)
			m.lit("</span>")
		}
		if c.Note != "" {
			m.lit(`<sup class=note aria-hidden=true>`)
			m.text(c.Note)
			m.lit("</sup>")
		}
		if c.Hand != "" {
			m.lit(`<span class=hand aria-hidden=true>`)
			m.text(c.Hand)
			m.lit("</span>")
		}
		if c.Word != "" || c.Title != "" {
			m.lit("<b>（")
			m.text(c.Word)
			if c.Word != "" && c.Title != "" {
				m.lit("；")
			}
			m.text(c.Title)
			m.lit("）</b>")
		}
		if c.Href != "" {
			m.lit("</a>")
		}
		m.marks(c.Marks)
	}
	return template.HTML(m.b)
}

// number writes an attribute of a prefix and a number; without one, nothing.
func (m *markup) number(name, prefix string, n int) {
	if n > 0 {
		m.attr(name, prefix, strconv.Itoa(n))
	}
}

// paras are the paragraphs of a report, each with the anchor of its lines, their
// number and the marks of findings.
func paras(ps []page.Para) template.HTML {
	m := markup{make([]byte, 0, 512*len(ps))}
	for i := range ps {
		p := &ps[i]
		name := "p"
		if p.Heading {
			name = "h3"
		}
		m.lit("<" + name)
		m.attr("id", "", p.Anchor.ID)
		m.attr("data-n", "", p.Anchor.Label)
		m.lit(">")
		m.anchors(&p.Anchor)
		m.text(p.Text)
		if p.Heading {
			m.lit("</h3>")
		}
	}
	return template.HTML(m.b)
}

// anchors are what a paragraph has besides its own id.
func (m *markup) anchors(a *page.Anchor) {
	for _, id := range a.More {
		m.lit("<a")
		m.attr("id", "", id)
		m.lit("></a>")
	}
	if len(a.Marks) > 0 {
		m.lit("<span class=margin>")
		m.marks(a.Marks)
		m.lit("</span>")
	}
}

// lines are the <li> of the source view: marks in the margin, text with the
// cells read from it. The number is painted from its attribute: the counter of
// a list is not what its value says in every browser.
func lines(ls []page.Line) template.HTML {
	m := markup{make([]byte, 0, 192*len(ls))}
	for i := range ls {
		l := &ls[i]
		if l.Above != nil {
			m.lit(`<li class=above><a`)
			m.attr("href", "", l.Above.Href)
			m.lit(">")
			m.text(l.Above.From)
			if l.Above.To != l.Above.From {
				m.lit("–")
				m.text(l.Above.To)
			}
			m.lit(" ↑</a>")
			continue
		}
		m.lit("<li")
		m.attr("id", "", l.ID)
		m.attr("data-n", "", l.Label)
		m.lit(">")
		if len(l.Marks) > 0 {
			m.lit("<span class=margin>")
			m.marks(l.Marks)
			m.lit("</span>")
		}
		for _, s := range l.Spans {
			if s.N == 0 {
				m.text(s.Text)
				continue
			}
			if s.Next {
				m.lit("<b>")
				m.text(s.Text)
				m.lit("</b>")
				continue
			}
			m.lit("<a")
			m.number("href", "#c", s.N)
			m.lit(">")
			m.text(s.Text)
			m.lit("</a>")
		}
	}
	return template.HTML(m.b)
}

// numbers are the <td> of one row of the table behind a chart.
func numbers(cs []chart.Cell) template.HTML {
	m := markup{make([]byte, 0, 48*len(cs))}
	for i := range cs {
		c := &cs[i]
		class := "n"
		if c.Unknown {
			class = "unknown"
		}
		m.lit("<td")
		m.attr("class", "", class)
		m.lit(">")
		m.both(c.Text)
		if c.Note.ZH != "" {
			m.lit(`<span class=sr>（`)
			m.text(c.Note.ZH)
			m.lit(`）</span>`)
		}
	}
	return template.HTML(m.b)
}

// both writes a pair of words, as the template word t does.
func (m *markup) both(t tongue.Text) {
	if t.EN == "" || t.EN == t.ZH {
		m.text(t.ZH)
		return
	}
	m.lit("<i>")
	m.text(t.ZH)
	m.lit(`</i><i lang=en>`)
	m.text(t.EN)
	m.lit("</i>")
}
