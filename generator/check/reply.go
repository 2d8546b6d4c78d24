package check

import (
	"strings"

	"ogi/generator/config"
)

// The four replies a reviewed note may give.
const (
	Confirmed = "confirmed" // 属实
	Explained = "explained" // 有说明
	Disputed  = "disputed"  // 有异议: the badge shows 待核
	OurError  = "our-error" // 本站误读: the finding leaves badges, feeds and data
)

// Value is what a reply to f is bound to: the formula with its numbers, else
// the words and values it rests on. It changes when the report changes. That of
// a finding with a secret is for those who hold the file and is not published.
func (f *Finding) Value() string {
	if f.Secret != "" {
		return f.Formula + " #" + f.Secret
	}
	if f.Formula != "" {
		return f.Formula
	}
	var texts []string
	for _, o := range f.Operands {
		texts = append(texts, o.Text)
	}
	if len(texts) > 0 {
		return strings.Join(texts, "；")
	}
	return f.Message.ZH
}

// Counts reports whether f still counts for badges, feeds and data.
func (f *Finding) Counts() bool { return f.Note == nil || f.Note.Status != OurError }

// reply binds notes to findings by rule id and the value seen. A finding that
// was our error stays on the page and leaves the counts of its verdict.
func (j *Judgement) reply(notes []config.Note) {
	for i := range notes {
		n, bound := &notes[i], false
		for k := range j.Findings {
			f := &j.Findings[k]
			if f.Rule.ID != n.Rule || f.Value() != strings.TrimSpace(n.Value) || f.Note != nil {
				continue
			}
			f.Note, bound = n, true
			if n.Status == OurError {
				v := j.Verdict(n.Rule)
				v.Counts[f.Status]--
				v.Counts[NA]++
				v.Status = worst(v.Counts)
			}
			break
		}
		if !bound {
			j.Stale = append(j.Stale, *n)
		}
	}
}
