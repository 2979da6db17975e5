// The installed header of zlib; nothing of it is copied here.
#pragma once
#include <zlib.h>
