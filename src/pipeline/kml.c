/* SPDX-License-Identifier: MIT */
/*
 * The incidents as KML 2.2, for Google Earth and the like: a placemark each, with how exactly its
 * place is known; what has no place is left to the map's list of those.
 */
#include "base/json.h"
#include "pipeline/outputs.h"
#include "scene/dump.h"

#include <math.h>

static void
add_element(GString *out, const char *name, const char *text)
{
    if (text == NULL || text[0] == '\0')
        return;
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    g_autofree char *escaped = g_markup_escape_text(valid, -1);
    g_string_append_printf(out, "<%s>%s</%s>", name, escaped, name);
}

static void
add_data(GString *out, const char *name, const char *text)
{
    if (text == NULL || text[0] == '\0')
        return;
    g_string_append_printf(out, "<Data name=\"%s\">", name);
    add_element(out, "value", text);
    g_string_append(out, "</Data>");
}

static void
add_number(GString *out, const char *name, double value, int n_decimals)
{
    g_autoptr(GString) text = g_string_new(NULL);
    if (!isfinite(value))
        return;
    incmap_format_number(text, value, n_decimals);
    add_data(out, name, text->str);
}

static void
add_time(GString *out, const IncmapDate *date)
{
    char from[11], to[11];
    incmap_format_day(date->from_julian, from);
    incmap_format_day(MAX(date->to_julian, date->from_julian), to);
    if (from[0] == '\0')
        return;
    if (date->to_julian > date->from_julian)
        g_string_append_printf(out, "<TimeSpan><begin>%s</begin><end>%s</end></TimeSpan>", from,
                               to);
    else
        g_string_append_printf(out, "<TimeStamp><when>%s</when></TimeStamp>", from);
}

static void
add_placemark(GString *out, const IncmapIncident *incident, const IncmapFix *fix)
{
    const char *heading = incident->heading != NULL ? incident->heading
                          : incident->type != NULL  ? incident->type
                                                    : incmap_event_label(incident->event);
    const char *place = fix->shown_name != NULL ? fix->shown_name : fix->name;
    g_autofree char *name = place != NULL && place[0] != '\0'
                                ? g_strdup_printf("%s, %s", heading, place)
                                : g_strdup(heading);
    g_string_append(out, "<Placemark>");
    add_element(out, "name", name);
    add_element(out, "description", incident->notes);
    add_time(out, &incident->date);
    g_string_append(out, "<ExtendedData>");
    add_data(out, "id", incident->id);
    add_data(out, "type", incmap_event_id(incident->event));
    add_data(out, "country", fix->shown_country != NULL ? fix->shown_country : fix->country);
    if (incident->value_kind == INCMAP_VALUE_KILLED)
        add_number(out, "killed", incident->value, 0);
    add_data(out, "precision", incmap_precision_id(fix->precision));
    add_number(out, "radius_km", fix->radius_km, 1);
    add_data(out, "source", incident->source);
    g_string_append(out, "</ExtendedData><Point><coordinates>");
    incmap_format_number(out, fix->point.lon_deg, 6);
    g_string_append_c(out, ',');
    incmap_format_number(out, fix->point.lat_deg, 6);
    g_string_append(out, "</coordinates></Point></Placemark>\n");
}

char *
incmap_output_kml(const IncmapMap *map)
{
    const IncmapScene *scene = map->scene;
    GString *out = g_string_new("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>");
    add_element(out, "name", scene->page.title);
    add_element(out, "description", scene->page.description);
    g_string_append_c(out, '\n');
    for (guint i = 0; i < scene->incidents->len && i < scene->fixes->len; i++) {
        const IncmapFix *fix = &g_array_index(scene->fixes, IncmapFix, i);
        if (fix->precision != INCMAP_PRECISION_NONE)
            add_placemark(out, &g_array_index(scene->incidents, IncmapIncident, i), fix);
    }
    g_string_append(out, "</Document></kml>\n");
    return g_string_free(out, FALSE);
}
