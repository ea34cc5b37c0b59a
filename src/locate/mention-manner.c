/* SPDX-License-Identifier: MIT */
/*
 * What tells where a text was written besides the places it names.
 */
#include "locate/mention-finder.h"

#include <string.h>

/* What only newspapers of one country write, and what it weighs beside a name. */
static const struct {
    const char *words, *country;
    double weight;
} manners[] = {
    {"sheriff", "US", 0.5},
    {"Sheriff", "US", 0.5},
    {"school district", "US", 0.4},
    {"School District", "US", 0.5},
    {"high school", "US", 0.2},
    {"High School", "US", 0.3},
    {"Interstate ", "US", 0.5},
    {"U.S. Highway", "US", 0.5},
    {"State Police", "US", 0.3},
    {"County", "US", 0.2},
    {"grand jury", "US", 0.4},
    {"Circuit Court", "US", 0.4},
    {"Superior Court", "US", 0.4},
    {"City Council", "US", 0.2},
    {"state Rep.", "US", 0.5},
    {"State Rep.", "US", 0.5},
    {"state Sen.", "US", 0.5},
    {"felony", "US", 0.4},
    {"Police Department", "US", 0.2},
    {"United Methodist", "US", 0.4},
    {"Wal-Mart", "US", 0.3},
    {"Walmart", "US", 0.3},
    {"downtown", "US", 0.1},
    {"eighth-grade", "US", 0.3},
    {"ninth-grade", "US", 0.3},
    {"fire district", "US", 0.2},
    {"township", "US", 0.2},
    {"Crown Court", "GB", 0.6},
    {"agistrates", "GB", 0.4},
    {"borough council", "GB", 0.5},
    {"county council", "GB", 0.4},
    {"Borough Council", "GB", 0.6},
    {"Constabulary", "GB", 0.6},
    {"\302\243", "GB", 0.4},
    {"pensioner", "GB", 0.3},
    {"Met Police", "GB", 0.5},
    {"primary school", "GB", 0.2},
    {"Garda\303\255", "IE", 0.8},
    {"gardai", "IE", 0.8},
    {"Gardai", "IE", 0.8},
    {"Taoiseach", "IE", 0.8},
    {"RCMP", "CA", 0.8},
    {"lakh", "IN", 0.6},
    {"crore", "IN", 0.6},
    {"panchayat", "IN", 0.6},
    {"barangay", "PH", 0.8},
};

void
incmap_mention_weigh_manner(IncmapFinder *finder)
{
    for (gsize i = 0; i < G_N_ELEMENTS(manners) && finder->text != NULL; i++)
        if (strstr(finder->text, manners[i].words) != NULL)
            incmap_terms_count_country(&finder->terms, manners[i].country, manners[i].weight);
}
