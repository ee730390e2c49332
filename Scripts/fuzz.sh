#!/bin/sh
# Feeds the readers of foreign bytes with what libFuzzer makes up: fuzz.sh RUNS [TARGET…]
# Inputs that were found stay in .build-fuzz/corpus, those that break a rule in .build-fuzz/found.
set -eu
cd "$(dirname "$0")/.."
runs=${1:-1000000}
test $# -eq 0 || shift
# libFuzzer brings a main of its own, of which the first, ours, is taken; gold stops there.
CLEVIO_FUZZ=1 swift build -c release --product fuzz --scratch-path .build-fuzz \
  -Xswiftc -sanitize=fuzzer -Xswiftc -enable-testing \
  -Xswiftc -use-ld=lld -Xlinker --allow-multiple-definition
fuzz=.build-fuzz/release/fuzz
mkdir -p .build-fuzz/found
for target in ${*:-$($fuzz)}; do
  mkdir -p ".build-fuzz/corpus/$target"
  echo "$target"
  $fuzz "$target" ".build-fuzz/corpus/$target" -runs="$runs" -max_len=16384 -rss_limit_mb=512 \
    -timeout=10 -artifact_prefix=".build-fuzz/found/$target-" -print_final_stats=1 2>&1 |
    tee ".build-fuzz/$target.log" | grep -E '^(Done|stat::|SUMMARY|==|#.*(pulse|DONE))' | tail -8
  grep -q '^Done' ".build-fuzz/$target.log"
done
