package check

// A Sample is a report that a rule is tested with: what sets it apart from one
// in which everything holds, and what the rule says of it.
type Sample struct {
	Status  Status
	About   string   // in English
	Changes []string // in Chinese
	Said    []string // in Chinese
}
