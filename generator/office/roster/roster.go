// Package roster reads the list of the units (单位名册) that are to hand in a
// report, and tells which unit a draft is of. The bytes of a list as offices
// keep it (CSV from any spreadsheet, XLSX, a table in Word) and the names that
// drafts give come in, units and pairs go out. A draft that fits no unit, or
// two, is paired with none: an opinion must not reach the wrong door. It reads
// no reports and judges nothing. What it says is for the office, so it says it
// in Chinese.
package roster

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"ogi/generator/archive"
	"ogi/generator/diag"
	"ogi/generator/disk"
	"ogi/generator/form"
	"ogi/generator/place"
	"ogi/generator/slug"
)

// A Unit is one line of the roster.
type Unit struct {
	Name    string
	Kind    archive.Kind // by the name where the roster does not tell
	Region  string       // six digits, "" if not told
	Aliases []string
	Slug    string // its folder in an archive, "" if not told
	Line    int    // 0 where the roster has no lines
}

// Load reads the roster in a file; see Read.
func Load(file string) ([]Unit, []diag.Diagnostic, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, nil, disk.At(file, err)
	}
	return Read(filepath.ToSlash(file), b)
}

// Read reads a roster. A line near its beginning names the columns (单位, 类别,
// 区划代码, 别名, 网址, in any order, among any others); what stands above it is a
// title. Without such a line the column of names is the one that holds names.
// Several aliases are parted by 、 or ；. Lines of groups and sums are no units.
func Read(file string, b []byte) ([]Unit, []diag.Diagnostic, error) {
	rows, err := table(file, b)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", file, err)
	}
	columns, from := heading(rows)
	r := reader{file: file, at: map[string]int{}, told: map[string]bool{}, slugs: map[string]string{}}
	for _, row := range rows[from:] {
		r.row(columns, row)
	}
	if len(r.units) == 0 {
		return nil, r.found, fmt.Errorf("%s: 名册中没有单位：应有一列写单位名称，表头写“单位”", file)
	}
	return r.units, r.found, nil
}

// A reader collects the units of a roster.
type reader struct {
	file  string
	units []Unit
	found []diag.Diagnostic
	at    map[string]int    // of each name, the unit that bears it
	told  map[string]bool   // words of kinds already told of
	slugs map[string]string // whose each is
}

func (r *reader) say(at place.Pos, remedy, format string, args ...any) {
	r.found = append(r.found, diag.Diagnostic{
		Level: diag.Warning, File: r.file, Pos: at, Code: "roster", Message: fmt.Sprintf(format, args...), Remedy: remedy,
	})
}

var (
	numbered = regexp.MustCompile(`^[0-9]+[.、．]?`)
	group    = regexp.MustCompile(`^[（(]?[一二三四五六七八九十]+[)）、.．]`)
	noUnit   = regexp.MustCompile(`^(?:合计|总计|小计|共计|备注|注[:：]|说明[:：]?|填表|制表|联系)`)
	listName = regexp.MustCompile(`(?:名册|名单|一览表|清单|统计表|登记表)$`)
)

func (r *reader) row(columns []column, cells []cell) {
	u := Unit{}
	var at place.Pos
	var kind, code, slugged cell
	filled := 0
	for i, c := range cells {
		if c.text == "" {
			continue
		}
		if filled++; filled == 1 && noUnit.MatchString(c.text) {
			return
		}
		if i >= len(columns) {
			continue
		}
		switch columns[i] {
		case name:
			u.Name, at = numbered.ReplaceAllString(strings.Join(strings.Fields(c.text), ""), ""), c.at
			u.Line = at.Line
		case kindOf:
			kind = c
		case regionOf:
			code = c
		case slugOf:
			slugged = c
		case alias:
			u.Aliases = append(u.Aliases, strings.FieldsFunc(c.text, func(c rune) bool { return strings.ContainsRune("、；;|/，,", c) })...)
		}
	}
	if utf8.RuneCountInString(u.Name) < 2 || noUnit.MatchString(u.Name) || filled == 1 && (group.MatchString(u.Name) || listName.MatchString(u.Name)) {
		return
	}
	if is, _ := headOf(u.Name); is == name { // the heads once more, on another sheet
		return
	}
	own := form.Norm(u.Name)
	if i, twice := r.at[own]; twice {
		r.say(at, "请只保留一行", "“%s”重复出现，首次出现在第%d个单位", u.Name, i+1)
		return
	}
	u.Kind = archive.KindOf(u.Name)
	if kind.text != "" {
		switch k := kindNamed(kind.text); {
		case k != "":
			u.Kind = k
		case !r.told[kind.text]:
			r.told[kind.text] = true
			r.say(kind.at, "可写：政府、部门、乡镇、街道、开发区、垂直管理、事业单位", "不认识的类别“%s”，按单位名称判断", kind.text)
		}
	}
	if code.text != "" {
		if u.Region = regionCode(code.text); u.Region == "" {
			r.say(code.at, "应为六位数字，如 410403；在表格软件中把这一列设为文本", "“%s”不是区划代码", code.text)
		}
	}
	if s := slugged.text; s != "" {
		switch _, twice := r.slugs[s]; {
		case !slug.Is(s):
			r.say(slugged.at, "用小写字母 a–z、数字和连字符，如 weidong-sfj", "“%s”不能用在网址里", s)
		case twice:
			r.say(slugged.at, "请给每个单位写各自的一个", "网址“%s”已由%s占用", s, r.slugs[s])
		default:
			u.Slug, r.slugs[s] = s, u.Name
		}
	}
	r.at[own] = len(r.units)
	r.units = append(r.units, u)
}

var longCode = regexp.MustCompile(`^([0-9]{6})(?:000|000000)?$`)

// regionCode is the division code of six digits, also of one with the digits
// for towns and villages behind; "" for anything else.
func regionCode(s string) string {
	if m := longCode.FindStringSubmatch(s); m != nil {
		return m[1]
	}
	return ""
}

// kindWords tell the kind of a unit by what a roster calls it, the first that
// the word holds.
var kindWords = []struct {
	words string
	kind  archive.Kind
}{
	{"government 政府本级 人民政府本级", archive.Government},
	{"vertical 垂直 垂管 中央驻 省属驻", archive.Vertical},
	{"subdistrict 街道", archive.Subdistrict},
	{"township 乡 镇", archive.Township},
	{"zone 开发区 园区 管委会 高新区 新区 示范区", archive.Zone},
	{"authorised 授权 事业 企业 公司 学校 医院", archive.Authorised},
	{"department 部门 直属 县直 市直 区直 委办局 机关", archive.Department},
	{"政府", archive.Government},
}

func kindNamed(word string) archive.Kind {
	word = strings.ToLower(word)
	for _, k := range kindWords {
		if slices.ContainsFunc(strings.Fields(k.words), func(w string) bool { return strings.Contains(word, w) }) {
			return k.kind
		}
	}
	return ""
}
