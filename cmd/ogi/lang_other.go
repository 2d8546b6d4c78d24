//go:build !windows

package main

// systemLang is "": the locale tells where there is no Windows.
func systemLang() string { return "" }
