/* SPDX-License-Identifier: MIT */
#include "run/depends.h"

#include "pipeline/data.h"
#include "pipeline/gazetteers.h"
#include "pipeline/when.h"
#include "run/inputs.h"
#include "run/style-icons.h"
#include "style/style-merge.h"

#include <string.h>

/* --- the installation ------------------------------------------------------------------------- */

static void
add_stamp(GChecksum *checksum, const char *path)
{
    g_autofree char *stamp = incmap_digest_stamp(path);
    g_checksum_update(checksum, (const guchar *)path, -1);
    g_checksum_update(checksum, (const guchar *)stamp, -1);
}

static char *
digest_fonts(const GPtrArray *sources)
{
    /* Each decides where fontconfig looks. */
    static const char *const variables[] = {"FONTCONFIG_FILE",    "FONTCONFIG_PATH",
                                            "FONTCONFIG_SYSROOT", "XDG_CONFIG_HOME",
                                            "XDG_DATA_HOME",      "HOME"};
    g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
    for (guint i = 0; i < G_N_ELEMENTS(variables); i++) {
        const char *value = g_getenv(variables[i]);
        g_checksum_update(checksum, (const guchar *)(value != NULL ? value : "-"), -1);
        g_checksum_update(checksum, (const guchar *)"\n", 1);
    }
    for (guint i = 0; i < sources->len; i++)
        add_stamp(checksum, g_ptr_array_index(sources, i));
    return g_strdup(g_checksum_get_string(checksum));
}

/* The list of places is the last run's as long as none of them has changed; fontconfig is asked
 * otherwise. */
static char *
find_fonts(IncmapJobRun *run)
{
    GPtrArray *fonts = run->state->fonts;
    g_autofree char *before = fonts->len > 0 ? g_strdup(g_ptr_array_index(fonts, 0)) : NULL;
    if (fonts->len > 0)
        g_ptr_array_remove_index(fonts, 0);
    g_autofree char *now = digest_fonts(fonts);
    if (g_strcmp0(before, now) != 0) {
        g_autoptr(IncmapSession) session = incmap_session_new();
        const IncmapComposeTable *compose = incmap_session_get_compose(session, NULL);
        g_auto(GStrv) sources = compose != NULL ? compose->list_font_sources() : NULL;
        g_ptr_array_set_size(fonts, 0);
        for (guint i = 0; sources != NULL && sources[i] != NULL; i++)
            g_ptr_array_add(fonts, g_strdup(sources[i]));
        g_free(now);
        now = digest_fonts(fonts);
    }
    g_ptr_array_insert(fonts, 0, g_strdup(now));
    return g_steal_pointer(&now);
}

void
incmap_plan_begin(IncmapJobRun *run)
{
    static const char *const modules[] = {"incmap-map.so", "incmap-gdal.so", "incmap-markup.so",
                                          "incmap-svg.so"};
    static const char *const data[] = {INCMAP_FILE_LAYERS, INCMAP_FILE_GAZETTEER,
                                       INCMAP_FILE_RELIEF};
    g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
    g_autofree char *fonts = find_fonts(run);
    g_autofree char *library = incmap_data_find_library();
    g_checksum_update(checksum, (const guchar *)incmap_version(), -1);
    g_checksum_update(checksum, (const guchar *)fonts, -1);
    g_checksum_update(checksum, (const guchar *)incmap_digests_get(&run->state->digests, library),
                      -1);
    for (guint i = 0; i < G_N_ELEMENTS(modules); i++) {
        g_autofree char *path = incmap_data_find_module(modules[i], NULL);
        if (path != NULL)
            g_checksum_update(checksum,
                              (const guchar *)incmap_digests_get(&run->state->digests, path), -1);
    }
    for (guint i = 0; i < G_N_ELEMENTS(data); i++) {
        g_autofree char *path = incmap_data_find(data[i], NULL);
        g_autofree char *stamp = path != NULL ? incmap_digest_stamp(path) : g_strdup("-");
        g_checksum_update(checksum, (const guchar *)stamp, -1);
    }
    run->installation = g_strdup(g_checksum_get_string(checksum));
    run->styles = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
}

void
incmap_plan_end(IncmapJobRun *run)
{
    g_clear_pointer(&run->installation, g_free);
    g_clear_pointer(&run->styles, g_hash_table_unref);
}

/* --- one entry -------------------------------------------------------------------------------- */

GPtrArray *
incmap_depends_style_files(const char *name)
{
    GPtrArray *files = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *path = incmap_data_find_style(name, NULL);
    g_autofree char *folder = incmap_data_styles_folder();
    const char *const folders[] = {folder, NULL};
    g_autoptr(IncmapStyleDocument) document = incmap_document_new();
    IncmapValue root;
    guint n = 0;
    if (path == NULL)
        return files;
    gboolean is_read = incmap_style_merge_load(document, path, folders, &root, NULL);
    const char *const *loaded = incmap_document_get_files(document, &n);
    for (guint i = 0; i < n; i++)
        g_ptr_array_add(files, g_strdup(loaded[i]));
    g_autoptr(GPtrArray) icons =
        is_read ? incmap_style_icons_list(&root, loaded, n) : g_ptr_array_new();
    for (guint i = 0; i < icons->len; i++)
        g_ptr_array_add(files, g_strdup(icons->pdata[i]));
    return files;
}

/* A style that can't be read says so when it is used. */
static const char *
digest_style(IncmapJobRun *run, const char *name)
{
    const char *known = g_hash_table_lookup(run->styles, name);
    if (known != NULL)
        return known;
    g_autoptr(GString) digests = g_string_new(NULL);
    g_autoptr(GPtrArray) files = incmap_depends_style_files(name);
    for (guint i = 0; i < files->len; i++)
        g_string_append(digests,
                        incmap_digests_get(&run->state->digests, g_ptr_array_index(files, i)));
    g_hash_table_insert(run->styles, g_strdup(name), g_strdup(digests->str));
    return g_hash_table_lookup(run->styles, name);
}

static void
add_files(IncmapJobRun *run, GString *words, const GPtrArray *paths)
{
    for (guint i = 0; i < paths->len; i++) {
        const char *path = g_ptr_array_index(paths, i);
        g_string_append_printf(words, "%s %s\n", path,
                               incmap_digests_get(&run->state->digests, path));
    }
}

/* Gazetteers of the user's own are made by a command of their own and replaced as a whole. */
static void
add_gazetteers(GString *words, const char *chosen)
{
    g_autofree char *path = incmap_gazetteers_path(chosen);
    if (path == NULL)
        return;
    g_autoptr(GPtrArray) files = incmap_gazetteers_list(path, "");
    g_ptr_array_add(files, g_strdup(path));
    for (guint i = 0; i < files->len; i++) {
        g_autofree char *stamp = incmap_digest_stamp(g_ptr_array_index(files, i));
        g_string_append_printf(words, "%s %s\n", (const char *)g_ptr_array_index(files, i), stamp);
    }
}

char *
incmap_depends_look(IncmapJobRun *run, const IncmapJobMap *map)
{
    const char *style = map->options.style != NULL ? map->options.style : "news";
    g_autoptr(GString) words = g_string_new(run->installation);
    g_string_append_printf(words, "\n%s\n%s%u\n", digest_style(run, style), map->look_words->str,
                           map->options.date_julian);
    add_files(run, words, map->options.layers);
    g_autofree char *vocabulary =
        map->options.language != NULL ? incmap_data_find_words(map->options.language) : NULL;
    if (vocabulary != NULL)
        g_string_append(words, incmap_digests_get(&run->state->digests, vocabulary));
    add_gazetteers(words, map->options.gazetteer);
    g_autofree char *styles = incmap_data_styles_folder();
    g_autofree char *supplied = g_build_filename(styles, "disclaimers.csv", NULL);
    const char *const tables[] = {map->options.places, map->options.review,
                                  map->options.disclaimers != NULL ? map->options.disclaimers
                                                                   : supplied};
    for (guint i = 0; i < G_N_ELEMENTS(tables); i++) {
        if (tables[i] != NULL)
            g_string_append(words, incmap_digests_get(&run->state->digests, tables[i]));
    }
    return g_compute_checksum_for_string(G_CHECKSUM_SHA256, words->str, -1);
}

static gboolean
names_today(const IncmapJobMap *map)
{
    gboolean is_named = map->report != NULL && incmap_fields_has(map->report, INCMAP_FIELD_DATE);
    const char *const texts[] = {map->options.title, map->options.subtitle, map->atlas};
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
        is_named |= texts[i] != NULL && incmap_fields_has(texts[i], INCMAP_FIELD_DATE);
    for (guint i = 0; i < map->outputs->len; i++)
        is_named |= incmap_fields_has(
            ((const IncmapJobOutput *)g_ptr_array_index(map->outputs, i))->path, INCMAP_FIELD_DATE);
    return is_named;
}

char *
incmap_depends_entry(IncmapJobRun *run, const IncmapJobMap *map, const GPtrArray *sources)
{
    g_autofree char *look = incmap_depends_look(run, map);
    g_autoptr(GString) words = g_string_new(look);
    g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < sources->len; i++) {
        const IncmapSource *source = g_ptr_array_index(sources, i);
        if (source->is_database)
            return NULL;
        g_ptr_array_add(paths, g_strdup(source->path));
        incmap_source_add_companions(source, paths);
    }
    IncmapOptions options;
    incmap_options_copy(&options, &map->options);
    incmap_options_resolve(&options, NULL);
    g_string_append_printf(words, "\n%s%u %u %u\n", map->other_words->str, options.first_julian,
                           options.last_julian, names_today(map) ? incmap_today() : 0);
    incmap_options_clear(&options);
    add_files(run, words, paths);
    return g_compute_checksum_for_string(G_CHECKSUM_SHA256, words->str, -1);
}
