package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/personal"
	"ogi/generator/report"
	"ogi/generator/sign"
)

// A flatCell is one cell of one report, with all that tells it apart from those of
// others: a line of the flat table.
type flatCell struct {
	File      string          `json:"file"`
	Slug      string          `json:"slug"`
	Agency    string          `json:"agency"`
	Region    string          `json:"region"`
	Kind      string          `json:"kind"`
	Year      int             `json:"year"`
	Form      string          `json:"form"`
	Key       string          `json:"key"`
	Table     string          `json:"table"`
	Row       string          `json:"row"`
	Column    string          `json:"column"`
	State     string          `json:"state"`
	Value     *report.Decimal `json:"value"`
	Unit      string          `json:"unit"`
	Raw       string          `json:"raw"`
	Line      int             `json:"line"`
	Col       int             `json:"col"`
	Place     string          `json:"place"`
	Recovered bool            `json:"recovered"`
	Why       string          `json:"why"`
}

var flatHead = []string{
	"file", "slug", "agency", "region", "kind", "year", "form", "key", "table", "row", "column", "state", "value", "unit", "raw", "line", "col", "place", "recovered", "why",
}

func (f flatCell) row() []string {
	value := ""
	if f.Value != nil {
		value = f.Value.String()
	}
	return []string{
		inert(f.File), f.Slug, inert(f.Agency), f.Region, f.Kind, strconv.Itoa(f.Year), f.Form, f.Key, f.Table, f.Row, f.Column, f.State, value,
		f.Unit, inert(f.Raw), strconv.Itoa(f.Line), strconv.Itoa(f.Col), f.Place, strconv.FormatBool(f.Recovered), inert(f.Why),
	}
}

// inert is a text that a spreadsheet takes for nothing but text: what a report holds
// must not run as a formula there.
func inert(s string) string {
	if s != "" && strings.ContainsRune("=+@\t\r", rune(s[0])) || len(s) > 1 && s[0] == '-' {
		return "'" + s
	}
	return s
}

// flat are the cells of a report, in the order of its form.
func flat(file string, e *archive.Entry) []flatCell {
	r := e.Report
	slug := e.Agency.Slug
	if slug == archive.Loose {
		slug = ""
	}
	var out []flatCell
	for i, d := range r.Form.Defs {
		c := &r.Cells[i]
		f := flatCell{
			File: file, Slug: slug, Agency: e.Agency.Name, Region: e.Agency.Region, Kind: string(e.Agency.Kind), Year: e.Year, Form: r.Form.Version,
			Key: d.Key, State: c.State.String(), Unit: c.Unit.String(), Raw: c.Raw, Line: c.Pos.Line, Col: c.Pos.Col, Place: c.Pos.Place().String(),
			Recovered: c.Recovered, Why: c.Why.String(),
		}
		if s, ok := check.SpotOf(r.Form, d.Key); ok {
			f.Table, f.Row, f.Column = s.Table, s.Row, s.Column
		}
		if c.State == report.Number {
			f.Value = &c.Value
		}
		out = append(out, f)
	}
	return out
}

func (c *command) cells() *cobra.Command {
	var o readOptions
	var format string
	var bom bool
	cmd := &cobra.Command{
		Use:   c.t("cells [路径…]", "cells [PATH…]"),
		Short: c.t("列出各份年报的每一格，一行一格", "Print every cell of reports as one flat table"),
		Long: c.t(`cells 把年报三张表的每一格列成一张平表：哪个机关、哪一年、哪一格、状态、数值、
原文和位置，一行一格，供表格软件和程序使用。没有读成数的格，value 是空的，state 说
明是空白、横线、缺失还是读不清；推定的格 recovered 是 true。

路径可以是档案、档案的一部分、任何文件夹或文件，- 表示标准输入。`, `cells prints the three tables of reports as one flat table: whose, of which year,
which cell, its state, value, text and place, a line a cell, for spreadsheets and
programs. Of a cell that is no number value is empty and state says whether it is
blank, a dash, missing or garbled; recovered is true where it was inferred.

A PATH is an archive or a part of one, any folder or file, or - for the standard
input.`),
		Example: `  ogi cells > cells.csv
  ogi cells --format jsonl 2025.pdf | jq 'select(.state == "garbled")'`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if format != "csv" && format != "jsonl" {
				return c.usage("--format 不能是 %q：csv 或 jsonl", "--format cannot be %q: csv or jsonl", format)
			}
			js, _, bad, err := c.judge(cmd, args, o)
			if err != nil {
				return err
			}
			var b bytes.Buffer
			if format == "csv" {
				if bom {
					b.WriteString("\ufeff")
				}
				w := csv.NewWriter(&b)
				_ = w.Write(flatHead)
				for _, j := range js {
					for _, f := range flat(personal.Path(j.File), j.Entry) {
						_ = w.Write(f.row())
					}
				}
				w.Flush()
			} else {
				enc := json.NewEncoder(&b)
				enc.SetEscapeHTML(false)
				for _, j := range js {
					for _, f := range flat(personal.Path(j.File), j.Entry) {
						if err := enc.Encode(f); err != nil {
							return fmt.Errorf("%s: %w", j.File, err)
						}
					}
				}
			}
			if _, err := c.data.Write(sign.JSON(b.Bytes())); err != nil {
				return err
			}
			if bad {
				return errQuiet
			}
			return nil
		},
	}
	c.reading(cmd, &o)
	cmd.Flags().StringVar(&format, "format", "csv", c.t("`format`：csv 或 jsonl（一行一个 JSON）", "`format`: csv, or jsonl for a line of JSON a cell"))
	cmd.Flags().BoolVar(&bom, "bom", false, c.t("CSV 前面加 BOM，Excel 据此认 UTF-8", "begin the CSV with a BOM, by which Excel knows UTF-8"))
	_ = cmd.RegisterFlagCompletionFunc("format", words("csv", "jsonl"))
	return cmd
}
