// Package chart draws the program's charts. A chart lays itself out as a
// [Scene] in DIP; the scene is painted at device scale through go-chart's
// Renderer, so that one layout serves the window, pictures and text goldens.
//
// A chart never panics on bad data and never cuts a label: what it cannot draw
// it says in a sentence in place of the drawing.
package chart

import (
	"encoding/csv"
	"image/color"
	"math"
	"regexp"
	"strconv"
	"strings"

	"nextrole"
)

// Chart is a measure of a role as a drawing, a sentence and a table.
type Chart interface {
	// Title is the finding, by rule over the data; the plain name of the
	// measure if no rule fires.
	Title() string
	// Caption is the measure, its unit, whose score it is and as of when.
	Caption() string
	// Sentence is the chart in words, for screen readers.
	Sentence() string
	// Table is the same data in the order of the chart, also where it cannot
	// be drawn.
	Table() Table
	// Height is the natural height in DIP at a width.
	Height(width float64, look Look) float64
	// Layout places everything at a width. A scene is at least as high as
	// Height tells; in a higher one the rows move apart.
	Layout(width, height float64, look Look) Scene
}

// Origin says whose ratings a chart shows, and as of when.
type Origin struct {
	Status nextrole.Status
	AsOf   string // "AIJRI, imported 1 June 2026"; empty where undated
}

// Palette is the color of each token of the design in the theme in force.
type Palette map[string]color.NRGBA

// Look is what a scene is drawn with.
type Look struct {
	Palette Palette
	Fonts   Fonts
	Text    float64 // scale of text, 0.5 to 3; 0 is 1
	Surface string  // token of the ground the chart is painted on; empty leaves it clear
}

// Rect is a rectangle in DIP from its top left corner.
type Rect struct{ X, Y, W, H float64 }

// Contains reports whether the point lies in r.
func (r Rect) Contains(x, y float64) bool {
	return x >= r.X && x < r.X+r.W && y >= r.Y && y < r.Y+r.H
}

// Mark is a part of a scene to hover over or to step to with the arrow keys.
type Mark struct {
	Key    string // stable between layouts: "task 2" is the third task of the input
	Bounds Rect
	Tip    []string // the name, then exact values
}

// Scene is a chart laid out. Its marks are in reading order.
type Scene struct {
	Width, Height float64
	Marks         []Mark

	ops []op
}

// At returns the index of the mark under a point, or −1. Where marks overlap
// it is the smallest.
func (s Scene) At(x, y float64) int {
	found, least := -1, math.Inf(1)
	for i, m := range s.Marks {
		if area := m.Bounds.W * m.Bounds.H; m.Bounds.Contains(x, y) && area < least {
			found, least = i, area
		}
	}
	return found
}

// Table is the data of a chart as displayed, with exact values.
type Table struct {
	Header []string
	Rows   [][]string
}

// CSV returns the table as RFC 4180 has it, with negative numbers that
// programs can read.
func (t Table) CSV() string {
	var b strings.Builder
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	for _, row := range append([][]string{t.Header}, t.Rows...) {
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = plainNumber(cell)
		}
		w.Write(cells) // a strings.Builder reports no errors
	}
	w.Flush()
	return b.String()
}

// thousands is a number with commas between its thousands.
var thousands = regexp.MustCompile(`^-?\d{1,3}(,\d{3})+(\.\d+)?$`)

// plainNumber replaces the minus sign of a cell that is a number, and leaves
// out the commas between its thousands.
func plainNumber(cell string) string {
	plain := strings.Replace(cell, "−", "-", 1)
	if thousands.MatchString(plain) {
		return strings.ReplaceAll(plain, ",", "")
	}
	if _, err := strconv.ParseFloat(plain, 64); err != nil {
		return cell
	}
	return plain
}
