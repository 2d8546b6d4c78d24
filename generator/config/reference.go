package config

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"ogi/generator/tongue"
)

// Reference is the manual of all keys in Markdown, in one language.
func Reference(english bool) []byte {
	t := func(x tongue.Text) string { return x.In(english) }
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line("# %s\n", t(tongue.Of("设置", "Configuration")))
	line("%s\n", t(tongue.Of(
		"档案的设置都写在 TOML 文件里，UTF-8 编码，读得严格：不认识的键是错误，并指出位置。本页由程序从它自己的定义生成，与 `ogi config` 所显示的相同；编辑器可用的 JSON Schema 在 [schema](schema/)，`ogi config --schema site` 也输出。",
		"An archive is described by TOML files in UTF-8. They are read strictly: an unknown key is an error with its place. This page is made from the program’s own definitions and is what `ogi config` prints; JSON Schemas for editors are in [schema](schema/), also by `ogi config --schema site`.")))
	for _, k := range Kinds {
		line("## %s\n\n%s\n", k.File, t(k.Words))
		line("| %s | %s | %s |\n|---|---|---|", t(tongue.Of("键", "key")), t(tongue.Of("写法", "written")), t(tongue.Of("说明", "what it is for")))
		for _, key := range k.Keys() {
			line("| `%s` | %s | %s |", key.Path, key.written(english), strings.ReplaceAll(t(key.Words), "|", `\|`))
		}
		line("")
	}
	line("## %s\n\n%s", t(tongue.Of("机构改革", "When agencies change")), t(tongue.Of(reformZH, reformEN)))
	line("## %s\n\n%s", t(tongue.Of("网站根目录的文件", "Files at the site’s root")), t(tongue.Of(rootZH, rootEN)))
	return []byte(strings.TrimRight(b.String(), "\n") + "\n")
}

const (
	reformZH = "机关更名而职责不变，是同一个机关：保留文件夹，`name` 写现名，旧名写进 `names`。\n\n" +
		"    name = \"青禾县综合行政执法局\"\n    region = \"410403\"\n\n    [[names]]\n    name = \"青禾县城市管理局\"\n    to = 2021\n\n" +
		"机关撤并、职责划给另一个机关，是两个机关：旧机关的文件夹和报告不动，在新机关的 `agency.toml` 里写明前身。两个机关的页面互相链接，新机关第一年的“上年结转”向前身的“结转下年度”核对。\n\n" +
		"    [[predecessors]]\n    agency = \"qinghe-gongshang\"\n    year = 2019\n    part = \"whole\"      # 只承接一部分的写 \"part\"\n"
	reformEN = "An agency that is renamed and keeps its duties is the same agency: keep the folder, write the name of today as `name` and the old one into `names`.\n\n" +
		"    name = \"青禾县综合行政执法局\"\n    region = \"410403\"\n\n    [[names]]\n    name = \"青禾县城市管理局\"\n    to = 2021\n\n" +
		"Where an agency ended and another took over its duties there are two: the folder and reports of the old one stay, and the new one’s `agency.toml` names it. Both pages link to each other, and what the new one carried over in its first year is checked against what the old one left.\n\n" +
		"    [[predecessors]]\n    agency = \"qinghe-gongshang\"\n    year = 2019\n    part = \"whole\"      # \"part\" where only some duties were taken over\n"
	rootZH = "`assets/root/` 里的文件原样放到网站的根目录：`robots.txt`、`CNAME`、网站验证文件。名字已被网站自己用掉的不放，并报告。`public/` 由 build 管理，放在那里的文件会被删去。\n"
	rootEN = "Files in `assets/root/` go to the site’s root as they are: `robots.txt`, `CNAME`, what search engines ask for to verify a site. A name that the site itself has is left out and told. `public/` belongs to build: what is put there is removed.\n"
)

// written says how a value is written: its kind, what it must be, need and default.
func (k Key) written(english bool) string {
	t := func(zh, en string) string { return tongue.Of(zh, en).In(english) }
	var parts []string
	if k.Need {
		parts = append(parts, t("必须有", "required"))
	}
	switch k.Type {
	case "table":
		return "`[" + k.Path + "]`"
	case "tables":
		return "`[[" + k.Path + "]]`"
	}
	switch {
	case k.Form != "" && k.One == nil:
		parts = append(parts, forms[k.Form].In(english))
	case k.One != nil:
		parts = append(parts, "`"+strings.Join(k.One, "` `")+"`")
	}
	if k.Example != "" && k.One == nil {
		parts = append(parts, t("如 ", "as ")+"`"+k.Example+"`")
	}
	if k.Default != "" {
		parts = append(parts, t("默认 ", "default ")+"`"+k.Default+"`")
	}
	return strings.Join(parts, t("；", "; "))
}

// Schema is the JSON Schema (draft-07, which TOML editors know) of a kind of file.
func (k Kind) Schema() []byte {
	type object = map[string]any
	root := object{}
	root["type"], root["additionalProperties"], root["properties"] = "object", false, object{}
	at := map[string]object{"": root}
	for _, key := range k.Keys() {
		above := strings.TrimSuffix(key.Path, key.Name)
		parent := at[above]
		s := object{"description": key.Words.ZH + " " + key.Words.EN}
		text := object{"type": "string"}
		if key.One != nil {
			text["enum"] = key.One
		}
		if p := patterns[key.Form]; p != "" {
			text["pattern"] = p
		}
		switch key.Type {
		case "number":
			s["type"], s["minimum"] = "integer", 0
		case "list":
			s["type"], s["items"] = "array", text
		case "map":
			s["type"], s["additionalProperties"] = "object", object{"type": "string"}
			if key.One != nil {
				s["propertyNames"] = object{"enum": key.One}
			}
		case "table":
			s["type"], s["additionalProperties"], s["properties"] = "object", false, object{}
			at[key.Path+"."] = s
		case "tables":
			one := object{"type": "object", "additionalProperties": false, "properties": object{}}
			s["type"], s["items"] = "array", one
			at[key.Path+"[]."] = one
		default:
			for name, v := range text {
				s[name] = v
			}
			if key.Form == "date" { // TOML has dates of its own
				s["type"] = []string{"string", "object"}
				delete(s, "pattern")
			}
		}
		parent["properties"].(object)[key.Name] = s
		if key.Need {
			list, _ := parent["required"].([]string)
			parent["required"] = append(list, key.Name)
		}
	}
	root["$schema"] = "http://json-schema.org/draft-07/schema#"
	root["title"] = k.File
	b, err := json.MarshalIndent(root, "", "  ")
	if err != nil {
		panic("internal error: " + err.Error())
	}
	return append(b, '\n')
}

// patterns are forms as editors can check them.
var patterns = map[string]string{
	"region": "^[0-9]{6}$", "sha256": "^[0-9a-f]{64}$", "address": "^https?://[^/]", "base": "^https?://[^/?#]+(/[^?#]*)?$",
}

// Sample is a site.toml with every key explained, in both languages; all but the
// title are comments until they are wanted. lines put in place of the examples of
// some keys, by path, count.
func Sample(put map[string]string) []byte {
	var b strings.Builder
	b.WriteString("# 整个档案的设置。只有 title 必须写；去掉行首的 # 就生效。读得严格：不认识的键会报错并指出位置。\n" +
		"# Settings of the archive. Only title is needed; a line counts once its # is gone.\n" +
		"# ogi config 打印全部说明 / prints the reference; ogi doctor 检查 / checks.\n")
	keys := Kinds[0].Keys()
	// What stands behind the head of a table belongs to it.
	slices.SortStableFunc(keys, func(a, b Key) int { return inTable(a) - inTable(b) })
	for _, k := range keys {
		b.WriteString("\n")
		for _, t := range []string{k.Words.ZH, k.Words.EN} {
			for _, l := range fold(t, 84) {
				b.WriteString("# " + l + "\n")
			}
		}
		if k.One != nil {
			b.WriteString("# 可写 / one of: " + strings.Join(k.One, ", ") + "\n")
		}
		if k.Type == "table" {
			b.WriteString("[" + k.Path + "]\n")
			continue
		}
		text, given := put[k.Path]
		switch {
		case k.Type == "map" && !given:
			b.WriteString("[" + k.Path + "]\n# " + strings.Trim(k.Example, "{ }") + "\n")
		case given:
			b.WriteString(k.Name + " = " + text + "\n")
		default:
			b.WriteString("# " + k.Name + " = " + k.Example + "\n")
		}
	}
	return []byte(b.String())
}

func inTable(k Key) int {
	if k.Depth > 0 || k.Type == "table" || k.Type == "map" {
		return 1
	}
	return 0
}

// fold breaks a text into lines of about so many columns.
func fold(s string, wide int) []string {
	var out []string
	line, at := "", 0
	flush := func() {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
		line, at = "", 0
	}
	rs := []rune(s)
	for i, r := range rs {
		n := 1
		if r > 0x2e80 {
			n = 2
		}
		line, at = line+string(r), at+n
		ends := r == ' ' || n == 2 && !strings.ContainsRune("“‘（《", r) && (i+1 == len(rs) || !strings.ContainsRune("。；，、：）》”’", rs[i+1]))
		if at >= wide && ends {
			flush()
		}
	}
	flush()
	return out
}
