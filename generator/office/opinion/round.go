package opinion

import (
	"encoding/json"
	"fmt"
	"slices"

	"ogi/generator/check"
	"ogi/generator/sign"
)

// A Record is what is kept between rounds, as JSON.
type Record struct {
	Version int     `json:"version"`
	Year    int     `json:"year"`
	Rounds  []Round `json:"rounds"`
}

// A Round is one look at all drafts.
type Round struct {
	Units []Kept `json:"units"`
}

// A Kept is one unit in one round. A unit whose draft was not read keeps what
// was asked before.
type Kept struct {
	Unit   string   `json:"unit"`
	File   string   `json:"file,omitempty"`
	SHA256 string   `json:"sha256,omitempty"`
	Others []string `json:"others,omitempty"` // the unit's other files, by SHA-256
	Read   bool     `json:"read"`             // this round
	Known  bool     `json:"known"`            // in this or an earlier round
	Asked  []Ask    `json:"asked"`
}

// Saw reports whether a file was there in that round.
func (k Kept) Saw(sha256 string) bool { return k.SHA256 == sha256 || slices.Contains(k.Others, sha256) }

// An Ask is one line that was to check or to note.
type Ask struct {
	ID       string `json:"id"`
	Rule     string `json:"rule"`
	Severity string `json:"severity"`
	Hint     bool   `json:"hint,omitempty"`
	Table    string `json:"table"`
	Row      string `json:"row"`
	Column   string `json:"column"`
	Value    string `json:"value"`
	Ask      string `json:"ask"`
	Formula  string `json:"formula"`
	Reply    string `json:"reply,omitempty"` // what the unit said of it
}

// ReadRecord reads what Record.Bytes wrote.
func ReadRecord(b []byte) (Record, error) {
	var r Record
	if err := json.Unmarshal(b, &r); err != nil {
		return r, fmt.Errorf("this is no record of rounds: %w", err)
	}
	if r.Version != 1 {
		return r, fmt.Errorf("a record of version %d; this ogi reads version 1", r.Version)
	}
	return r, nil
}

// Bytes is the record as it is kept.
func (r Record) Bytes() []byte {
	b, err := json.MarshalIndent(r, "", " ")
	if err != nil {
		panic("internal error: " + err.Error())
	}
	return sign.JSON(append(b, '\n'))
}

// Sheets are the opinions on all drafts, marked by what the last round asked,
// and the record with this round in it. The same drafts once more are the same
// round once more.
func Sheets(d Folder, r Record) ([]*Sheet, Record) {
	r = Record{Version: 1, Year: d.Year, Rounds: slices.Clone(r.Rounds)}
	fresh := r.take(d.Replies)
	if n := len(r.Rounds); n > 0 && same(d, r.Rounds[n-1]) && !fresh {
		r.Rounds = r.Rounds[:n-1]
	}
	var before Round
	if n := len(r.Rounds); n > 0 {
		before = r.Rounds[n-1]
	}
	last := before.ByUnit()
	var now Round
	var sheets []*Sheet
	for i := range d.Cases {
		c := &d.Cases[i]
		s := &Sheet{Case: c, N: i + 1, Year: d.Year, Round: len(r.Rounds) + 1, of: &d}
		old := last[c.Unit.Name]
		k := Kept{Unit: c.Unit.Name, File: c.File, SHA256: c.SHA256, Others: c.Others, Read: c.Entry != nil, Known: c.Entry != nil || old.Known, Asked: []Ask{}}
		if c.Entry != nil {
			s.Lines = lines(c, d.Year)
			if old.Known {
				s.mark(old)
			}
			k.Asked = asked(s.Lines)
			if old.Read && old.SHA256 == c.SHA256 {
				c.Notes = append(c.Notes, "文件与上一轮相同")
			}
		} else if len(old.Asked) > 0 {
			k.Asked = old.Asked
			c.Notes = append(c.Notes, fmt.Sprintf("上一轮意见%d条，本轮未能核对", len(old.Asked)))
		}
		now.Units = append(now.Units, k)
		sheets = append(sheets, s)
	}
	r.Rounds = append(r.Rounds, now)
	return sheets, r
}

// same reports whether a round looked at exactly these drafts.
func same(d Folder, r Round) bool {
	if len(d.Cases) != len(r.Units) {
		return false
	}
	for i, c := range d.Cases {
		u := r.Units[i]
		if u.Unit != c.Unit.Name || u.SHA256 != c.SHA256 || u.File != c.File || !slices.Equal(u.Others, c.Others) {
			return false
		}
	}
	return true
}

// ByUnit is what a round kept of each unit, by its name.
func (r Round) ByUnit() map[string]Kept {
	of := make(map[string]Kept, len(r.Units))
	for _, u := range slices.Backward(r.Units) {
		of[u.Unit] = u
	}
	return of
}

func asked(ls []Line) []Ask {
	out := []Ask{}
	for _, l := range ls {
		if l.Group <= ToNote {
			out = append(out, Ask{l.id, l.rule, l.Severity.String(), l.Group == ToNote, l.Table, l.Row, l.Column, l.Value, l.Ask, l.Formula, l.Reply})
		}
	}
	return out
}

// mark says of each line whether it was asked before, and adds what was asked
// and is found no more: mended where the rule could decide, else not told.
func (s *Sheet) mark(old Kept) {
	was := map[string]Ask{}
	for _, a := range old.Asked {
		was[a.ID] = a
	}
	open := map[string]bool{} // still there, or not to be decided
	for i := range s.Lines {
		l := &s.Lines[i]
		a, asked := was[l.id]
		switch {
		case l.Group == Undecided:
			continue
		case !asked:
			l.Mark = New
		case a.Formula != l.Formula || a.Value != l.Value:
			l.Mark = Changed
		case a.Reply != "":
			l.Mark, l.Reply = Explained, a.Reply
		default:
			l.Mark = NotCorrected
		}
		open[l.id] = true
	}
	for _, a := range old.Asked {
		if open[a.ID] {
			continue
		}
		l := Line{Group: Settled, Table: a.Table, Row: a.Row, Column: a.Column, Value: a.Value, Ask: a.Ask, Formula: a.Formula, Mark: Corrected, rule: a.Rule, id: a.ID}
		if !s.decided(a) {
			l.Mark = NotTold
			if v := s.Judgement.Verdict(a.Rule); v != nil && v.Status == check.NA {
				l.Remark = "本轮未见原来的表述，请人工确认"
			}
		}
		if v := s.Judgement.Verdict(a.Rule); v != nil {
			l.Basis = v.Rule.Basis.ZH
		}
		s.Lines = append(s.Lines, l)
	}
}

// decided reports whether the rule could say of this draft that what it asked
// before is no longer there.
func (s *Sheet) decided(a Ask) bool {
	v := s.Judgement.Verdict(a.Rule)
	if v == nil || v.Counts[check.Pass]+v.Counts[check.Hint]+v.Counts[check.Fail] == 0 {
		return false
	}
	for i := range s.Judgement.Findings {
		f := &s.Judgement.Findings[i]
		if f.Rule.ID != a.Rule || f.Status != check.Unknown {
			continue
		}
		if key := f.Key(); key == "" || a.ID == a.Rule+"|"+key {
			return false
		}
	}
	return true
}
