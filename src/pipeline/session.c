/* SPDX-License-Identifier: MIT */
#include "pipeline/session.h"

#include "pipeline/data.h"
#include "pipeline/gazetteers.h"
#include "read/lexicon.h"

#include <gmodule.h>
#include <string.h>

#define MODULE_FILE "incmap-map.so"
#define DEFAULT_STYLE "news"

IncmapSession *
incmap_session_new(void)
{
    IncmapSession *session = g_new0(IncmapSession, 1);
    session->notes = g_ptr_array_new_with_free_func(g_free);
    return session;
}

void
incmap_session_free(IncmapSession *session)
{
    if (session == NULL)
        return;
    if (session->composer != NULL)
        session->compose->composer_free(session->composer);
    g_clear_pointer(&session->vocabularies, g_hash_table_unref);
    g_clear_pointer(&session->lexicons, g_hash_table_unref);
    g_clear_pointer(&session->names, g_hash_table_unref);
    incmap_layers_free(session->layers);
    incmap_gazetteer_free(session->gazetteer);
    g_free(session->layers_path);
    g_free(session->relief_path);
    g_free(session->gazetteer_path);
    g_free(session->places_path);
    g_free(session->gazetteers);
    g_ptr_array_unref(session->notes);
    g_free(session);
}

GHashTable *
incmap_session_get_lexicons(IncmapSession *session)
{
    if (session->lexicons == NULL)
        session->lexicons = incmap_lexicons_new();
    return session->lexicons;
}

const IncmapLayers *
incmap_session_get_layers(IncmapSession *session, GError **error)
{
    if (session->layers != NULL)
        return session->layers;
    g_autofree char *path = incmap_data_find(INCMAP_FILE_LAYERS, error);
    if (path == NULL)
        return NULL;
    session->layers = incmap_layers_open(path, error);
    if (session->layers != NULL)
        session->layers_path = g_steal_pointer(&path);
    return session->layers;
}

const IncmapGazetteer *
incmap_session_get_standard(IncmapSession *session, GError **error)
{
    if (session->gazetteer != NULL)
        return session->gazetteer;
    g_autofree char *path = incmap_data_find(INCMAP_FILE_GAZETTEER, error);
    if (path == NULL)
        return NULL;
    session->gazetteer = incmap_gazetteer_open(path, error);
    if (session->gazetteer != NULL)
        session->gazetteer_path = g_steal_pointer(&path);
    return session->gazetteer;
}

const IncmapGazetteer *
incmap_session_get_gazetteer(IncmapSession *session, GError **error)
{
    if (incmap_session_get_standard(session, error) == NULL)
        return NULL;
    if (session->has_gazetteers)
        return session->gazetteer;
    if (!incmap_gazetteers_load(session->gazetteer, session->gazetteers, error))
        return NULL;
    session->has_gazetteers = TRUE;
    return session->gazetteer;
}

gboolean
incmap_session_use_gazetteers(IncmapSession *session, const char *path, GError **error)
{
    if (path == NULL || g_strcmp0(session->gazetteers, path) == 0)
        return TRUE;
    if (session->has_gazetteers)
        return incmap_fail(error, INCMAP_ERROR_USAGE,
                           "a session can have one folder of gazetteers; it has %s",
                           session->gazetteers != NULL ? session->gazetteers : "the default");
    g_free(session->gazetteers);
    session->gazetteers = g_strdup(path);
    return TRUE;
}

gboolean
incmap_session_add_places(IncmapSession *session, const char *path, GError **error)
{
    if (g_strcmp0(session->places_path, path) == 0)
        return TRUE;
    if (session->places_path != NULL)
        return incmap_fail(error, INCMAP_ERROR_USAGE,
                           "a session can have one file of places; it has %s",
                           session->places_path);
    if (incmap_session_get_gazetteer(session, error) == NULL ||
        !incmap_gazetteer_add_overlay(session->gazetteer, path, error))
        return FALSE;
    session->places_path = g_strdup(path);
    g_clear_pointer(&session->names, g_hash_table_unref); /* their answers may differ now */
    return TRUE;
}

const IncmapVocabulary *
incmap_session_get_vocabulary(IncmapSession *session, const char *language, GError **error)
{
    if (language == NULL || strcmp(language, "en") == 0)
        return NULL;
    if (session->vocabularies == NULL)
        session->vocabularies = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
                                                      (GDestroyNotify)incmap_vocabulary_free);
    IncmapVocabulary *known = g_hash_table_lookup(session->vocabularies, language);
    g_autofree char *path = incmap_data_find_words(language);
    if (known != NULL || path == NULL)
        return known;
    known = incmap_vocabulary_load(path, error);
    if (known != NULL)
        g_hash_table_insert(session->vocabularies, g_strdup(language), known);
    return known;
}

const IncmapComposeTable *
incmap_session_get_compose(IncmapSession *session, GError **error)
{
    if (session->compose != NULL)
        return session->compose;
    g_autofree char *path = incmap_data_find_module(MODULE_FILE, error);
    if (path == NULL)
        return NULL;
    GModule *module = g_module_open(path, G_MODULE_BIND_LAZY | G_MODULE_BIND_LOCAL);
    gpointer symbol = NULL;
    if (module == NULL || !g_module_symbol(module, INCMAP_COMPOSE_SYMBOL, &symbol)) {
        incmap_fail(error, INCMAP_ERROR_LAYER, "%s: cannot be loaded: %s", path, g_module_error());
        return NULL;
    }
    /* Pango and fontconfig leave state behind: the module stays until the process ends. */
    g_module_make_resident(module);
    const IncmapComposeTable *table = symbol;
    if (table->version != INCMAP_COMPOSE_VERSION) {
        incmap_fail(error, INCMAP_ERROR_LAYER,
                    "%s: belongs to another version of incmap; install incmap completely", path);
        return NULL;
    }
    session->compose = table;
    return table;
}

IncmapComposer *
incmap_session_get_composer(IncmapSession *session, const char *style, GError **error)
{
    const IncmapComposeTable *compose = incmap_session_get_compose(session, error);
    g_autofree char *path = NULL;
    if (compose == NULL ||
        (path = incmap_data_find_style(style != NULL ? style : DEFAULT_STYLE, error)) == NULL)
        return NULL;
    if (session->composer == NULL)
        session->composer = compose->composer_new(error);
    g_autofree char *folder = incmap_data_styles_folder();
    if (session->composer == NULL || !compose->choose_style(session->composer, path, folder, error))
        return NULL;
    return session->composer;
}

const char *
incmap_version(void)
{
    return INCMAP_VERSION;
}
