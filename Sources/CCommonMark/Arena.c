#include "CCommonMark.h"

#include <stdlib.h>
#include <string.h>

enum { ALIGNMENT = 16, FIRST_BLOCK = 1 << 18 };

typedef struct block {
  struct block *previous;
  size_t size;
  size_t used;
} block;

/// The size stands in front of every allocation, because `realloc` is not told the old one.
typedef struct {
  size_t size;
  size_t padding;
} header;

static _Thread_local block *newest;
static _Thread_local bool isOpen;

static void *out_of_memory(void) { abort(); }

static block *new_block(size_t needed) {
  size_t size = newest ? newest->size * 2 : FIRST_BLOCK;
  while (size < needed) size *= 2;
  block *fresh = malloc(sizeof(block) + ALIGNMENT + size);
  if (!fresh) return out_of_memory();
  fresh->previous = newest;
  fresh->size = size;
  fresh->used = 0;
  newest = fresh;
  return fresh;
}

static char *start_of(block *of) {
  uintptr_t start = (uintptr_t)(of + 1);
  return (char *)((start + ALIGNMENT - 1) & ~(uintptr_t)(ALIGNMENT - 1));
}

static size_t rounded(size_t size) { return (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1); }

static void *take(size_t size) {
  size_t needed = sizeof(header) + rounded(size);
  block *from = newest;
  if (!from || from->size - from->used < needed) from = new_block(needed);
  header *at = (header *)(start_of(from) + from->used);
  from->used += needed;
  at->size = size;
  return at + 1;
}

static void *arena_calloc(size_t count, size_t size) {
  size_t total;
  if (__builtin_mul_overflow(count, size, &total)) return out_of_memory();
  return memset(take(total), 0, total);
}

static void *arena_realloc(void *old, size_t size) {
  if (!old) return take(size);
  header *at = (header *)old - 1;
  if (size <= rounded(at->size)) {
    at->size = size;
    return old;
  }
  char *end = (char *)old + rounded(at->size);
  size_t more = rounded(size) - rounded(at->size);
  if (end == start_of(newest) + newest->used && newest->size - newest->used >= more) {
    newest->used += more;
    at->size = size;
    return old;
  }
  return memcpy(take(size), old, at->size);
}

static void arena_free(void *memory) { (void)memory; }

static cmark_mem arena = {arena_calloc, arena_realloc, arena_free};

cmark_mem *clevio_arena(void) { return &arena; }

void clevio_arena_open(void) {
  // Nodes of an outer document would end with the inner one.
  if (isOpen) abort();
  isOpen = true;
}

void clevio_arena_close(void) {
  // The first block stays for the next document; what a huge one needed beyond it goes back.
  while (newest && newest->previous) {
    block *previous = newest->previous;
    free(newest);
    newest = previous;
  }
  if (newest) newest->used = 0;
  isOpen = false;
}
