package config

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"

	"ogi/generator/diag"
	"ogi/generator/personal"
)

// A filler moves decoded TOML into structs by their toml tags. A field's
// "need" tag says that it must be there, its "is" tag what its text must be:
// a name from checks, or a closed list parted by "|".
type filler struct {
	name   string
	places places
	found  []diag.Diagnostic
}

func (f *filler) fault(path, code, remedy, format string, args ...any) {
	f.found = append(f.found, diag.Diagnostic{
		Level: diag.Error, File: f.name, Pos: f.places.of(path), Code: code,
		Message: fmt.Sprintf(format, args...), Remedy: remedy,
	})
}

// table fills the struct that into points to; it is the whole file.
func (f *filler) table(into any, raw map[string]any) {
	f.fields("", reflect.ValueOf(into).Elem(), raw)
}

// fields fills a struct and reports whether all that it needs is there.
func (f *filler) fields(path string, v reflect.Value, raw map[string]any) bool {
	whole := true
	names := make([]string, 0, v.NumField())
	for i := range v.NumField() {
		field := v.Type().Field(i)
		name := field.Tag.Get("toml")
		if name == "-" {
			continue
		}
		names = append(names, name)
		val, ok := raw[name]
		if ok {
			ok = f.value(join(path, name), v.Field(i), val, field.Tag.Get("is"))
		}
		need := field.Tag.Get("need")
		if _, given := raw[name]; need != "" && (!given || ok && v.Field(i).IsZero()) {
			f.fault(join(path, name), "missing-key", fmt.Sprintf("请写 %s = %q", name, need), "缺 %s", name)
		}
		whole = whole && (need == "" || !v.Field(i).IsZero())
	}
	for _, name := range sortedKeys(raw) {
		if !slices.Contains(names, name) {
			remedy := "这里可写：" + strings.Join(names, "、")
			if f.person(join(path, name), name, "") {
				continue
			}
			f.fault(join(path, name), "unknown-key", remedy, "没有 %q 这个键%s", name, didYouMean(name, names))
		}
	}
	return whole
}

// value fills v and reports whether it could.
func (f *filler) value(path string, v reflect.Value, raw any, is string) bool {
	switch v.Kind() {
	case reflect.String:
		s, ok := raw.(string)
		if t, isDate := raw.(time.Time); isDate && is == "date" {
			s, ok = t.Format(time.DateOnly), true
		}
		if !ok {
			return f.mistyped(path, "引号中的文字", raw)
		}
		if f.person(path, s, is) {
			if path == "withdrawn" {
				v.SetString("原因从略") // it stays withdrawn
			}
			return false
		}
		if !f.accept(path, s, is) {
			return false
		}
		v.SetString(s)
	case reflect.Int:
		n, ok := raw.(int64)
		if !ok {
			return f.mistyped(path, "不加引号的整数", raw)
		}
		if n < 0 {
			f.fault(path, "bad-value", "", "%s 是负数", last(path))
			return false
		}
		v.SetInt(n)
	case reflect.Struct:
		m, ok := raw.(map[string]any)
		if !ok {
			return f.mistyped(path, "一个表", raw)
		}
		return f.fields(path, v, m)
	case reflect.Map:
		m, ok := raw.(map[string]any)
		if !ok {
			return f.mistyped(path, "一个表", raw)
		}
		return f.mapping(path, v, m, is)
	case reflect.Slice:
		return f.list(path, v, raw, is)
	default:
		panic("internal error: config field " + path + " has kind " + v.Kind().String())
	}
	return true
}

// list fills a list with the items that could be used.
func (f *filler) list(path string, v reflect.Value, raw any, is string) bool {
	var items []any
	switch r := raw.(type) {
	case []any:
		items = r
	case []map[string]any:
		for _, m := range r {
			items = append(items, m)
		}
	default:
		return f.mistyped(path, "方括号中的列表", raw)
	}
	out := reflect.MakeSlice(v.Type(), 0, len(items))
	for i, item := range items {
		e := reflect.New(v.Type().Elem()).Elem()
		if !f.value(index(path, i), e, item, is) {
			continue
		}
		switch n := e.Addr().Interface().(type) {
		case *Note:
			n.Line = f.places.of(index(path, i)).Line
		case *HumanCell:
			n.Line = f.places.of(index(path, i)).Line
		}
		out = reflect.Append(out, e)
	}
	v.Set(out)
	return true
}

// mapping fills a map of texts. Its "is" is "keys:values", either may be empty.
func (f *filler) mapping(path string, v reflect.Value, m map[string]any, is string) bool {
	keys, values, _ := strings.Cut(is, ":")
	out := reflect.MakeMap(v.Type())
	for _, k := range sortedKeys(m) {
		e := reflect.New(v.Type().Elem()).Elem()
		at := join(path, k)
		if !f.person(at, k, "") && f.accept(at, k, keys) && f.value(at, e, m[k], values) {
			out.SetMapIndex(reflect.ValueOf(k), e)
		}
	}
	v.Set(out)
	return true
}

// person refuses a text that holds the number of a person: nobody is to read it
// on the site, and no message repeats it. Of addresses only identity numbers count.
func (f *filler) person(path, s, is string) bool {
	if is == "sha256" && isSHA256(s) {
		return false
	}
	kind := ""
	switch low := strings.ToLower(s); {
	case strings.HasPrefix(low, "http://") || strings.HasPrefix(low, "https://"):
		kind = personal.InAddress(s)
	default:
		if ns := personal.Numbers(s); len(ns) > 0 {
			kind = ns[0].Kind
		}
	}
	if kind == "" {
		return false
	}
	f.fault(path, "personal-number", "请删去号码；需要留联系方式的，请写办公电话或公务邮箱", "这里有%s，未采用", kind)
	return true
}

func (f *filler) mistyped(path, want string, raw any) bool {
	f.fault(path, "wrong-type", "", "%s 应为%s，不是%s", last(path), want, kindOf(raw))
	return false
}

func (f *filler) accept(path, s, is string) bool {
	if is == "" || s == "" {
		return true
	}
	if c, ok := checks[is]; ok {
		if c.ok(s) {
			return true
		}
		f.fault(path, "bad-value", c.remedy, "%q 不是%s", s, c.want)
		return false
	}
	list := strings.Split(is, "|")
	if slices.Contains(list, s) {
		return true
	}
	f.fault(path, "bad-value", "可写："+strings.Join(list, "、"), "%s 不能是 %q%s", last(path), s, didYouMean(s, list))
	return false
}

func kindOf(raw any) string {
	switch raw.(type) {
	case string:
		return "文字"
	case int64:
		return "整数"
	case float64:
		return "小数"
	case bool:
		return "是非值"
	case time.Time:
		return "日期"
	case map[string]any, []map[string]any:
		return "表"
	}
	return "列表"
}

func sortedKeys(m map[string]any) []string {
	ks := make([]string, 0, len(m))
	for k := range m {
		ks = append(ks, k)
	}
	slices.Sort(ks)
	return ks
}
