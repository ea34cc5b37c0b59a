/* SPDX-License-Identifier: MIT */
/*
 * Names that find no room beside their symbols or at the end of a line: a number
 * stands there instead, and a key in an empty place of the map says whose it is.
 */
#pragma once

#include "arrange/point-label.h"

/* "⑦": up to INCMAP_MAX_CIRCLED. */
#define INCMAP_MAX_CIRCLED 20
const char *incmap_circled_number(const IncmapArrange *arrange, int number);

/* Sets numbers for the first of @labels (IncmapPointLabel, the most important first), as many as a
 * style wants and as find room, and the key. Labels that are keyed leave the array. */
void incmap_name_key_place(IncmapArrange *arrange, GArray *labels);
