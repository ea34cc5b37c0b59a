/* SPDX-License-Identifier: MIT */
/*
 * Which column of a table or layer of places is which.
 */
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "locate/add.h"

static const char *const roles[INCMAP_N_PLACE_COLUMNS + 1] = {
    [INCMAP_PLACE_NAME] = "name",          [INCMAP_PLACE_LATITUDE] = "lat",
    [INCMAP_PLACE_LONGITUDE] = "lon",      [INCMAP_PLACE_COUNTRY_NAME] = "country",
    [INCMAP_PLACE_ADMIN1_NAME] = "admin1", [INCMAP_PLACE_ALTERNATES] = "alternates",
    [INCMAP_PLACE_RADIUS] = "radius",      [INCMAP_PLACE_POPULATION] = "population",
};

static const struct {
    const char *title; /* folded */
    IncmapPlaceColumn column;
} titles_known[] = {
    {"name", INCMAP_PLACE_NAME},
    {"place", INCMAP_PLACE_NAME},
    {"latitude", INCMAP_PLACE_LATITUDE},
    {"lat", INCMAP_PLACE_LATITUDE},
    {"longitude", INCMAP_PLACE_LONGITUDE},
    {"lon", INCMAP_PLACE_LONGITUDE},
    {"lng", INCMAP_PLACE_LONGITUDE},
    {"country", INCMAP_PLACE_COUNTRY_NAME},
    {"admin1", INCMAP_PLACE_ADMIN1_NAME},
    {"alternate names", INCMAP_PLACE_ALTERNATES},
    {"alternates", INCMAP_PLACE_ALTERNATES},
    {"precision", INCMAP_PLACE_RADIUS},
    {"radius km", INCMAP_PLACE_RADIUS},
    {"radius", INCMAP_PLACE_RADIUS},
    {"population", INCMAP_PLACE_POPULATION},
    {"pop", INCMAP_PLACE_POPULATION},
};

static gboolean
fail_no_column(const char *const *titles, guint n, const char *title, const char *path,
               GError **error)
{
    g_autoptr(GString) all = g_string_new(NULL);
    for (guint i = 0; i < n && i < 30; i++)
        g_string_append_printf(all, "%s%s", i == 0 ? "" : ", ", titles[i]);
    return incmap_fail(error, INCMAP_ERROR_USAGE, "%s: has no column \"%s\"; it has %s", path,
                       title, all->str);
}

static gboolean
take_wanted(const char *part, const char *const *titles, guint n, const char *path,
            int columns[INCMAP_N_PLACE_COLUMNS], GError **error)
{
    const char *equals = strchr(part, '=');
    g_autofree char *role =
        equals != NULL ? g_strndup(part, (gsize)(equals - part)) : g_strdup(part);
    int column = 0;
    while (roles[column] != NULL && strcmp(roles[column], g_strstrip(role)) != 0)
        column++;
    if (equals == NULL || roles[column] == NULL)
        return incmap_fail(error, INCMAP_ERROR_USAGE,
                           "columns: \"%s\" is not ROLE=COLUMN with a role of name, lat, lon, "
                           "country, admin1, alternates, radius, population",
                           part);
    for (guint i = 0; i < n; i++)
        if (g_ascii_strcasecmp(titles[i], equals + 1) == 0)
            columns[column] = (int)i;
    return columns[column] >= 0 || fail_no_column(titles, n, equals + 1, path, error);
}

gboolean
incmap_place_columns_find(const char *const *titles, guint n, const char *wanted, const char *path,
                          int columns[INCMAP_N_PLACE_COLUMNS], GError **error)
{
    for (int i = 0; i < INCMAP_N_PLACE_COLUMNS; i++)
        columns[i] = -1;
    g_auto(GStrv) parts = g_strsplit(wanted != NULL ? wanted : "", ",", -1);
    for (char **part = parts; *part != NULL; part++)
        if (**part != '\0' && !take_wanted(*part, titles, n, path, columns, error))
            return FALSE;
    for (guint i = 0; i < n; i++) {
        g_autofree char *folded = incmap_text_fold(titles[i]);
        for (gsize j = 0; j < G_N_ELEMENTS(titles_known); j++)
            if (strcmp(folded, titles_known[j].title) == 0 && columns[titles_known[j].column] < 0)
                columns[titles_known[j].column] = (int)i;
    }
    return TRUE;
}
