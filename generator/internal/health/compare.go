package main

import "fmt"

// slack is how much coverage a report may lose before the gate fails: the
// share is rounded in records, and a page number more or less means nothing.
const slack = 0.005

// compare lists what the gate fails on. old may be nil.
func compare(old, now *Record) []Remark {
	problems := append([]Remark(nil), now.Troubles...)
	if old == nil {
		return problems
	}
	reports := map[string]*Report{}
	for i := range now.Reports {
		reports[now.Reports[i].ID] = &now.Reports[i]
	}
	before := map[string]*Report{}
	for i := range old.Reports {
		o := &old.Reports[i]
		before[o.ID] = o
		if m := kept(o, reports[o.ID], now); m != "" {
			problems = append(problems, Remark{File: o.Path, Code: "provenance", Message: m})
			continue
		}
		if m := worse(o, reports[o.ID]); m != "" {
			problems = append(problems, Remark{File: o.Path, Code: "coverage-drop", Message: m})
		}
	}
	for i := range now.Reports {
		problems = append(problems, doubts(before[now.Reports[i].ID], &now.Reports[i])...)
	}
	return problems
}

// kept says what is wrong where the bytes once published are no longer in the
// archive; "" if they are, or were withdrawn.
func kept(o, n *Report, now *Record) string {
	if n != nil && (n.SHA256 == o.SHA256 || n.Withdrawn) || o.Withdrawn || o.SHA256 == "" {
		return ""
	}
	for _, r := range now.Reports {
		if r.SHA256 == o.SHA256 {
			return "" // moved
		}
		for _, sum := range r.Kept {
			if sum == o.SHA256 {
				return ""
			}
		}
	}
	if n == nil {
		return "a published report is gone; keep the file, or write withdrawn = \"reason\" in its <year>.toml"
	}
	return "a published file was edited; keep the old file with role = \"earlier\" and add the new one beside it"
}

// worse says how the same bytes read worse than before, "" if they do not.
func worse(o, n *Report) string {
	switch {
	case n == nil || n.SHA256 != o.SHA256:
		return ""
	case n.Coverage < o.Coverage-slack:
		return fmt.Sprintf("coverage fell from %.4f to %.4f", o.Coverage, n.Coverage)
	case n.Plain < o.Plain:
		return fmt.Sprintf("%d cells read without doubt, %d before", n.Plain, o.Plain)
	}
	return ""
}

// doubts are the guard findings of n about numbers and files that were not
// there before and have no reply.
func doubts(o, n *Report) []Remark {
	known := map[string]int{}
	if o != nil {
		for _, g := range o.Guards {
			known[g.Code]++
		}
	}
	var ms []Remark
	for _, g := range n.Guards {
		if g.Replied || g.Mild {
			continue
		}
		if known[g.Code] > 0 {
			known[g.Code]--
			continue
		}
		ms = append(ms, g)
	}
	return ms
}
