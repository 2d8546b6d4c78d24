// Package browser holds the tests that read the built site as a reader would:
// from disk, in Chromium, wide and narrow, light and dark, with scripts and
// without. They skip where there is no Chromium, and fail for it where CI=true.
package browser
