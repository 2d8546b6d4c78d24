package personal_test

import (
	"testing"
	"unicode/utf8"

	"ogi/generator/internal/carrier"
	"ogi/generator/internal/specimen"
	"ogi/generator/personal"
)

// What is masked holds no number that is found, is masked to the same, keeps the
// length, and a text without numbers stays as it is.
func FuzzMask(f *testing.F) {
	for _, s := range []string{
		"张三三（身份证号11010519491231002X）", "电话13812345678、13987654321", "138-1234-5678", "手机：1 3 8 1 2 3 4 5 6 7 8", "护照EA1234567",
		"手机138\u00ad1234\u200b5678", "卡号6222 0212 3456 7890 123", "电话一三八一二三四五六七八", "身份证\n1\n1\n0\n1\n0\n5\n1\n9\n4\n9", "2024年138件",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return // texts of reports are valid
		}
		ns := personal.Numbers(s)
		for _, n := range ns {
			if n.Start < 0 || n.End > len(s) || n.Start >= n.End || n.Digits == "" {
				t.Fatalf("%q: %+v", s, n)
			}
		}
		m := personal.Mask(s)
		if len(ns) == 0 && m != s {
			t.Errorf("%q holds no number and became %q", s, m)
		}
		if utf8.RuneCountInString(m) != utf8.RuneCountInString(s) {
			t.Errorf("%q became %q", s, m)
		}
		if left := personal.Numbers(m); len(left) > 0 {
			t.Errorf("%q became %q, which holds %+v", s, m, left[0])
		}
		if again := personal.Mask(m); again != m {
			t.Errorf("%q, masked %q, masked again %q", s, m, again)
		}
	})
}

// Whatever the bytes, they are searched without panic, and what is found is what
// Mask finds in the words kept for it.
func FuzzSearch(f *testing.F) {
	names := []string{"a.html", "a.mht", "a.docx", "a.xlsx", "a.pdf", "a.txt", "a.bin"}
	for i, k := range []specimen.Kind{specimen.CMS, specimen.MHT, specimen.DOCX, specimen.XLSX, specimen.PDF, specimen.Tab} {
		f.Add(uint8(i), specimen.Random(uint64(i), specimen.Options{Max: 9}).MustWrite(k))
	}
	f.Add(uint8(6), []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 tel 13812345678\x00PK\x03\x04"))
	for i, c := range carrier.All() {
		for _, b := range c.Files {
			if i%12 == 0 && len(c.Files) == 1 && len(b) < 1<<14 {
				f.Add(uint8(i), b)
			}
		}
	}
	f.Fuzz(func(t *testing.T, kind uint8, b []byte) {
		for _, h := range personal.Search(names[int(kind)%len(names)], b).Hidden {
			if len(personal.Numbers(h.Text)) != 1 {
				t.Errorf("kept as %q, which is not found again", h.Text)
			}
		}
	})
}
