package main

import (
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const source = `package p

func f(a, b bool) (n int, err error) {
	if x := a; x || b && a {
		n++
	}
	switch {
	case a, b:
		n--
	}
	return n, nil
}
`

// Each step has its switch, lines stay where they were, and the steps are told by
// file, line and function.
func TestSwitches(t *testing.T) {
	dir, to := t.TempDir(), t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "p.go"), []byte(source), 0o644); err != nil {
		t.Fatal(err)
	}
	overlay, steps, err := switched(dir, to, 3)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, s := range steps {
		names = append(names, s.Name)
	}
	const want = "p.go:3 f; p.go:4 f if; p.go:4 f || x; p.go:4 f || b && a; p.go:4 f && b; p.go:4 f && a; p.go:8 f case"
	got := strings.Join(names, "; ")
	if !sameSet(got, want) {
		t.Errorf("steps %s\nwant %s", got, want)
	}
	b, err := os.ReadFile(overlay[filepath.Join(dir, "p.go")])
	if err != nil {
		t.Fatal(err)
	}
	text := string(b)
	if _, err := parser.ParseFile(token.NewFileSet(), "p.go", text, 0); err != nil {
		t.Errorf("%v\n%s", err, text)
	}
	if strings.Count(text, "\n") != strings.Count(source, "\n") {
		t.Errorf("lines moved:\n%s", text)
	}
	for _, want := range []string{"return *new(int), *new(error) };", "if x := a; StepTaken(StepTaken(x, ", "case StepTaken(a, ", "StepTrue(b, "} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}

const numbered = `package p

const few = 3

func f(a, b int, c rune) bool {
	most := 0
	if a > few || b*10 >= a*8 {
		most = a
	}
	return c > 'x' && a > most && b > 1 && len("abc") <= 2
}
`

// Numbers from two on are moved where sizes are compared: literals, constants and
// factors, no variables and no characters.
func TestNumbers(t *testing.T) {
	dir, to := t.TempDir(), t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "p.go"), []byte(numbered), 0o644); err != nil {
		t.Fatal(err)
	}
	overlay, steps, err := switched(dir, to, 0)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, s := range steps {
		if !s.Number {
			t.Errorf("%s is no number", s.Name)
		}
		names = append(names, s.Name)
	}
	const want = "p.go:7 f > few; p.go:7 f * 10; p.go:7 f * 8; p.go:10 f <= 2"
	if got := strings.Join(names, "; "); !sameSet(got, want) {
		t.Errorf("numbers %s\nwant %s", got, want)
	}
	b, err := os.ReadFile(overlay[filepath.Join(dir, "p.go")])
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"a > StepNumber(few, a, 0)", `<= StepNumber(2, len("abc"), `} {
		if !strings.Contains(string(b), want) {
			t.Errorf("no %q in\n%s", want, b)
		}
	}
}

func sameSet(a, b string) bool {
	have := map[string]bool{}
	for _, s := range strings.Split(a, "; ") {
		have[s] = true
	}
	for _, s := range strings.Split(b, "; ") {
		if !have[s] {
			return false
		}
		delete(have, s)
	}
	return len(have) == 0
}
