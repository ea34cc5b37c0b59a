/* SPDX-License-Identifier: MIT */
/*
 * News texts: which places are named, what happened where, when and to how
 * many. Everything is decided by rules over tokens; what the text does not say
 * stays empty.
 */
#pragma once

#include "read/input.h"
#include "read/read.h"

/* Appends the incidents and mentions of a UTF-8 text. */
gboolean incmap_text_read(IncmapScene *scene, const IncmapInput *input,
                          const IncmapReadOptions *options, IncmapDocument *document,
                          GError **error);
