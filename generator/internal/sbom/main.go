// Sbom adds to bills of materials (CycloneDX, JSON), which list the Go modules of
// a binary, what else is embedded in it: the script of the charts with the
// libraries that it is made of, and the data of others. It changes the files that
// it is given, and is called where the repository lies:
//
//	go run ./generator/internal/sbom dist/*.cdx.json
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
)

func main() {
	for _, name := range os.Args[1:] {
		if err := complete(name); err != nil {
			fmt.Fprintf(os.Stderr, "sbom: %s: %v\n", name, err)
			os.Exit(1)
		}
	}
}

func complete(name string) error {
	b, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	more, err := embedded(os.DirFS("."))
	if err != nil {
		return err
	}
	if b, err = with(b, more); err != nil {
		return err
	}
	return os.WriteFile(name, b, 0o644)
}

// with is a bill with further components, on which its subject depends.
func with(bill []byte, more []component) ([]byte, error) {
	var doc map[string]any
	if err := json.Unmarshal(bill, &doc); err != nil {
		return nil, err
	}
	meta, _ := doc["metadata"].(map[string]any)
	subject, _ := meta["component"].(map[string]any)
	own, _ := subject["bom-ref"].(string)
	components, _ := doc["components"].([]any)
	dependencies, _ := doc["dependencies"].([]any)
	if own == "" || len(components) == 0 {
		return nil, fmt.Errorf("this is no bill of a binary")
	}
	var top []any
	for _, c := range more {
		components = append(components, c)
		d := map[string]any{"ref": c.Ref}
		if len(c.needs) > 0 {
			d["dependsOn"] = c.needs
		}
		dependencies = append(dependencies, d)
		if c.top {
			top = append(top, c.Ref)
		}
	}
	for _, d := range dependencies {
		if d, ok := d.(map[string]any); ok && d["ref"] == own {
			on, _ := d["dependsOn"].([]any)
			d["dependsOn"] = append(on, top...)
			top = nil
		}
	}
	if top != nil {
		dependencies = append(dependencies, map[string]any{"ref": own, "dependsOn": top})
	}
	doc["components"], doc["dependencies"] = components, dependencies
	var out strings.Builder
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(doc)
	return []byte(out.String()), err
}
