package region

import (
	"slices"
	"strings"
	"testing"
)

// Every division lies below one that is in the table, a level higher, and its
// code begins as that one's does.
func TestTheTableHangsTogether(t *testing.T) {
	rank := map[string]int{"national": 0, "province": 1, "prefecture": 2, "county": 3}
	all := load().byCode
	if len(all) < 3000 {
		t.Errorf("only %d divisions", len(all))
	}
	for code, r := range all {
		if strings.Trim(code, "0123456789") != "" || r.Name == "" {
			t.Errorf("%s: not a division: %+v", code, r)
		}
		level, known := rank[r.Level]
		if !known {
			t.Errorf("%s: level %q", code, r.Level)
		}
		if r.Parent == "" {
			if level > 1 {
				t.Errorf("%s %s: nothing above a %s", code, r.Name, r.Level)
			}
			continue
		}
		up, ok := all[r.Parent]
		switch {
		case !ok:
			t.Errorf("%s %s: no %s above it", code, r.Name, r.Parent)
		case rank[up.Level] >= level:
			t.Errorf("%s %s: a %s below a %s", code, r.Name, r.Level, up.Level)
		case up.Level != "national" && code[:2] != up.Code[:2]:
			t.Errorf("%s %s: below %s", code, r.Name, up.Code)
		}
		if !slices.Contains(Children(r.Parent), code) {
			t.Errorf("%s is not among the children of %s", code, r.Parent)
		}
	}
}

func TestFullName(t *testing.T) {
	for code, want := range map[string]string{
		"410403": "河南省平顶山市卫东区",
		"310000": "上海市",
		"320813": "江苏省淮安市洪泽区",
		"630223": "青海省海东市互助土族自治县",
		"999999": "",
		"":       "",
	} {
		if got := FullName(code); got != want {
			t.Errorf("%s: got %q, want %q", code, got, want)
		}
	}
}

func TestLevelOfUnknownCodes(t *testing.T) {
	for code, want := range map[string]string{
		"990000": "province", "999900": "prefecture", "999999": "county", "100000": "national", "41": "", "": "",
	} {
		if got := Level(code); got != want {
			t.Errorf("%s: got %q, want %q", code, got, want)
		}
	}
}
