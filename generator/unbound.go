package generator

import (
	"fmt"
	"strings"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/config"
	"ogi/generator/diag"
	"ogi/generator/rule"
	"ogi/generator/source"
)

// unbound tells of notes that answer nothing: their rule does not exist, or it
// no longer finds the value they are bound to.
func unbound(e *archive.Entry, j *check.Judgement) []diag.Diagnostic {
	var ds []diag.Diagnostic
	for _, n := range j.Stale {
		d := diag.Diagnostic{Level: diag.Warning, File: e.NotesPath, Pos: source.Pos{Line: n.Line, Col: 1}}
		known := false
		var ids, now []string
		for _, r := range rule.All {
			ids = append(ids, r.ID)
			known = known || r.ID == n.Rule
		}
		for _, f := range j.Findings {
			if f.Rule.ID == n.Rule && f.Note == nil {
				now = append(now, fmt.Sprintf("value = %q", f.Value()))
			}
		}
		switch {
		case !known:
			d.Code, d.Message = "unknown-rule", fmt.Sprintf("there is no rule %q", n.Rule)
			if near := config.Nearest(n.Rule, ids); near != "" {
				d.Message += fmt.Sprintf(" (did you mean %q?)", near)
			}
			d.Remedy = "ogi explain lists the rules"
		case len(now) > 0:
			d.Code, d.Message = "stale-note", fmt.Sprintf("%s does not find what this note answers", n.Rule)
			d.Remedy = "read the report again; what is found now:\n\t" + strings.Join(now, "\n\t")
		default:
			d.Code, d.Message = "stale-note", fmt.Sprintf("%s finds nothing here that this note could answer", n.Rule)
			d.Remedy = "keep the note as a record, or take it out"
		}
		ds = append(ds, d)
	}
	return ds
}
