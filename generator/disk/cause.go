package disk

import (
	"errors"
	"io/fs"
	"os"
)

// An Error is what the system said of a file. It reads "name: cause".
type Error struct {
	Name string // as the caller knows the file, not as it is being prepared
	Err  error
}

func (e *Error) Error() string { return e.Name + ": " + e.Err.Error() }
func (e *Error) Unwrap() error { return e.Err }

// At is an error of the system with the name of the file it is about.
func At(name string, err error) error {
	if err == nil {
		return nil
	}
	return &Error{name, Bare(err)}
}

// Bare is an error of the system without the name that it gives.
func Bare(err error) error {
	var own *Error
	var pe *fs.PathError
	var le *os.LinkError
	switch {
	case errors.As(err, &own):
		return own.Err
	case errors.As(err, &pe):
		return pe.Err
	case errors.As(err, &le):
		return le.Err
	}
	return err
}

// A Cause is one that the user can do something about.
type Cause uint8

const (
	Other    Cause = iota
	Full           // no room, or none left of a share
	ReadOnly       // nothing can be written there
	Broken         // the device fails
	Denied         // no right to, or another program holds the file
)

// Why tells the cause of an error and the name of the file, which may be "".
func Why(err error) (Cause, string) {
	name := ""
	var own *Error
	var pe *fs.PathError
	var le *os.LinkError
	switch {
	case errors.As(err, &own):
		name = own.Name
	case errors.As(err, &pe):
		name = pe.Path
	case errors.As(err, &le):
		name = le.New
	}
	for _, c := range causes {
		for _, e := range c.errs {
			if errors.Is(err, e) {
				return c.cause, name
			}
		}
	}
	if errors.Is(err, fs.ErrPermission) {
		return Denied, name
	}
	return Other, name
}
