// The installed header of expat; nothing of it is copied here.
#pragma once
#include <expat.h>
