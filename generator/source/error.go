package source

import "ogi/generator/place"

// An Error says why a file could not be used, where, and what to do about it.
// Message and Remedy are Chinese, since those who keep an archive read them.
type Error struct {
	Pos     place.Pos
	Message string
	Remedy  string
	// Sound says that the file is whole, for all that is known, and holds a report as
	// it may have been published, but in a form that no program reads: a scan, an old
	// binary document, one behind a password.
	Sound bool
}

func (e *Error) Error() string {
	if e.Pos.IsZero() {
		return e.Message
	}
	return e.Pos.String() + ": " + e.Message
}
