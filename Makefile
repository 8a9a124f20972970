.DEFAULT_GOAL := help
.PHONY: help demo test lint format clean swift system-packages

SOURCES = Sources Tests Package.swift

help: ## List the targets.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: swift system-packages ## Build and run the example: install what is missing, generate, publish, subscribe.
	@echo "Building the generator and the example. The first time, Swift fetches and compiles what they need: some minutes."
	@swift build --product StreetlightsExample
	@swift run --skip-build StreetlightsExample
	@echo
	@echo "The document:        Sources/Examples/Streetlights/asyncapi.yaml"
	@echo "The code around it:  Sources/Examples/Streetlights/*.swift"
	@echo "The generated Swift: $$(find .build/plugins/outputs -path '*StreetlightsExample*' -name '*+Messages.swift' -exec dirname {} \;)/"

test: swift system-packages lint ## Lint and run all tests, or those that match FILTER=…; RECORD=1 rewrites expected output.
	@echo "Compiling and testing. The plugins are tested in packages of their own, which compile the generator again: some minutes."
	@swift test $(if $(FILTER),--filter '$(FILTER)')

lint: swift ## Check the format of the sources.
	@swift format lint --strict --parallel --recursive $(SOURCES)

format: swift ## Format the sources in place.
	@swift format --in-place --parallel --recursive $(SOURCES)

clean: ## Remove all that was built.
	rm -rf .build

swift:
	@command -v swift >/dev/null || { \
	  echo "There is no 'swift' command. Install Swift 6.2 or later (https://www.swift.org/install) and put it on PATH." >&2; \
	  exit 1; }

# libyaml is what the generator needs beside Swift. Changes nothing where it is there already.
system-packages:
	@if [ "$$(uname)" = Darwin ]; then \
	  if [ -n "$$(brew --prefix libyaml 2>/dev/null)" ] && [ -f "$$(brew --prefix libyaml)/include/yaml.h" ]; then exit 0; fi; \
	  command -v brew >/dev/null || { \
	    echo "libyaml is missing, and so is Homebrew (https://brew.sh) to install it with." >&2; exit 1; }; \
	  echo "Installing libyaml with Homebrew."; \
	  brew install libyaml; \
	  exit; \
	fi; \
	missing=; \
	[ -f /usr/include/yaml.h ] || pkg-config --exists yaml-0.1 2>/dev/null || missing=libyaml-dev; \
	command -v pkg-config >/dev/null || missing="$$missing pkg-config"; \
	command -v git >/dev/null || missing="$$missing git ca-certificates"; \
	if [ -z "$$missing" ]; then exit 0; fi; \
	sudo=; \
	if [ "$$(id -u)" != 0 ]; then sudo=sudo; fi; \
	command -v apt-get >/dev/null && command -v $${sudo:-sh} >/dev/null || { \
	  echo "Missing, and to be installed with the system's package manager: $$missing (Debian's names)." >&2; exit 1; }; \
	echo "Installing with apt-get: $$missing."; \
	$$sudo apt-get update -qq && $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $$missing
