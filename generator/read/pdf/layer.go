package pdf

import (
	"strings"

	"github.com/ledongthuc/pdf"

	"ogi/generator/read/kit"
)

// layers are the optional parts of a file (layers that a reader may turn on and
// off), as they are when it is opened, and where in them drawing is.
type layers struct {
	hidden map[string]bool // by reference: turned off
	all    bool            // off unless turned on
	shown  map[string]bool
	marks  int   // marked parts that are open
	offs   []int // of these, those that are turned off, by their number
	off    int   // forms that are turned off
	work   *kit.Budget
}

// readLayers reads which layers are turned off.
func readLayers(r *pdf.Reader, work *kit.Budget) layers {
	d := r.Trailer().Key("Root").Key("OCProperties").Key("D")
	l := layers{all: d.Key("BaseState").Name() == "OFF", work: work}
	if d.IsNull() {
		return l
	}
	l.hidden, l.shown = l.references(d.Key("OFF")), l.references(d.Key("ON"))
	return l
}

// references are the objects that an array refers to: "12 0 R".
func (l *layers) references(v pdf.Value) map[string]bool {
	out := map[string]bool{}
	if v.Kind() != pdf.Array || v.Len() > 10000 {
		return out
	}
	text := v.String()
	l.work.Spend(len(text), "PDF 的图层过多")
	f := strings.Fields(strings.Trim(text, "[]"))
	for i := 0; i+2 < len(f) && f[i+2] == "R"; i += 3 {
		out[f[i]+" "+f[i+1]] = true
	}
	return out
}

// reference is the object that a key of a dictionary refers to.
func (l *layers) reference(v pdf.Value, key string) string {
	text := v.String()
	l.work.Spend(len(text), "PDF 的图层过多")
	_, rest, _ := strings.Cut(text, "/"+key+" ")
	f := strings.Fields(rest[:min(len(rest), 40)])
	if len(f) < 3 || !strings.HasPrefix(f[2], "R") {
		return ""
	}
	return f[0] + " " + f[1]
}

// isOff reports whether a key of a dictionary names a layer that is turned off,
// or layers of which none is on.
func (l *layers) isOff(v pdf.Value, key string) bool {
	if l.hidden == nil {
		return false
	}
	oc := v.Key(key)
	switch {
	case oc.IsNull():
		return false
	case oc.Key("Type").Name() == "OCMD":
		groups := oc.Key("OCGs")
		if groups.Kind() != pdf.Array {
			return l.turnedOff(l.reference(oc, "OCGs"))
		}
		off, n := 0, 0
		for ref := range l.references(groups) {
			if n++; l.turnedOff(ref) {
				off++
			}
		}
		switch oc.Key("P").Name() {
		case "AllOn":
			return off > 0
		case "AnyOff":
			return n > 0 && off == 0
		case "AllOff":
			return off < n
		}
		return n > 0 && off == n
	}
	return l.turnedOff(l.reference(v, key))
}

func (l *layers) turnedOff(ref string) bool {
	return ref != "" && (l.hidden[ref] || l.all && !l.shown[ref])
}

// enter opens a marked part.
func (l *layers) enter(args []operand, resources pdf.Value) {
	l.marks++
	if l.hidden != nil && len(args) == 2 && args[0].str == "OC" && args[1].kind == '/' && l.isOff(resources.Key("Properties"), args[1].str) {
		l.offs = append(l.offs, l.marks)
	}
}

// leave closes marked parts until so many are open.
func (l *layers) leave(marks int) {
	l.marks = marks
	for n := len(l.offs); n > 0 && l.offs[n-1] > marks; n-- {
		l.offs = l.offs[:n-1]
	}
}

func (l *layers) hides() bool { return l.off > 0 || len(l.offs) > 0 }
