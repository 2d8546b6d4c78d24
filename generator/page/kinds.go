package page

// Values has an empty value of each kind of page, as Page.Value gives them.
var Values = map[string]any{
	"404":      (*NotFound)(nil),
	"agencies": (*Agencies)(nil),
	"agency":   (*Agency)(nil),
	"badges":   (*Badges)(nil),
	"coverage": (*Coverage)(nil),
	"data":     (*Data)(nil),
	"home":     (*Home)(nil),
	"moved":    (*Moved)(nil),
	"region":   (*RegionPage)(nil),
	"regions":  (*Regions)(nil),
	"report":   (*Report)(nil),
	"rule":     (*Rule)(nil),
	"rules":    (*Rules)(nil),
	"text":     (*Written)(nil),
	"year":     (*Year)(nil),
	"years":    (*Years)(nil),
}
