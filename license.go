package nextrole

import _ "embed"

// License is the text that the program may be used and changed under.
//
//go:embed LICENSE
var License string
