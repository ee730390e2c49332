#include "CZlib.h"

#include <limits.h>
#include <zlib.h>

/// 15 for the largest window, 16 for gzip's header and checksum.
static const int gzip_window = 15 + 16;

static int prepare(z_stream *stream) {
  *stream = (z_stream){0};
  return deflateInit2(stream, Z_BEST_COMPRESSION, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY) ==
         Z_OK;
}

size_t clevio_gzip_bound(size_t count) {
  // deflateBound's worst case for any settings, with gzip's 18 bytes in place of zlib's 6.
  return count + (count >> 5) + (count >> 7) + (count >> 11) + 64;
}

size_t clevio_gzip(const uint8_t *bytes, size_t count, uint8_t *output, size_t capacity) {
  z_stream stream;
  if (count > UINT_MAX / 2 || capacity > UINT_MAX || !prepare(&stream)) return 0;
  stream.next_in = (Bytef *)bytes;
  stream.avail_in = (uInt)count;
  stream.next_out = output;
  stream.avail_out = (uInt)capacity;
  int status = deflate(&stream, Z_FINISH);
  size_t size = stream.total_out;
  deflateEnd(&stream);
  return status == Z_STREAM_END ? size : 0;
}

int clevio_gunzip(const uint8_t *bytes, size_t count, uint8_t *output, size_t capacity) {
  z_stream stream = {0};
  if (count > UINT_MAX || capacity > UINT_MAX || inflateInit2(&stream, gzip_window) != Z_OK) return 0;
  stream.next_in = (Bytef *)bytes;
  stream.avail_in = (uInt)count;
  stream.next_out = output;
  stream.avail_out = (uInt)capacity;
  int status = inflate(&stream, Z_FINISH);
  int is_whole = status == Z_STREAM_END && stream.avail_in == 0 && stream.avail_out == 0;
  inflateEnd(&stream);
  return is_whole;
}
