package main

import "golang.org/x/sys/windows"

// systemLang is the language of the desktop.
func systemLang() string {
	const chinese, primary = 0x04, 0x3ff
	id, _, _ := windows.NewLazySystemDLL("kernel32.dll").NewProc("GetUserDefaultUILanguage").Call()
	if id&primary == chinese {
		return "zh"
	}
	return ""
}
