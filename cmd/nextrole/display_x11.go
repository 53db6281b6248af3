//go:build linux || freebsd || openbsd || netbsd

package main

// displayNeeded says that windows need an X11 or Wayland display here.
const displayNeeded = true
