package nextrole_test

import (
	"testing"

	"nextrole"
)

func TestCodes(t *testing.T) {
	for code, want := range map[string]struct{ onet, soc bool }{
		"29-9021.00": {onet: true}, "29-9021": {soc: true},
		"": {}, "NR-0001": {}, "ab-cdef.gh": {}, "29-9021.0": {}, "29-9021.000": {}, "29-90211": {}, "29-902": {},
		"29_9021.00": {}, "29-9021,00": {}, "2099021": {}, "2x-9021": {}, "29-902/": {}, "29-902:": {}, "29-9021.x0": {}, "29-Sep-021": {}, "29-9021\n": {}, "２-9021": {},
	} {
		if got := nextrole.Code(code).Official(); got != want.onet {
			t.Errorf("%q is an O*NET-SOC code: %v", code, got)
		}
		if got := nextrole.SOC(code).Valid(); got != want.soc {
			t.Errorf("%q is a SOC code: %v", code, got)
		}
	}
}
