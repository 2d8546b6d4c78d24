package stage

import "testing"

// From the second version on every rule's page tells how the rule changed.
func TestRulePagesTellTheirHistory(t *testing.T) {
	if Version != "0.1.0" {
		t.Error("pages of rules say “unchanged since 0.1.0” unless they have a heading 沿革; give each rule changed since such a part, then update this test")
	}
}
