package fact

// A trie finds the longest of its words that stands at a place. word is -1
// where none ends.
type trie struct {
	next map[rune]*trie
	word int
}

func newTrie(words []string) *trie {
	root := &trie{word: -1}
	for i, w := range words {
		t := root
		for _, r := range w {
			if t.next == nil {
				t.next = map[rune]*trie{}
			}
			if t.next[r] == nil {
				t.next[r] = &trie{word: -1}
			}
			t = t.next[r]
		}
		t.word = i
	}
	return root
}

// longest is the index of the longest word at s[i] and its length, -1 if none
// stands there.
func (t *trie) longest(s []rune, i int) (word, n int) {
	word = -1
	for k := i; k < len(s); k++ {
		if t = t.next[s[k]]; t == nil {
			break
		}
		if t.word >= 0 {
			word, n = t.word, k+1-i
		}
	}
	return word, n
}
