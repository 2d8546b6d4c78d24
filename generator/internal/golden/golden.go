// Package golden holds what a test makes against txtar files. A test says what
// the archive should be; a file that says otherwise fails the test or, with
// -update, is written anew. It is not part of the program.
package golden

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "write the goldens anew")

// Run gives each testdata/*.txtar to make, in a subtest of the file's name. make
// puts what is right into the archive, mostly by Set; comment and other files
// stay. A folder without a golden is an error.
func Run(t *testing.T, make func(t *testing.T, a *txtar.Archive)) {
	t.Helper()
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no goldens", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			make(t, a)
			Compare(t, file, txtar.Format(a))
		})
	}
}

// Compare fails where a file does not hold got, or with -update writes it.
func Compare(t *testing.T, file string, got []byte) {
	t.Helper()
	want, err := os.ReadFile(file)
	if bytes.Equal(got, want) && err == nil {
		return
	}
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	line, g, w := differ(string(got), string(want))
	t.Errorf("%s differs from line %d; look at it and run with -update\ngot\n%s\nwant\n%s", file, line, g, w)
}

// differ is the line from which two texts are not the same, and what each has
// there, forty lines at most.
func differ(got, want string) (line int, g, w string) {
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	for line < len(a) && line < len(b) && a[line] == b[line] {
		line++
	}
	some := func(lines []string) string { return strings.Join(lines[line:min(line+40, len(lines))], "\n") }
	return line + 1, some(a), some(b)
}

// Section is a file of an archive, nil where it has none of that name.
func Section(a *txtar.Archive, name string) []byte {
	for _, f := range a.Files {
		if f.Name == name {
			return f.Data
		}
	}
	return nil
}

// Set puts data into a file of an archive, behind the others where it is new.
func Set[T string | []byte](a *txtar.Archive, name string, data T) {
	for i := range a.Files {
		if a.Files[i].Name == name {
			a.Files[i].Data = []byte(data)
			return
		}
	}
	a.Files = append(a.Files, txtar.File{Name: name, Data: []byte(data)})
}
