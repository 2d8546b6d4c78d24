package region

import "strings"

// OfName is the division whose name an agency's name begins with, "" if none
// or several fit: 鼓楼区 alone could be any of four.
func OfName(name string) string {
	for _, p := range []string{"国家税务总局", "中华人民共和国", "国家统计局", "国家"} {
		name = strings.TrimPrefix(name, p)
	}
	best, rest, several := "", len(name)+1, false
	var down func(code, left string, used bool)
	down = func(code, left string, used bool) {
		for _, c := range Children(code) {
			d, _ := Lookup(c)
			after, ok := strings.CutPrefix(left, d.Name)
			ok = ok && d.Name != ""
			if ok {
				switch {
				case len(after) < rest:
					best, rest, several = c, len(after), false
				case len(after) == rest && !strings.HasPrefix(c, strings.TrimRight(best, "0")):
					several = true
				}
				down(c, after, true)
			}
			if !ok || !used {
				down(c, left, used)
			}
		}
	}
	down("", name, false)
	if several {
		return ""
	}
	return best
}
