package archive

import "slices"

// settle makes the newest version the one that is judged and puts it first: a
// correction stands for the report it corrects, the last listed of several. A
// correction that cannot be used changes nothing.
func (e *Entry) settle() {
	at := slices.IndexFunc(e.Files, func(f File) bool { return f.Role == "main" })
	for i, f := range e.Files {
		if f.Role == "corrected" && f.Report != nil {
			at = i
		}
	}
	if at < 0 {
		return
	}
	newest := e.Files[at]
	e.Files = slices.Insert(slices.Delete(e.Files, at, at+1), 0, newest)
	e.Path, e.Report, e.SHA256, e.Size = newest.Path, newest.Report, newest.SHA256, newest.Size
}

// First is the version that came out first, as far as it is held and could be
// read: lateness is about it, not about a later correction. It is nil where
// none could be read.
func (e *Entry) First() *File {
	for _, role := range []string{"earlier", "main", "corrected"} {
		for i := range e.Files {
			if f := &e.Files[i]; f.Role == role && f.Report != nil {
				return f
			}
		}
	}
	return nil
}
