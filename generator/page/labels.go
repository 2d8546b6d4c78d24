package page

import (
	"strings"

	"ogi/generator/form"
	"ogi/generator/tongue"
)

// rowsEN are the rows of the form in English, by row key.
var rowsEN = map[string]string{
	"proactive.rules":                         "Rules",
	"proactive.normative_documents":           "Normative documents",
	"proactive.licensing":                     "Administrative licensing",
	"proactive.other_services":                "Other management and services",
	"proactive.penalties":                     "Administrative penalties",
	"proactive.compulsion":                    "Administrative compulsion",
	"proactive.charges":                       "Administrative fees",
	"proactive.procurement":                   "Government procurement",
	"requests.received":                       "1. Received this year",
	"requests.carried_in":                     "2. Carried over from last year",
	"requests.granted":                        "(1) Granted",
	"requests.partial":                        "(2) Partially granted",
	"requests.denied.state_secret":            "1. State secret",
	"requests.denied.prohibited":              "2. Forbidden by law",
	"requests.denied.security":                "3. Security and stability",
	"requests.denied.third_party":             "4. Rights of third parties",
	"requests.denied.internal":                "5. Internal affairs",
	"requests.denied.process":                 "6. Process information",
	"requests.denied.case_file":               "7. Enforcement case files",
	"requests.denied.inquiry":                 "8. Administrative enquiry",
	"requests.unavailable.not_held":           "1. Not held by this agency",
	"requests.unavailable.not_existing":       "2. Would have to be made",
	"requests.unavailable.unclear":            "3. Unclear after supplement",
	"requests.unprocessed.petition":           "1. Petition or complaint",
	"requests.unprocessed.repeated":           "2. Repeated request",
	"requests.unprocessed.publication":        "3. Public publication",
	"requests.unprocessed.excessive":          "4. Excessive without reason",
	"requests.unprocessed.reissue":            "5. Confirmation or re-issue",
	"requests.other_outcome":                  "(6) Otherwise handled",
	"requests.other_outcome.not_supplemented": "1. Not supplemented in time",
	"requests.other_outcome.fee_unpaid":       "2. Fee not paid in time",
	"requests.other_outcome.other":            "3. Other",
	"requests.outcomes_total":                 "(7) Total",
	"requests.carried_out":                    "4. Carried forward to next year",
	"remedies.reconsideration":                "Reconsideration",
	"remedies.direct_suit":                    "Litigation: direct suit",
	"remedies.suit_after_reconsideration":     "Litigation: suit after reconsideration",
}

// columnsEN are the columns of all three tables.
var columnsEN = map[string]string{
	"natural_person": "Natural persons", "enterprise": "Enterprises", "research": "Research institutions",
	"public_welfare": "Public-interest orgs", "legal_service": "Legal-service orgs", "other": "Other", "total": "Total",
	"issued": "Issued", "repealed": "Repealed", "in_force": "In force", "decisions": "Decisions",
	"amount": "Amount", "made": "Made", "disclosed": "Disclosed", "disclosed_total": "Disclosed in all",
	"items_last_year": "Items last year", "change": "Change", "items": "Items",
	"upheld": "Upheld", "corrected": "Corrected", "pending": "Pending",
}

// groupsEN are the groups of outcomes.
var groupsEN = map[string]string{
	"（三）不予公开": "(3) Denied", "（四）无法提供": "(4) Unable to provide",
	"（五）不予处理": "(5) Not processed", "（六）其他处理": "(6) Otherwise handled",
}

// articles are the items of article 20 that head the parts of table two.
var articles = map[string]tongue.Text{
	"proactive.rules":               tongue.Of("第二十条第（一）项", "Article 20 (1)"),
	"proactive.normative_documents": tongue.Of("第二十条第（一）项", "Article 20 (1)"),
	"proactive.licensing":           tongue.Of("第二十条第（五）项", "Article 20 (5)"),
	"proactive.other_services":      tongue.Of("第二十条第（五）项", "Article 20 (5)"),
	"proactive.penalties":           tongue.Of("第二十条第（六）项", "Article 20 (6)"),
	"proactive.compulsion":          tongue.Of("第二十条第（六）项", "Article 20 (6)"),
	"proactive.charges":             tongue.Of("第二十条第（八）项", "Article 20 (8)"),
	"proactive.procurement":         tongue.Of("第二十条第（九）项", "Article 20 (9)"),
}

// cellEN names a cell in English, "" where the row has no English name.
func cellEN(key form.Key) string {
	i := strings.LastIndexByte(key, '.')
	if i < 0 {
		return ""
	}
	row, column := rowsEN[key[:i]], columnsEN[key[i+1:]]
	if row == "" || column == "" {
		return ""
	}
	table, _, _ := strings.Cut(key, ".")
	return tablesEN[table] + ": " + row + ", " + strings.ToLower(column)
}

var tablesEN = map[string]string{"proactive": "Table two", "requests": "Table three", "remedies": "Table four"}

// label parts the printed label of a cell into row and column. Table three
// writes "row × column", the others end with the column.
func label(d form.Def) (row, column string) {
	if row, column, ok := strings.Cut(d.Label, " × "); ok {
		return row, column
	}
	if i := strings.LastIndex(d.Label, " "); i >= 0 {
		return d.Label[:i], d.Label[i+1:]
	}
	return d.Label, ""
}
