#pragma once
#include <sys/types.h>
#include <sha256.h>

// The header's names are macros, which Swift does not see.
static inline void netmaps_sha256(const void *bytes, size_t count, unsigned char digest[32]) {
  SHA256_CTX context;
  SHA256_Init(&context);
  SHA256_Update(&context, (const unsigned char *)bytes, count);
  SHA256_Final(digest, &context);
}
