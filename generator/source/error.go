package source

import "ogi/generator/place"

// An Error says why a file could not be used, where, and what to do about it.
// Message and Remedy are Chinese, since those who keep an archive read them.
type Error struct {
	Pos     place.Pos
	Message string
	Remedy  string
}

func (e *Error) Error() string {
	if e.Pos.IsZero() {
		return e.Message
	}
	return e.Pos.String() + ": " + e.Message
}
