package archive

import (
	"ogi/generator/body"
	"ogi/generator/region"
)

// KindOf infers what sort of body bears that name, "" if the name does not
// tell: a wrong kind would hold a body to a deadline that is not its own.
func KindOf(name string) Kind { return body.KindOf(name) }

// LevelOf is the level of a body of that kind in that region; "" if the region
// is not known.
func LevelOf(kind Kind, code string) Level {
	if kind == Township || kind == Subdistrict {
		return Town
	}
	return Level(region.Level(code))
}
