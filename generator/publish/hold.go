package publish

import "os"

// Hold keeps other programs out of the folder dir until release is called or
// the process ends, where the system can; else it is ErrBusy. Who writes into
// an archive holds the folder in which the change is prepared.
func Hold(dir string) (release func(), err error) {
	f, err := lock(dir)
	if err != nil {
		return nil, err
	}
	return func() {
		if f != (*os.File)(nil) {
			unlock(f)
		}
	}, nil
}
