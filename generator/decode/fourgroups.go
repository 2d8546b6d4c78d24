package decode

import (
	"strings"

	"ogi/generator/form"
)

// A fourPart is a row of table four that holds one kind of remedy, or two.
type fourPart struct {
	row   *trow
	group string // as the labels before its values say, "" if they do not
	vals  []int
}

// inGroups reads the table where it is printed in parts: a row of five values
// for each kind of remedy, or five and ten. A part is told by the label in
// front of it, in its own row or above; without labels, all three by order.
func (t *tableReader) inGroups(keys []string) bool {
	parts, ok := t.fourParts()
	if !ok {
		return false
	}
	told, filled := 0, 0
	taken := map[string]bool{}
	for _, p := range parts {
		filled += len(p.vals)
		if p.group == "" {
			continue
		}
		told++
		for _, key := range part(keys, p.group) {
			if taken[key] {
				return false
			}
			taken[key] = true
		}
		if len(part(keys, p.group)) != len(p.vals) {
			return false
		}
	}
	switch {
	case told == len(parts) && told > 0:
	case told == 0 && filled == len(keys) && len(parts) > 1:
		at := 0
		for i := range parts {
			t.four(parts[i].row, keys[at:at+len(parts[i].vals)], parts[i].vals)
			at += len(parts[i].vals)
		}
	default:
		return false
	}
	t.facts.Rows, t.facts.Columns, t.facts.Values = len(parts), len(parts[0].vals), filled
	for _, p := range parts {
		if p.group != "" {
			t.four(p.row, part(keys, p.group), p.vals)
		}
	}
	return true
}

// fourParts lists the rows of five or ten values side by side, each with the
// group that is named after the part before it. It reports false if a row of
// another width holds values.
func (t *tableReader) fourParts() ([]fourPart, bool) {
	var parts []fourPart
	group, mixed := "", false
	for i := range t.rows {
		r := &t.rows[i]
		own := 0
		for k := range r.items {
			l := r.items[k].label
			switch {
			case r.items[k].val || l.Table != form.Four:
			case l.Group != "":
				own++
				switch {
				case group == "" || group == "remedies.suits":
					group = l.Group
				case group != l.Group && l.Group != "remedies.suits":
					mixed = true
				}
			}
		}
		if mixed || own > 1 && !joinedSuit(r) {
			return nil, false // several groups before one row: the head of a wide one
		}
		if !r.isData() {
			continue
		}
		if n := len(r.fill); n != 5 && n != 10 || r.fill[n-1]-r.fill[0] != n-1 {
			return nil, false
		}
		parts = append(parts, fourPart{row: r, group: group, vals: r.fill})
		group = ""
	}
	return parts, len(parts) > 0
}

// joinedSuit reports whether the two groups a row names are one: 行政诉讼 and
// which kind of it.
func joinedSuit(r *trow) bool {
	suits, kinds := 0, 0
	for k := range r.items {
		switch l := r.items[k].label; {
		case r.items[k].val || l.Table != form.Four:
		case l.Group == "remedies.suits":
			suits++
		case l.Group != "":
			kinds++
		}
	}
	return suits == 1 && kinds == 1
}

// part gives the keys of one group; those of both suits for 行政诉讼.
func part(keys []string, group string) []string {
	var out []string
	for _, key := range keys {
		if strings.HasPrefix(key, group+".") || group == "remedies.suits" && strings.Contains(key, "suit") {
			out = append(out, key)
		}
	}
	return out
}
