/// The files that are part of the program: themes, texts and catalogues.
#ifndef CBUILTINFILES_H
#define CBUILTINFILES_H

#include <stddef.h>

/// A file and its bytes, which are never freed.
typedef struct {
  const char *path;
  const unsigned char *bytes;
  size_t size;
} clevio_builtin_file;

/// How many files there are.
extern const size_t clevio_builtin_file_count;

/// The file at `index`, below the count.
clevio_builtin_file clevio_builtin_file_at(size_t index);

#endif
