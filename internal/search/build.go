package search

import (
	"slices"

	"nextrole"
)

// builder collects words as they come; the index wants them sorted.
type builder struct {
	index    *Index
	ids      map[string]int32
	words    []string
	postings [][]int32
	scratch  []word
}

func (b *builder) addRole(i int) {
	r := &b.index.roles[i]
	b.index.starts = append(b.index.starts, int32(len(b.index.entries)))
	b.index.codes = append(b.index.codes, letters(string(r.Code)))
	b.add(i, Title, r.Title, why(Title, r.Title))
	b.add(i, Code, string(r.Code), why(Code, string(r.Code)))
	for _, t := range r.AltTitles {
		reason := why(AltTitle, t.Title)
		if renamed, ok := parseRename(t); ok {
			reason = renamed.why
			b.addRename(renamed)
		}
		b.add(i, AltTitle, t.Title, reason)
		if t.Short != "" {
			b.add(i, AltTitle, t.Short, why(AltTitle, t.Title))
		}
	}
	for _, text := range tasks(r) {
		b.add(i, Task, text, why(Task, text))
	}
}

// tasks returns what people in the role do, as the occupation states it and as
// its assessments name it, each once.
func tasks(r *nextrole.Role) []string {
	var texts []string
	for _, t := range r.Tasks {
		texts = append(texts, t.Text)
	}
	for _, a := range r.Assessments {
		if a.Inputs == nil {
			continue
		}
		for _, t := range a.Inputs.Tasks {
			if !slices.Contains(texts, t.Name) {
				texts = append(texts, t.Name)
			}
		}
	}
	return texts
}

func (b *builder) add(role int, f Field, text, why string) {
	id := int32(len(b.index.entries))
	b.index.entries = append(b.index.entries, entry{int32(role), f, text, why})
	b.scratch = split(b.scratch[:0], text)
	b.index.size = append(b.index.size, len(b.scratch))
	for _, w := range b.scratch {
		at, known := b.ids[w.folded]
		if !known {
			at = int32(len(b.words))
			b.ids[w.folded] = at
			b.words = append(b.words, w.folded)
			b.postings = append(b.postings, nil)
		}
		if p := b.postings[at]; len(p) == 0 || p[len(p)-1] != id {
			b.postings[at] = append(p, id)
		}
	}
}

func (b *builder) addRename(r rename) {
	same := func(old rename) bool { return old.why == r.why }
	if !slices.ContainsFunc(b.index.renames, same) {
		b.index.renames = append(b.index.renames, r)
	}
}

func (b *builder) sortWords() {
	slices.Sort(b.words)
	b.index.words = b.words
	b.index.entryOf = make([][]int32, len(b.words))
	for i, w := range b.words {
		b.index.entryOf[i] = b.postings[b.ids[w]]
	}
}
