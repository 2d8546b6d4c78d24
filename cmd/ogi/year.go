package main

import (
	"errors"
	"strconv"
)

// A yearFlag is a report year as a flag. There are no reports before the
// regulation of 2008 asked for them.
type yearFlag int

const firstYear = 2008

func (y *yearFlag) Set(s string) error {
	n, err := strconv.Atoi(s)
	if err != nil || n < firstYear || n > 2099 {
		return errors.New("no report year, as 2024")
	}
	*y = yearFlag(n)
	return nil
}

func (y *yearFlag) String() string {
	if *y == 0 {
		return ""
	}
	return strconv.Itoa(int(*y))
}

func (y *yearFlag) Type() string { return "year" }
