// Package rule holds the rules, one a file, as values of check.Rule: what each
// one asks of a report, with the law or the printed form it rests on. A rule
// records its answers on a check.Run and returns nothing; it fails towards
// unknown. It does not read files, count badges or write pages.
//
// To add a rule:
//
//  1. write <id>.go with the value and its Check. Title is what it asks, neutral
//     (公布期限); Found is what a finding of it says (…晚于期限), so that no page
//     accuses where nothing was found;
//  2. write <id>.md with the headings 这条规则查什么, 为什么, 依据, 例, 不查什么, 可能误报 and 公式;
//  3. write testdata/<id>/bad*.txtar and ok*.txtar, and one for every other status it can give;
//  4. list it in All, where readers meet it;
//  5. run go test ./generator/rule -update and read the difference;
//  6. run it over real reports and judge every finding by the source.
package rule

import (
	"embed"

	"ogi/generator/check"
)

// All are the rules in the order readers meet them.
var All = []*check.Rule{
	missingSection,
	sectionOrder,
	overviewItems,
	missingTable,
	tableShape,
	outdatedForm,
	titleForm,
	titleMismatch,
	governmentAppraisal,
	problemsAndImprovements,
	emptyProblems,
	reportingPeriod,
	extraSection,
	attachmentConflict,

	inForceBelowNetIssue,
	rulesWithoutPower,
	feeUnit,
	magnitudeJump,
	oldFormRelations,

	requestsBalance,
	outcomesTotal,
	applicantTotal,
	carryOverExceedsSupply,
	shiftedCells,
	remediesTotal,
	suitsExceedReviews,
	disputesExceedRequests,
	disputesWithoutRequests,

	carryOverContinuity,
	carryOverByApplicant,
	rulesStock,
	normativeDocumentsStock,
	oldFormItemsStock,
	tablesCopied,
	missingYear,

	textReceived,
	textHandled,
	textNoneVsSome,
	textCarriedIn,
	textAllHandled,
	textReconsideration,
	textLitigation,
	textNormativeDocuments,
	textDecisions,
	textPartsTotal,
	textGrowthRate,
	textOutcomes,
	textApplicants,

	lateDepartment,
	lateGovernment,
	noDate,
	impossibleDate,
	lateTownship,
	changedAfterRelease,

	feeStatementMissing,
	feeStatementConflict,
	feeWithoutDetail,
	feeAmount,
	feeVsCharges,

	blankCell,
	dashForZero,
	dirtyNumber,
	notANaturalNumber,
	gluedNumber,

	repeatsLastYear,
	copiesAnotherAgency,
	foreignName,
	sameProblems,
	staleYear,
	duplicateFile,

	doubledWord,
	leftoverMarkup,
	wrongCitation,
	brokenLine,
	personalData,
	draftTraces,

	areaBelowParts,
	unclearScope,
}

//go:embed *.md
var pages embed.FS

// Doc is the page of the rule with that id in Markdown, "" if there is none.
func Doc(id string) string {
	b, err := pages.ReadFile(id + ".md")
	if err != nil {
		return ""
	}
	return string(b)
}

// ByID is the rule with that id, nil if there is none.
func ByID(id string) *check.Rule {
	for _, r := range All {
		if r.ID == id {
			return r
		}
	}
	return nil
}
