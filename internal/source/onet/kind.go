package onet

import (
	"strings"

	"nextrole"
	"nextrole/internal/source/table"
)

const codeColumn = "O*NET-SOC Code"

// kind is one kind of table, told by the columns it has and has not.
type kind struct {
	name    string
	columns []string
	without []string
	byCode  bool // each row is of an occupation
	// read prepares to read a table, and returns what takes a row.
	read func(*part, table.Columns) func(table.Row)
}

// kinds lists the tables of a release. The first that fits counts.
var kinds = []kind{
	{"Task Ratings", []string{codeColumn, "Task ID", "Scale ID", "Data Value"}, nil, true, readTaskRatings},
	{"Tasks to DWAs", []string{codeColumn, "Task ID", "DWA ID"}, nil, true, readTaskActivities},
	{"Task Statements", []string{codeColumn, "Task ID", "Task", "Task Type"}, nil, true, readTasks},
	{"Emerging Tasks", []string{codeColumn, "Task", "Category", "Original Task ID"}, nil, true, readEmerging},
	{"", []string{codeColumn, "Element ID", "Element Name", "Scale ID", "Data Value"}, nil, true, readRatings},
	{"Alternate Titles", []string{codeColumn, "Alternate Title"}, nil, true, readTitles("Alternate Title")},
	{"Alternate Titles", []string{codeColumn, "Job Title"}, nil, true, readTitles("Job Title")},
	{"Sample of Reported Titles", []string{codeColumn, "Reported Job Title"}, nil, true, readReported},
	{"Related Occupations", []string{codeColumn, "Related O*NET-SOC Code", "Index"}, nil, true, readRelated("Index")},
	{"Related Occupations", []string{codeColumn, "Related O*NET-SOC Code", "Related Index"}, nil, true, readRelated("Related Index")},
	{"Job Zones", []string{codeColumn, "Job Zone"}, nil, true, readJobZones},
	{"Technology Skills", []string{codeColumn, "Example", "Commodity Title", "Hot Technology"}, nil, true, readSoftware("Example", "Commodity Title")},
	{"Technology Skills", []string{codeColumn, "Workplace Example", "Element Name"}, nil, true, readSoftware("Workplace Example", "Element Name")},
	{"Tools Used", []string{codeColumn, "Example", "Commodity Title"}, nil, true, readTools},
	{"Occupation Level Metadata", []string{codeColumn, "Item", "Response", "Percent"}, nil, true, readNothing},
	{"Occupation Data", []string{codeColumn, "Title", "Description"}, []string{"Element ID", "Task ID", "Scale ID"}, true, readOccupations},

	{"Content Model Reference", []string{"Element ID", "Element Name", "Description"}, nil, false, readTerms("Element ID", "Element Name", "Description")},
	{"DWA Reference", []string{"DWA ID", "DWA Title"}, nil, false, readTerms("DWA ID", "DWA Title", "")},
	{"IWA Reference", []string{"IWA ID", "IWA Title"}, nil, false, readTerms("IWA ID", "IWA Title", "")},
	{"Job Zone Reference", []string{"Job Zone", "Name", "Experience", "SVP Range"}, nil, false, readTerms("Job Zone", "Name", "Experience")},
	{"Scales Reference", []string{"Scale ID", "Scale Name", "Minimum", "Maximum"}, nil, false, readTerms("Scale ID", "Scale Name", "")},
	{"Level Scale Anchors", []string{"Element ID", "Anchor Value", "Anchor Description"}, nil, false, readPaired("Element ID", "Anchor Value", "Anchor Description")},
	{"Work Context Categories", []string{"Element ID", "Element Name", "Scale ID", "Category", "Category Description"}, nil, false, readCategories},
	{"Task Categories", []string{"Scale ID", "Category", "Category Description"}, nil, false, readPaired("Scale ID", "Category", "Category Description")},
	{"UNSPSC Reference", []string{"Commodity Code", "Commodity Title", "Class Title"}, nil, false, readTerms("Commodity Code", "Commodity Title", "Class Title")},

	{"Abilities to Work Activities", []string{"Abilities Element ID", "Work Activities Element ID"}, nil, false, readPaired("Abilities Element ID", "Work Activities Element ID", "Work Activities Element Name")},
	{"Abilities to Work Context", []string{"Abilities Element ID", "Work Context Element ID"}, nil, false, readPaired("Abilities Element ID", "Work Context Element ID", "Work Context Element Name")},
	{"Skills to Work Activities", []string{"Skills Element ID", "Work Activities Element ID"}, nil, false, readPaired("Skills Element ID", "Work Activities Element ID", "Work Activities Element Name")},
	{"Skills to Work Context", []string{"Skills Element ID", "Work Context Element ID"}, nil, false, readPaired("Skills Element ID", "Work Context Element ID", "Work Context Element Name")},
	{"Basic Interests to RIASEC", []string{"Basic Interests Element ID", "RIASEC Element ID"}, nil, false, readPaired("Basic Interests Element ID", "RIASEC Element ID", "RIASEC Element Name")},
	{"Interests Illustrative Activities", []string{"Element ID", "Interest Type", "Activity"}, nil, false, readPaired("Element ID", "Interest Type", "Activity")},
	{"Interests Illustrative Occupations", []string{"Element ID", "Interest Type", codeColumn}, nil, false, readPaired("Element ID", "Interest Type", codeColumn)},
	{"RIASEC Keywords", []string{"Element ID", "Keyword", "Keyword Type"}, nil, false, readPaired("Element ID", "Keyword", "Keyword Type")},
	{"Survey Booklet Locations", []string{"Element ID", "Survey Item Number", "Scale ID"}, nil, false, readPaired("Element ID", "Scale ID", "Survey Item Number")},
}

// readTerms reads a list of what ids stand for.
func readTerms(id, name, more string) func(*part, table.Columns) func(table.Row) {
	return func(p *part, c table.Columns) func(table.Row) {
		i, n, m := c.At(id), c.At(name), c.At(more)
		seen := map[string]bool{}
		return func(row table.Row) {
			t := nextrole.Term{ID: text(row.Cell(i)), Name: text(row.Cell(n)), Text: text(row.Cell(m))}
			switch {
			case t.ID == "":
				p.Remark(row.Line, "there is no %s; the row is left out", id)
			case seen[t.ID]:
				p.Remark(row.Line, "%s stands there twice; the first counts", t.ID)
			default:
				seen[t.ID] = true
				p.Terms = append(p.Terms, t)
			}
		}
	}
}

// readPaired reads a list of what two ids together stand for.
func readPaired(a, b, name string) func(*part, table.Columns) func(table.Row) {
	return func(p *part, c table.Columns) func(table.Row) {
		i, j, n := c.At(a), c.At(b), c.At(name)
		return func(row table.Row) {
			p.Terms = append(p.Terms, nextrole.Term{ID: row.Cell(i) + " " + row.Cell(j), Name: text(row.Cell(n))})
		}
	}
}

// readCategories reads the answers that questions have. The questions on
// education and on work context have tables of one form.
func readCategories(p *part, c table.Columns) func(table.Row) {
	i, j, n := c.At("Element ID"), c.At("Category"), c.At("Category Description")
	return func(row table.Row) {
		element := row.Cell(i)
		if strings.HasPrefix(element, "2.") || strings.HasPrefix(element, "3.") {
			p.Name = "Education, Training, and Experience Categories"
		}
		p.Terms = append(p.Terms, nextrole.Term{ID: element + " " + row.Cell(j), Name: text(row.Cell(n))})
	}
}

// readNothing counts rows that tell how the occupation was surveyed. They say
// nothing of it.
func readNothing(p *part, c table.Columns) func(table.Row) {
	p.Remark(0, "This table tells how occupations were surveyed. It is counted, and not kept.")
	return func(table.Row) {}
}
