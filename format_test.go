package nextrole_test

import (
	"math"
	"testing"

	"nextrole"
)

func TestFormats(t *testing.T) {
	for _, test := range []struct{ got, want string }{
		{nextrole.Score(20.92), "20.9"},
		{nextrole.Score(24.95), "25.0"},
		{nextrole.Score(47.949), "47.9"},
		{nextrole.Score(100), "100.0"},
		{nextrole.Score(math.NaN()), "no data"},
		{nextrole.Decimal(2.65, 2), "2.65"},
		{nextrole.Decimal(-0.04, 1), "0.0"},
		{nextrole.Decimal(-4, 0), "−4"},
		{nextrole.Signed(3.2, 1), "+3.2"},
		{nextrole.Signed(-5.3, 1), "−5.3"},
		{nextrole.Signed(0.04, 1), "0.0"},
		{nextrole.Signed(math.Inf(1), 1), "no data"},
		{nextrole.Count(0), "0"},
		{nextrole.Count(999), "999"},
		{nextrole.Count(3200), "3,200"},
		{nextrole.Count(1234567), "1,234,567"},
		{nextrole.Count(-123456), "−123,456"},
		{nextrole.Money(68020), "$68,020"},
		{nextrole.Money(68024.9), "$68,020"},
		{nextrole.Money(-1200), "−$1,200"},
		{nextrole.Money(math.NaN()), "no data"},
		{nextrole.SignedMoney(12710), "+$12,710"},
		{nextrole.SignedMoney(-12710), "−$12,710"},
		{nextrole.SignedMoney(4), "$0"},
		{nextrole.Percent(0.45), "45%"},
		{nextrole.Percent(0.625), "62.5%"},
		{nextrole.SignedPercent(15.9), "+16%"},
		{nextrole.SignedPercent(-4.4), "−4%"},
		{nextrole.SignedPercent(0.2), "0%"},
		{nextrole.SignedPercent(math.NaN()), "no data"},
	} {
		if test.got != test.want {
			t.Errorf("got %q, want %q", test.got, test.want)
		}
	}
}

func TestDate(t *testing.T) {
	for iso, want := range map[string]string{"2026-11-22": "November 22, 2026", "2024-01-01": "January 1, 2024", "": "", "May 2025": "May 2025"} {
		if got := nextrole.Date(iso); got != want {
			t.Errorf("Date(%q) is %q, want %q", iso, got, want)
		}
	}
}

func TestBytes(t *testing.T) {
	for _, tt := range []struct {
		bytes int64
		want  string
	}{{0, "0 bytes"}, {999, "999 bytes"}, {1000, "1 kB"}, {131_072, "131 kB"}, {1_310_720, "1.3 MB"}, {84_200_000, "84.2 MB"}} {
		if got := nextrole.Bytes(tt.bytes); got != tt.want {
			t.Errorf("%d is %q, want %q", tt.bytes, got, tt.want)
		}
	}
}
