// Package inbox looks through what people hand in: a folder or a zip with
// reports and all that lies beside them. A path or the bytes of a zip come in;
// files go out, by their names, in a fixed order. It fails towards leaving out:
// a link is not followed, and a zip that cannot be meant well is refused as a
// whole, with what to do. What is in a file is not its business.
package inbox

import (
	"crypto/sha256"
	"encoding/hex"

	"ogi/generator/source"
	"ogi/generator/tongue"
)

// A File is one file as given. Name may hold folders, as in a zip; only its
// last part says anything.
type File struct {
	Name  string
	Bytes []byte
}

// SHA256 is of the bytes, in hex.
func (f File) SHA256() string { return Sum(f.Bytes) }

// Sum is the SHA-256 of bytes, in hex.
func Sum(b []byte) string {
	h := sha256.Sum256(b)
	return hex.EncodeToString(h[:])
}

// IsZip reports whether a file is a plain zip: no Word file or the like.
func (f File) IsZip() bool { return source.KindOf(f.Name, f.Bytes) == source.Zip }

// MaxZip is the size in bytes above which a zip or the standard input is refused.
const MaxZip = 512 << 20

// An Error says why a file is refused and what to do.
type Error struct{ Message, Remedy tongue.Text }

func (e *Error) Error() string { return e.Message.EN + "; " + e.Remedy.EN }
