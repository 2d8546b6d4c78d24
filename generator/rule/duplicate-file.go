package rule

import (
	"hash/fnv"
	"strconv"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// duplicateFile: see duplicate-file.md for the text readers get.
var duplicateFile = &check.Rule{
	ID: "duplicate-file", Title: tongue.Of("归档是否重复", "files filed once"),
	Found:  tongue.Of("重复归档", "same file twice"),
	Family: check.Duplication, Severity: check.S2, Grade: check.Heuristic, Guard: true,
	Basis:      tongue.Of("一份年报只归档一次", "a report is filed once"),
	Formula:    "没有另一份全文相同的文件",
	MayBeWrong: tongue.Of("多半是本站归档有误。", "most likely an error of the archive"),
	Prepare: func(a *archive.Archive) any {
		if a == nil {
			return nil
		}
		m := map[uint64][]*archive.Entry{}
		for _, e := range a.Entries() {
			if h := textHash(e.Report); h != 0 {
				m[h] = append(m[h], e)
			}
		}
		return m
	},
	Check: func(p *check.Run) {
		m, _ := p.Shared.(map[uint64][]*archive.Entry)
		h := textHash(p.Report)
		if m == nil || h == 0 {
			p.NA()
			return
		}
		found := false
		for _, e := range m[h] {
			if e == p.Entry {
				continue
			}
			found = true
			p.Hint(check.Finding{
				Message: tongue.Of("全文与本站所收"+e.Agency.Name+strconv.Itoa(e.Year)+"年年报相同，多半是归档有误。",
					"the same text is filed for another year or body."),
				Formula:  p.Entry.Path + " = " + e.Path,
				Operands: []check.Operand{{Label: "另一份", Text: e.Agency.Name + strconv.Itoa(e.Year) + "年", File: e.Path}},
			})
		}
		if !found {
			p.Pass()
		}
	},
}

// textHash is a hash of the whole text without white space, 0 for no text.
func textHash(r *report.Report) uint64 {
	if r == nil || len(r.View) == 0 {
		return 0
	}
	h := fnv.New64a()
	n := 0
	for _, l := range r.View {
		s := squeeze(l.Text)
		n += len(s)
		_, _ = h.Write([]byte(s)) // never fails
	}
	if n == 0 {
		return 0
	}
	return h.Sum64()
}
