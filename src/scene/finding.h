/* SPDX-License-Identifier: MIT */
/*
 * What an editor would say of a finished map before it goes to print.
 */
#pragma once

#include "base/geometry.h"

/** IncmapFinding: one remark */
typedef struct IncmapFinding IncmapFinding;
struct IncmapFinding {
    const char *code;  /* "dropped", "small-type", "contrast" … */
    gboolean is_fault; /* to be mended; otherwise to be looked at */
    const char *text;  /* a sentence, owned by the scene */
    IncmapBox box;     /* where; empty: the whole page */
    gint32 incident;   /* index; -1 */
};
