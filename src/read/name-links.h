/* SPDX-License-Identifier: MIT */
/*
 * What the names of a text say of each other.
 */
#pragma once

#include "read/name-signs.h"

/* Adds the signs that follow from other names, and drops those that are no places. */
void incmap_names_link(const IncmapTokens *tokens, GArray *names);

/* Sets the ring of each name's likes, once no name is added or dropped any more. */
void incmap_names_link_alike(const IncmapTokens *tokens, GArray *names);
