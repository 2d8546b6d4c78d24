// Package stage has the steps from a folder of reports to the files of a site, as
// functions of what each rests on: no disk is written, nothing is remembered, and the
// order in which agencies come changes nothing. A build on one machine runs them over
// all agencies, a shard over a part, an engine wherever it likes; the bytes are the
// same.
//
//	agency ──▶ sketches ──▶ Meet ──▶ what is around each report
//	   └───────────┬──────────────────────┘
//	               ▼
//	            Agency    verdicts, masked copies: files of the agency, and its brief
//	               ▼
//	             Lists    all other files, from the briefs of all
//
// What is shared by all is the Frame: settings, templates, assets, hand-written pages.
package stage

// A Sum tells whether something is what it was. Zero is that of nothing known.
type Sum = [32]byte
