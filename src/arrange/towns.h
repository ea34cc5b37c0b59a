/* SPDX-License-Identifier: MIT */
/*
 * Towns that help a reader find the incident: which ones, with dot and name.
 */
#pragma once

#include "arrange/look.h"

/* Chooses from scene->towns, places dot and name, and draws them on the towns' sheet. Towns
 * without room are left out: a reader misses nothing that the data speak of. @named_id is the
 * place_id of a town whose name stands already; 0: none. */
void incmap_towns_place(IncmapArrange *arrange, gint64 named_id);
