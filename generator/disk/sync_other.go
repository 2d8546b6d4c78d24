//go:build !unix

package disk

// cannotSync: Windows syncs no folders; its file system keeps a journal of names.
func cannotSync(error) bool { return true }
