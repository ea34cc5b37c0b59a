/* SPDX-License-Identifier: MIT */
/*
 * The foot of the page: what could not be mapped, sources of what was drawn,
 * notes on lines and figures, the projection.
 */
#pragma once

#include "arrange/typeset.h"

/* The foot has so many lines at most. */
#define INCMAP_CREDITS_MAX_LINES 4

/* The text of the foot. Before the map is projected (@is_estimate) it assumes every note that may
 * come, so that room for it can be kept. */
const char *incmap_credits_text(IncmapArrange *arrange, gboolean is_estimate);

/* The lines of the foot: fills scene->page.credits. Where they are too many the type becomes
 * smaller, then the projection goes unnamed; what has to be cut after that is reported. @face is
 * the type they are set in. Transfer full. */
GPtrArray *incmap_credits_fit(IncmapArrange *arrange, double width_pt, guint max_lines,
                              IncmapFace *face);

/* Whether a border in view is anything but agreed. */
gboolean incmap_credits_has_unsettled_border(const IncmapScene *scene);

/* "Not mapped: 2 incidents (Foo; Bar)." or NULL. */
const char *incmap_credits_unmapped(IncmapArrange *arrange);
