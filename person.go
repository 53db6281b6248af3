package nextrole

import "time"

// MaxPins is how many roles can be pinned, and so compared, at a time.
const MaxPins = 6

// Note is a person's own text about a role.
type Note struct {
	Code  Code      `json:"code"`
	Text  string    `json:"text"`
	Saved time.Time `json:"saved"`
}

// Comparison is a set of roles that a person keeps under a name, to open it
// again side by side.
type Comparison struct {
	Name     string    `json:"name"`
	Roles    []Code    `json:"roles"` // in order, two to MaxPins
	Baseline Code      `json:"baseline,omitempty"`
	Saved    time.Time `json:"saved"`
}

// Audience is who explores; it decides which screens come first.
type Audience string

// The audiences asked about on first run.
const (
	Worker     Audience = "worker"
	Advisor    Audience = "advisor"
	Instructor Audience = "instructor"
)

// Settings are a person's choices and the place they left off. The zero value
// is a first run.
type Settings struct {
	Welcomed bool     `json:"welcomed"` // first run was finished or skipped
	Audience Audience `json:"audience,omitempty"`
	Home     Code     `json:"home,omitempty"`  // the role the person knows
	Theme    string   `json:"theme,omitempty"` // "light", "dark"; empty follows the system
	Size     int      `json:"size,omitempty"`  // interface size in percent, 80 to 200; 0 is 100
	Calm     bool     `json:"calm,omitempty"`  // motion is reduced
	Width    float32  `json:"width,omitempty"` // of the window, in DIP at size 100
	Height   float32  `json:"height,omitempty"`
	Place    string   `json:"place,omitempty"` // the route last shown
	Query    string   `json:"query,omitempty"` // the last search in Explore
	Baseline Code     `json:"baseline,omitempty"`

	// Shown is the assessment the person chose for a role, by its source.
	Shown map[Code]SourceID `json:"shown,omitempty"`

	// Used is the source of figures that the person chose for a role, by kind.
	Used map[Code]map[Kind]SourceID `json:"used,omitempty"`
	// Area is the place whose figures a role is shown with where there are any, as
	// their source names it. Empty is the nation.
	Area string `json:"area,omitempty"`
}
