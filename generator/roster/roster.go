// Package roster reads the list of the units (单位名册) that are to hand in a
// report, and tells which unit a draft is of. The bytes of a CSV file and the
// names that drafts give come in, units and pairs go out. A draft that fits no
// unit, or two, is paired with none: an opinion must not reach the wrong door.
// It reads no reports and judges nothing.
package roster

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"ogi/generator/archive"
	"ogi/generator/diag"
	"ogi/generator/form"
	"ogi/generator/source"
)

// A Unit is one line of the roster.
type Unit struct {
	Name    string
	Kind    archive.Kind // by the name where the roster does not tell
	Region  string       // six digits, "" if not told
	Aliases []string
	Line    int
}

// heads are the columns by what their head may be called.
var heads = map[string]string{
	"name": "name", "单位": "name", "名称": "name", "单位名称": "name", "机关": "name", "机关名称": "name", "部门名称": "name", "全称": "name", "单位全称": "name",
	"kind": "kind", "类别": "kind", "性质": "kind", "单位性质": "kind", "单位类别": "kind", "类型": "kind", "单位类型": "kind",
	"region": "region", "区划": "region", "区划代码": "region", "行政区划": "region", "行政区划代码": "region",
	"alias": "alias", "aliases": "alias", "别名": "alias", "简称": "alias", "曾用名": "alias", "又称": "alias",
	"no": "no", "序号": "no", "编号": "no",
}

var kinds = map[string]archive.Kind{
	"government": archive.Government, "政府": archive.Government, "人民政府": archive.Government,
	"department": archive.Department, "部门": archive.Department, "政府部门": archive.Department, "工作部门": archive.Department,
	"township": archive.Township, "乡镇": archive.Township, "乡": archive.Township, "镇": archive.Township,
	"subdistrict": archive.Subdistrict, "街道": archive.Subdistrict, "街道办": archive.Subdistrict, "街道办事处": archive.Subdistrict,
	"zone": archive.Zone, "开发区": archive.Zone, "园区": archive.Zone, "管委会": archive.Zone,
	"vertical": archive.Vertical, "垂直管理": archive.Vertical, "垂管": archive.Vertical, "垂直管理部门": archive.Vertical,
	"authorised": archive.Authorised, "授权组织": archive.Authorised, "事业单位": archive.Authorised, "企事业单位": archive.Authorised,
}

// Read reads a roster: CSV with commas, tabs or semicolons, in UTF-8 with or
// without a mark, UTF-16 or GB18030. The first line may name the columns (单位,
// 类别, 区划代码, 别名, in any order); without it they are name, kind, region,
// alias. Several aliases are parted by 、 or ；.
func Read(file string, b []byte) ([]Unit, []diag.Diagnostic, error) {
	f, err := source.Read(file, b)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", file, err)
	}
	if !f.Kind.IsText() {
		return nil, nil, fmt.Errorf("%s: 名册应为 CSV 文本（在表格软件中另存为 CSV）: the roster must be a CSV file", file)
	}
	r := csv.NewReader(strings.NewReader(f.Text))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = separator(f.Text), -1, true
	var (
		units   []Unit
		ds      []diag.Diagnostic
		columns = []string{"name", "kind", "region", "alias"}
		first   = true
	)
	say := func(line int, remedy, format string, args ...any) {
		ds = append(ds, diag.Diagnostic{
			Level: diag.Warning, File: file, Pos: source.Pos{Line: line, Col: 1}, Code: "roster",
			Message: fmt.Sprintf(format, args...), Remedy: remedy,
		})
	}
	for {
		fields, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, ds, fmt.Errorf("%s: %w", file, err)
		}
		line, _ := r.FieldPos(0)
		if first {
			first = false
			if named := header(fields); named != nil {
				columns = named
				continue
			}
		}
		u := Unit{Line: line}
		for i, v := range fields {
			v = strings.TrimSpace(v)
			if i >= len(columns) || v == "" {
				continue
			}
			switch columns[i] {
			case "name":
				u.Name = strings.Join(strings.Fields(v), "")
			case "kind":
				k, ok := kinds[strings.ToLower(v)]
				if !ok {
					say(line, "政府、部门、乡镇、街道、开发区、垂直管理、授权组织", "the kind %q is not known; the name tells", v)
				}
				u.Kind = k
			case "region":
				if len(v) != 6 || strings.Trim(v, "0123456789") != "" {
					say(line, "six digits, as 410403", "the region %q is no code", v)
					continue
				}
				u.Region = v
			case "alias":
				u.Aliases = append(u.Aliases, strings.FieldsFunc(v, func(c rune) bool { return strings.ContainsRune("、；;|/", c) })...)
			}
		}
		if u.Name == "" {
			continue
		}
		if i := slices.IndexFunc(units, func(o Unit) bool { return form.Norm(o.Name) == form.Norm(u.Name) }); i >= 0 {
			say(line, "keep one of the two", "%s stands here twice, first in line %d", u.Name, units[i].Line)
			continue
		}
		if u.Kind == "" {
			u.Kind = archive.KindOf(u.Name)
		}
		units = append(units, u)
	}
	if len(units) == 0 {
		return nil, ds, fmt.Errorf("%s: no unit is in this roster", file)
	}
	return units, ds, nil
}

// header are the columns that a first line names, nil if it names no 单位.
func header(fields []string) []string {
	out := make([]string, len(fields))
	for i, v := range fields {
		out[i] = heads[strings.ToLower(strings.Join(strings.Fields(v), ""))]
	}
	if !slices.Contains(out, "name") {
		return nil
	}
	return out
}

// separator is what parts the columns of the first line that has any.
func separator(text string) rune {
	for line := range strings.Lines(text) {
		for _, c := range []rune{',', '\t', ';'} {
			if strings.ContainsRune(line, c) {
				return c
			}
		}
	}
	return ','
}
