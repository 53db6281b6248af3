// Package nextrole is the vocabulary of the program: the words of the field as
// types. An [Occupation] has tasks, [Figure]s and [Assessment]s; every figure
// names its [Source]; an assessment has a [Status] that says whose opinion it
// is; a score falls in a [Zone]. The same words stand on screen, in the command
// line's JSON and in the library file.
//
// It uses the standard library only and computes nothing: scoring is in
// internal/aijri, storage in store, the window in ui.
package nextrole
