// Package browser holds the tests that read the built site as a reader would:
// from disk, in Chromium, wide and narrow, light and dark, with scripts and
// without; what Firefox paints otherwise is looked at there too. They skip where
// a browser is not to be had, and fail for it where CI=true.
package browser
