package personal

// mobile reports whether digits are a mobile number, with or without the prefix
// of the country.
func mobile(d []byte) bool {
	switch {
	case len(d) == 12 && d[0] == '0':
		d = d[1:]
	case len(d) == 13 && d[0] == '8' && d[1] == '6':
		d = d[2:]
	case len(d) == 15 && string(d[:4]) == "0086":
		d = d[4:]
	}
	return len(d) == 11 && d[0] == '1' && d[1] >= '3'
}

// identityCard checks the date and the check digit of GB 11643.
func identityCard(d []byte) bool {
	two := func(i int) int { return int(d[i]-'0')*10 + int(d[i+1]-'0') }
	if century := two(6); d[0] < '1' || d[0] > '8' || century < 18 || century > 20 {
		return false
	}
	if y, m, day := two(6)*100+two(8), two(10), two(12); m < 1 || m > 12 || day < 1 || day > daysIn(y, m) {
		return false
	}
	sum := 0
	for i, w := range [17]int{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2} {
		sum += int(d[i]-'0') * w
	}
	return d[17] == "10X98765432"[sum%11]
}

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// luhn checks the last digit of a bank card.
func luhn(s []byte) bool {
	sum := 0
	for i := range len(s) {
		d := int(s[len(s)-1-i] - '0')
		if i%2 == 1 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return sum%10 == 0
}
