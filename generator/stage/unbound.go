package stage

import (
	"fmt"
	"strings"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/config"
	"ogi/generator/diag"
	"ogi/generator/place"
	"ogi/generator/rule"
)

// unbound tells of notes that answer nothing: their rule does not exist, or it
// no longer finds the value they are bound to.
func unbound(e *archive.Entry, j *check.Judgement) []diag.Diagnostic {
	var ds []diag.Diagnostic
	for _, n := range j.Stale {
		d := diag.Diagnostic{Level: diag.Warning, File: e.NotesPath, Pos: place.Pos{Line: n.Line, Col: 1}}
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
			d.Code, d.Message = "unknown-rule", fmt.Sprintf("没有规则 %q", n.Rule)
			if near := config.Nearest(n.Rule, ids); near != "" {
				d.Message += fmt.Sprintf("（是不是 %q？）", near)
			}
			d.Remedy = "ogi explain 列出全部规则"
		case len(now) > 0:
			d.Code, d.Message = "stale-note", fmt.Sprintf("%s 现在的发现不是这条回复所答的", n.Rule)
			d.Remedy = "请对照报告再看；现在的发现：" + strings.Join(now, "；")
		default:
			d.Code, d.Message = "stale-note", fmt.Sprintf("%s 在此没有发现，这条回复无所对应", n.Rule)
			d.Remedy = "可留作记录，也可删去"
		}
		ds = append(ds, d)
	}
	return ds
}
