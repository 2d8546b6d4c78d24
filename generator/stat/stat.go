// Package stat turns the cells of reports into figures: indicators of one
// report, their change over the years, the totals of a region, the spread
// among peers.
//
// In come archive entries, out come exact values with what they rest on; a
// float appears only where a figure is drawn. It fails towards "unknown": a
// missing or garbled cell, a blank that no sum confirms, a unit that is not
// told make the value unknown and say why. Figures of a body itself and of a
// whole area are never added. It judges nothing and ranks nobody.
package stat

import (
	"ogi/generator/form"
	"ogi/generator/tongue"
)

// A Unit is what an indicator counts in.
type Unit uint8

const (
	Cases   Unit = iota // 件
	Items               // 项
	Money               // 万元
	Share               // per cent of the denominator
	Per100              // per hundred of the denominator
	Percent             // no longer a ratio: a change in per cent
)

// Label is the unit as readers know it.
func (u Unit) Label() tongue.Text { return unitLabels[u] }

var unitLabels = [...]tongue.Text{
	Cases:   tongue.Of("件", "cases"),
	Items:   tongue.Of("项", "items"),
	Money:   tongue.Of("万元", "10,000 yuan"),
	Share:   tongue.ZH("%"),
	Per100:  tongue.Of("件/百件", "per 100 outcomes"),
	Percent: tongue.ZH("%"),
}

// A Kind says how an indicator may be added over time.
type Kind uint8

const (
	Flow  Kind = iota // what happened in the year
	Stock             // the number at its end
)

// A Topic groups indicators as the report's sections do.
type Topic string

// The topics in the order readers meet them.
const (
	Requests  Topic = "requests"  // 申请
	Outcomes  Topic = "outcomes"  // 办理结果
	Grounds   Topic = "grounds"   // 不予公开、无法提供的理由
	Remedies  Topic = "remedies"  // 复议、诉讼
	Proactive Topic = "proactive" // 主动公开
)

// An Indicator is one figure as data. Num and Den are sums of cells: an exact
// cell key, or "requests.denied.*" for the 总计 of every row of table three
// under that prefix, whatever rows the form has. A figure without Den is no
// ratio. A form without the cells of an indicator has no such indicator.
type Indicator struct {
	Key      string
	Name     tongue.Text
	Formula  tongue.Text // in words
	Unit     Unit
	Kind     Kind
	Topic    Topic
	Num, Den []form.Key
}

// Ratio reports whether the indicator divides one sum by another.
func (i *Indicator) Ratio() bool { return len(i.Den) > 0 }

// ByKey is the indicator with that key, nil if there is none.
func ByKey(key string) *Indicator { return byKey[key] }

var byKey = func() map[string]*Indicator {
	m := make(map[string]*Indicator, len(Indicators))
	for _, ind := range Indicators {
		if m[ind.Key] != nil {
			panic("internal error: indicator twice: " + ind.Key)
		}
		m[ind.Key] = ind
	}
	return m
}()
