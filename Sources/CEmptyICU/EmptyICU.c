#include "CEmptyICU.h"

#if defined(__linux__)

/// The head of ICU's data and a list of contents (ICU, udatamem.h and ucmndata.h: `DataHeader`, `UDataInfo`) that names
/// nothing, so that whatever asks for a file in it is told that there is none.
typedef struct {
  unsigned short header_size;
  unsigned char magic[2];
  unsigned short info_size;
  unsigned short reserved;
  unsigned char is_big_endian;
  unsigned char charset_family;
  unsigned char size_of_character;
  unsigned char padding;
  unsigned char format[4];
  unsigned char format_version[4];
  unsigned char data_version[4];
  unsigned char alignment[8];
  unsigned int files;
} empty_icu_data;

#define EMPTY_ICU_DATA                                                                                              \
  {.header_size = 32, .magic = {0xDA, 0x27}, .info_size = 20, .size_of_character = 2, .format = {'C', 'm', 'n', 'D'}, \
   .format_version = {1}}

#define HIDDEN __attribute__((visibility("hidden"), aligned(16)))

// Foundation names its data after the version of its ICU, which each version of Swift may change. A name that it does not
// have costs 32 bytes; a name that is missing here costs 34 MB in the program, and nothing else.
HIDDEN const empty_icu_data icudt74_dat = EMPTY_ICU_DATA;
HIDDEN const empty_icu_data icudt75_dat = EMPTY_ICU_DATA;
HIDDEN const empty_icu_data icudt76_dat = EMPTY_ICU_DATA;
HIDDEN const empty_icu_data icudt77_dat = EMPTY_ICU_DATA;
HIDDEN const empty_icu_data icudt78_dat = EMPTY_ICU_DATA;

#endif
