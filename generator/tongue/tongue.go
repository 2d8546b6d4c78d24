// Package tongue holds words that are written in both languages of the site,
// Chinese and English. A Text goes through every room as one value, so that no
// room can pass on one language and forget the other; which of the two a reader
// sees is decided where it is shown.
package tongue

import (
	"fmt"
	"strings"
)

// A Text is words in both languages. Where EN is empty the Chinese is for every
// reader, as the name of an agency is.
type Text struct{ ZH, EN string }

// Of is a text in both languages.
func Of(zh, en string) Text { return Text{zh, en} }

// ZH is a text that is the same for every reader.
func ZH(s string) Text { return Text{ZH: s} }

// Sprintf formats the same values in both languages.
func Sprintf(zh, en string, args ...any) Text {
	return Text{fmt.Sprintf(zh, args...), fmt.Sprintf(en, args...)}
}

// Plus is t with more words after it.
func (t Text) Plus(zh, en string) Text { return Text{t.ZH + zh, t.EN + en} }

// Then is t with another text after it.
func (t Text) Then(u Text) Text { return t.Plus(u.ZH, u.EN) }

// Each is t with both languages put through f.
func (t Text) Each(f func(string) string) Text { return Text{f(t.ZH), f(t.EN)} }

// In is the text in one language; in Chinese where it has no English.
func (t Text) In(english bool) string {
	if english && t.EN != "" {
		return t.EN
	}
	return t.ZH
}

// Join is several texts in a row, with the separator of each language between
// them.
func Join(ts []Text, zh, en string) Text {
	var z, e []string
	for _, t := range ts {
		z, e = append(z, t.ZH), append(e, t.EN)
	}
	return Text{strings.Join(z, zh), strings.Join(e, en)}
}

// A Fault is an error in both languages. Error gives the English; who shows it to a
// reader asks for the language.
type Fault struct {
	Text
	Err error // what it is about, nil for nothing more
}

// Faultf is a fault that formats the same values in both languages.
func Faultf(zh, en string, args ...any) error { return &Fault{Text: Sprintf(zh, en, args...)} }

func (f *Fault) Error() string { return f.EN }

func (f *Fault) Unwrap() error { return f.Err }
