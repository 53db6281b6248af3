//go:build !(linux || freebsd || openbsd || netbsd)

package main

// displayNeeded says that windows need no display to be named here.
const displayNeeded = false
