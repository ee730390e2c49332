#ifndef CLEVIO_ZLIB_H
#define CLEVIO_ZLIB_H

#include <stddef.h>
#include <stdint.h>

/// How many bytes the gzip form of `count` bytes takes at most.
size_t clevio_gzip_bound(size_t count);

/// Writes `count` bytes as one gzip member (RFC 1952) without a name or a time, as small as zlib can.
///
/// Returns the size; 0 if there is no memory, or `capacity` is less than `clevio_gzip_bound`.
size_t clevio_gzip(const uint8_t *bytes, size_t count, uint8_t *output, size_t capacity);

/// Whether `count` bytes are one gzip member and nothing else, of exactly `capacity` bytes, which are
/// written to `output`.
int clevio_gunzip(const uint8_t *bytes, size_t count, uint8_t *output, size_t capacity);

#endif
