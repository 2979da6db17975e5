// libyaml's own header as it is installed; nothing of it is copied here.
#pragma once
#include <yaml.h>
