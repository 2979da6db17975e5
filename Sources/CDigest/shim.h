#pragma once
#include <sys/types.h>
#include <sha256.h>

// The header's names are macros, which Swift does not see.
static inline void netmaps_sha256_start(SHA256_CTX *context) { SHA256_Init(context); }

static inline void netmaps_sha256_add(SHA256_CTX *context, const void *bytes, size_t count) {
  SHA256_Update(context, (const unsigned char *)bytes, count);
}

static inline void netmaps_sha256_finish(SHA256_CTX *context, unsigned char digest[32]) {
  SHA256_Final(digest, context);
}
