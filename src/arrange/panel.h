/* SPDX-License-Identifier: MIT */
/*
 * The panel beside a situation map: title, period, key figures, days, types,
 * sizes, precision and lines.
 */
#pragma once

#include "arrange/look.h"

void incmap_panel_set(IncmapArrange *arrange);
