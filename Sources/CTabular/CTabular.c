#include "CTabular.h"
