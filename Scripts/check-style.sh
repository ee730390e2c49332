#!/bin/sh
# Refuses what the house style does not allow and swift-format does not see.
set -eu
cd "$(dirname "$0")/.."
status=0

long=$(git ls-files 'Sources/*.swift' 'Themes/*.js' 'Themes/*.css' | xargs wc -l | awk '$2 != "total" && $1 > 400 { print "  " $2 ": " $1 " lines" }')
if [ -n "$long" ]; then
  printf 'files over 400 lines:\n%s\n' "$long"
  status=1
fi

risky=$(git grep -nE '\btry!|\bas!|fatalError\(|@unchecked|TODO|FIXME|XXX|HACK' -- 'Sources/*.swift' 'Themes' || true)
if [ -n "$risky" ]; then
  printf 'not allowed in Sources and Themes:\n%s\n' "$risky"
  status=1
fi
# The program is linked without ICU's tables (Sources/CEmptyICU), which these ask for; the tests' program has them.
localized=$(git grep -nwE 'DateFormatter|ISO8601DateFormatter|NumberFormatter|ByteCountFormatter|RelativeDateTimeFormatter|ListFormatter|Locale|TimeZone|Calendar|localizedCapitalized|localizedCompare|localizedStandardCompare|applyingTransform|CharacterSet|NSRegularExpression' -- 'Sources/*.swift' || true)
if [ -n "$localized" ]; then
  printf 'Foundation asks ICU for these, and the program has none of its tables:\n%s\n' "$localized"
  status=1
fi
exit $status
