package badge

import (
	"encoding/json"

	"ogi/generator/sign"
)

// Endpoint is the badge in the schema that shields.io reads from an address:
// schemaVersion, label, message, color. The shape is in the message, since
// such badges have no other place for it.
func (b Badge) Endpoint() []byte {
	l := LookOf(b.State)
	out, err := json.MarshalIndent(struct {
		SchemaVersion int    `json:"schemaVersion"`
		Label         string `json:"label"`
		Message       string `json:"message"`
		Color         string `json:"color"`
		LabelColor    string `json:"labelColor"`
	}{1, sign.Line(b.Label), l.Shape + " " + sign.Line(b.Words), l.Shields, ground[1:]}, "", "  ")
	if err != nil {
		panic("internal error: badge endpoint: " + err.Error())
	}
	return append(out, '\n')
}
