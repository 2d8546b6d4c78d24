//go:build !unix && !windows

package disk

var causes []struct {
	cause Cause
	errs  []error
}
