/* SPDX-License-Identifier: MIT */
#include "fake-names.h"

#include "base/text.h"

#include <stdlib.h>
#include <string.h>

struct FakeNames {
    GHashTable *places;   /* folded → IncmapNameHit */
    GHashTable *prefixes; /* folded */
    GHashTable *demonyms; /* folded → code */
};

static int
kind_of(const char *kind)
{
    static const char *const kinds[] = {"town", "admin1", "admin2", "country", "region", NULL};
    for (int i = 0; kinds[i] != NULL; i++) {
        if (strcmp(kinds[i], kind) == 0)
            return i;
    }
    return 0;
}

static void
add_prefixes(FakeNames *names, const char *folded)
{
    g_hash_table_add(names->prefixes, g_strdup(folded));
    for (const char *at = folded; (at = strchr(at, ' ')) != NULL; at++)
        g_hash_table_add(names->prefixes, g_strndup(folded, (gsize)(at - folded)));
}

static void
add_place(FakeNames *names, char **columns)
{
    IncmapNameHit *hit = g_new0(IncmapNameHit, 1);
    hit->kind = kind_of(columns[1]);
    hit->name = g_intern_string(columns[0]);
    hit->population = (guint32)atoi(columns[2]);
    hit->country_code = g_intern_string(columns[3]);
    hit->admin1_code = g_intern_string(columns[4]);
    hit->feature_code = strcmp(columns[1], "capital") == 0 ? "PPLC" : "PPL";
    char *folded = incmap_text_fold(columns[0]);
    add_prefixes(names, folded);
    g_hash_table_insert(names->places, folded, hit);
}

static char **
load_lines(const char *folder, const char *file)
{
    g_autofree char *path = g_build_filename(folder, file, NULL);
    g_autofree char *contents = NULL;
    if (!g_file_get_contents(path, &contents, NULL, NULL))
        g_error("%s cannot be read", path);
    return g_strsplit(contents, "\n", -1);
}

FakeNames *
fake_names_new(const char *folder)
{
    FakeNames *names = g_new0(FakeNames, 1);
    names->places = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    names->prefixes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    names->demonyms = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_auto(GStrv) places = load_lines(folder, "places.tsv");
    for (guint i = 0; places[i] != NULL; i++) {
        g_auto(GStrv) columns = g_strsplit(places[i], "\t", -1);
        if (g_strv_length(columns) >= 5)
            add_place(names, columns);
    }
    g_auto(GStrv) demonyms = load_lines(folder, "demonyms.tsv");
    for (guint i = 0; demonyms[i] != NULL; i++) {
        g_auto(GStrv) columns = g_strsplit(demonyms[i], "\t", -1);
        if (g_strv_length(columns) >= 2)
            g_hash_table_insert(names->demonyms, incmap_text_fold(columns[0]),
                                (gpointer)g_intern_string(columns[1]));
    }
    return names;
}

void
fake_names_free(FakeNames *names)
{
    if (names == NULL)
        return;
    g_hash_table_unref(names->places);
    g_hash_table_unref(names->prefixes);
    g_hash_table_unref(names->demonyms);
    g_free(names);
}

static guint
find(gpointer data, const char *folded, IncmapNameHit *hits, guint max)
{
    const FakeNames *names = data;
    const IncmapNameHit *hit = g_hash_table_lookup(names->places, folded);
    if (hit == NULL || max == 0)
        return 0;
    hits[0] = *hit;
    return 1;
}

static gboolean
has_prefix(gpointer data, const char *folded)
{
    const FakeNames *names = data;
    return g_hash_table_contains(names->prefixes, folded);
}

static const char *
demonym(gpointer data, const char *folded)
{
    const FakeNames *names = data;
    return g_hash_table_lookup(names->demonyms, folded);
}

IncmapNameSource
fake_names_source(FakeNames *names)
{
    return (IncmapNameSource){names, find, has_prefix, demonym};
}
