#include "CCommonMark.h"

#include <cmark-gfm/node.h>
#include <cmark-gfm/syntax_extension.h>
#include <pthread.h>

static bool has_literal(uint16_t type) {
  return type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE || type == CMARK_NODE_HTML_INLINE ||
         type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_FOOTNOTE_REFERENCE ||
         type == CMARK_NODE_FOOTNOTE_DEFINITION;
}

clevio_node clevio_node_read(const cmark_node *node) {
  clevio_node fields = {
      .first_child = node->first_child,
      .next = node->next,
      .parent = node->parent,
      .name_of_extension = node->extension ? node->extension->name : NULL,
      .start_line = node->start_line,
      .start_column = node->start_column,
      .end_line = node->end_line,
      .footnote_index = node->footnote.ref_ix,
      .footnote_uses = node->footnote.def_count,
      .footnote_definition = node->parent_footnote_def,
      .type = node->type,
  };
  const cmark_chunk *literal = NULL;
  if (node->type == CMARK_NODE_CODE_BLOCK) {
    literal = &node->as.code.literal;
  } else if (has_literal(node->type)) {
    literal = &node->as.literal;
  }
  if (literal) {
    fields.literal = literal->data;
    fields.literal_length = literal->len;
  }
  return fields;
}

cmark_node *clevio_parser_finish(cmark_parser *parser) {
  static pthread_mutex_t inline_parsing = PTHREAD_MUTEX_INITIALIZER;
  pthread_mutex_lock(&inline_parsing);
  cmark_node *root = cmark_parser_finish(parser);
  pthread_mutex_unlock(&inline_parsing);
  return root;
}
