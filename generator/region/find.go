package region

import (
	"slices"
	"strings"
)

// suffixes end the names of divisions, and people leave them out: 卫东 for 卫东区.
var suffixes = []string{"特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "新区", "林区", "矿区", "省", "市", "区", "县", "旗", "盟"}

// Stem is the name of a division without what sort of division it is, as people
// say it; the name itself where nothing of two characters would be left.
func Stem(name string) string {
	for _, s := range suffixes {
		if stem, ok := strings.CutSuffix(name, s); ok && len(stem) >= len("卫东") {
			return stem
		}
	}
	return name
}

// Find are the divisions that a text may mean, by code: those whose code begins
// with its digits, else those whose name it is, with or without what sort of
// division it is or the names above it, else those whose name holds it. spell, if
// not nil, spells a name in letters, so that these find it too.
func Find(text string, spell func(string) string) []Region {
	text = strings.Join(strings.Fields(text), "")
	if text == "" {
		return nil
	}
	t := load()
	codes := make([]string, 0, len(t.byCode))
	for code := range t.byCode {
		codes = append(codes, code)
	}
	slices.Sort(codes)
	where := func(fits func(Region) bool) (found []Region) {
		for _, code := range codes {
			if r := t.byCode[code]; r.Name != "" && fits(r) {
				found = append(found, r)
			}
		}
		return found
	}
	if strings.Trim(text, "0123456789") == "" {
		return where(func(r Region) bool { return strings.HasPrefix(r.Code, text) })
	}
	if spell != nil && strings.Trim(strings.ToLower(text), "abcdefghijklmnopqrstuvwxyz") == "" {
		text = strings.ToLower(text)
		return where(func(r Region) bool { return spell(r.Name) == text || spell(Stem(r.Name)) == text })
	}
	if found := where(func(r Region) bool { return r.Name == text || Stem(r.Name) == text }); found != nil {
		return found
	}
	return where(func(r Region) bool {
		full := FullName(r.Code)
		return strings.HasSuffix(full, text) || strings.Contains(r.Name, text)
	})
}

// Guess is the division whose name without its sort (沭阳 of 沭阳县) an agency's name
// begins with, as those of development zones do; "" unless there is just one in the
// country.
func Guess(name string) string {
	var found []string
	longest := 0
	for code, r := range load().byCode {
		stem := Stem(r.Name)
		if stem == "" || stem == r.Name || !strings.HasPrefix(name, stem) || len(stem) < longest {
			continue
		}
		if len(stem) > longest {
			found, longest = nil, len(stem)
		}
		found = append(found, code)
	}
	if len(found) != 1 {
		return ""
	}
	return found[0]
}
