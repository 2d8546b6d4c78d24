package main

import "testing"

func TestLanguageIsThatOfFlagSettingOrSystem(t *testing.T) {
	for _, x := range []struct {
		args   []string
		env    map[string]string
		system string
		want   string
		told   bool
	}{
		{nil, nil, "", "en", false},
		{nil, nil, "zh", "zh", false},
		{nil, map[string]string{"LANG": "zh_CN.UTF-8"}, "", "zh", false},
		{nil, map[string]string{"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "zh", "en", false},
		{nil, map[string]string{"LANG": "zh_CN.UTF-8", "LC_ALL": ""}, "", "zh", false},
		{nil, map[string]string{"LANG": "C.UTF-8", "OGI_LANG": "zh-CN"}, "", "zh", true},
		{[]string{"check", "--lang", "en"}, map[string]string{"OGI_LANG": "zh"}, "zh", "en", true},
		{[]string{"--lang=zh", "check"}, nil, "", "zh", true},
		{[]string{"check", "--", "--lang=zh"}, nil, "", "en", false},
		{[]string{"check", "--lang"}, nil, "", "en", false},
	} {
		got, told := spoken(x.args, func(k string) string { return x.env[k] }, func() string { return x.system })
		if got != x.want || told != x.told {
			t.Errorf("%v %v %q: got %s, %v", x.args, x.env, x.system, got, told)
		}
	}
}
