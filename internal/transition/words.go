package transition

import (
	"strings"
	"unicode"
)

// words calls f with each word of two or more letters or digits, in lower case.
func words(text string, f func(string)) {
	text = strings.ToLower(text)
	start := -1
	count := 0
	for i, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' {
			if start < 0 {
				start, count = i, 0
			}
			count++
			continue
		}
		if start >= 0 && count > 1 {
			f(text[start:i])
		}
		start = -1
	}
	if start >= 0 && count > 1 {
		f(text[start:])
	}
}

// stopWords are English words that say nothing of what a task is about.
var stopWords = setOf(`a about above across after afterwards again against all almost alone along already also
although always am among amongst an and another any anyhow anyone anything anyway anywhere are around as at
be became because become becomes becoming been before beforehand behind being below beside besides between
beyond both but by can cannot could do done down due during each either else elsewhere enough etc even ever
every everyone everything everywhere except few for former formerly from further get give go had has have he
hence her here hereafter hereby herein hereupon hers herself him himself his how however i if in indeed into
is it its itself keep last latter latterly least less made many may me meanwhile might mine more moreover
most mostly much must my myself namely neither never nevertheless next no nobody none nor not nothing now
nowhere of off often on once one only onto or other others otherwise our ours ourselves out over own per
perhaps please put rather re same see seem seemed seeming seems several she should since so some somehow
someone something sometime sometimes somewhere still such take than that the their them themselves then
thence there thereafter thereby therefore therein thereupon these they this those though through throughout
thru thus to together too toward towards under until up upon us very via was we well were what whatever when
whence whenever where whereafter whereas whereby wherein whereupon wherever whether which while whither who
whoever whole whom whose why will with within without would yet you your yours yourself yourselves`)

func setOf(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}
