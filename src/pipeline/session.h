/* SPDX-License-Identifier: MIT */
/*
 * What maps share: layers, gazetteer, the module that draws with its style and
 * fonts. Each is opened by the first call that needs it and stays open.
 */
#pragma once

#include "layers/layers.h"
#include "locate/gazetteer.h"
#include "pipeline/compose.h"
#include "scene/vocabulary.h"

struct IncmapSession {
    IncmapLayers *layers;
    IncmapGazetteer *gazetteer;
    const IncmapComposeTable *compose;
    IncmapComposer *composer;
    char *layers_path, *gazetteer_path;
    char *relief_path;        /* NULL: the installation has none */
    GHashTable *vocabularies; /* language → IncmapVocabulary; kept to the end: maps point to them */
    char *places_path;        /* of the user's own places in the gazetteer; NULL */
    char *gazetteers; /* where the user's gazetteers are, as the option says; NULL: by default */
    gboolean has_gazetteers; /* they are loaded */
    GHashTable *lexicons;    /* language → IncmapLexicon; of the texts read so far */
    GHashTable *names;       /* folded name → what the gazetteer says of it: see names.c */
    GPtrArray *notes;        /* char *: of the last command that changed the gazetteers */
};

const IncmapLayers *incmap_session_get_layers(IncmapSession *session, GError **error);
/* The standard gazetteer with the user's beside it. */
const IncmapGazetteer *incmap_session_get_gazetteer(IncmapSession *session, GError **error);
/* The words of a language; NULL without an error for one whose words we lack, and for English. */
const IncmapVocabulary *incmap_session_get_vocabulary(IncmapSession *session, const char *language,
                                                      GError **error);
/* The words that texts are read with; for IncmapReadOptions. */
GHashTable *incmap_session_get_lexicons(IncmapSession *session);
/* The same gazetteer before the user's are loaded; for what is said about countries. */
const IncmapGazetteer *incmap_session_get_standard(IncmapSession *session, GError **error);
/* Says where the user's gazetteers are, before they are loaded. */
gboolean incmap_session_use_gazetteers(IncmapSession *session, const char *path, GError **error);
/* Adds the user's own places to the gazetteer, once. */
gboolean incmap_session_add_places(IncmapSession *session, const char *path, GError **error);
/* The table of the module, without fonts or style. */
const IncmapComposeTable *incmap_session_get_compose(IncmapSession *session, GError **error);
/* The module ready to draw in a style. */
IncmapComposer *incmap_session_get_composer(IncmapSession *session, const char *style,
                                            GError **error);
