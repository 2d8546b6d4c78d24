package publish

import "iter"

// Write publishes the files of seq, path and bytes, into dir.
func Write(dir string, o Options, seq iter.Seq2[string, []byte]) (Stats, error) {
	t, err := Open(dir, o)
	if err != nil {
		return Stats{}, err
	}
	for path, b := range seq {
		if err := t.Put(path, b); err != nil {
			t.Abort()
			return Stats{}, err
		}
	}
	return t.Commit()
}
