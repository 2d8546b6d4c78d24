package export_test

import (
	"path/filepath"
	"testing"

	"ogi/generator/internal/schema"
)

func TestJSONKeepsThePublishedSchema(t *testing.T) {
	schema.Open(t, filepath.Join("..", ".."), "check").Holds(t, "json", write(t, "json"))
}
