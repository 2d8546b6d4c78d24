//go:build !unix

package serve

const noWait = 0
