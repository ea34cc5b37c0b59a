/* SPDX-License-Identifier: MIT */
/*
 * Places of one's own: a CSV file becomes a small gazetteer in memory that is
 * asked before the large one.
 */
#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "locate/add.h"
#include "locate/gazetteer-private.h"

#define MAX_BYTES (64u << 20)

/* One record of a CSV text: fields with their quotes undone. @cursor moves behind it. */
static GPtrArray *
read_record(const char **cursor, guint *line)
{
    GPtrArray *fields = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GString) field = g_string_new(NULL);
    gboolean is_quoted = FALSE;
    const char *c = *cursor;
    for (; *c != '\0'; c++) {
        if (*c == '\n')
            (*line)++;
        if (is_quoted && *c == '"' && c[1] == '"') {
            g_string_append_c(field, *++c);
        } else if (*c == '"') {
            is_quoted = !is_quoted;
        } else if (!is_quoted && (*c == ',' || *c == '\n')) {
            g_ptr_array_add(fields, g_strdup(g_strstrip(field->str)));
            g_string_truncate(field, 0);
            if (*c == '\n')
                break;
        } else {
            g_string_append_c(field, *c);
        }
    }
    if (*c == '\0')
        g_ptr_array_add(fields, g_strdup(g_strstrip(field->str)));
    *cursor = *c == '\0' ? c : c + 1;
    return fields;
}

static gboolean
find_columns(const GPtrArray *header, const char *path, const char *wanted,
             int columns[INCMAP_N_PLACE_COLUMNS], GError **error)
{
    if (!incmap_place_columns_find((const char *const *)header->pdata, header->len, wanted, path,
                                   columns, error))
        return FALSE;
    if (columns[INCMAP_PLACE_NAME] < 0 || columns[INCMAP_PLACE_LATITUDE] < 0 ||
        columns[INCMAP_PLACE_LONGITUDE] < 0)
        return incmap_fail(error, INCMAP_ERROR_INPUT,
                           "%s:1: the columns name, latitude and longitude are needed", path);
    return TRUE;
}

static const char *
get_field(const GPtrArray *record, const int columns[INCMAP_N_PLACE_COLUMNS],
          IncmapPlaceColumn column)
{
    int at = columns[column];
    return at < 0 || (guint)at >= record->len ? "" : g_ptr_array_index(record, (guint)at);
}

static gboolean
parse_degrees(const char *text, const char *what, double limit, const char *path, guint line,
              double *out_deg, GError **error)
{
    char *end = NULL;
    double deg = g_ascii_strtod(text, &end);
    if (end == text || *end != '\0')
        return incmap_fail(error, INCMAP_ERROR_INPUT, "%s:%u: %s \"%s\" is no number", path, line,
                           what, text);
    if (!(fabs(deg) <= limit))
        return incmap_fail(error, INCMAP_ERROR_INPUT, "%s:%u: %s %g is outside -%g to %g", path,
                           line, what, deg, limit, limit);
    *out_deg = deg;
    return TRUE;
}

static gboolean
add_record(IncmapGazetteerBuilder *builder, const IncmapGazetteer *base, const GPtrArray *record,
           const int columns[INCMAP_N_PLACE_COLUMNS], const char *path, guint line, GError **error)
{
    const char *name = get_field(record, columns, INCMAP_PLACE_NAME);
    if (name[0] == '\0')
        return incmap_fail(error, INCMAP_ERROR_INPUT, "%s:%u: the place has no name", path, line);
    IncmapPlace place = {.id = -(gint64)line, .kind = INCMAP_PLACE_TOWN, .name = name};
    if (!parse_degrees(get_field(record, columns, INCMAP_PLACE_LATITUDE), "latitude", 90, path,
                       line, &place.point.lat_deg, error) ||
        !parse_degrees(get_field(record, columns, INCMAP_PLACE_LONGITUDE), "longitude", 180, path,
                       line, &place.point.lon_deg, error))
        return FALSE;
    place.feature_code = "PPL";
    place.country_code = incmap_add_area_code(
        base, get_field(record, columns, INCMAP_PLACE_COUNTRY_NAME), INCMAP_PLACE_COUNTRY, "");
    place.admin1_code =
        incmap_add_area_code(base, get_field(record, columns, INCMAP_PLACE_ADMIN1_NAME),
                             INCMAP_PLACE_ADMIN1, place.country_code);
    place.radius_km = g_ascii_strtod(get_field(record, columns, INCMAP_PLACE_RADIUS), NULL);
    double population = g_ascii_strtod(get_field(record, columns, INCMAP_PLACE_POPULATION), NULL);
    place.population = population > 0 && population < 1e9 ? (guint32)population : 0;
    guint32 added = incmap_gazetteer_builder_add(builder, &place);
    g_auto(GStrv) alternates =
        g_strsplit_set(get_field(record, columns, INCMAP_PLACE_ALTERNATES), "|;", -1);
    for (char **alternate = alternates; *alternate != NULL; alternate++)
        incmap_gazetteer_builder_add_name(builder, added, *alternate, NULL, INCMAP_NAME_ALTERNATE);
    return TRUE;
}

static gboolean
parse_places(IncmapGazetteerBuilder *builder, const IncmapGazetteer *base, const char *text,
             const char *path, const char *wanted, GError **error)
{
    if (g_str_has_prefix(text, "\xEF\xBB\xBF"))
        text += 3;
    guint line = 1;
    int columns[INCMAP_N_PLACE_COLUMNS];
    g_autoptr(GPtrArray) header = read_record(&text, &line);
    if (!find_columns(header, path, wanted, columns, error))
        return FALSE;
    while (*text != '\0') {
        guint first_line = line;
        g_autoptr(GPtrArray) record = read_record(&text, &line);
        const char *first = g_ptr_array_index(record, 0);
        if (record->len == 1 && (first[0] == '\0' || first[0] == '#'))
            continue;
        if (!add_record(builder, base, record, columns, path, first_line, error))
            return FALSE;
    }
    return TRUE;
}

gboolean
incmap_add_places(IncmapAddition *addition, const char *path, const char *columns, GError **error)
{
    g_autofree char *text = NULL;
    gsize length = 0;
    g_autoptr(GError) failure = NULL;
    if (!g_file_get_contents(path, &text, &length, &failure))
        return incmap_fail(error, INCMAP_ERROR_INPUT, "%s: %s", path, failure->message);
    if (length > MAX_BYTES)
        return incmap_fail(error, INCMAP_ERROR_INPUT,
                           "%s: too large; keep only the places that the maps need", path);
    if (!g_utf8_validate(text, (gssize)length, NULL))
        return incmap_fail(error, INCMAP_ERROR_INPUT, "%s: not valid UTF-8", path);
    return parse_places(addition->builder, addition->base, text, path, columns, error);
}

gboolean
incmap_gazetteer_add_overlay(IncmapGazetteer *gazetteer, const char *path, GError **error)
{
    g_return_val_if_fail(gazetteer != NULL && path != NULL, FALSE);
    g_autoptr(IncmapGazetteerBuilder) builder = incmap_gazetteer_builder_new();
    IncmapAddition addition = {.base = gazetteer, .builder = builder};
    if (!incmap_add_places(&addition, path, NULL, error))
        return FALSE;
    g_autoptr(GBytes) bytes = incmap_gazetteer_builder_finish(builder, error);
    if (bytes == NULL)
        return FALSE;
    IncmapGazetteer *overlay = incmap_gazetteer_new_for_bytes(bytes, path, error);
    if (overlay == NULL)
        return FALSE;
    if (incmap_gazetteer_take_layer(gazetteer, overlay, INCMAP_LAYER_FIRST_OWN,
                                    INCMAP_LAYER_LAST_OWN))
        return TRUE;
    incmap_gazetteer_free(overlay);
    return incmap_fail(error, INCMAP_ERROR_INPUT, "%s: too many files of places; join some", path);
}
