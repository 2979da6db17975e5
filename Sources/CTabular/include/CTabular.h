#pragma once
#include <stdint.h>
#include <string.h>

// What Swift has no words for, and processors have instructions for. Clang knows those of each processor.

typedef uint8_t netmaps_bytes __attribute__((ext_vector_type(64)));
typedef _Bool netmaps_bits __attribute__((ext_vector_type(64)));

/// A bit for each of 64 bytes that is the byte looked for; the first byte is the lowest bit.
static inline __attribute__((always_inline)) uint64_t netmaps_matches(const void *bytes, uint8_t byte) {
  netmaps_bytes block;
  memcpy(&block, bytes, sizeof block);
  netmaps_bits bits = __builtin_convertvector(block == (netmaps_bytes)byte, netmaps_bits);
  uint64_t result;
  memcpy(&result, &bits, sizeof result);
  return result;
}

typedef uint8_t netmaps_letters __attribute__((ext_vector_type(32)));
typedef struct {
  uint64_t first, second, third, fourth;
} netmaps_words;

/// The first of 32 bytes, and zeros in the place of the others; words as the processor keeps them.
static inline __attribute__((always_inline)) netmaps_words netmaps_first_bytes(const void *bytes, uint8_t count) {
  const netmaps_letters places = {0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15,
                                  16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31};
  netmaps_letters block;
  memcpy(&block, bytes, sizeof block);
  block &= (netmaps_letters)(places < (netmaps_letters)count);
  netmaps_words words;
  memcpy(&words, &block, sizeof words);
  return words;
}

/// Prefetches what stands at an address: the caches load it while the program goes on. The address may be any.
static inline __attribute__((always_inline)) void netmaps_prefetch(const void *address) { __builtin_prefetch(address); }
