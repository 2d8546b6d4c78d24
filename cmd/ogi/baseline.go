package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"slices"

	"ogi/generator"
	"ogi/generator/check"
	"ogi/generator/disk"
	"ogi/generator/sign"
)

// A baseline holds findings that are known already, so that a gate speaks of
// new ones only. A finding is known by its rule, by agency and report year (the
// file, where the agency is not known) and by its formula with the numbers: it
// is new again when a number changes.
type baseline struct {
	Version  int     `json:"version"`
	Findings []known `json:"findings"`
}

type known struct {
	Rule   string `json:"rule"`
	Agency string `json:"agency,omitempty"`
	Year   int    `json:"year,omitempty"`
	File   string `json:"file,omitempty"`
	Value  string `json:"value"`
}

// knownOf is a finding as a baseline keeps it; with none, the report alone.
func knownOf(j generator.Judged, f *check.Finding) known {
	k := known{}
	if f != nil {
		k.Rule, k.Value = f.Rule.ID, f.Value()
	}
	if j.Entry.Agency.Name != "" && j.Entry.Year != 0 {
		k.Agency, k.Year = j.Entry.Agency.Name, j.Entry.Year
	} else {
		k.File = j.File
	}
	return k
}

func readBaseline(name string) (baseline, error) {
	text, err := os.ReadFile(name)
	if err != nil {
		return baseline{}, disk.At(name, err)
	}
	return parseBaseline(name, text)
}

func parseBaseline(name string, text []byte) (baseline, error) {
	var b baseline
	if err := json.Unmarshal(text, &b); err != nil {
		return b, fmt.Errorf("%s: this is no baseline: %w", name, err)
	}
	if b.Version != 1 {
		return b, fmt.Errorf("%s: a baseline of version %d; this ogi reads version 1: write it anew with --write-baseline", name, b.Version)
	}
	return b, nil
}

// writeBaseline keeps all findings as known ones, in a fixed order.
func writeBaseline(name string, js []generator.Judged) (int, error) {
	b := baseline{Version: 1, Findings: []known{}}
	for _, j := range js {
		for i := range j.Judgement.Findings {
			if f := &j.Judgement.Findings[i]; f.Counts() {
				b.Findings = append(b.Findings, knownOf(j, f))
			}
		}
	}
	slices.SortFunc(b.Findings, func(x, y known) int {
		return cmp.Or(cmp.Compare(x.Agency, y.Agency), cmp.Compare(x.Year, y.Year), cmp.Compare(x.File, y.File),
			cmp.Compare(x.Rule, y.Rule), cmp.Compare(x.Value, y.Value))
	})
	text, err := json.MarshalIndent(b, "", " ")
	if err != nil {
		return 0, err
	}
	return len(b.Findings), disk.Replace(name, sign.JSON(append(text, '\n')))
}

// unknown leaves out the findings that a baseline knows, with what they did to
// the verdicts, and counts them and those of the same reports that are gone.
// Each entry of the baseline stands for one finding.
func (b baseline) unknown(js []generator.Judged) (rest []generator.Judged, left, gone int) {
	have := map[known]int{}
	for _, k := range b.Findings {
		have[k]++
	}
	looked := map[known]bool{}
	for _, j := range js {
		looked[knownOf(j, nil)] = true
		n := *j.Judgement
		n.Findings, n.Verdicts = nil, slices.Clone(n.Verdicts)
		for i := range j.Judgement.Findings {
			f := &j.Judgement.Findings[i]
			if k := knownOf(j, f); have[k] > 0 {
				have[k]--
				left++
				withdraw(n.Verdict(f.Rule.ID), f.Status)
				continue
			}
			n.Findings = append(n.Findings, *f)
		}
		j.Judgement = &n
		rest = append(rest, j)
	}
	for k, n := range have {
		if k.Rule, k.Value = "", ""; looked[k] {
			gone += n
		}
	}
	return rest, left, gone
}

// withdraw takes one answer out of a verdict.
func withdraw(v *check.Verdict, s check.Status) {
	if v == nil || v.Counts[s] == 0 {
		return
	}
	v.Counts[s]--
	v.Counts[check.NA]++
	v.Status = check.NA
	for s := check.Fail; s > check.NA; s-- {
		if v.Counts[s] > 0 {
			v.Status = s
			return
		}
	}
}
