/* SPDX-License-Identifier: MIT */
/*
 * Which words of a text name persons: those behind a title, those beginning
 * with a given name, and every later word equal to a surname found so.
 */
#pragma once

#include "read/tokens.h"

typedef enum {
    INCMAP_PERSON_NO,
    INCMAP_PERSON_SURNAME, /* equals a surname found elsewhere in the text */
    INCMAP_PERSON_YES,
} IncmapPersonSign;

/* One IncmapPersonSign a token. */
guint8 *incmap_persons_find(const IncmapTokens *tokens);
