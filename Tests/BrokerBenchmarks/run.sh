#!/bin/sh
# Measures generated code beside minimal C programs on the same libraries, in alternate runs: run.sh PROGRAM COUNT.
set -eu

program=$1
count=$2
pairs=5
yardsticks=.build/yardsticks

# Standard input: a number a line.
median() { sort -n | awk '{ value[NR] = $1 } END { print value[int((NR + 1) / 2)] }'; }

measure() {
  broker=$1
  . Sources/Examples/Brokers/broker.sh
  start
  echo "$broker_name"
  printf '%-16s %-10s %12s %12s %8s\n' guarantee payload 'C msg/s' 'Swift msg/s' ratio
  for guarantee in at-least-once at-most-once; do
    for payload in blocks readings; do
      : >"$folder/c"; : >"$folder/swift"; : >"$folder/ratios"
      # The first pair warms up.
      for pair in $(seq 0 $pairs); do
        name="$guarantee-$payload-$pair"
        if [ "$broker" = kafka ]; then kcat -L -q -b "127.0.0.1:$port" -t "c.$name" >/dev/null; fi
        c=$(timeout 120 "$yardsticks/$broker" "$port" "c.$name" "$guarantee" "$count") || fail "The yardstick failed."
        swift=$(timeout 120 "$program" "$broker" "$port" "$name" "$guarantee" "$payload" "$count") ||
          fail "The generated code failed."
        if [ "$pair" = 0 ]; then continue; fi
        echo "$c" >>"$folder/c"; echo "$swift" >>"$folder/swift"
        awk "BEGIN { printf \"%.2f\\n\", $swift / $c }" >>"$folder/ratios"
      done
      printf '%-16s %-10s %12s %12s %8s\n' "$guarantee" "$payload" "$(median <"$folder/c")" \
        "$(median <"$folder/swift")" "$(median <"$folder/ratios")"
    done
  done
}

mkdir -p $yardsticks
here=$(dirname "$0")/Yardsticks
cc -O2 -o $yardsticks/rabbitmq "$here/rabbitmq.c" -lrabbitmq -lpthread
cc -O2 -o $yardsticks/kafka "$here/kafka.c" -lrdkafka -lpthread
# Each broker has the machine to itself.
for broker in rabbitmq kafka; do (measure $broker); echo; done
