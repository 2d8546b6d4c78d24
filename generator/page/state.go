package page

import (
	"ogi/generator/badge"
	"ogi/generator/check"
	"ogi/generator/tongue"
)

// A State is shown by word, shape and colour together. Key is the colour.
type State struct {
	Key    string // pass hint fail unknown unread old_form not_held na
	Shape  string
	Word   tongue.Text
	Beside tongue.Text // 核对83项，另7项无从核对
}

// shape is the mark of a state, as badges and charts draw it.
func shape(k check.State) string { return badge.LookOf(badge.State(k)).Shape }

// state is one of the states by itself.
func (s *site) state(k check.State) State {
	return State{Key: string(k), Shape: shape(k), Word: k.Word(s.Archive.Site.Labels)}
}

func (s *site) badge(b check.Badge) State {
	st := s.state(b.State)
	st.Word = b.Word(s.Archive.Site.Labels)
	st.Beside = b.Beside()
	return st
}

// held is the state of a report; 未收录 for nil.
func (s *site) held(r *Brief) State {
	if r == nil {
		return s.state(check.NotHeld)
	}
	if r.Withdrawn {
		st := s.state(check.NotHeld)
		st.Word = tongue.Of("已撤下", "withdrawn")
		return st
	}
	return s.badge(r.Badge)
}

// A Family is the badge of one family of rules, its checks in words.
type Family struct {
	Key   string
	Name  tongue.Text
	State State
	Said  tongue.Text // 42项成立
}

// families are the badges of a report; a family of which no check applies says
// nothing and is left out.
func (s *site) families(of []check.FamilyBadge) []Family {
	var fs []Family
	for _, f := range of {
		if f.State == check.NoRules {
			continue
		}
		fs = append(fs, Family{Key: f.Key, Name: f.Name, State: s.state(f.State), Said: f.Said(s.Archive.Site.Labels)})
	}
	return fs
}

var statusStates = [...]check.State{
	check.NA: check.NoRules, check.Pass: check.Clear, check.Hint: check.Hinted,
	check.Unknown: check.Undecided, check.Fail: check.Discrepant,
}

// answer is the state of one rule's answer.
func answer(st check.Status) State {
	k := statusStates[st]
	return State{Key: string(k), Shape: shape(k), Word: st.Word()}
}

var stateOrder = []check.State{check.Clear, check.Hinted, check.Discrepant, check.Undecided, check.Unreadable, check.OldForm, check.NotHeld}
