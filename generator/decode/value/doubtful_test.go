package value

import "testing"

// Marks of no width are not seen, a thin space parts thousands, and a remark that
// tells of a correction without another figure leaves the number as it is.
func TestNumbersAsSeen(t *testing.T) {
	for text, want := range map[string]string{
		"1\u200b2": "12", "\ufeff1\u00ad5\u2060": "15", "1\u2009289": "1289", "12\u202f345.5": "12345.5", "15（已更正）": "15", "22（其中修订16件）": "22",
	} {
		if v, ok := Read(text); !ok || v.State.String() != "number" || v.Num.String() != want {
			t.Errorf("%q: %v %v %s, want %s", text, ok, v.State, v.Num, want)
		}
	}
	if v, _ := Read("1\u200928"); v.State.String() == "number" {
		t.Error("two digits behind a thin space are no thousands")
	}
}

// Digits of which it cannot be told whether they are part of the number, or that
// were struck out with none beside them, are garbled, with what they may be.
func TestDoubtfulDigitsAreGarbled(t *testing.T) {
	for text, want := range map[string]string{
		"5¹":           "小字可能是注号，也可能是数字：5 或 51",
		"¹5":           "小字可能是注号，也可能是数字：5 或 15",
		"5¹6":          "小字可能是注号，也可能是数字：56 或 516",
		"73.²⁵":        "小字可能是注号，也可能是数字：73. 或 73.25",
		"8̶0̶":         "写的数字已划去：80",
		"80̶5":         "写的数字已划去：805",
		"8̶0̶.5̶万元":    "写的数字已划去：80.5万元",
		"15（有误，更正为18）": "括注另有更正的数",
		"7件(应为9件)":     "括注另有更正的数",
		// A page number - 4 - that ran into the table, in PDF: -188 would be a lie.
		"-\n188": "横线与数字之间有空白，可能是负号，也可能是另一格的横线",
		"— 5":    "",
		"- 5":    "横线与数字之间有空白，可能是负号，也可能是另一格的横线",
	} {
		v, ok := Read(text)
		if want == "" {
			if ok && v.State.String() == "number" {
				t.Errorf("%s is read as a number", text)
			}
			continue
		}
		if !ok || v.State.String() != "garbled" || v.Why.String() != want {
			t.Errorf("%s: %v %v %q", text, ok, v.State, v.Why)
		}
	}
}
