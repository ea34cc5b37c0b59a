/* SPDX-License-Identifier: MIT */
/*
 * The foot of the page: what could not be mapped, sources of what was drawn,
 * notes on lines and figures, the projection.
 */
#pragma once

#include "arrange/typeset.h"

/* The foot is cut after so many lines. */
#define INCMAP_CREDITS_MAX_LINES 4

/* The text of the foot. Before the map is projected (@is_estimate) it assumes every note that may
 * come, so that room for it can be kept. */
const char *incmap_credits_text(IncmapArrange *arrange, gboolean is_estimate);

/* "Not mapped: 2 incidents (Foo; Bar)." or NULL. */
const char *incmap_credits_unmapped(IncmapArrange *arrange);
