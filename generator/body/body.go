// Package body knows names of bodies: what ends such a name, what kind of body
// bears it, and whether article 49 of the regulation sets it a day. A name
// comes in, as a report or a keeper wrote it; what can be said of it goes out.
// It fails towards not knowing: a wrong kind would hold a body to a day that is
// not its own. It knows no list of bodies and no register of places.
package body

// A Kind is what sort of body it is; the law sets duties by kind.
type Kind string

// The kinds. Of a body that is none of them, as a party organ, or that may be
// several, as a station or a team, the kind is "".
const (
	Government  Kind = "government"  // 人民政府 from county level up
	Department  Kind = "department"  // department of a government from county level up
	Township    Kind = "township"    // 乡镇人民政府
	Subdistrict Kind = "subdistrict" // 街道办事处
	Zone        Kind = "zone"        // 开发区管委会 and its bureaus
	Vertical    Kind = "vertical"    // 税务, 海关 …
	Authorised  Kind = "authorised"  // 法律、法规授权组织, 事业单位, 企业
)

// A Duty is what article 49 asks of a body.
type Duty uint8

// The duties.
const (
	Unsure    Duty = iota // the name does not tell whether article 49 means it
	None                  // article 49 sets it no day
	ByJanuary             // 49(1): a department, by 31 January
	ByMarch               // 49(2): a government, by 31 March
)

// KindOf infers what sort of body bears that name, "" if the name does not
// tell.
func KindOf(name string) Kind {
	k, _ := Of(name)
	return k
}

// DutyOf is what article 49 asks of a body of a kind that a keeper gave, or
// that was inferred. A name that tells plainly of another kind leaves it open:
// a centre called a department may be none.
func DutyOf(kind Kind, name string) Duty {
	own, duty := Of(name)
	switch {
	case kind == own:
		return duty
	case kind == "":
		return Unsure
	case kind != Department && kind != Government:
		return None
	case own != "" || duty == None:
		return Unsure
	case kind == Government:
		return ByMarch
	}
	return ByJanuary
}
