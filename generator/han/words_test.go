package han

import "testing"

func TestWords(t *testing.T) {
	ws := List("登记 以来 涉及…6公开 其中…40答复")
	for s, want := range map[string]string{
		"":            "",
		"收到申请3件":      "",
		"今年以来登记3件":    "以来", // what stands first, not what is listed first
		"涉及政府信息公开的复议": "涉及政府信息公开",
		"涉及公开，涉及公开":   "涉及公开",
		"涉及土地房屋征收补偿的公开":   "", // too far
		"涉及征收，信息公开3件":     "", // another clause
		"涉及征收，另有涉及信息公开3件": "涉及信息公开",
		"收到3件，其中予以答复2件":   "其中予以答复",
	} {
		if got := ws.Find(s); got != want || ws.In(s) != (want != "") {
			t.Errorf("%s: %q, want %q", s, got, want)
		}
	}
}
