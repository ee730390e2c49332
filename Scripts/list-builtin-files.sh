#!/bin/sh
# Writes the list of files that are compiled into the program to standard output:
# the built-in theme as theme/…, the catalogues as catalog/…, services as services/…, clauses of policies as
# clauses/…, facts for them as facts/…, mails about learners' events as mails/…, the documentation of rules as
# rules/…, statements of policies as statements/…, words by which they are read as policy-languages/…, and what
# previews add to pages as preview/….
set -eu
cd "$(dirname "$0")/.."
LC_ALL=C
export LC_ALL

list() { # FOLDER PREFIX
  find "$1" -type f ! -name '.*' | grep -v Clauses/README.md | sort | while read -r file; do
    printf '%s\t%s\n' "$2${file#"$1"/}" "../../$file"
  done
}

files=$(list Themes/default theme/; list Sources/CourseModel/Catalog catalog/
  list Sources/ConsentBanner/Services services/; list Sources/PolicyPages/Clauses clauses/
  list Sources/PolicyPages/Facts facts/; list Sources/Fulfilment/Mail/Texts mails/
  list Sources/CourseChecks/Rules rules/; list Sources/PolicyReview/Statements statements/
  list Sources/PolicyReview/Languages policy-languages/; list Sources/PreviewServer/Live preview/)
echo '// Made by "make builtin-files"; a test compares it with the folders.'
echo '#include "CBuiltinFiles.h"'
echo
echo "$files" | awk -F '\t' '{
  printf "static const unsigned char file_%d[] = {\n#embed \"%s\" suffix(,)\n  0};\n", NR, $2
  table = table sprintf("    {\"%s\", file_%d, sizeof file_%d - 1},\n", $1, NR, NR)
}
END { printf "\nstatic const clevio_builtin_file clevio_builtin_files[] = {\n%s};\n", table
      printf "\nconst size_t clevio_builtin_file_count = sizeof clevio_builtin_files / sizeof *clevio_builtin_files;\n" }'
cat <<'C'

clevio_builtin_file clevio_builtin_file_at(size_t index) { return clevio_builtin_files[index]; }
C
