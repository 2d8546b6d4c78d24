package fact

// A trie finds the longest of its words that stands at a place.
type trie struct {
	first [1 << 8]*[1 << 8]*node // by the character that a word begins with
}

// A node is what words begin with; word is -1 where none ends.
type node struct {
	next []branch // few
	word int
}

type branch struct {
	r  rune
	to *node
}

func newTrie(words []string) *trie {
	t := &trie{}
	for i, w := range words {
		var at *node
		for _, r := range w {
			if at == nil {
				at = t.begin(r)
			} else {
				at = at.branch(r)
			}
		}
		at.word = i
	}
	return t
}

func (t *trie) begin(r rune) *node {
	page := &t.first[r>>8]
	if *page == nil {
		*page = new([1 << 8]*node)
	}
	at := &(*page)[r&0xff]
	if *at == nil {
		*at = &node{word: -1}
	}
	return *at
}

func (n *node) branch(r rune) *node {
	if to := n.at(r); to != nil {
		return to
	}
	to := &node{word: -1}
	n.next = append(n.next, branch{r, to})
	return to
}

func (n *node) at(r rune) *node {
	for i := range n.next {
		if n.next[i].r == r {
			return n.next[i].to
		}
	}
	return nil
}

// longest is the index of the longest word at s[i] and its length, -1 if none
// stands there.
func (t *trie) longest(s []rune, i int) (word, n int) {
	word = -1
	if i >= len(s) || s[i] > 0xffff {
		return word, 0
	}
	page := t.first[s[i]>>8]
	if page == nil {
		return word, 0
	}
	at := page[s[i]&0xff]
	for k := i; at != nil; at = at.at(s[k]) {
		if k++; at.word >= 0 {
			word, n = at.word, k-i
		}
		if k == len(s) {
			break
		}
	}
	return word, n
}
