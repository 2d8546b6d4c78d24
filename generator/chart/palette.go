package chart

import "ogi/generator/tongue"

// A Colour is one colour in both themes. The light one is in the options;
// charts.js replaces it by the dark one (a test compares its table with this).
// Words on it are white in the light theme and dark in the dark one.
type Colour struct{ Light, Dark string }

// The colour of a thing is the same in all charts, and no outcome or result
// wears the colour of a verdict.
var (
	granted     = Colour{"#174a84", "#5b9bea"}
	partial     = Colour{"#2b77b8", "#a5cdf5"}
	denied      = Colour{"#7b3f98", "#c895dd"}
	unavailable = Colour{"#6b5d45", "#bfae8e"}
	unprocessed = Colour{"#a4520f", "#e39a58"}
	other       = Colour{"#626c75", "#9aa5af"}

	upheld    = Colour{"#1f6b75", "#58b6c2"}
	corrected = Colour{"#a3286a", "#f08cc0"}
	pending   = Colour{"#6a6299", "#b0a6e0"}

	department = Colour{"#4a4fb5", "#9ea3f5"}
	government = Colour{"#80471c", "#d9a06b"}
	accent     = Colour{"#3d5a73", "#8fb0cc"}

	white = Colour{"#ffffff", "#14171a"} // words on a mark
	blank = Colour{"#efede6", "#26292c"} // ground of 未收录
	quiet = Colour{"#5a636b", "#a3adb6"} // words on blank, lines of marks
)

// An outcome is one of the six groups of results in their fixed order.
type outcome struct {
	key    string // of the indicator
	prefix string // of the rows
	label  tongue.Text
	colour Colour
}

var outcomes = []outcome{
	{"granted", "requests.granted", tongue.Of("予以公开", "Granted"), granted},
	{"partial", "requests.partial", tongue.Of("部分公开", "Partially granted"), partial},
	{"denied", "requests.denied", tongue.Of("不予公开", "Denied"), denied},
	{"unavailable", "requests.unavailable", tongue.Of("无法提供", "Unable to provide"), unavailable},
	{"unprocessed", "requests.unprocessed", tongue.Of("不予处理", "Not processed"), unprocessed},
	{"other-outcome", "requests.other_outcome", tongue.Of("其他处理", "Otherwise handled"), other},
}

// A result is how a reconsideration or suit ended.
type result struct {
	column string
	label  tongue.Text
	colour Colour
}

var results = []result{
	{"upheld", tongue.Of("结果维持", "Upheld"), upheld},
	{"corrected", tongue.Of("结果纠正", "Corrected"), corrected},
	{"other", tongue.Of("其他结果", "Other result"), other},
	{"pending", tongue.Of("尚未审结", "Pending"), pending},
}

var remedies = []struct {
	row   string
	label tongue.Text
}{
	{"remedies.reconsideration", tongue.Of("行政复议", "Reconsideration")},
	{"remedies.direct_suit", tongue.Of("未经复议直接起诉", "Direct suit")},
	{"remedies.suit_after_reconsideration", tongue.Of("复议后起诉", "Suit after reconsideration")},
}
