package render

import (
	"html/template"
	"text/template/parse"
)

// fold writes {{t "…" "…"}} out once, when templates are parsed: a page has
// more than a hundred such words, and each would cost a call by reflection.
func fold(t *template.Template) {
	for _, t := range t.Templates() {
		if t.Tree != nil {
			foldList(t.Tree.Root)
		}
	}
}

func foldList(l *parse.ListNode) {
	if l == nil {
		return
	}
	for i, n := range l.Nodes {
		switch n := n.(type) {
		case *parse.ActionNode:
			if zh, en, ok := words(n.Pipe); ok {
				l.Nodes[i] = &parse.TextNode{NodeType: parse.NodeText, Pos: n.Pos, Text: []byte(both(zh, en))}
			}
		case *parse.IfNode:
			foldList(n.List)
			foldList(n.ElseList)
		case *parse.RangeNode:
			foldList(n.List)
			foldList(n.ElseList)
		case *parse.WithNode:
			foldList(n.List)
			foldList(n.ElseList)
		}
	}
}

// words are the two literals of {{t "…" "…"}}.
func words(p *parse.PipeNode) (zh, en string, ok bool) {
	if p == nil || len(p.Decl) > 0 || len(p.Cmds) != 1 || len(p.Cmds[0].Args) != 3 {
		return "", "", false
	}
	args := p.Cmds[0].Args
	f, isFunc := args[0].(*parse.IdentifierNode)
	z, isZH := args[1].(*parse.StringNode)
	e, isEN := args[2].(*parse.StringNode)
	if !isFunc || f.Ident != "t" || !isZH || !isEN {
		return "", "", false
	}
	return z.Text, e.Text, true
}
