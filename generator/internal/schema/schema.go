// Package schema holds JSON against a schema, in tests.
package schema

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// A Schema says what JSON is to look like.
type Schema struct{ s *jsonschema.Schema }

// Open compiles the published schema of that name, as "check". root is the way
// from the test's folder to that of the repository.
func Open(tb testing.TB, root, name string) Schema {
	tb.Helper()
	return File(tb, filepath.Join(root, "assets", "schema", name+".schema.json"))
}

// File compiles the schema of a file.
func File(tb testing.TB, file string) Schema {
	tb.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		tb.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
	if err != nil {
		tb.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource(file, doc); err != nil {
		tb.Fatal(err)
	}
	s, err := c.Compile(file)
	if err != nil {
		tb.Fatal(err)
	}
	return Schema{s}
}

// Holds fails the test where the JSON is not as the schema says.
func (s Schema) Holds(tb testing.TB, what string, text []byte) {
	tb.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err == nil {
		err = s.s.Validate(doc)
	}
	if err != nil {
		tb.Errorf("%s: %v", what, err)
	}
}
