package roster

import (
	"strings"
	"testing"
)

// A roster is read or refused with words; its units have names and lines.
func FuzzRoster(f *testing.F) {
	f.Add(false, []byte("2024年单位名册\n序号,单位,类别,区划代码,别名\n1,青溪镇人民政府,乡镇,410403,青溪镇；青溪\n合计,1\n"))
	f.Add(false, []byte("云岭市司法局\t部门\n云岭市财政局\t部门\n"))
	f.Add(true, []byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, sheet bool, b []byte) {
		name := "a.csv"
		if sheet {
			name = "a.xlsx"
		}
		units, _, err := Read(name, b)
		if err != nil {
			if !strings.HasPrefix(err.Error(), name+": ") {
				t.Errorf("%v", err)
			}
			return
		}
		for _, u := range units {
			if strings.TrimSpace(u.Name) == "" {
				t.Errorf("a unit without a name: %+v", u)
			}
		}
		Match(units, []Draft{{}})
	})
}
