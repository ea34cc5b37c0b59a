/* SPDX-License-Identifier: MIT */
/*
 * What speaks for and against a name being a place: its candidate in the
 * gazetteer, the words before and behind, the signs of persons and
 * organisations. The weights were set on news texts.
 */
#pragma once

#include "read/names.h"
#include "read/persons.h"

/* The sum of the evidence; 1 and more is a place. */
double incmap_name_evidence(const IncmapTokens *tokens, const guint8 *persons,
                            const IncmapName *name);

/* The end of a name from @first that no gazetteer knows but the words around call a place; @first
 * when there is none. */
guint32 incmap_name_called_place(const IncmapTokens *tokens, const guint8 *persons, guint32 first,
                                 guint32 limit);
