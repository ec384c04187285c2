# What there is to do in this repository; `make` alone lists it.
#
# Each step of `make test` begins with a line `==> step`, from which .ci/run tells how long it took.

.DEFAULT_GOAL := help
PREFIX = /usr/local
.NOTPARALLEL:
.PHONY: help build generate check release bundle manual install uninstall test test-long coverage record lint format clean \
  bench bench-csv fuzz fuzz-short fuzz-long test-address test-thread build-requirements test-requirements

# A build of all would build the command once more, as the tool of the plugins.
build_tests = swift build --product joinery --enable-code-coverage && \
  swift build --product joineryPackageTests --enable-code-coverage

help: ## List these targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | awk -F '|' '{ printf "%-22s %s\n", $$1, $$2 }'

build: build-requirements ## Build the command for release
	@echo '==> release build'
	swift build -c release --product joinery

generate: build ## Write the SQL and Swift of every schema below schemas/
	@echo '==> generate'
	.build/release/joinery generate

check: build ## Fail if a generated file differs from what its schema gives
	.build/release/joinery check

manual: build ## Make the manual page, .build/joinery.1
	@echo '==> manual'
	swift package generate-manual --date "$$(git log -1 --format=%cs)"
	cp .build/plugins/GenerateManual/outputs/joinery/joinery.1 .build/joinery.1

install: manual ## Install the command, its manual page and completions below PREFIX, /usr/local unless given
	@echo '==> install'
	PREFIX='$(PREFIX)' DESTDIR='$(DESTDIR)' Scripts/place-joinery install .build/release/joinery .build/joinery.1

uninstall: ## Remove what was installed below PREFIX
	PREFIX='$(PREFIX)' DESTDIR='$(DESTDIR)' Scripts/place-joinery uninstall

release: build-requirements ## Build the command for machines without Swift and libyaml, as .build/joinery
	@echo '==> release'
	@Scripts/build-release

bundle: release ## Make .build/joinery.artifactbundle, with which packages need not build the command
	@echo '==> bundle'
	Scripts/make-artifact-bundle .build/joinery .build

test: test-requirements lint ## Lint, then run all tests on real servers
	@echo '==> build'
	$(build_tests)
	@echo '==> test'
	swift test --skip-build --enable-code-coverage

test-long: export JOINERY_TEST_LONG = 1
test-long: test ## The same with fifty times as many random cases

record: export JOINERY_RECORD = 1
record: test-requirements ## Run the tests and write down their new expected files, to be read before they are committed
	$(build_tests)
	swift test --skip-build --enable-code-coverage

coverage: ## Say how much of the sources the last test has run
	@Scripts/show-coverage

fuzz: build-requirements ## Fuzz the YAML reader and the compiler for half a minute each
	@echo '==> fuzz'
	Scripts/fuzz 30

fuzz-short: build-requirements ## Fuzz with some thousand inputs that are the same each time
	@echo '==> fuzz'
	Scripts/fuzz short

fuzz-long: build-requirements ## The same for an hour each
	@echo '==> fuzz-long'
	Scripts/fuzz 3600

# What is made once stays until the end, and is no leak; the sanitizer keeps freed memory, which PeakMemoryTests measure.
test-address: test-requirements ## Run all tests under the address sanitizer
	@echo '==> test-address'
	ASAN_OPTIONS=detect_leaks=0 swift test --sanitize address --scratch-path .build/address --skip PeakMemoryTests

# Left out is what the sanitizer's own memory, files and time would decide.
test-thread: test-requirements ## Run all tests under the thread sanitizer
	@echo '==> test-thread'
	TSAN_OPTIONS=suppressions=$(CURDIR)/Tests/ThreadSanitizer.txt swift test --sanitize thread --scratch-path .build/thread \
	  --skip PeakMemoryTests --skip FullDiskTests.limited --skip TerminalTests.nothingOfAShortRun

bench: export JOINERY_BENCHMARK = 1
bench: release ## Measure schemas of up to 50,000 models against the floor and other tools
	@echo '==> bench'
	Benchmarks/models/run

bench-csv: build ## Measure rows from CSV files against Python's csv module
	@echo '==> bench-csv'
	Benchmarks/csv-rows

lint: ## Fail if a source is not formatted or breaks a rule of .swift-format
	@echo '==> lint'
	swift format lint --strict --parallel --recursive Plugins Sources Tests Package.swift

format: ## Format all sources
	swift format --in-place --parallel --recursive Plugins Sources Tests Package.swift

clean: ## Remove what was built and the servers that were fetched
	rm -rf .build .build-consumers .build-servers

build-requirements:
	@echo '==> requirements'
	@Scripts/install-build-requirements

test-requirements: build-requirements
	@Scripts/install-test-requirements
