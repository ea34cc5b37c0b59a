/* SPDX-License-Identifier: MIT */
/*
 * Which projection a view is drawn in.
 */
#pragma once

#include "project/names.h"
#include "project/view.h"

typedef struct IncmapChoice IncmapChoice;
struct IncmapChoice {
    const IncmapNamedProjection *named; /* NULL: the user gave a PROJ string or a code */
    const char *definition;             /* with named NULL */
    const char *reason;
};

/* Follows @wish (nullable), or the rules. */
gboolean incmap_choice_make(IncmapChoice *choice, const char *wish, const IncmapView *view,
                            gboolean is_equal_area_wanted, GError **error);

/* (transfer full): the PROJ string centred for @view. */
char *incmap_choice_define(const IncmapChoice *choice, const IncmapView *view);
