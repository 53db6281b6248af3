package ui

import (
	"fmt"
	"os"
	"strconv"

	"fyne.io/fyne/v2"

	"nextrole"
	"nextrole/ui/theme"
)

// Interface sizes in percent.
const (
	sizeLeast   = 80
	sizeMost    = 200
	sizeStep    = 10
	sizeDefault = 100

	// scaleVariable is where Fyne's driver reads the scale from, at each change
	// of settings. There is no call for it.
	scaleVariable = "FYNE_SCALE"
)

// interfaceScale is the scale in force, 1 for 100 %.
func interfaceScale() float32 {
	scale, err := strconv.ParseFloat(os.Getenv(scaleVariable), 32)
	if err != nil || scale <= 0 {
		return 1
	}
	return float32(scale)
}

// UseSize sets the scale for a window that is about to be made.
func UseSize(percent int) error {
	if percent == 0 {
		percent = sizeDefault
	}
	return os.Setenv(scaleVariable, fmt.Sprintf("%.2f", float64(percent)/100))
}

// applySize shows the window at the size of the settings.
func (w *Window) applySize() {
	percent := w.session.Settings().Size
	if percent == 0 {
		percent = sizeDefault
	}
	scale := float32(percent) / 100
	if scale == interfaceScale() {
		return
	}
	before := interfaceScale()
	size := w.window.Canvas().Size()
	if err := UseSize(percent); err != nil {
		w.notice.problem("The size could not be changed: " + err.Error())
		return
	}
	// The driver makes the window on the desktop as large as the canvas at the
	// new scale, which should be as it was. To ask the window for a size instead
	// would take effect only later, when there may be another scale.
	if c, ok := w.window.Canvas().(interface{ Resize(fyne.Size) }); ok {
		const ceil = 0.05 // the driver rounds up, which must not add a pixel each time
		c.Resize(fyne.NewSize((size.Width*before-ceil)/scale, (size.Height*before-ceil)/scale))
	}
	w.applyTheme()
	w.root.Refresh()
}

// changeSize makes the interface larger or smaller; d 0 is back to 100 %.
func (w *Window) changeSize(d int) {
	percent := w.session.Settings().Size
	if percent == 0 {
		percent = sizeDefault
	}
	percent += d * sizeStep
	if d == 0 {
		percent = sizeDefault
	}
	w.setSize(percent)
}

// setSize changes and keeps the interface size, within what there is.
func (w *Window) setSize(percent int) {
	percent = min(max(percent, sizeLeast), sizeMost)
	w.session.Remember(func(s *nextrole.Settings) { s.Size = percent })
	w.applySize()
	end := map[int]string{sizeLeast: ", the smallest", sizeMost: ", the largest"}[percent]
	w.notice.show(fmt.Sprintf("Interface size %d%%%s", percent, end), "", nil)
}

// setTheme changes and keeps the theme.
func (w *Window) setTheme(m theme.Mode) {
	w.session.Change(func(s *nextrole.Settings) { s.Theme = string(m) })
	w.applyTheme()
}

func (w *Window) applyTheme() {
	t, err := theme.New(theme.Mode(w.session.Settings().Theme))
	if err != nil {
		w.notice.problem(err.Error())
		return
	}
	fyne.CurrentApp().Settings().SetTheme(t)
}
