package kit

// A Budget is the work that one file may take where two of its sizes are
// multiplied: lines drawn and columns, characters and boxes, layers and marks. It
// counts steps, never seconds, so that the same file has the same fate on every
// machine. All else grows with the size of the file.
type Budget struct{ steps int }

// mostSteps is far above what reports take; those that are known take less than
// a hundredth of it.
const mostSteps = 20_000_000

// Spend takes n steps. A file that needs more than its budget is refused, as one
// that has too much of what took them.
func (b *Budget) Spend(n int, what string) {
	if b.steps += n; b.steps > mostSteps {
		panic(TooLarge(what))
	}
}
