package region

import "testing"

func TestRegionIsToldByTheBeginningOfAName(t *testing.T) {
	for name, want := range map[string]string{
		"平顶山市卫东区司法局":      "410403",
		"河南省平顶山市卫东区司法局":   "410403",
		"卫东区司法局":          "410403",
		"淮安市洪泽区人民政府":      "320813",
		"上海市人民政府办公厅":      "310000",
		"上海市浦东新区司法局":      "310115",
		"国家税务总局沭阳县税务局":    "321322",
		"互助土族自治县司法局":      "630223",
		"鼓楼区司法局":          "", // four cities have one
		"南京市鼓楼区司法局":       "320106",
		"吉林省吉林市司法局":       "220200",
		"某某县司法局":          "",
		"国务院办公厅":          "",
		"":                "",
		"中华人民共和国财政部":      "",
		"江苏省宿迁市沭阳县发展和改革局": "321322",
	} {
		if got := OfName(name); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}
