package nextrole

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// Add adds what another part of the same source says of the role.
func (r *Role) Add(part Role) {
	r.takeOccupation(part)
	r.Figures = append(r.Figures, part.Figures...)
	r.Assessments = append(r.Assessments, part.Assessments...)
	switch {
	case part.Profile == nil:
	case r.Profile == nil:
		r.Profile = part.Profile
	default:
		r.Profile.add(*part.Profile)
	}
}

// Complete adds what another source says of the role. What this role says
// itself stays, but where the other source speaks of a later time.
func (r *Role) Complete(other Role) {
	r.takeOccupation(other)
	for _, f := range other.Figures {
		r.Figures = withFigure(r.Figures, f)
	}
	for _, a := range other.Assessments {
		if !slices.ContainsFunc(r.Assessments, func(b Assessment) bool { return a.Source == b.Source }) {
			r.Assessments = append(r.Assessments, a)
		}
	}
	switch {
	case other.Profile == nil:
	case r.Profile == nil:
		r.Profile = other.Profile
	default:
		merged := *r.Profile // which others may hold
		merged.complete(*other.Profile)
		r.Profile = &merged
	}
}

// withFigure adds a figure. Where it is there already with the same value, the
// file that a person has themselves stands for both.
func withFigure(list []Figure, f Figure) []Figure {
	for i, g := range list {
		same := g.Kind == f.Kind && g.Period == f.Period && g.Place == f.Place && g.Industry == f.Industry && g.Parent == f.Parent && g.Unit == f.Unit
		if same && g.Value != nil && f.Value != nil && agree(*g.Value, *f.Value) {
			if !f.Source.OfDocument() && decimals(*f.Value) >= decimals(*g.Value) { // a document only quotes it
				list = slices.Clone(list)
				list[i] = f
			}
			return list
		}
	}
	return append(list, f)
}

func (r *Role) takeOccupation(from Role) {
	take(&r.Code, from.Code)
	take(&r.Title, from.Title)
	take(&r.Family, from.Family)
	take(&r.Summary, from.Summary)
	take(&r.Closest, from.Closest)
	if len(from.AltTitles) > 0 {
		r.AltTitles = withTitles(r.AltTitles, from.AltTitles)
	}
	takeList(&r.Tasks, from.Tasks)
	takeList(&r.Paths, from.Paths)
	takeList(&r.Qualities, from.Qualities)
	takeList(&r.Mistaken, from.Mistaken)
	takeList(&r.Occupation.Related, from.Occupation.Related)
	take(&r.Setting, from.Setting)
	take(&r.Advancement, from.Advancement)
	take(&r.Skills, from.Skills)
	take(&r.Tools, from.Tools)
	take(&r.Interests, from.Interests)
	for _, f := range []struct{ here, there **Fact }{
		{&r.Education, &from.Education},
		{&r.Experience, &from.Experience},
		{&r.Training, &from.Training},
		{&r.JobZone, &from.JobZone},
		{&r.Exposure, &from.Exposure},
	} {
		if *f.there != nil && (*f.here == nil || (*f.there).Period.Newer((*f.here).Period)) {
			*f.here = *f.there
		}
	}
}

// withTitles adds the titles that are not there, however they are written.
func withTitles(list, more []AltTitle) []AltTitle {
	if len(list) == 0 {
		return more
	}
	there := map[string]bool{}
	for _, t := range list {
		there[strings.ToLower(t.Title)] = true
	}
	list = slices.Clip(list)
	for _, t := range more {
		if !there[strings.ToLower(t.Title)] {
			list = append(list, t)
		}
	}
	return list
}

func take[T comparable](here *T, there T) {
	if *here == *new(T) {
		*here = there
	}
}

func takeList[T any](here *[]T, there []T) {
	if len(*here) == 0 {
		*here = there
	}
}

// add adds what another table of the same release says.
func (f *Profile) add(part Profile) {
	f.Rated = f.Rated || part.Rated
	for _, list := range f.lists(&part) {
		list.add()
	}
	if len(part.Skills) > 0 { // a release may have them in two tables
		slices.SortStableFunc(f.Skills, func(a, b Element) int { return cmp.Compare(value(b.Importance), value(a.Importance)) })
	}
	if len(part.Tasks) > 0 {
		f.Tasks = joinTasks(f.Tasks, part.Tasks)
	}
}

// value is v for sorting: what is absent comes last.
func value(v *float64) float64 {
	if v == nil {
		return math.Inf(-1)
	}
	return *v
}

// complete takes each list from the release that is newer, and says so where
// that is not the profile's own.
func (f *Profile) complete(other Profile) {
	newer := other.Period.Newer(f.Period)
	if newer {
		older := *f
		*f = other
		f.complete(older)
		return
	}
	for _, list := range f.lists(&other) {
		if list.fill() {
			f.from(list.name, other.Source)
		}
	}
	if len(f.Tasks) == 0 && len(other.Tasks) > 0 {
		f.Tasks = other.Tasks
		f.from("ratedTasks", other.Source)
	}
	f.Rated = f.Rated || len(f.Skills)+len(f.Knowledge) > 0
}

// from keeps that a list is of another release than the profile.
func (f *Profile) from(list string, source SourceID) {
	from := map[string]SourceID{list: source}
	for name, id := range f.From {
		from[name] = id
	}
	f.From = from
}

// SourceOf returns the source of one of the profile's lists, by its name in JSON.
func (f *Profile) SourceOf(list string) SourceID {
	if id, ok := f.From[list]; ok {
		return id
	}
	return f.Source
}

// pair is one list of two profiles.
type pair struct {
	name string
	add  func()      // appends the other's to this one's
	fill func() bool // takes the other's where this one's is empty, and reports whether it did
}

func pairOf[T any](name string, here *[]T, there []T) pair {
	return pair{
		name: name,
		add:  func() { *here = append(slices.Clip(*here), there...) },
		fill: func() bool {
			if len(*here) > 0 || len(there) == 0 {
				return false
			}
			*here = there
			return true
		},
	}
}

// lists pairs the lists of two profiles, but for the tasks.
func (f *Profile) lists(g *Profile) []pair {
	return []pair{
		pairOf("skills", &f.Skills, g.Skills),
		pairOf("knowledge", &f.Knowledge, g.Knowledge),
		pairOf("interests", &f.Interests, g.Interests),
		pairOf("education", &f.Education, g.Education),
		pairOf("software", &f.Software, g.Software),
		pairOf("equipment", &f.Equipment, g.Equipment),
		pairOf("related", &f.Related, g.Related),
		pairOf("emerging", &f.Emerging, g.Emerging),
		pairOf("abilities", &f.Abilities, g.Abilities),
		pairOf("activities", &f.Activities, g.Activities),
		pairOf("context", &f.Context, g.Context),
		pairOf("styles", &f.Styles, g.Styles),
		pairOf("values", &f.Values, g.Values),
		pairOf("experience", &f.Experience, g.Experience),
		pairOf("training", &f.Training, g.Training),
		pairOf("onTheJob", &f.OnTheJob, g.OnTheJob),
		pairOf("proof", &f.Proof, g.Proof),
		pairOf("reported", &f.Reported, g.Reported),
		pairOf("exposed", &f.Exposed, g.Exposed),
	}
}

// joinTasks puts together what tables say of the same tasks, by their ids.
func joinTasks(list, more []RatedTask) []RatedTask {
	at := map[string]int{}
	for i, t := range list {
		at[t.ID] = i
	}
	list = slices.Clone(list)
	for _, t := range more {
		i, there := at[t.ID]
		if !there {
			list = append(list, t)
			continue
		}
		have := &list[i]
		take(&have.Text, t.Text)
		take(&have.Kind, t.Kind)
		take(&have.Date, t.Date)
		take(&have.Importance, t.Importance)
		take(&have.Relevance, t.Relevance)
		takeList(&have.Frequency, t.Frequency)
		takeList(&have.Activities, t.Activities)
	}
	return list
}
