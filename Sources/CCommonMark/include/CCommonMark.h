/// What Swift needs of cmark-gfm beyond its own headers: a memory arena for each thread, and the
/// node types of the extensions, which Debian's headers leave out.
#ifndef CCOMMONMARK_H
#define CCOMMONMARK_H

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <stddef.h>
#include <stdint.h>

extern cmark_node_type CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW, CMARK_NODE_TABLE_CELL,
    CMARK_NODE_STRIKETHROUGH;

/// The fields of a node that cmark-gfm keeps behind function calls.
typedef struct {
  cmark_node *first_child;
  cmark_node *next;
  cmark_node *parent;
  const char *name_of_extension;
  const unsigned char *literal;
  int literal_length;
  int start_line;
  int start_column;
  int end_line;
  int footnote_index;
  int footnote_uses;
  cmark_node *footnote_definition;
  uint16_t type;
} clevio_node;

/// Reads a node's fields.
clevio_node clevio_node_read(const cmark_node *node);

/// `cmark_parser_finish`, one thread at a time: its inline parsing changes a table that all parsers
/// share (cmark-gfm 0.29.0.gfm.6), so that concurrent calls silently give wrong output.
cmark_node *clevio_parser_finish(cmark_parser *parser);

/// An allocator that takes memory from the calling thread's arena and frees nothing one by one.
cmark_mem *clevio_arena(void);

/// Opens the calling thread's arena for one document; aborts if it is open.
void clevio_arena_open(void);

/// Gives up everything that the calling thread took from its arena; nodes become invalid.
void clevio_arena_close(void);

#endif
