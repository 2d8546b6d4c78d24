package serve

import "testing"

// The check of names is ours, so that this holds on every system, also for the
// names that only one of them misreads.
func TestNamesOfFiles(t *testing.T) {
	for path, want := range map[string]string{
		"/":                           ".",
		"":                            ".",
		"//":                          ".",
		"/index.html":                 "index.html",
		"/agencies/weidong-sfj/2024/": "agencies/weidong-sfj/2024",
		"/年报/2024.txt":                "年报/2024.txt",
		"/.nojekyll":                  ".nojekyll",
		"/a b/c":                      "a b/c",
		"/console/nullable/com10":     "console/nullable/com10",
	} {
		if got, ok := fileName(path); !ok || got != want {
			t.Errorf("%q: got %q %v, want %q", path, got, ok, want)
		}
	}
	for _, path := range []string{
		"/../x", "/a/../../x", "/..", "/a/./b", "/a//b", "/..\\x", "/..\\..\\secret.txt", "/a\\b", "\\\\host\\share\\x",
		"/C:/x", "/c:x", "/x:y", "/index.html::$DATA", "/nul", "/NUL", "/nul.txt", "/aux", "/a/con", "/con .html", "/Prn.", "/com1", "/COM9.html",
		"/lpt1.svg", "/com¹", "/lpt²", "/conin$", "/CONOUT$", "/x.", "/x ", "/a./b", "/.git/config", "/.ogi", "/a/.hidden", "/x\x00", "/x\n", "/\x1b[2J",
		"/x\u0085", "/x\xff", "/a*", "/a?", "/a|b", "/<a>", "/\"a",
	} {
		if got, ok := fileName(path); ok {
			t.Errorf("%q: got %q, want none", path, got)
		}
	}
}

func FuzzFileName(f *testing.F) {
	for _, s := range []string{"/", "/a/b.html", "/..\\x", "/nul", "/a//b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, path string) {
		name, ok := fileName(path)
		if !ok {
			return
		}
		if again, ok := fileName("/" + name); !ok && name != "." || name != "." && again != name {
			t.Errorf("%q gives %q, which gives %q %v", path, name, again, ok)
		}
		if name[0] == '/' {
			t.Errorf("%q gives %q", path, name)
		}
	})
}
