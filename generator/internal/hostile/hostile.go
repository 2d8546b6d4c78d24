// Package hostile makes archives of which every text and every byte tries
// something: to run, to ask somewhere, to break out of its place, to make a page
// wide or a line of a terminal lie. What runs calls, by its number, a listener of
// the caller's, so that a test sees it. The same options always give the same
// bytes. It is not part of the program.
package hostile

import (
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"

	"ogi/generator/internal/specimen"
)

// Options says what sort of archive to make.
type Options struct {
	Seed   uint64
	Files  int    // of reports, attachments and earlier versions
	Canary string // http://127.0.0.1:1234; what runs asks it for /ran/N, what loads for /load/N
}

// perAgency are the files of one agency: two reports with hostile words, one of
// hostile bytes and one more beside a report.
const perAgency = 4

// Archive gives the files of the archive by slash path.
func Archive(o Options) map[string][]byte {
	a := &maker{Options: o, files: map[string][]byte{}}
	a.site()
	for n := range (o.Files + perAgency - 1) / perAgency {
		a.agency(n)
	}
	return a.files
}

type maker struct {
	Options
	files map[string][]byte
	main  string // the newest report
	turn  int    // of the words, so that each has its turn in each place
}

func (a *maker) put(name, text string) { a.files[name] = []byte(text) }

// word is the next hostile text, filled for the file with that number.
func (a *maker) word(id int) string {
	for {
		a.turn++
		w := words[(a.turn+int(a.Seed))%len(words)]
		// Bytes that are no text cost a file all its other words: few have them.
		if id%13 == 0 || !strings.ContainsAny(w, "\x00\x0b\x1b") && utf8.ValidString(w) {
			return a.fill(w, id)
		}
	}
}

// line is a word without what would end a line.
func (a *maker) line(id int) string {
	return strings.NewReplacer("\n", " ", "\r", " ").Replace(a.word(id))
}

// run is a script that tells that it ran. It has no double quotes.
func (a *maker) run(id int) string {
	return fmt.Sprintf("window.ran=%d;new Image().src='%s/ran/%d';document.title='ran';alert(%d)", id, a.Canary, id, id)
}

func (a *maker) fill(s string, id int) string {
	return strings.NewReplacer(
		"{run}", a.run(id),
		"{short}", fmt.Sprintf("window.ran=%d;alert(%d)", id, id), // no quotes, no slashes
		"{load}", fmt.Sprintf("%s/load/%d", a.Canary, id),
		"{host}", strings.TrimPrefix(a.Canary, "http:"),
	).Replace(s)
}

// quoted is a text of TOML.
func quoted(s string) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(s)
	return strings.ReplaceAll(strings.TrimSpace(b.String()), "\x7f", "\\u007f")
}

func (a *maker) site() {
	w := func() string { return quoted(a.word(0)) }
	a.put("site.toml", "title = "+w()+"\ndescription = "+w()+"\nbase_url = \"https://example.org/\"\ncontact = "+quoted(`https://example.org/?r={report}"><script>`+a.run(0)+`</script>`)+
		"\n[licence]\ndata = "+w()+"\nprose = "+w()+"\noriginals = "+w()+"\n[labels]\npass = "+w()+"\nfail = "+w()+"\n")
	for _, name := range []string{"about.md", "method.md", "glossary.md", "about.en.md"} {
		b := "# " + a.line(0) + "\n\n"
		for range len(words) {
			s := a.word(0)
			b += "## " + a.line(0) + "\n\n" + s + "\n\n- " + s + "\n\n| a | b |\n|---|---|\n| " + a.line(0) + " | x |\n\n"
		}
		a.put("content/pages/"+name, b)
	}
}

// agency makes one agency.
func (a *maker) agency(n int) {
	id := n * perAgency
	slug := fmt.Sprintf("a%04d", n)
	if n < len(slugs) {
		slug = slugs[n]
	}
	dir := "content/" + folder(a.fill(folders[n%len(folders)], id)) + "/" + slug
	name := a.line(id)
	text := fmt.Sprintf("name = %s\nregion = \"410403\"\naliases = [%s, %s]\n", quoted(name), quoted(a.word(id)), quoted(a.word(id)))
	if n%5 == 0 {
		text += "homepage = " + quoted(a.word(id)) + "\n"
	}
	a.put(dir+"/agency.toml", text+"[[names]]\nname = "+quoted(a.word(id))+"\nto = 2020\n")
	var last *specimen.Specimen
	for y := range 2 {
		last = a.report(dir, id+y, 2023+y, name, last)
	}
	a.raw(dir, id+2)
	a.beside(dir, id+3)
}

// meta is what stands beside a report.
func (a *maker) meta(dir string, id, year int, files string) {
	text := fmt.Sprintf("source = %s\nsearched = \"2026-03-02\"\n", quoted(a.fill("https://example.org/<script>{short}</script>?a=\"'>&b={load}", id)))
	if id%23 == 0 {
		text = "source = " + quoted(a.word(id)) + "\n"
	}
	if id%31 == 9 {
		text = "withdrawn = " + quoted(a.word(id)) + "\n"
	}
	a.put(fmt.Sprintf("%s/%d.toml", dir, year), text+files)
	note := "[[note]]\nrule = \"%s\"\nstatus = \"explained\"\nvalue = %s\ntext = %s\nby = %s\ndate = \"2026-03-02\"\nlink = \"https://example.org/%%22%%3E\"\n"
	a.put(fmt.Sprintf("%s/%d.notes.toml", dir, year), fmt.Sprintf(note, "no-date", quoted(a.word(id)), quoted(a.word(id)), quoted(a.word(id)))+
		fmt.Sprintf(note, "requests-balance", quoted(a.word(id)), quoted(a.word(id)), quoted(a.word(id))))
}

// report is a report with hostile words in every place.
func (a *maker) report(dir string, id, year int, agency string, last *specimen.Specimen) *specimen.Specimen {
	kinds := specimen.Kinds
	k := kinds[(id/perAgency*2+id%perAgency)%len(kinds)]
	s := specimen.Random(a.Seed+uint64(id), specimen.Options{Year: year, Previous: last, Max: 40, Agency: agency})
	sound := *s // what comes next follows from figures alone
	a.spoil(s, id)
	b := s.MustWrite(k)
	a.main = fmt.Sprintf("%d%s", year, k.Ext())
	a.files[dir+"/"+a.main] = a.carry(b, k, id)
	a.meta(dir, id, year, "")
	return &sound
}

// spoil puts words into every text of a report.
func (a *maker) spoil(s *specimen.Specimen, id int) {
	s.Title += a.line(id)
	for i := range s.Preamble {
		s.Preamble[i] += a.line(id)
	}
	for i := range s.Sections {
		c := &s.Sections[i]
		if i == id%len(s.Sections) {
			c.Heading += a.line(id)
		}
		for j := range c.Paras {
			c.Paras[j] += a.line(id)
		}
		c.Paras = append(c.Paras, a.word(id), a.line(id))
		c.After = append(c.After, specimen.Extra{Text: a.line(id)}, specimen.Extra{Level: 3, Text: a.line(id)})
	}
	s.SignedBy += a.line(id)
	n := 0
	s.EachCell(func(c *specimen.Cell) {
		if n++; n%11 == id%11 {
			c.Text += a.line(id)
		}
	})
}
