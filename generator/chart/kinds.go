package chart

import (
	"bytes"
	"encoding/json"
	"slices"

	"ogi/generator/form"
	"ogi/generator/stat"
)

// A kind is the options of the charts of single reports, with the cells whose
// numbers fill them: each number is a sum of cells, given by their numbers in the
// form. Of those a report has only what its own form has.
type kind struct {
	Name    string
	Cells   [][][]int // flow: outcome, applicant; grounds: series, ground; disputes: result, kind
	Options json.RawMessage
}

func kinds() []kind {
	flow := kind{Name: "flow", Options: flowOptions().Options}
	for _, o := range outcomes {
		var of [][]int
		for _, a := range applicants {
			var cells []int
			for _, f := range []*form.Form{form.F2021, form.F2021OneRow, form.F2019} {
				for _, row := range stat.OutcomeRows(f, o.prefix) {
					cells = append(cells, cell(f, row+"."+a.column))
				}
			}
			slices.Sort(cells)
			of = append(of, slices.Compact(cells))
		}
		flow.Cells = append(flow.Cells, of)
	}
	ground := kind{Name: "grounds", Options: groundsOptions().Options, Cells: make([][][]int, 2)}
	for i := len(grounds) - 1; i >= 0; i-- { // as in the options
		here, there := 0, 1
		if grounds[i].colour != denied {
			here, there = 1, 0
		}
		ground.Cells[here] = append(ground.Cells[here], []int{cell(form.F2021, grounds[i].row+".total")})
		ground.Cells[there] = append(ground.Cells[there], []int{})
	}
	dispute := kind{Name: "disputes", Options: disputeOptions().Options}
	for _, r := range results {
		var of [][]int
		for i := len(remedies) - 1; i >= 0; i-- {
			of = append(of, []int{cell(form.F2021, remedies[i].row+"."+r.column)})
		}
		dispute.Cells = append(dispute.Cells, of)
	}
	return []kind{flow, ground, dispute}
}

// cell is the number of a cell, which its form must have.
func cell(f *form.Form, key form.Key) int { return f.Defs[f.Index(key)].Number }

// Kinds is assets/js/kinds.js: what charts.js draws the charts of a report from.
func Kinds() []byte {
	var b bytes.Buffer
	b.WriteString("// The charts of single reports: options as go-echarts makes them, without numbers,\n" +
		"// and the cells of the statutory tables whose numbers charts.js fills in. Made by\n" +
		"// generator/chart; go test ./generator/chart -update writes it.\n\"use strict\";\nvar ogiKinds = {\n")
	for _, k := range kinds() {
		cells, err := json.Marshal(k.Cells)
		if err != nil {
			panic("internal error: " + err.Error())
		}
		b.WriteString(`"` + k.Name + `": {"cells": `)
		b.Write(cells)
		b.WriteString(",\n\"options\": ")
		b.Write(k.Options)
		b.WriteString("},\n")
	}
	b.WriteString("};\n")
	return b.Bytes()
}
