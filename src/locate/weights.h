/* SPDX-License-Identifier: MIT */
/*
 * How much speaks for a place being what a name means, part by part.
 */
#pragma once

#include "locate/locator.h"

/** IncmapWeighed: a place that a name may mean, with what speaks for it */
typedef struct IncmapWeighed IncmapWeighed;
struct IncmapWeighed {
    IncmapNameMatch match;
    IncmapWeightParts parts;
    double weight;  /* the product of the parts and of what the caller adds */
    double quality; /* 0 … 1: how well the words fit the name */
    gboolean is_elsewhere, is_other_admin1, is_part;
};

/* A province without an outline is a region to the gazetteer and a province to people. */
IncmapPlaceKind incmap_weights_kind(const IncmapPlace *place);

/* Fills weight, parts, quality and flags from @match and is_part; FALSE when the place cannot be
 * meant. @folded are the words looked up, @quality says how well they stand for all that is
 * written. */
gboolean incmap_weights_weigh(IncmapLocator *locator, const char *folded, IncmapTypeWord type,
                              double quality, const IncmapStated *stated, IncmapWeighed *weighed);
