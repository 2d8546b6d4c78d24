package fact

// remedy reads reviews and suits and their results. The head may stand on
// either side of the number.
func (r *reader) remedy(s *spot) {
	if !r.cue || r.judge || s.head().class == cReview && !r.respondent(s.before()) { // 受理行政复议 3 件: the reviewing body's own work
		return
	}
	var named []Kind
	if has(s.words, cResult) {
		named = r.result(s)
	} else {
		named = remedies(s)
	}
	if len(named) > 1 && !s.n.value.IsZero() && !has(s.words, cAll) {
		return // one number for both
	}
	subset := has(s.words, cSubset)
	for _, k := range named {
		f := r.emit(s.c, k, s.n, false)
		f.Part = f.Part || has(s.words, cResult)
		if subset {
			f.Scope = Subset
		}
	}
	if len(named) == 1 {
		r.received = false
	}
}

// remedies are what the words name: reviews, suits, both, or one group of suits,
// 行政诉讼 … 未经复议直接起诉.
func remedies(s *spot) []Kind {
	all := map[class]Kind{cReview: Reviews, cSuit: Suits}
	t := s.head()
	for _, m := range s.words {
		if m.class&(cReview|cSuit) == 0 || m.class == t.class && m.kind == t.kind {
			continue
		}
		if t.kind == "" && m.kind == "" {
			return []Kind{Reviews, Suits}
		}
		if m.kind != "" {
			return nil
		}
	}
	if t.kind != "" {
		return []Kind{t.kind}
	}
	return []Kind{all[t.class]}
}

// result is what the one result counts: 行政诉讼维持 3 件, or 维持 3 件 where the
// topic tells of which. Of one group of suits there is no kind.
func (r *reader) result(s *spot) []Kind {
	i := index(s.words, cResult)
	if has(s.words[i+1:], cResult) || i > s.h+1 {
		return nil
	}
	base := map[topic]Kind{tReviews: Reviews, tSuits: Suits}[r.topic]
	for _, m := range s.words {
		switch {
		case m.class == cReview:
			base = Reviews
		case m.class == cSuit && m.kind != "":
			return nil
		case m.class == cSuit:
			base = Suits
		}
	}
	if base == "" || s.head().class == cResult && r.topic != tReviews && r.topic != tSuits {
		return nil
	}
	return []Kind{base + "." + s.words[i].kind}
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
