#include "CResources.h"
// #embed is C23, which Clang knows in every edition of C.
#pragma clang diagnostic ignored "-Wc23-extensions"

// A file's bytes, behind a function, since Swift takes an array in C for as many values.
#define RESOURCE(name) \
  netmaps_resource netmaps_##name(void) { return (netmaps_resource){name, sizeof name}; }

static const unsigned char starter_map[] = {
#embed "../MapEvidence/Resources/map.yaml"
};
RESOURCE(starter_map)

static const unsigned char starter_interviews[] = {
#embed "../MapEvidence/Resources/interviews.csv"
};
RESOURCE(starter_interviews)

static const unsigned char starter_fieldwork[] = {
#embed "../MapEvidence/Resources/fieldwork.csv"
};
RESOURCE(starter_fieldwork)

static const unsigned char starter_referrals[] = {
#embed "../MapEvidence/Resources/referrals.csv"
};
RESOURCE(starter_referrals)
