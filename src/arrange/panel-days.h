/* SPDX-License-Identifier: MIT */
/*
 * Bars of incidents over time: days, weeks, months or years, whichever gives
 * between two and some twenty bars.
 */
#pragma once

#include "arrange/typeset.h"

/* Draws heading and bars below @y_pt; returns where they end, or @y_pt when the dates give no
 * more than one bar. */
double incmap_panel_days(IncmapArrange *arrange, IncmapBox box, double y_pt);
