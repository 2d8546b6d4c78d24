package render

import "testing"

func TestGroupPartsDigitsOnly(t *testing.T) {
	for in, want := range map[string]string{
		"0": "0", "9999": "9999", "12345": `12<span class="g">345</span>`,
		"1573179": `1<span class="g">573</span><span class="g">179</span>`, "123456": `123<span class="g">456</span>`,
		"72701.2578": `72<span class="g">701</span>.2578`, "<b>12345": "&lt;b&gt;12345", "": "",
	} {
		if got := string(group(in)); got != want {
			t.Errorf("group(%q) = %q, want %q", in, got, want)
		}
	}
}
