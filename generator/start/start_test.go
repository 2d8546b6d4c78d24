package start

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestTitlesAreQuoted(t *testing.T) {
	fs, err := Files(Archive{Title: "甲\"乙\n丙"})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range fs {
		switch text := string(f.Bytes); {
		case f.Path == "site.toml" && !strings.Contains(text, "\ntitle = \"甲\\\"乙 丙\"\n"):
			t.Errorf("%s", text)
		case f.Path == "README.md" && !strings.HasPrefix(text, "# 甲\"乙 丙\n"):
			t.Errorf("%s", text)
		case strings.Contains(text, "[["), strings.HasSuffix(f.Path, ".yml"):
			if f.Path != "site.toml" {
				t.Errorf("%s is there without an action, or has a gap:\n%s", f.Path, text)
			}
		}
	}
}

// The actions of others are those of this repository's own workflows, which are kept
// up to date.
func TestActionsAreThoseUsedHere(t *testing.T) {
	own := ""
	names, _ := filepath.Glob("../../.github/workflows/*.yml")
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		own += string(b)
	}
	for name, at := range Pinned {
		if !strings.Contains(own, "@"+at) {
			t.Errorf("%s: %s is used in no workflow here", name, at)
		}
	}
}
