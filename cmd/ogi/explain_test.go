package main

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

func TestRulesAreCataloguedAsTheSchemaSays(t *testing.T) {
	var out, talk bytes.Buffer
	if code := run(context.Background(), []string{"explain", "--json"}, streams{strings.NewReader(""), &out, &talk}); code != done {
		t.Fatal(code, talk.String())
	}
	s, err := jsonschema.NewCompiler().Compile("../../assets/schema/rules.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(out.Bytes()))
	if err == nil {
		err = s.Validate(doc)
	}
	if err != nil {
		t.Error(err)
	}
	if !strings.Contains(out.String(), `"id": "requests-balance"`) {
		t.Error("the catalogue lacks a rule")
	}
}
