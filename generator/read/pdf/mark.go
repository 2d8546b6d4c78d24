package pdf

import (
	"slices"

	"ogi/generator/grid"
)

// Marks of notes stand a little above or below the line of the word that they
// go with, and mostly are smaller. A line whose text is smaller than that beside
// it, as words in another type are, is none: it is not raised, and where smaller
// digits stand in the middle of a line is told only roughly.
const (
	markSize = 0.8  // the most, of the size of the word
	markRise = 0.22 // the least
	markFall = 0.1  // the least of one that is smaller
	markGap  = 0.45 // the most between a word and its mark
	lineRoom = 0.75 // lines are further from one another
	mostRows = 4    // of marks that go with one line
)

// withMarks puts the marks that stand in rows of their own into the rows that
// they go with, and tells how those in each row are shown.
func withMarks(rows [][]char) [][]char {
	got := 0 // rows of marks in rows[i]
	for i := 0; i+1 < len(rows); i++ {
		up, down := rows[i], rows[i+1]
		switch {
		case len(up) == 0 || up[0].y-down[0].y > lineRoom*max(up[0].h, down[0].h):
			got = 0
		case sizeOf(up) > sizeOf(down) && got < mostRows:
			base, rest := attach(up, down, grid.Lowered)
			if rows[i], rows[i+1] = base, rest; len(rest) > 0 {
				got = 0
				continue
			}
			rows[i], rows[i+1] = nil, base // the next may go with it, too
			got++
		case got == 0:
			base, rest := attach(down, up, grid.Raised)
			if rows[i], rows[i+1] = rest, base; len(rest) < len(up) {
				got = 1
			}
		default:
			got = 0
		}
	}
	rows = slices.DeleteFunc(rows, func(r []char) bool { return len(r) == 0 })
	for _, r := range rows {
		uneven(r)
	}
	return rows
}

func sizeOf(row []char) float64 {
	size := 0.0
	for i := range row {
		size = max(size, row[i].h)
	}
	return size
}

// attach moves the runs of marks that stand beside a character of base into it.
func attach(base, marks []char, look grid.Look) (withMarks, rest []char) {
	var moved []char
	for i := 0; i < len(marks); {
		j := i + 1
		for j < len(marks) && marks[j].x-marks[j-1].x-marks[j-1].w < markGap*marks[j].h {
			j++
		}
		if run := marks[i:j]; beside(base, run) {
			for k := range run {
				run[k].look |= look
				if run[k].h < markSize*base[0].h {
					run[k].look |= grid.Small
				}
			}
			moved = append(moved, run...)
		} else {
			rest = append(rest, run...)
		}
		i = j
	}
	if len(moved) == 0 {
		return base, marks
	}
	base = append(base, moved...)
	slices.SortStableFunc(base, func(a, b char) int {
		switch {
		case a.x < b.x:
			return -1
		case a.x > b.x:
			return 1
		}
		return 0
	})
	return base, rest
}

// beside reports whether a run stands in a free place of a row right behind or
// right before one of its characters.
func beside(row, run []char) bool {
	x0, x1 := run[0].x, run[len(run)-1].x+run[len(run)-1].w
	next := false
	k, _ := slices.BinarySearchFunc(row, x0-row[0].h*2, func(c char, x float64) int {
		if c.x < x {
			return -1
		}
		return 1
	})
	for ; k < len(row) && row[k].x < x1+row[0].h; k++ {
		c := &row[k]
		if blank(c.text) {
			continue
		}
		if min(x1, c.x+c.w)-max(x0, c.x) > 0.3*min(x1-x0, c.w) {
			return false
		}
		next = next || x0-c.x-c.w < markGap*c.h && x0 > c.x || c.x-x1 < markGap*c.h && x0 < c.x
	}
	return next
}

// uneven tells the marks in a row whose characters are not of one size and
// height: each word by itself.
func uneven(row []char) {
	plain := true
	for i := 1; i < len(row) && plain; i++ {
		plain = row[i].y == row[0].y && row[i].h == row[0].h
	}
	if plain {
		return
	}
	for i := 0; i < len(row); {
		j := i + 1
		for j < len(row) && row[j].x-row[j-1].x-row[j-1].w < markGap*max(row[j].h, row[j-1].h) {
			j++
		}
		unevenWord(row[i:j])
		i = j
	}
}

func unevenWord(word []char) {
	base := &word[0] // the first of the largest that is not moved already
	for i := range word {
		if c := &word[i]; c.h > base.h*1.02 && !blank(c.text) {
			base = c
		}
	}
	for i := range word {
		c := &word[i]
		if c.look&(grid.Raised|grid.Lowered) != 0 || blank(c.text) || c == base {
			continue
		}
		small, shift := c.h < markSize*base.h, (c.y-base.y)/base.h
		switch {
		case shift >= markRise:
			c.look |= grid.Raised
		case shift <= -markFall && small, shift <= -markRise:
			c.look |= grid.Lowered
		case small && besideLarger(word, i):
			c.look |= grid.Unsure
		default:
			continue
		}
		if small {
			c.look |= grid.Small
		}
	}
}

// besideLarger reports whether a digit stands beside a larger one.
func besideLarger(word []char, i int) bool {
	if !digit(word[i].text) {
		return false
	}
	larger := func(k int) bool {
		return k >= 0 && k < len(word) && digit(word[k].text) && word[i].h < markSize*word[k].h && word[k].look == 0
	}
	k := i
	for k >= 0 && digit(word[k].text) && word[k].h <= word[i].h*1.02 {
		k--
	}
	if larger(k) {
		return true
	}
	k = i
	for k < len(word) && digit(word[k].text) && word[k].h <= word[i].h*1.02 {
		k++
	}
	return larger(k)
}
