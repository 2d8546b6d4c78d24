package render

import (
	"html/template"
	tree "text/template/parse"
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

func foldList(l *tree.ListNode) {
	if l == nil {
		return
	}
	for i, n := range l.Nodes {
		switch n := n.(type) {
		case *tree.ActionNode:
			if zh, en, ok := words(n.Pipe); ok {
				l.Nodes[i] = &tree.TextNode{NodeType: tree.NodeText, Pos: n.Pos, Text: []byte(both(zh, en))}
			}
		case *tree.IfNode:
			foldList(n.List)
			foldList(n.ElseList)
		case *tree.RangeNode:
			foldList(n.List)
			foldList(n.ElseList)
		case *tree.WithNode:
			foldList(n.List)
			foldList(n.ElseList)
		}
	}
}

// words are the two literals of {{t "…" "…"}}.
func words(p *tree.PipeNode) (zh, en string, ok bool) {
	if p == nil || len(p.Decl) > 0 || len(p.Cmds) != 1 || len(p.Cmds[0].Args) != 3 {
		return "", "", false
	}
	args := p.Cmds[0].Args
	f, isFunc := args[0].(*tree.IdentifierNode)
	z, isZH := args[1].(*tree.StringNode)
	e, isEN := args[2].(*tree.StringNode)
	if !isFunc || f.Ident != "t" || !isZH || !isEN {
		return "", "", false
	}
	return z.Text, e.Text, true
}
