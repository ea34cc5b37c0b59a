/* SPDX-License-Identifier: MIT */
/*
 * The gazetteer as the text reader asks for it. It is opened by the first name: a table with
 * coordinates needs none.
 */
#pragma once

#include "pipeline/session.h"
#include "read/read.h"

typedef struct IncmapNames IncmapNames;
struct IncmapNames {
    IncmapSession *session;
    GError *error; /* why the gazetteer could not be opened */
    GArray *found; /* IncmapNameMatch */
    IncmapNameSource source;
};

void incmap_names_init(IncmapNames *names, IncmapSession *session);
void incmap_names_clear(IncmapNames *names);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(IncmapNames, incmap_names_clear)
