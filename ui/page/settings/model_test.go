package settings_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"nextrole"
	"nextrole/ui/page"
	"nextrole/ui/page/settings"
	"nextrole/ui/session"
	"nextrole/ui/uitest"
)

func TestFile(t *testing.T) {
	for _, tt := range []struct {
		where session.Where
		err   error
		want  []string
	}{
		{session.Where{}, nil, []string{"File: in memory only: nothing is kept when the window closes"}},
		{
			session.Where{Path: "/home/ann/library.db", Bytes: 2_000_000},
			nil,
			[]string{"File: /home/ann/library.db", "Size: 2.0 MB", "State: open for reading and writing"},
		},
		{
			session.Where{Path: "/home/ann/library.db", ReadOnly: true},
			errors.New("not known"),
			[]string{"File: /home/ann/library.db", "Size: not known", "State: open for reading only: changes are not kept"},
		},
	} {
		if diff := cmp.Diff(tt.want, settings.File(tt.where, tt.err)); diff != "" {
			t.Errorf("%+v (−want +got):\n%s", tt.where, diff)
		}
	}
}

// Every source is there with all it has to say.
func TestCredits(t *testing.T) {
	l := uitest.NewLibrary(t)
	credits := settings.Credits(l.Open(t))
	if len(credits) != len(l.Set.Sources) {
		t.Fatalf("%d of %d sources", len(credits), len(l.Set.Sources))
	}
	for _, s := range l.Set.Sources {
		i := slices.IndexFunc(credits, func(c []string) bool { return c[0] == s.Publisher+": "+s.Title })
		if i < 0 {
			t.Errorf("%s is not credited", s.ID)
			continue
		}
		release := s.Release
		if release == "" {
			release = "undated"
		}
		want := []string{s.Publisher + ": " + s.Title, "Release: " + release, "Retrieved: " + nextrole.Date(s.Retrieved), "License: " + s.License, "Credit: " + s.Credit}
		if s.Quoting != "" {
			want = append(want, "Quoting: "+s.Quoting)
		}
		if s.Remark != "" {
			want = append(want, "Remark: "+s.Remark)
		}
		if diff := cmp.Diff(want, credits[i]); diff != "" {
			t.Errorf("%s (−want +got):\n%s", s.ID, diff)
		}
	}
	if !slices.IsSortedFunc(credits, func(a, b []string) int { return strings.Compare(publisher(a), publisher(b)) }) {
		t.Error("the publishers are in no order")
	}
}

func publisher(credit []string) string {
	name, _, _ := strings.Cut(credit[0], ": ")
	return name
}

func TestHistory(t *testing.T) {
	at := time.Date(2026, 3, 1, 14, 5, 0, 0, time.Local)
	got := settings.History([]page.Said{{At: at, Text: "Not saved", Problem: true}, {At: at.Add(-2 * time.Hour), Text: "Pinned"}})
	if diff := cmp.Diff([]string{"2:05 PM Not saved", "12:05 PM Pinned"}, got); diff != "" {
		t.Errorf("−want +got:\n%s", diff)
	}
}

// The licenses are whole, in lines of their own width.
func TestLicenses(t *testing.T) {
	all := settings.Licenses()
	for i, want := range []string{
		"Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files",
		"THE FONT SOFTWARE IS PROVIDED \"AS IS\", WITHOUT WARRANTY OF ANY KIND",
	} {
		if !strings.Contains(all[i], want) || strings.Contains(all[i], "---") {
			t.Errorf("license %d does not have %q: %s", i, want, all[i])
		}
	}
}
