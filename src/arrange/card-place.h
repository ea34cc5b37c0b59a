/* SPDX-License-Identifier: MIT */
#pragma once

#include "arrange/callout.h"

/** IncmapCardGround: what a card had better not cover */
typedef struct IncmapCardGround IncmapCardGround;

IncmapCardGround *incmap_card_ground_new(const IncmapArrange *arrange);
void incmap_card_ground_free(IncmapCardGround *ground);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IncmapCardGround, incmap_card_ground_free)

/**
 * incmap_card_find_place:
 * @group: what the card speaks of
 * @card: gets its box
 * @out_leader: (nullable): %NULL when a number stands for it
 *
 * Returns: what it costs to stand at the best place there is; infinite when there
 *   is none
 */
double incmap_card_find_place(const IncmapArrange *arrange, const IncmapCardGround *ground,
                              const IncmapGroup *group, IncmapCard *card, IncmapLeader *out_leader);
