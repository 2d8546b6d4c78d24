// Package action tries the composite action of this repository as a runner does: its
// steps, as shell scripts, in a folder that has the action alone and on an archive
// that has nothing of this repository.
package action
