/* SPDX-License-Identifier: MIT */
/*
 * What a file is, and what its words for areas mean.
 */
#include "locate/add.h"

#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "locate/dump-lines.h"
#include "locate/geonames.h"

/* The words of a header, whatever stands between them. */
static gboolean
has_word(const char *header, const char *word)
{
    g_auto(GStrv) words = g_strsplit_set(header, ",;\t|\" \r", -1);
    for (char **at = words; *at != NULL; at++)
        if (g_ascii_strcasecmp(*at, word) == 0)
            return TRUE;
    return FALSE;
}

static gboolean
is_table(const char *path)
{
    g_autofree char *folded = g_ascii_strdown(path, -1);
    return g_str_has_suffix(folded, ".csv");
}

gboolean
incmap_add_recognise(const char *path, IncmapAddKind *out_kind, GError **error)
{
    g_autoptr(IncmapDumpLines) lines = NULL;
    g_autofree char *folded = g_ascii_strdown(path, -1);
    gsize length = 0;
    *out_kind = INCMAP_ADD_VECTOR;
    if (!g_str_has_suffix(folded, ".txt") && !g_str_has_suffix(folded, ".zip") &&
        !g_str_has_suffix(folded, ".gz") && !is_table(path))
        return TRUE;
    lines = incmap_dump_lines_open(path, error);
    if (lines == NULL)
        return FALSE;
    /* A dump may begin with lines that are broken. */
    for (int i = 0; i < 100; i++) {
        g_autoptr(GError) failure = NULL;
        const char *line = incmap_dump_lines_next(lines, &length, &failure);
        if (failure != NULL) {
            g_propagate_error(error, g_steal_pointer(&failure));
            return FALSE;
        }
        if (line == NULL)
            break;
        if (incmap_dump_recognise(line, length) != INCMAP_DUMP_NONE) {
            *out_kind = INCMAP_ADD_GEONAMES;
            return TRUE;
        }
        if (i == 0 && is_table(path)) {
            *out_kind = has_word(line, "choice") && has_word(line, "candidate") ? INCMAP_ADD_REVIEW
                                                                                : INCMAP_ADD_PLACES;
            return TRUE;
        }
    }
    if (is_table(path) || g_str_has_suffix(folded, ".txt"))
        return incmap_fail(error, INCMAP_ERROR_INPUT,
                           "%s: neither a GeoNames dump nor a table of places", path);
    return TRUE;
}

const char *
incmap_add_area_code(const IncmapGazetteer *base, const char *name, IncmapPlaceKind kind,
                     const char *country_code)
{
    g_autofree char *folded = incmap_text_fold(name);
    g_autoptr(GArray) matches = g_array_new(FALSE, FALSE, sizeof(IncmapNameMatch));
    incmap_gazetteer_match(base, folded, 0, matches);
    for (guint i = 0; i < matches->len; i++) {
        const IncmapPlace *place = &g_array_index(matches, IncmapNameMatch, i).place;
        if (place->kind != kind || incmap_place_is_added(place))
            continue;
        if (kind == INCMAP_PLACE_COUNTRY)
            return place->country_code;
        if (country_code[0] == '\0' || strcmp(place->country_code, country_code) == 0)
            return place->admin1_code;
    }
    return "";
}

void
incmap_add_areas_at(const IncmapAddition *addition, IncmapPlace *place)
{
    IncmapFeature area;
    if (addition->layers == NULL ||
        (place->country_code[0] != '\0' && place->admin1_code[0] != '\0') ||
        !incmap_layers_at(addition->layers, INCMAP_LAYER_ADMIN1, place->point, &area) ||
        area.id == NULL || area.code == NULL)
        return;
    if (place->country_code[0] == '\0')
        place->country_code = area.code;
    if (place->admin1_code[0] == '\0' && strcmp(place->country_code, area.code) == 0)
        place->admin1_code = area.id;
}
