/* SPDX-License-Identifier: MIT */
/*
 * Long texts in little room: cut where a sentence ends.
 */
#pragma once

#include "arrange/typeset.h"

/* Lines of @text, as many whole sentences as @max_lines hold; of a first sentence that is longer
 * than that, its beginning with an ellipsis. @out_is_cut: whether something was left out. */
GPtrArray *incmap_cut_text(const IncmapArrange *arrange, const char *text, const IncmapFace *type,
                           double width_pt, guint max_lines, gboolean *out_is_cut);
