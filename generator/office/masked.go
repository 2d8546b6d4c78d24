package office

import (
	"context"

	"ogi/generator"
	"ogi/generator/archive"
	"ogi/generator/office/opinion"
	"ogi/generator/personal"
)

// mask makes drafts what sheets and sums may show.
func (d *Drafts) mask(ctx context.Context) error {
	js, err := generator.Masked(ctx, d.Judged)
	if err != nil {
		return err
	}
	of := map[*archive.Entry]generator.Judged{}
	for i, j := range d.Judged {
		of[j.Entry] = js[i]
	}
	d.Judged = js
	for i := range d.Folder.Cases {
		d.Folder.Cases[i] = maskedCase(d.Folder.Cases[i], of)
	}
	for i, s := range d.Folder.Strays {
		d.Folder.Strays[i] = opinion.Stray{File: personal.Path(s.File), Note: personal.Mask(s.Note)}
	}
	return nil
}

func maskedCase(c opinion.Case, of map[*archive.Entry]generator.Judged) opinion.Case {
	c.Unit.Name, c.Unit.Region = personal.Mask(c.Unit.Name), personal.Mask(c.Unit.Region)
	c.Unit.Aliases = personal.Texts(c.Unit.Aliases)
	c.File, c.Previous = personal.Path(c.File), personal.Path(c.Previous)
	c.Unreadable, c.Notes = personal.Texts(c.Unreadable), personal.Texts(c.Notes)
	if j, ok := of[c.Entry]; ok {
		c.Entry, c.Judgement = j.Entry, j.Judgement
	}
	return c
}
