package display

import (
	"syscall"
	"unsafe"
)

// tell shows a text in a box that the system draws without OpenGL: on Windows a
// program with a window has no terminal to write to.
func tell(text string) {
	const withErrorSign = 0x10
	words, err := syscall.UTF16PtrFromString(text)
	if err != nil {
		return // it holds a zero byte: no text for a person
	}
	name, _ := syscall.UTF16PtrFromString("NextRole")
	show := syscall.NewLazyDLL("user32.dll").NewProc("MessageBoxW")
	_, _, _ = show.Call(0, uintptr(unsafe.Pointer(words)), uintptr(unsafe.Pointer(name)), withErrorSign)
}
