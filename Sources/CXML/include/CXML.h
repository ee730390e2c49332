/// What Swift needs of libxml2's HTML parser, without its headers: some of theirs are ICU's, and so are some of
/// Foundation's, in another version.
#ifndef CXML_H
#define CXML_H

/// What is called for each piece of markup, in document order; names and texts are UTF-8 and end with a 0.
typedef struct {
  /// The attributes are names and values in turn, with NULL for a value that is missing, and at the end.
  void (*startElement)(void *state, const unsigned char *name, const unsigned char **attributes);
  void (*endElement)(void *state, const unsigned char *name);
  void (*characters)(void *state, const unsigned char *bytes, int count);
  void (*comment)(void *state, const unsigned char *text);
} CXMLMarkupEvents;

/// To be called once before threads read.
void CXMLInitialize(void);

/// Reads UTF-8 markup with libxml2's HTML parser: no implied elements, no tree, no messages, no
/// network. Returns 0, or -1 when memory ran out.
int CXMLReadMarkup(const char *bytes, int count, CXMLMarkupEvents events, void *state);

/// The scalar that a name of HTML 4 stands for in a reference, or 0 if there is no such name.
unsigned int CXMLNamedScalar(const unsigned char *name);

#endif
