package rule

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"

	"ogi/generator/check"
	"ogi/generator/personal"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// personalData: see personal-data.md for the text readers get.
var personalData = &check.Rule{
	ID: check.PersonalData, Title: tongue.Of("有无个人信息", "personal data"),
	Found:  tongue.Of("含个人信息", "personal data shown"),
	Family: check.Language, Severity: check.S2, Grade: check.Heuristic,
	Basis: tongue.Of("《政府信息公开条例》第十五条：涉及个人隐私的信息的公开",
		"Regulation art. 15: disclosure of what touches personal privacy"),
	Formula: "没有身份证号码、手机号码、银行卡号和护照号码",
	MayBeWrong: tongue.Of("是办公电话、对外公布的值班手机或别的编号。号码在本站各处一律遮盖。",
		"an office telephone, a duty phone meant for the public or some other number; it is masked everywhere on this site"),
	Check: func(p *check.Run) {
		var order []string
		found := map[string]*check.Finding{}
		for _, n := range p.Personal() {
			op := check.Words(n.Where, report.Text{Text: n.Kind, Pos: n.Pos})
			id := n.Kind + n.Digits
			if f := found[id]; f != nil {
				f.Operands = append(f.Operands, op)
				continue
			}
			order = append(order, id)
			found[id] = &check.Finding{
				Message: tongue.Of("文件中有一处疑似"+n.Kind+"，已遮盖，请核实。",
					"what looks like a number of a person stands in the file; it is masked."),
				Formula:  n.Kind + " " + strconv.Itoa(len(n.Digits)) + "位",
				Operands: []check.Operand{op},
				Secret:   seal(p.Agency.Slug, id),
			}
		}
		for _, id := range order {
			f := found[id]
			if n := len(f.Operands); n > 1 {
				f.Message.ZH = strings.Replace(f.Message.ZH, "有一处疑似"+f.Operands[0].Text, "有同一疑似"+f.Operands[0].Text+strconv.Itoa(n)+"处", 1)
			}
			if hidden := f.Operands[0].Label; hidden != personal.Shows {
				f.Message.ZH = strings.Replace(f.Message.ZH, "文件中", "文件不显示的内容（"+hidden+"）中", 1)
			}
			p.Hint(*f)
		}
		if len(order) == 0 {
			p.Pass()
		}
	},
}

// seal is a mark of a number that tells whether it is another one and too short
// to tell which it is.
func seal(agency, number string) string {
	h := sha256.Sum256([]byte(agency + "\x00" + number))
	return hex.EncodeToString(h[:])[:5]
}
