package export_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/xeipuuv/gojsonschema"
)

func TestJSONKeepsThePublishedSchema(t *testing.T) {
	b, err := os.ReadFile(filepath.Join("..", "..", "assets", "schema", "check.schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	res, err := gojsonschema.Validate(gojsonschema.NewBytesLoader(b), gojsonschema.NewBytesLoader(write(t, "json")))
	if err != nil {
		t.Fatal(err)
	}
	for _, problem := range res.Errors() {
		t.Error(problem)
	}
}
