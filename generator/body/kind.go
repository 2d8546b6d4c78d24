package body

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ogi/generator/han"
)

var (
	// partyOrgan is an organ of the party, by its beginning or by the committee
	// before its end: 中共…, 青禾县委统战部.
	partyOrgan = regexp.MustCompile(`^(?:中共|中国共产党|共青团)|[省市县区州旗盟]委(?:[^员].*|)(?:部|室|办|局|委|组|校|中心)$`)
	// otherOrgan is an organ of the state that is no government's.
	otherOrgan = regexp.MustCompile(`人大常委会|人大办|人民代表大会|政协|政治协商|监察委员会|纪委监委`)
	// ofTown is an office of a township or subdistrict: 青溪镇党政办公室.
	ofTown = regexp.MustCompile(`(?:^|[省市县区州旗盟])[^省市县区州旗盟]{1,5}?(镇|乡|街道)(?:人民政府|政府|办事处)?([^市县区].+)$`)
)

// Of tells kind and duty of the body that bears the name.
func Of(name string) (Kind, Duty) {
	n := han.Fold(Plain(name))
	if n == "" {
		return "", Unsure
	}
	if slices.Contains(national, n) {
		return Department, ByJanuary
	}
	e := endOf(n)
	switch {
	case e.kind == Zone && strings.Contains(n, "党工委"):
		return Zone, None
	case partyOrgan.MatchString(n), otherOrgan.MatchString(n):
		return "", None
	case ofCentre(n):
		return Vertical, None
	case e.kind == Vertical:
		if strings.Contains(n, "地方金融") {
			return Department, ByJanuary
		}
		return Vertical, None
	case e.kind == "" && e.duty == None, e.kind == Authorised, e.kind == Subdistrict, e.kind == Township:
		return e.kind, e.duty
	case IsPlace(n):
		return Government, ByMarch
	}
	zone, sure := inZone(n)
	branch := ofBranch(n)
	switch {
	case e.kind == Zone, zone && sure && !branch && e.kind != Government:
		return Zone, None
	case zone && !branch && e.kind == Department:
		return "", Unsure // a bureau of a zone, or of a district that is called like one
	case branch:
		return Department, Unsure
	case officeOfTown(n):
		return "", Unsure
	}
	return e.kind, e.duty
}

// endOf is the longest end that the name has.
func endOf(n string) (best end) {
	for at, runes := len(n), 0; at > 0 && runes < longestEnd; runes++ {
		_, w := utf8.DecodeLastRuneInString(n[:at])
		at -= w
		if e := byEnd[n[at:]]; e != nil {
			best = *e
		}
	}
	return best
}

// byEnd finds an end by its words.
var byEnd, longestEnd = func() (m map[string]*end, longest int) {
	m = map[string]*end{}
	for i := range ends {
		for _, w := range ends[i].words {
			m[w], longest = &ends[i], max(longest, utf8.RuneCountInString(w))
		}
	}
	return m, longest
}()

// IsPlace reports whether a name is that of a division alone, which stands for
// its government: 云岭县, 青溪镇. Zones and quarters are none.
func IsPlace(n string) bool {
	if len(n) < 6 || len(n) > 48 || !endsAsPlace(n) {
		return false
	}
	n = han.Fold(n)
	if slices.ContainsFunc(likeZones, func(w string) bool { return strings.HasSuffix(n, w) }) {
		return true
	}
	for _, w := range zoneWords {
		if strings.HasSuffix(n, w) {
			return false
		}
	}
	return !slices.ContainsFunc(notPlaces, func(w string) bool { return strings.HasSuffix(n, w) })
}

// endsAsPlace reports whether a text is of Chinese characters alone and ends in
// the word for a division.
func endsAsPlace(n string) bool {
	switch u, _ := utf8.DecodeLastRuneInString(n); han.Simple(u) {
	case '省', '市', '县', '区', '州', '盟', '旗', '镇', '乡':
	case '木':
		if !strings.HasSuffix(n, "苏木") {
			return false
		}
	case '道':
		if !strings.HasSuffix(n, "街道") {
			return false
		}
	default:
		return false
	}
	for _, u := range n {
		if !unicode.Is(unicode.Han, u) && u != '·' {
			return false
		}
	}
	return true
}

// GovernmentOf is the name of the body that a place alone stands for.
func GovernmentOf(of string) string {
	if strings.HasSuffix(of, "街道") {
		return of
	}
	return of + "人民政府"
}

// inZone reports whether a name holds that of a zone, and whether it surely is
// one: 新区 is what some districts are called.
func inZone(n string) (zone, sure bool) {
	for _, w := range likeZones {
		n = strings.Replace(n, w, "", 1)
	}
	for _, w := range zoneWords {
		if i := strings.Index(n, w); i > 0 {
			rest := n[i+len(w):]
			if strings.HasPrefix(rest, "人民政府") {
				continue
			}
			zone = true
			sure = sure || w != "新区" && w != "新城" && w != "管理区" && w != "景区" || strings.HasPrefix(rest, "管理委员会") || strings.HasPrefix(rest, "管委会") || rest == ""
		}
	}
	return zone, sure
}

// ofCentre reports whether a name begins with a body of the centre and goes on
// with a place: 国家统计局云岭调查队.
func ofCentre(n string) bool {
	for _, p := range ofParent {
		if rest, ok := strings.CutPrefix(n, p); ok && utf8.RuneCountInString(rest) >= 3 && p != "中华人民共和国" {
			return true
		}
	}
	return false
}

// ofBranch reports whether a name is that of a part of a department: …分局,
// or a body that stands behind a whole department's name.
func ofBranch(n string) bool {
	if strings.HasSuffix(n, "分局") || strings.HasSuffix(n, "支局") {
		return true
	}
	for _, w := range [...]string{"局", "厅", "委员会"} {
		for at := 0; ; {
			i := strings.Index(n[at:], w)
			if i < 0 {
				break
			}
			head, rest := n[:at+i], n[at+i+len(w):]
			at += i + len(w)
			if utf8.RuneCountInString(head) >= 3 && utf8.RuneCountInString(rest) >= 2 && rest != "办公室" && endOf(rest).words != nil {
				return true
			}
		}
	}
	return false
}

// officeOfTown reports whether a name is that of an office of a township.
func officeOfTown(n string) bool {
	m := ofTown.FindStringSubmatchIndex(n)
	if m == nil {
		return false
	}
	before, rest := n[:m[2]], n[m[4]:m[5]]
	for _, w := range [...]string{"城", "乡"} {
		if strings.HasSuffix(before, w) {
			return false // 城乡建设, 乡镇企业
		}
	}
	for _, w := range [...]string{"村", "镇", "城", "化", "企"} {
		if strings.HasPrefix(rest, w) {
			return false // 乡村振兴, 城镇化
		}
	}
	return endOf(rest).words != nil
}
