package rule

import (
	"embed"
	"encoding/json"
	"fmt"

	"ogi/generator/check"
)

// The samples that a rule's page shows, written from those that the rule is
// tested with: go test -run TestSamplesOnPages -update.
//
//go:embed samples/*.json
var samples embed.FS

// A shown is a sample as it is kept.
type shown struct {
	Status  string   `json:"status"`
	About   string   `json:"about"`
	Changes []string `json:"changes,omitempty"`
	Said    []string `json:"said,omitempty"`
}

// Samples are the tested examples of the rule with that id, those that it speaks
// up about first; none if there is no such rule.
func Samples(id string) []check.Sample {
	b, err := samples.ReadFile("samples/" + id + ".json")
	if err != nil {
		return nil
	}
	var kept []shown
	if err := json.Unmarshal(b, &kept); err != nil {
		panic(fmt.Sprintf("internal error: samples/%s.json: %v", id, err))
	}
	out := make([]check.Sample, len(kept))
	for i, k := range kept {
		out[i] = check.Sample{About: k.About, Changes: k.Changes, Said: k.Said}
		for s := check.NA; s <= check.Fail; s++ {
			if s.String() == k.Status {
				out[i].Status = s
			}
		}
	}
	return out
}
