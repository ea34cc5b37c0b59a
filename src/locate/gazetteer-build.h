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

/* Adds to the population of a place, without making it more important. */
void incmap_gazetteer_builder_add_population(IncmapGazetteerBuilder *builder, guint32 place,
                                             guint32 population);

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

/* As above into a file, written beside @path and renamed; sections leave the memory as soon as they
 * are done. */
gboolean incmap_gazetteer_builder_write(IncmapGazetteerBuilder *builder, const char *path,
                                        GError **error);

/* The places are the user's own and win over others. */
void incmap_gazetteer_builder_set_own(IncmapGazetteerBuilder *builder);
/* Who has to be credited: "GeoNames". */
void incmap_gazetteer_builder_set_credit(IncmapGazetteerBuilder *builder, const char *credit);
/* Calls @progress while the file is made, with the share that is done, 0 … 1. */
void incmap_gazetteer_builder_set_progress(IncmapGazetteerBuilder *builder,
                                           void (*progress)(double share, gpointer data),
                                           gpointer data);
/* From now on places with the admin-1 code @from have @to; takes effect with _settle_admin1(). */
void incmap_gazetteer_builder_rename_admin1(IncmapGazetteerBuilder *builder, const char *from,
                                            const char *to);
void incmap_gazetteer_builder_settle_admin1(IncmapGazetteerBuilder *builder);
guint32 incmap_gazetteer_builder_n_places(const IncmapGazetteerBuilder *builder);
