//go:build !unix

package publish

func mounted(string) bool { return false }
