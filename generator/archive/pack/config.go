package pack

import "ogi/generator/config"

func name(w *wire, n *config.Name) {
	text(w, &n.Name)
	w.Int(&n.From)
	w.Int(&n.To)
}

func predecessor(w *wire, p *config.Predecessor) {
	text(w, &p.Agency)
	w.Int(&p.Year)
	text(w, &p.Part)
}

func year(w *wire, y *config.Year) {
	text(w, &y.Source)
	text(w, &y.Published)
	text(w, &y.Captured)
	text(w, &y.SHA256)
	text(w, &y.Edition)
	text(w, &y.Fidelity)
	text(w, &y.Scope)
	text(w, &y.Withdrawn)
	text(w, &y.Searched)
	many(w, &y.Files, listed)
}

func listed(w *wire, f *config.File) {
	text(w, &f.Path)
	text(w, &f.Role)
	text(w, &f.Source)
	text(w, &f.Published)
	text(w, &f.Captured)
	text(w, &f.Searched)
	text(w, &f.SHA256)
}

func note(w *wire, n *config.Note) {
	text(w, &n.Rule)
	text(w, &n.Status)
	text(w, &n.Value)
	text(w, &n.Text)
	text(w, &n.By)
	text(w, &n.Date)
	text(w, &n.Link)
	w.Int(&n.Line)
}

func human(w *wire, c *config.Cells) {
	text(w, &c.SHA256)
	text(w, &c.Form)
	many(w, &c.Cells, humanCell)
}

func humanCell(w *wire, c *config.HumanCell) {
	text(w, &c.Key)
	text(w, &c.Value)
	text(w, &c.Raw)
	text(w, &c.Place)
	text(w, &c.By)
	text(w, &c.ReviewedBy)
	w.Int(&c.Line)
}
