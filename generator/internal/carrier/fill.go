package carrier

import (
	"fmt"
	"reflect"

	"ogi/generator/place"
)

// Fill puts a text into every text below what p points to, each list with one
// element; what is behind other pointers is left alone, but for those that are
// lists of their own.
func Fill(p any, text string) { fill2(reflect.ValueOf(p).Elem(), text) }

func fill2(v reflect.Value, text string) {
	if !v.CanSet() {
		return
	}
	if _, ok := v.Interface().(place.Pos); ok {
		v.Set(reflect.ValueOf(place.Pos{}.In(place.Place{Sheet: text})))
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(text)
	case reflect.Struct:
		for i := range v.NumField() {
			fill2(v.Field(i), text)
		}
	case reflect.Array:
		for i := range v.Len() {
			fill2(v.Index(i), text)
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill2(v.Index(0), text)
	case reflect.Pointer:
		if v.Type().Elem().Kind() == reflect.Struct && v.Type().Elem().PkgPath() != "ogi/generator/form" {
			v.Set(reflect.New(v.Type().Elem()))
			if v.Type().Elem().Name() != "Rule" && v.Type().Elem().Name() != "Agency" && v.Type().Elem().Name() != "Report" {
				fill2(v.Elem(), text)
			}
		}
	}
}

// Texts are all texts below a value, each with its path.
func Texts(p any) []string {
	var out []string
	texts(reflect.ValueOf(p), "", &out)
	return out
}

func texts(v reflect.Value, path string, out *[]string) {
	if v.IsValid() && v.Type() == reflect.TypeFor[place.Pos]() && v.CanInterface() {
		*out = append(*out, path+": "+v.Interface().(place.Pos).Place().Sheet)
		return
	}
	switch v.Kind() {
	case reflect.String:
		*out = append(*out, path+": "+v.String())
	case reflect.Struct:
		for i := range v.NumField() {
			texts(v.Field(i), path+"."+v.Type().Field(i).Name, out)
		}
	case reflect.Array, reflect.Slice:
		for i := range v.Len() {
			texts(v.Index(i), fmt.Sprintf("%s[%d]", path, i), out)
		}
	case reflect.Pointer:
		if !v.IsNil() && v.Type().Elem().PkgPath() != "ogi/generator/form" && v.Type().Elem().Name() != "Rule" && (path == "" || v.Type().Elem().Name() != "Report" && v.Type().Elem().Name() != "Agency") {
			texts(v.Elem(), path, out)
		}
	}
}
