/* SPDX-License-Identifier: MIT */
/*
 * What the names of a text say of each other.
 */
#pragma once

#include "read/name-signs.h"

/* Adds the signs that follow from other names, and drops those that are no places. */
void incmap_names_link(const IncmapTokens *tokens, GArray *names);
