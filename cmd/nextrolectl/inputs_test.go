package main

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
)

// registrar holds the published ratings of 29-9021.00 with shorter names.
const registrar = `{"tasks": [
	{"name": "Abstract cases", "share": 20, "score": 4, "label": "DISP"},
	{"name": "Code cases", "share": 25, "score": 4, "label": "DISP"},
	{"name": "Configure systems", "share": 55, "score": 2, "label": "AUG"}
], "evidence": [-1, -1, 0, -1, -1], "barriers": [1, 0, 0, 1, 0], "growth": -1}`

// Every error names the field.
func TestScoreFileNamesWhatIsWrong(t *testing.T) {
	library := filepath.Join(t.TempDir(), "library.db")
	for _, c := range []struct{ old, new, want string }{
		{`"share": 20`, `"share": 21`, `tasks: shares total 101%, not 100%`},
		{`"share": 20`, `"share": -20`, `tasks[0].share: -20 is outside 0…100`},
		{`"share": 20`, `"share": 1e999`, `tasks[0].share: 1e999 is not a number`},
		{`"share": 20`, `"share": 20.001`, `tasks[0].share: 20.001 has more than two decimals`},
		{`"share": 20`, `"share": NaN`, `tasks[0].share: NaN is not a number`},
		{`"share": 20`, `"share": -Infinity`, `tasks[0].share: -Infinity is not a number`},
		{`"share": 20`, `"share": "20"`, `tasks[0].share: "20" is not a number`},
		{`"share": 20`, `"share": null`, `tasks[0].share: null is not a number`},
		{`"share": 20, `, ``, `tasks[0].share: missing`},
		{`"share": 20`, `"share": 20, "share": 20`, `tasks[0].share: given twice`},
		{`"score": 2`, `"score": 7`, `tasks[2].score: 7 is outside 1…5`},
		{`"score": 2`, `"score": 0`, `tasks[2].score: 0 is outside 1…5`},
		{`"score": 2`, `"score": 2.5`, `tasks[2].score: 2.5 is not a whole number on the scale`},
		{`"score": 2`, `"score": 1e30`, `tasks[2].score: 1e30 is not a whole number on the scale`},
		{`"score": 2`, `"score": [2]`, `tasks[2].score: a list is not a number`},
		{`, "score": 2`, ``, `tasks[2].score: missing`},
		{`"AUG"`, `"aug"`, `tasks[2].label: "aug" is not DISP, AUG or NOT`},
		{`"AUG"`, `true`, `tasks[2].label: true is not a text`},
		{`, "label": "AUG"`, ``, `tasks[2].label: missing`},
		{`"Code cases"`, `" "`, `tasks[1].name: missing`},
		{`"name": "Code cases", `, ``, `tasks[1].name: missing`},
		{`"score": 2,`, `"score": 2, "wieght": 1,`, `tasks[2].wieght: unknown field; known here: name, share, score, label`},
		{`"growth": -1`, `"growth": -3`, `growth: -3 is outside -2…2`},
		{`"growth": -1`, `"growth": nan`, `growth: nan is not a number`},
		{`, "growth": -1`, ``, `growth: missing`},
		{`[-1, -1, 0, -1, -1]`, `[-1, -1, 0, -1]`, `evidence: 4 ratings, not 5`},
		{`[-1, -1, 0, -1, -1]`, `[]`, `evidence: 0 ratings, not 5`},
		{`[-1, -1, 0, -1, -1]`, `[-1, -1, 3, -1, -1]`, `evidence[2]: 3 is outside -2…2`},
		{`[-1, -1, 0, -1, -1]`, `-4`, `evidence: -4 is not a list`},
		{`[1, 0, 0, 1, 0]`, `[1, 0, 0, 1, -1]`, `barriers[4]: -1 is outside 0…2`},
		{`[1, 0, 0, 1, 0]`, `[1, 0, NaN, 1, 0]`, `barriers[2]: NaN is not a number`},
		{`"barriers": [1, 0, 0, 1, 0], `, ``, `barriers: missing`},
		{registrar, `{}`, `tasks: missing`},
		{registrar, `[]`, `document: a list is not an object`},
		{registrar, ``, `document: the document ends before it is complete`},
		{registrar, registrar[:40], `the document ends before it is complete`},
		{registrar, registrar + "x", `document: more text after its end: x`},
		{registrar, registrar + "{}", `document: more text after its end: {`},
		{registrar, `{"tasks": [7], "evidence": [0,0,0,0,0], "barriers": [0,0,0,0,0], "growth": 0}`, `tasks[0]: 7 is not an object`},
		{registrar, strings.Repeat("[", 100_000), `nested too deep`},
		{`"tasks": [`, `"tasks": [,`, `tasks[0]: not JSON`},
	} {
		text := strings.Replace(registrar, c.old, c.new, 1)
		if text == registrar {
			t.Fatalf("%q is not in the document", c.old)
		}
		var stdout, stderr bytes.Buffer
		status := run([]string{"score", "--file", "-", "--library", library}, strings.NewReader(text), &stdout, &stderr)
		if status != statusBadInput || stdout.Len() > 0 {
			t.Errorf("%s → %s: status %d, stdout %q", c.old, c.new, status, &stdout)
		}
		if !strings.Contains(stderr.String(), c.want) {
			t.Errorf("%s → %s:\n%s\nwants %s", c.old, c.new, &stderr, c.want)
		}
		for _, field := range []string{"tasks", "evidence", "barriers"} {
			if n := strings.Count(stderr.String(), field+": "); n > 1 {
				t.Errorf("%s → %s: %s is told %d times:\n%s", c.old, c.new, field, n, &stderr)
			}
		}
	}
}

// What is wrong is told at once and not one by one.
func TestScoreFileNamesAllThatIsWrong(t *testing.T) {
	text := strings.NewReplacer(`"score": 2`, `"score": 9`, `"growth": -1`, `"growht": -1`, `"AUG"`, `"MIX"`).Replace(registrar)
	root, err := readDocument([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	_, err = parseInputs(root)
	if err == nil {
		t.Fatal("no error")
	}
	for _, field := range []string{"tasks[2].score", "tasks[2].label", "growth", "growht"} {
		if !strings.Contains("\n"+err.Error(), "\n"+field+": ") {
			t.Errorf("%s is not told:\n%v", field, err)
		}
	}
}

// What we accept is JSON, and JSON that is not accepted has a key twice or is
// nested too deep.
func FuzzDocument(f *testing.F) {
	for _, seed := range []string{registrar, `[1,]`, `{"a":1,}`, `{"a" 1}`, `[1 2]`, `NaN`, `"x`, `[}`, "\xef\xbb\xbf{}", `{"a":{"b":[null,true,-0.5e3]}}`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		_, err := readDocument(text)
		valid := json.Valid(bytes.TrimPrefix(text, []byte("\xef\xbb\xbf")))
		switch {
		case err == nil && !valid:
			t.Errorf("%q is accepted", text)
		case err != nil && valid && !strings.Contains(err.Error(), "given twice") && !strings.Contains(err.Error(), "nested too deep"):
			t.Errorf("%q: %v", text, err)
		}
	})
}
