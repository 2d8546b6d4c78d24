package cache

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
)

// Program is the SHA-256 of the program that runs, hex: the version to open a store
// with. Whatever changes a result, a line of a rule, a library, the compiler, changes
// it, and there is no list of sources to keep and no sum to make anew. The price is
// that each release reads all reports once more, as does each binary that go build
// stamps with a commit of the archive; go run stamps none: two runs of the same tree
// are the same program, whatever was changed in content/. What is known of the binary
// by its state is not read again.
func Program(known *Files) (string, error) {
	name, err := os.Executable()
	if err != nil {
		return "", err
	}
	f, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	st, err := f.Stat()
	if err != nil {
		return "", err
	}
	if sum, ok := known.Sum(name, st); ok {
		return hex.EncodeToString(sum[:]), nil
	}
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	sum := Key(h.Sum(nil))
	known.Set(name, st, sum)
	return hex.EncodeToString(sum[:]), nil
}
