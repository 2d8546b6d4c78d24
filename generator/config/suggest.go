package config

// didYouMean is `（是不是 "title"？）` where a known name is near, else
// empty.
func didYouMean(got string, known []string) string {
	if near := Nearest(got, known); near != "" {
		return `（是不是 "` + near + `"？）`
	}
	return ""
}

// Nearest is the known name with the fewest slips from got, "" if none is near
// enough to be meant.
func Nearest(got string, known []string) string {
	best, limit := "", max(2, len(got)/3)+1
	if len(got) <= 3 { // two slips in three letters are another word
		limit = 2
	}
	for _, k := range known {
		if d := slips(got, k); d < limit {
			best, limit = k, d
		}
	}
	return best
}

// slips counts the letters to add, drop, change or swap with their neighbour.
func slips(a, b string) int {
	s, t := []rune(a), []rune(b)
	prev2, prev, row := make([]int, len(t)+1), make([]int, len(t)+1), make([]int, len(t)+1)
	for j := range row {
		prev[j] = j
	}
	for i := 1; i <= len(s); i++ {
		row[0] = i
		for j := 1; j <= len(t); j++ {
			cost := 1
			if s[i-1] == t[j-1] {
				cost = 0
			}
			row[j] = min(prev[j]+1, row[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && s[i-1] == t[j-2] && s[i-2] == t[j-1] {
				row[j] = min(row[j], prev2[j-2]+1)
			}
		}
		prev2, prev, row = prev, row, prev2
	}
	return prev[len(t)]
}
