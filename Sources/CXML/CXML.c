#include "CXML.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

void CXMLInitialize(void) { xmlInitParser(); }

int CXMLReadMarkup(const char *bytes, int count, CXMLMarkupEvents events, void *state) {
  htmlParserCtxtPtr parser = htmlCreateMemoryParserCtxt(bytes, count);
  if (parser == NULL) return -1;
  htmlCtxtUseOptions(
      parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                  HTML_PARSE_NODEFDTD | HTML_PARSE_NOIMPLIED | HTML_PARSE_IGNORE_ENC);
  // Releases differ in what they cut at ten million bytes without it; it has no HTML name.
  parser->options |= XML_PARSE_HUGE;
  xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
  memset(parser->sax, 0, sizeof(*parser->sax));
  parser->sax->startElement = events.startElement;
  parser->sax->endElement = events.endElement;
  parser->sax->characters = events.characters;
  parser->sax->ignorableWhitespace = events.characters;
  parser->sax->comment = events.comment;
  parser->userData = state;
  htmlParseDocument(parser);
  int isOutOfMemory = parser->errNo == XML_ERR_NO_MEMORY;
  if (parser->myDoc != NULL) xmlFreeDoc(parser->myDoc);
  htmlFreeParserCtxt(parser);
  return isOutOfMemory ? -1 : 0;
}

unsigned int CXMLNamedScalar(const unsigned char *name) {
  const htmlEntityDesc *description = htmlEntityLookup(name);
  return description == NULL ? 0 : description->value;
}
