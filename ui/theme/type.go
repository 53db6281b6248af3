package theme

// Style is one of the text styles of the design: its size and line height in
// DIP, and whether it is SemiBold.
type Style struct {
	Size, Line float32
	Strong     bool
}

// The text styles. Nothing is under 11, and one Display stands on a screen.
var (
	Caption    = Style{11, 15, false}
	Small      = Style{12, 17, false}
	Body       = Style{13, 19, false}
	BodyStrong = Style{13, 19, true}
	Title      = Style{15, 21, true}
	Heading    = Style{20, 26, true}
	Large      = Style{26, 34, true}
	Display    = Style{36, 40, true}
)
