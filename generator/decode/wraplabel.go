package decode

import "ogi/generator/form"

// wrapped puts labels together again that run over several rows of a table, of
// which one has the figures: 行政 | 4 | 1 | 4 above 规范性文件 | | | (label-over-two-rows).
func (t *tableReader) wrapped() {
	for i := range t.rows {
		r := &t.rows[i]
		if !r.isData() || r.last < 0 || t.names(r) {
			continue
		}
		own := &r.items[r.last]
		if own.val || own.text == "" {
			continue
		}
		above, below := t.bare(i-1), t.bare(i+1)
		for _, try := range [...]struct{ above, below *item }{{above, below}, {nil, below}, {above, nil}} {
			if try.above == nil && try.below == nil {
				continue
			}
			text := own.text
			if try.above != nil {
				text = try.above.text + text
			}
			if try.below != nil {
				text += try.below.text
			}
			l := form.Match(text)
			if l.Row == "" || l.Guess || l.Table != t.t {
				continue
			}
			own.named = naming(l)
			for _, it := range [...]*item{try.above, try.below} {
				if it != nil {
					it.named = &form.Label{Table: t.t} // a piece of that label
				}
			}
			break
		}
	}
}

// names reports whether a row's own labels name a row of the form.
func (t *tableReader) names(r *trow) bool {
	named := false
	r.labels(func(it *item) bool {
		named = named || it.label().Row != "" && !it.label().Guess || it.label().Group != ""
		return !named
	})
	return named
}

// bare gives the only text of a row that has no figures, nil if it has more
// (label-over-two-rows).
func (t *tableReader) bare(i int) *item {
	if i < 0 || i >= len(t.rows) || t.rows[i].isData() || len(t.rows[i].items) < 2 {
		return nil
	}
	var found *item
	for k := range t.rows[i].items {
		it := &t.rows[i].items[k]
		if it.text == "" {
			continue
		}
		if found != nil || it.val {
			return nil
		}
		found = it
	}
	return found
}
