/* SPDX-License-Identifier: MIT */
#include "pipeline/results.h"

#include "base/text.h"

#include <math.h>
#include <string.h>

static const char *const format_names[] = {"json", "jsonl", "csv", "geojson", NULL};

gboolean
incmap_result_format_parse(const char *text, IncmapResultFormat *out_format, GError **error)
{
    for (guint i = 0; format_names[i] != NULL; i++) {
        if (strcmp(format_names[i], text) == 0) {
            *out_format = (IncmapResultFormat)i;
            return TRUE;
        }
    }
    const char *nearest = incmap_text_nearest(text, format_names);
    return incmap_fail(error, INCMAP_ERROR_USAGE, "unknown format \"%s\"; %s%s%s", text,
                       nearest != NULL ? "did you mean \"" : "there are json, jsonl, csv, geojson",
                       nearest != NULL ? nearest : "", nearest != NULL ? "\"?" : "");
}

void
incmap_csv_append(GString *out, const char *text, gssize length)
{
    if (text == NULL)
        return;
    gsize n_bytes = length < 0 ? strlen(text) : (gsize)length;
    gboolean has_special = FALSE;
    for (gsize i = 0; i < n_bytes; i++)
        has_special |= strchr(",\"\r\n", text[i]) != NULL;
    if (!has_special) {
        g_string_append_len(out, text, (gssize)n_bytes);
        return;
    }
    g_string_append_c(out, '"');
    for (gsize i = 0; i < n_bytes; i++) {
        if (text[i] == '"')
            g_string_append_c(out, '"');
        g_string_append_c(out, text[i]);
    }
    g_string_append_c(out, '"');
}

char *
incmap_result_matched(const IncmapFix *fix)
{
    if (fix->precision == INCMAP_PRECISION_NONE)
        return NULL;
    g_autoptr(GString) matched = g_string_new(fix->name);
    const char *const parents[] = {fix->admin1, fix->country};
    for (guint i = 0; i < G_N_ELEMENTS(parents); i++) {
        if (parents[i] == NULL || parents[i][0] == '\0' || g_strcmp0(parents[i], fix->name) == 0)
            continue;
        if (matched->len > 0)
            g_string_append(matched, ", ");
        g_string_append(matched, parents[i]);
    }
    return g_strdup(matched->str);
}

static void
append_place(IncmapJson *json, const IncmapMention *mention, const IncmapDocument *document)
{
    incmap_json_begin(json, NULL, '{');
    incmap_json_integer(json, "start", mention->start);
    incmap_json_integer(json, "end", mention->end);
    incmap_json_text(json, "text", mention->text);
    incmap_json_text(json, "role", incmap_role_id(mention->role));
    if (mention->is_demonym)
        incmap_json_text(json, "form", "adjective");
    if (mention->incident >= 0)
        incmap_json_integer(json, "incident",
                            mention->incident - (gint64)document->first_incident + 1);
    incmap_dump_fix(json, &mention->fix);
    incmap_json_end(json, '}');
}

/* What the file itself is and says, before what was found in it. */
static void
append_head(IncmapJson *json, const IncmapDocument *document)
{
    char day[11];
    incmap_json_text(json, "id", document->id != NULL ? document->id : "");
    incmap_json_text_if(json, "title", document->title);
    incmap_json_text_if(json, "language", document->language);
    incmap_json_text_if(json, "layout", document->layout);
    incmap_format_day(document->date_julian, day);
    if (document->date_julian != 0)
        incmap_json_text(json, "date", day);
    if (document->is_extracted)
        incmap_json_text(json, "extracted_text", document->text);
}

static char *
format_document(const IncmapScene *scene, const IncmapDocument *document, guint n_deep)
{
    g_auto(IncmapJson) json;
    incmap_json_init(&json, n_deep);
    incmap_json_begin(&json, NULL, '{');
    append_head(&json, document);
    incmap_json_begin(&json, "places", '[');
    for (guint i = 0; i < document->n_mentions; i++) {
        const IncmapMention *mention =
            &g_array_index(scene->mentions, IncmapMention, document->first_mention + i);
        append_place(&json, mention, document);
    }
    incmap_json_end(&json, ']');
    incmap_json_begin(&json, "incidents", '[');
    for (guint i = 0; i < document->n_incidents; i++) {
        guint index = document->first_incident + i;
        incmap_json_begin(&json, NULL, '{');
        incmap_dump_incident(&json, &g_array_index(scene->incidents, IncmapIncident, index));
        incmap_dump_fix(&json, &g_array_index(scene->fixes, IncmapFix, index));
        incmap_json_end(&json, '}');
    }
    incmap_json_end(&json, ']');
    incmap_json_end(&json, '}');
    return incmap_json_steal(&json);
}

char *
incmap_result_document(const IncmapMap *map, guint n_deep)
{
    const IncmapScene *scene = map->scene;
    const IncmapDocument none = {.n_mentions = scene->mentions->len,
                                 .n_incidents = scene->incidents->len};
    if (scene->documents->len == 0)
        return format_document(scene, &none, n_deep);
    g_autoptr(GString) out = g_string_new(NULL);
    for (guint i = 0; i < scene->documents->len; i++) {
        g_autofree char *text =
            format_document(scene, &g_array_index(scene->documents, IncmapDocument, i),
                            scene->documents->len > 1 ? 0 : n_deep);
        g_string_append(out, text);
    }
    return g_strdup(out->str);
}

/* The document that an incident is from; "" when it is from none. */
static const char *
document_of(const IncmapScene *scene, guint incident)
{
    for (guint i = 0; i < scene->documents->len; i++) {
        const IncmapDocument *document = &g_array_index(scene->documents, IncmapDocument, i);
        if (incident >= document->first_incident &&
            incident < document->first_incident + document->n_incidents)
            return document->id;
    }
    return "";
}

static void
append_number(GString *out, double value, int n_decimals)
{
    if (isfinite(value))
        incmap_format_number(out, value, n_decimals);
}

/* The sum of the figures of one kind, as the lowest and the highest anyone says. */
static void
append_killed(GString *out, const IncmapIncident *incident, gboolean is_high)
{
    if (incident->value_kind == INCMAP_VALUE_KILLED) {
        double value = is_high ? incident->value_high : incident->value_low;
        append_number(out, isfinite(value) ? value : incident->value, 0);
    }
}

static void
append_incident_row(GString *out, const IncmapIncident *incident, const IncmapFix *fix,
                    const char *document_id)
{
    char day[11];
    gboolean is_placed = fix->precision != INCMAP_PRECISION_NONE;
    g_autofree char *matched = incmap_result_matched(fix);
    incmap_csv_append(out, document_id, -1);
    g_string_append_c(out, ',');
    incmap_csv_append(out, incident->id, -1);
    incmap_format_day(incident->date.from_julian, day);
    g_string_append_printf(out, ",%s", day);
    incmap_format_day(incident->date.to_julian, day);
    g_string_append_printf(out, ",%s,%s,", day, incmap_event_id(incident->event));
    incmap_csv_append(out, incident->type, -1);
    g_string_append_c(out, ',');
    incmap_csv_append(out, incident->place, -1);
    g_string_append_c(out, ',');
    append_number(out, is_placed ? fix->point.lat_deg : NAN, 5);
    g_string_append_c(out, ',');
    append_number(out, is_placed ? fix->point.lon_deg : NAN, 5);
    g_string_append_printf(out, ",%s,", incmap_precision_id(fix->precision));
    append_number(out, is_placed ? fix->radius_km : NAN, 2);
    g_string_append_c(out, ',');
    append_number(out, fix->score, 3);
    g_string_append_c(out, ',');
    incmap_csv_append(out, matched, -1);
    g_string_append_c(out, ',');
    if (incident->value_kind == INCMAP_VALUE_KILLED)
        append_number(out, incident->value, 0);
    g_string_append_c(out, ',');
    append_killed(out, incident, FALSE);
    g_string_append_c(out, ',');
    append_killed(out, incident, TRUE);
    g_string_append_c(out, ',');
    incmap_csv_append(out, fix->reason, -1);
    g_string_append_c(out, ',');
    incmap_csv_append(out, incident->notes, -1);
    g_string_append(out, "\n");
}

void
incmap_result_csv(const IncmapMap *map, gboolean has_header, GString *out)
{
    const IncmapScene *scene = map->scene;
    if (has_header)
        g_string_append(out,
                        "document,id,date,date_to,event,type,place,lat,lon,precision,"
                        "radius_km,score,matched,killed,killed_low,killed_high,reason,notes\n");
    for (guint i = 0; i < scene->incidents->len; i++)
        append_incident_row(out, &g_array_index(scene->incidents, IncmapIncident, i),
                            &g_array_index(scene->fixes, IncmapFix, i), document_of(scene, i));
}

static void
append_feature(IncmapJson *json, const IncmapIncident *incident, const IncmapFix *fix)
{
    incmap_json_begin(json, NULL, '{');
    incmap_json_text(json, "type", "Feature");
    if (fix->precision == INCMAP_PRECISION_NONE) {
        incmap_json_text(json, "geometry", NULL);
    } else {
        incmap_json_begin(json, "geometry", '{');
        incmap_json_text(json, "type", "Point");
        incmap_json_begin(json, "coordinates", '[');
        incmap_json_number(json, NULL, fix->point.lon_deg, 5);
        incmap_json_number(json, NULL, fix->point.lat_deg, 5);
        incmap_json_end(json, ']');
        incmap_json_end(json, '}');
    }
    incmap_json_begin(json, "properties", '{');
    incmap_dump_incident(json, incident);
    incmap_dump_fix(json, fix);
    incmap_json_end(json, '}');
    incmap_json_end(json, '}');
}

char *
incmap_result_geojson(const IncmapMap *map)
{
    const IncmapScene *scene = map->scene;
    g_auto(IncmapJson) json;
    incmap_json_init(&json, 2);
    incmap_json_begin(&json, NULL, '{');
    incmap_json_text(&json, "type", "FeatureCollection");
    incmap_json_begin(&json, "features", '[');
    for (guint i = 0; i < scene->incidents->len; i++)
        append_feature(&json, &g_array_index(scene->incidents, IncmapIncident, i),
                       &g_array_index(scene->fixes, IncmapFix, i));
    incmap_json_end(&json, ']');
    incmap_json_end(&json, '}');
    return incmap_json_steal(&json);
}
