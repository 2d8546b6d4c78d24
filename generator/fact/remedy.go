package fact

// remedy reads reviews and suits and their results. The head may stand on
// either side of the number.
func (r *reader) remedy(s *spot) {
	ts, h, n := s.words, s.h, s.n
	if !r.cue || r.judge {
		return
	}
	t := ts[h]
	base := Reviews
	switch {
	case t.class == cSuit, t.class == cResult && r.topic == tSuits:
		base = Suits
	case t.class == cResult && r.topic != tReviews:
		return
	}
	scope := r.scope
	if has(ts, cSubset) {
		scope = Subset
	}
	if t.class == cReview && !r.respondent(ts[:h]) {
		return // 受理行政复议 3 件: the reviewing body's own work
	}
	k := base
	both := false
	for i, m := range ts {
		if i == h {
			continue
		}
		switch m.class {
		case cResult:
			if t.class == cResult || i > h && i != h+1 {
				return
			}
			t, h = m, i
		case cReview, cSuit:
			if m.class == ts[h].class && m.kind == ts[h].kind {
				continue
			}
			if t.class == cResult { // 行政诉讼维持 3 件
				if m.class == cSuit {
					base = Suits
					if m.kind != "" {
						return // one cell of one group
					}
				} else {
					base = Reviews
				}
				continue
			}
			if m.kind != "" || t.kind != "" {
				if m.kind == "" {
					continue // 行政诉讼 … 未经复议直接起诉
				}
				return
			}
			both = true
		}
	}
	if t.class == cResult {
		k = base + "." + t.kind
	} else if t.kind != "" {
		k = t.kind
	}
	if both && !(n.value.IsZero() || has(ts, cAll)) {
		return // one number for both
	}
	put := func(k Kind) {
		f := r.emit(s.c, k, n, false)
		f.Scope = scope
		if k == base+"."+t.kind && t.class == cResult {
			f.Part = true
		}
	}
	if both {
		put(Reviews)
		put(Suits)
		return
	}
	put(k)
	r.received = false
}

// respondent reports whether the words before 行政复议 do not make the agency
// the one that decides the review. 收到政府信息公开行政复议 is a case against it.
func (r *reader) respondent(left []token) bool {
	if n := len(left); n > 0 && (r.word(left[n-1]) == "被" || r.word(left[n-1]) == "遭") {
		return true // 不服答复被申请行政复议
	}
	for i, m := range left {
		if m.class&verb != 0 && !has(left[i:], cOGI|cRequest) {
			return false
		}
	}
	return true
}
