/* SPDX-License-Identifier: MIT */
/*
 * Collects places and names and makes a gazetteer file of them. The result
 * depends only on what was added, not on addresses or hash order.
 */
#pragma once

#include "locate/gazetteer.h"

typedef struct IncmapGazetteerBuilder IncmapGazetteerBuilder;

IncmapGazetteerBuilder *incmap_gazetteer_builder_new(void);
void incmap_gazetteer_builder_free(IncmapGazetteerBuilder *builder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IncmapGazetteerBuilder, incmap_gazetteer_builder_free)

/**
 * incmap_gazetteer_builder_add:
 * @place: copied; its index is ignored, absent strings may be %NULL
 *
 * Adds a place under its standard name.
 *
 * Returns: the number by which names can be added to it; not its later index
 */
guint32 incmap_gazetteer_builder_add(IncmapGazetteerBuilder *builder, const IncmapPlace *place);

/* Adds a name to a place; @language may be NULL. A name that folds to nothing is ignored.
 * The adjective of a country that sentences use ("Algerian") is the demonym in the language "adj",
 * and incmap_gazetteer_name_in() finds it so. */
void incmap_gazetteer_builder_add_name(IncmapGazetteerBuilder *builder, guint32 place,
                                       const char *name, const char *language, IncmapNameKind kind);

void incmap_gazetteer_builder_set_continent(IncmapGazetteerBuilder *builder,
                                            const char *country_code, const char *continent);

/* The finished file as bytes; NULL with INCMAP_ERROR_LAYER when a limit is passed. The builder can
 * only be freed afterwards. */
GBytes *incmap_gazetteer_builder_finish(IncmapGazetteerBuilder *builder, GError **error);

/* As above into a file, written beside @path and renamed. */
gboolean incmap_gazetteer_builder_write(IncmapGazetteerBuilder *builder, const char *path,
                                        GError **error);
