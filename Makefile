.DEFAULT_GOAL := help
.PHONY: help demo test test-corpus lint format bench bench-types bench-brokers fuzz clean swift system-packages test-tsan soak brokers known-broker

SOURCES = Sources Tests Package.swift

help: ## List the targets.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

ifeq ($(BROKER),)
demo: swift system-packages ## Build and run the example; BROKER=rabbitmq or kafka runs it as two processes over that broker.
	@echo "Building the generator and the example. The first time, Swift fetches and compiles what they need: some minutes."
	@swift build --product StreetlightsExample
	@swift run --skip-build StreetlightsExample
	@echo
	@echo "The document:        Sources/Examples/Streetlights/asyncapi.yaml"
	@echo "The code around it:  Sources/Examples/Streetlights/*.swift"
	@echo "The generated Swift: $$(find .build/plugins/outputs -path '*StreetlightsExample*' -name '*+Messages.swift' -exec dirname {} \;)/"
else
TRAIT.rabbitmq = AMQP
TRAIT.kafka = Kafka

known-broker:
	@[ -n "$(TRAIT.$(BROKER))" ] || { echo "BROKER is rabbitmq or kafka, not '$(BROKER)'." >&2; exit 1; }

demo: known-broker swift system-packages brokers
	@echo "Building the example with the transport for $(BROKER), in a folder of its own: some minutes the first time."
	@swift build --traits $(TRAIT.$(BROKER)) --scratch-path .build/demo-$(BROKER) --product StreetlightsExample
	@sh Sources/Examples/Brokers/demo.sh $(BROKER) .build/demo-$(BROKER)/debug/StreetlightsExample
endif

# The transports are built for the tests, and for who asks for them: each needs a library of its own.
TRAITS = AMQP,Kafka

test: swift system-packages brokers lint ## Lint and run all tests, or those that match FILTER=…; RECORD=1 rewrites expected output.
	@echo "Compiling and testing. The plugins are tested in packages of their own, which compile the generator again: some minutes."
ifeq ($(FILTER),)
	@swift test --traits $(TRAITS) --skip TransportTests
	@# By themselves: a process that is busy with compilers is too late for the times of protocols.
	@swift test --traits $(TRAITS) --skip-build --filter TransportTests
else
	@swift test --traits $(TRAITS) --filter '$(FILTER)'
endif

test-corpus: swift system-packages ## Compile the code of every document of others, and run all their examples.
	@echo "Generating from every document of the corpus and compiling it all: some 20 minutes."
	@ASYNCAPI_CORPUS_PART=whole swift test --filter CorpusTests

test-tsan: swift system-packages ## Run the tests of the runtime under ThreadSanitizer.
	@echo "Compiling for ThreadSanitizer, in a folder of its own: some minutes the first time."
	@SOAK_MESSAGES=20000 swift test --sanitize=thread --scratch-path .build/tsan --filter '^AsyncAPIRuntimeTests\.'

# Growth shows only where nothing else runs in the process.
MESSAGES = 2000000
MEGABYTES = 64

soak: swift system-packages ## Send MESSAGES=2000000 through the runtime with faults, and look at its memory.
	@SOAK_MESSAGES=$(MESSAGES) SOAK_MEGABYTES=$(MEGABYTES) swift test --filter 'AsyncAPIRuntimeTests\.SoakTests'

lint: swift ## Check the format of the sources.
	@swift format lint --strict --parallel --recursive $(SOURCES)

format: swift ## Format the sources in place.
	@swift format --in-place --parallel --recursive $(SOURCES)

bench: swift system-packages ## Measure, in release and debug, or only the SECTIONS that are named.
	@echo "Building the benchmarks twice: a minute or two."
	@swift build -c release --product Benchmarks
	@swift build --product Benchmarks
	@"$$(swift build -c release --show-bin-path)/Benchmarks" $(SECTIONS)
	@"$$(swift build --show-bin-path)/Benchmarks" $(SECTIONS)

bench-types: swift system-packages ## Measure what generated types cost to compile and to code, beside synthesized ones.
	@swift build -c release --product Benchmarks
	@"$$(swift build -c release --show-bin-path)/Benchmarks" types

# So many messages go through each measurement.
BENCHED = 100000

bench-brokers: swift system-packages brokers ## Measure generated code over RabbitMQ and a broker of Kafka's protocol, beside C.
	@echo "Building in release, in a folder of its own: some minutes the first time."
	@swift build -c release --traits $(TRAITS) --scratch-path .build/bench-brokers --product BrokerBenchmarks
	@sh Tests/BrokerBenchmarks/run.sh .build/bench-brokers/release/BrokerBenchmarks $(BENCHED)

# Each kind of input is made up for so long.
SECONDS = 60
CORPUS = $(or $(ASYNCAPI_CORPUS),../shared/corpus)
FUZZED = .build/fuzz/fuzzed

fuzz: swift system-packages $(FUZZED) ## Read made-up bytes as YAML, JSON and documents, each for SECONDS=60.
	@mkdir -p .build/fuzz/crashes
	@for input in yaml json document; do \
	  found=.build/fuzz/found/$$input; seeds=.build/fuzz/seeds/$$input; log=.build/fuzz/$$input.log; \
	  rm -rf $$seeds; mkdir -p $$found $$seeds; \
	  case $$input in json) names='-name *.json' ;; *) names='-name *.yaml -o -name *.yml' ;; esac; \
	  set -f; \
	  for folder in Fixtures/Documents Tests/Fuzzing/Seeds $(CORPUS); do \
	    if [ -d $$folder ]; then find $$folder \( $$names \) -size -16k -type f; fi; \
	  done | while read -r file; do cp "$$file" "$$seeds/$$(echo "$$file" | tr / _)"; done; \
	  set +f; \
	  if FUZZED_INPUT=$$input ASAN_OPTIONS=detect_leaks=0 $(FUZZED) -max_total_time=$(SECONDS) -max_len=16384 -timeout=20 \
	    -rss_limit_mb=4096 -dict=Tests/Fuzzing/tokens.dict -artifact_prefix=.build/fuzz/crashes/$$input- \
	    -print_final_stats=1 $$found $$seeds >$$log 2>&1; then \
	    echo "$$input: $$(sed -n 's/^stat::number_of_executed_units: *//p' $$log) inputs, no crash"; \
	  else \
	    tail -n 40 $$log; echo "$$input: a crash, see above; the whole log is $$log" >&2; exit 1; \
	  fi; \
	done

FUZZED_BY = -O -g -assert-config Debug -parse-as-library -swift-version 6 -sanitize=fuzzer,address \
  -package-name swift_asyncapi_generator
PATTERNS = $(shell find Sources/ECMAPatterns -name '*.swift')

$(FUZZED): $(PATTERNS) $(shell find Sources/SpecParser Tests/Fuzzing -name '*.swift')
	@echo "Compiling the reader for libFuzzer, which Swift's own toolchain has and Xcode's lacks: a minute or two."
	@mkdir -p $(@D)
	@{ swiftc $(FUZZED_BY) -wmo -module-name ECMAPatterns -emit-module -emit-module-path $(@D)/ECMAPatterns.swiftmodule \
	    -emit-object $(PATTERNS) -o $(@D)/ECMAPatterns.o && \
	  swiftc $(FUZZED_BY) -module-name Fuzzed -I Sources/CLibYAML -I $(@D) -lyaml $(@D)/ECMAPatterns.o \
	    $(filter-out $(PATTERNS),$^) -o $@; } 2>$(@D)/compilation.log || \
	  { cat $(@D)/compilation.log >&2; exit 1; }

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

# The libraries of the transports, clients that are not ours, and brokers. Where pip is missing, python3-venv brings it.
BROKERS = .build/brokers

brokers: $(BROKERS)/noida-db-0.2.3 $(BROKERS)/pika-1.3.2
	@if [ "$$(uname)" = Darwin ]; then \
	  for name in librdkafka kcat openssl rabbitmq-c rabbitmq; do \
	    [ -n "$$(brew --prefix --installed $$name 2>/dev/null)" ] || brew install $$name || exit 1; \
	  done; \
	  exit 0; \
	fi; \
	missing=; \
	[ -f /usr/include/librdkafka/rdkafka.h ] || pkg-config --exists rdkafka 2>/dev/null || missing=librdkafka-dev; \
	command -v kcat >/dev/null || missing="$$missing kcat"; \
	[ -f /usr/include/amqp.h ] || pkg-config --exists librabbitmq 2>/dev/null || missing="$$missing librabbitmq-dev"; \
	[ -x /usr/lib/rabbitmq/bin/rabbitmq-server ] || missing="$$missing rabbitmq-server"; \
	command -v openssl >/dev/null || missing="$$missing openssl"; \
	if [ -z "$$missing" ]; then exit 0; fi; \
	sudo=; \
	if [ "$$(id -u)" != 0 ]; then sudo=sudo; fi; \
	command -v apt-get >/dev/null && command -v $${sudo:-sh} >/dev/null || { \
	  echo "Missing, and to be installed with the system's package manager: $$missing (Debian's names)." >&2; exit 1; }; \
	echo "Installing with apt-get: $$missing."; \
	$$sudo apt-get update -qq && $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $$missing

# A broker that speaks Kafka's protocol. It is a small one of its own, not Apache Kafka.
$(BROKERS)/noida-db-0.2.3:
	@python3 -m venv $(BROKERS) 2>/dev/null || { \
	  echo "Python 3 with its venv module is needed to install the broker of the tests (Debian's python3-venv)." >&2; exit 1; }
	@echo "Installing the broker of the tests from PyPI into $(BROKERS)."
	@$(BROKERS)/bin/pip install --quiet --disable-pip-version-check noida-db==0.2.3
	@touch $@

# A client of RabbitMQ that is not ours.
$(BROKERS)/pika-1.3.2: $(BROKERS)/noida-db-0.2.3
	@$(BROKERS)/bin/pip install --quiet --disable-pip-version-check pika==1.3.2
	@touch $@
