# NextRole. `make run` and `make test` are all it takes; `make help` lists the rest.
# It keeps to what make 3.81 and the tools of macOS know, and to a POSIX shell.
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run test build windows ctl lint check race journey bench golden gallery fuzz deadcode clean

system := $(shell uname -s)

# One set of flags everywhere: other flags would build the window's C code,
# the slow part, a second time. Everything but the window is built without C.
window_tags := migrated_fynedo,no_emoji
plain_tags  := ci,migrated_fynedo
window      := CGO_ENABLED=1 CC=clang go
without_c   := CGO_ENABLED=0
ifeq ($(system),Darwin)
# There, Fyne asks for the desktop's theme in C even with the headless driver.
without_c   := CGO_ENABLED=1 CC=clang
endif
plain       := $(without_c) go
tool        := go tool -modfile=tools/go.mod

# Arguments for NextRole: make run ARGS="--library mine.db"
ARGS ?=
# The display, or nothing where there is none. macOS has one without saying so.
screen := $(DISPLAY)$(WAYLAND_DISPLAY)$(filter Darwin,$(system))

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

ifneq ($(screen),)
run: build ## Open NextRole; without a display, draw its main screens as files in out/tour
	bin/nextrole $(ARGS)
else
run:
	@tools/need
	@echo "There is no display (DISPLAY and WAYLAND_DISPLAY are empty): drawing the main screens as files."
	$(plain) build -tags $(plain_tags) -o bin/nextrole-tour ./cmd/nextrole
	@mkdir -p out/tmp # the headless driver's settings; in /tmp another user's would be in the way
	TMPDIR="$(CURDIR)/out/tmp" bin/nextrole-tour --tour out/tour $(ARGS)
endif

build: ## Build the window, bin/nextrole
	@tools/need window
	$(window) build -tags $(window_tags) -o bin/nextrole ./cmd/nextrole

# Clang compiles, in a minute instead of ten, and the linker is mingw's. Apple's
# clang does not find mingw's headers.
ifeq ($(system),Darwin)
WINDOWS_CC ?= x86_64-w64-mingw32-gcc
else
WINDOWS_CC ?= clang --target=x86_64-w64-mingw32
endif
windows: ## Build both programs for Windows, bin/nextrole.exe and bin/nextrolectl.exe
	@tools/need windows
	GOOS=windows GOARCH=amd64 CGO_ENABLED=1 CC='$(WINDOWS_CC)' go build -tags $(window_tags) \
		-ldflags '-H=windowsgui -extld=x86_64-w64-mingw32-gcc' -o bin/nextrole.exe ./cmd/nextrole
	GOOS=windows GOARCH=amd64 CGO_ENABLED=0 go build -o bin/nextrolectl.exe ./cmd/nextrolectl

ctl: ## Build the command line, bin/nextrolectl
	@tools/need
	$(plain) build -o bin/nextrolectl ./cmd/nextrolectl

ifeq ($(system),Linux)
test: ## Check everything: lint, all tests, again for races, and a journey through the real window
	@tools/need window race journey
	@$(MAKE) --no-print-directory lint check race journey
else
test:
	@tools/need window race
	@$(MAKE) --no-print-directory lint check race build
	@echo "Checked all but the journey through the real window, which needs X11 and is for Linux."
endif

lint: ## Vet, staticcheck, gofumpt
	$(plain) vet -tags $(plain_tags),journey ./...
	$(without_c) $(tool) staticcheck -tags $(plain_tags),journey ./...
	@unformatted=$$($(tool) gofumpt -l .) && \
	if [ -n "$$unformatted" ]; then printf 'Not formatted; run: %s -w\n%s\n' '$(tool) gofumpt' "$$unformatted"; exit 1; fi

check: ## All tests that need no window
	$(plain) test -tags $(plain_tags) ./...

# Where more than one goroutine runs. The window's code has one by rule (package
# ui/task is the way out of it), and its tests take minutes under the detector.
concurrent := . ./cmd/nextrolectl ./internal/... ./store ./ui/session ./ui/task

race: ## The tests of what is concurrent, under the race detector
	@tools/need race
	$(window) test -race -tags $(plain_tags) $(concurrent)

journey: build ## Walk through the real window by keys and clicks, on a screen in memory
	@tools/need journey
	$(window) vet -tags $(window_tags),journey ./cmd/nextrole
	env -u WAYLAND_DISPLAY FYNE_PLATFORM=x11 LC_ALL=C.UTF-8 CGO_ENABLED=0 NEXTROLE_BIN="$(CURDIR)/bin/nextrole" \
		xvfb-run -a -s "-screen 0 1400x900x24" \
		go test -count=1 -tags $(plain_tags),journey ./cmd/nextrole </dev/null

# Where benchmarks are; those of cmd/nextrole have the tag of the journeys.
benchmarked = $$(grep -rl '^func Benchmark' --include='*_test.go' --exclude-dir=nextrole . | xargs -n1 dirname | sort -u)

bench: build ## Run the benchmarks, and say what meets its target and by how much others do not
	@tools/need journey
	$(window) build -tags $(window_tags) -o bin/hello ./cmd/nextrole/testdata/hello
	@mkdir -p out
	-$(plain) test -tags $(plain_tags) -run '^$$' -bench . -benchmem $(benchmarked) 2>&1 | tee out/bench.txt
	-env -u WAYLAND_DISPLAY FYNE_PLATFORM=x11 LC_ALL=C.UTF-8 CGO_ENABLED=0 \
		NEXTROLE_BIN="$(CURDIR)/bin/nextrole" NEXTROLE_HELLO="$(CURDIR)/bin/hello" \
		go test -tags $(plain_tags),journey -run '^$$' -bench . -benchtime 10x ./cmd/nextrole </dev/null 2>&1 | tee -a out/bench.txt
	@echo
	@tools/targets out/bench.txt

# Packages with golden files are those whose tests define the flag -update.
golden: ## Draw the golden files anew; look at each before you keep it
	@packages=$$(find . -name '*_test.go' -exec grep -lE 'flag\.Bool\("update"' {} + | sed 's|/[^/]*$$||' | sort -u); \
	[ -z "$$packages" ] || $(plain) test -count=1 -tags $(plain_tags) $$packages -update

gallery: ## Draw every chart with every hard case into out/gallery
	$(plain) run -tags $(plain_tags) ./cmd/gallery -out out/gallery

# How long to run each fuzz target: make fuzz FUZZTIME=10m
FUZZTIME ?= 30s
fuzz: ## Run each fuzz target for FUZZTIME
	@find . -name '*_test.go' -exec grep -E '^func Fuzz[A-Z]' /dev/null {} + | sed -E 's|^(.*)/[^/]*:func (Fuzz[A-Za-z0-9_]*).*|\1 \2|' | \
	while read -r dir name; do \
		echo "$$dir $$name"; \
		$(plain) test -tags $(plain_tags) -run '^$$' -fuzz "^$$name\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 2s "$$dir" || exit; \
	done

deadcode: ## List functions that neither a command nor a test reaches
	$(without_c) $(tool) deadcode -test -tags $(plain_tags) ./...

clean: ## Remove what was built and drawn
	rm -rf bin out
