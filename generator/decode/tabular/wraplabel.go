package tabular

import "ogi/generator/form"

// wrapped puts labels together again that run over several rows of a table, of
// which one has the figures: 行政 | 4 | 1 | 4 above 规范性文件 | | | (label-over-two-rows).
func (t *Table) wrapped() {
	for i := range t.Rows {
		r := &t.Rows[i]
		if !r.IsData() || r.Last < 0 || t.Names(r) {
			continue
		}
		own := &r.Items[r.Last]
		if own.Val || own.Text == "" {
			continue
		}
		above, below := t.bare(i-1), t.bare(i+1)
		for _, try := range [...]struct{ above, below *Item }{{above, below}, {nil, below}, {above, nil}} {
			if try.above == nil && try.below == nil {
				continue
			}
			text := own.Text
			if try.above != nil {
				text = try.above.Text + text
			}
			if try.below != nil {
				text += try.below.Text
			}
			l := form.Match(text)
			if l.Row == "" || l.Guess || l.Table != t.Of {
				continue
			}
			own.Named = Naming(l)
			for _, it := range [...]*Item{try.above, try.below} {
				if it != nil {
					it.Named = &form.Label{Table: t.Of} // a piece of that label
				}
			}
			break
		}
	}
}

// Names reports whether a row's own labels name a row of the form.
func (t *Table) Names(r *Row) bool {
	named := false
	r.Labels(func(it *Item) bool {
		named = named || it.Label().Row != "" && !it.Label().Guess || it.Label().Group != ""
		return !named
	})
	return named
}

// bare gives the only text of a row that has no figures, nil if it has more
// (label-over-two-rows).
func (t *Table) bare(i int) *Item {
	if i < 0 || i >= len(t.Rows) || t.Rows[i].IsData() || len(t.Rows[i].Items) < 2 {
		return nil
	}
	var found *Item
	for k := range t.Rows[i].Items {
		it := &t.Rows[i].Items[k]
		if it.Text == "" {
			continue
		}
		if found != nil || it.Val {
			return nil
		}
		found = it
	}
	return found
}
