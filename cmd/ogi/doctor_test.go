package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// What doctor tells programs is as its schema says, sound or not.
func TestHealthIsAsItsSchemaSays(t *testing.T) {
	s, err := jsonschema.NewCompiler().Compile(filepath.Join("..", "..", "assets", "schema", "doctor.schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	dir := small(t)
	for _, want := range []int{done, unusable} {
		var out, talk bytes.Buffer
		if code := run(t.Context(), []string{"doctor", "--dir", dir, "--format", "json"}, streams{nil, &out, &talk}); code != want {
			t.Errorf("exit code %d, want %d: %s", code, want, talk.String())
		}
		doc, err := jsonschema.UnmarshalJSON(&out)
		if err == nil {
			err = s.Validate(doc)
		}
		if err != nil {
			t.Error(err)
		}
		if err := os.MkdirAll(filepath.Join(dir, "content", "x"), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "content", "x", "2024.txt"), []byte("no agency"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
