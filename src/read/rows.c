/* SPDX-License-Identifier: MIT */
#include "read/rows.h"

#include "base/error.h"
#include "base/text.h"
#include "read/coordinates.h"
#include "read/event-words.h"
#include "read/verification.h"

#include <math.h>
#include <string.h>

#define FIELD(role) incmap_rows_field(rows, INCMAP_COLUMN_##role, fields, n_fields)

enum { CACHE_SLOTS = 1024, MAX_CACHED_BYTES = 256 };

/* Strings of a repetitive column, so that each is stored once, and what was made of it. */
typedef struct CacheSlot CacheSlot;
struct CacheSlot {
    const char *text;
    guint32 length;
    int tag; /* IncmapEvent; -1: none */
};

struct IncmapRowCache {
    CacheSlot slots[CACHE_SLOTS];
};

void
incmap_rows_init(IncmapRows *rows, IncmapScene *scene, const char *name,
                 const IncmapColumns *columns)
{
    memset(rows, 0, sizeof *rows);
    rows->scene = scene;
    rows->name = name;
    rows->columns = columns;
    rows->group_column = -1;
    rows->first_incident = scene->incidents->len;
    rows->either = g_array_new(FALSE, FALSE, sizeof(guint32));
    for (int role = 0; role < INCMAP_N_COLUMNS; role++) {
        if (columns->index[role] >= 0 && (columns->is_repetitive & (1u << role)))
            rows->caches[role] = g_new0(IncmapRowCache, 1);
    }
}

void
incmap_rows_clear(IncmapRows *rows)
{
    for (int role = 0; role < INCMAP_N_COLUMNS; role++)
        g_clear_pointer(&rows->caches[role], g_free);
    for (int fault = 0; fault < INCMAP_N_FAULTS; fault++)
        g_clear_pointer(&rows->faults[fault].example, g_free);
    g_clear_pointer(&rows->either_example, g_free);
    g_clear_pointer(&rows->either, g_array_unref);
}

gboolean
incmap_rows_group_by(IncmapRows *rows, const char *name, const char *const *header, guint n_columns,
                     GError **error)
{
    if (name == NULL)
        return TRUE;
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (guint i = 0; i < n_columns; i++) {
        if (g_ascii_strcasecmp(header[i], name) == 0) {
            rows->group_column = (int)i;
            return TRUE;
        }
        g_ptr_array_add(names, (gpointer)header[i]);
    }
    g_ptr_array_add(names, NULL);
    const char *nearest = incmap_text_nearest(name, (const char *const *)names->pdata);
    g_autofree char *all = g_strjoinv(", ", (char **)names->pdata);
    return incmap_fail(error, INCMAP_ERROR_INPUT, "%s: has no column \"%s\"; %s%s%s", rows->name,
                       name, nearest != NULL ? "did you mean \"" : "it has ",
                       nearest != NULL ? nearest : all, nearest != NULL ? "\"?" : "");
}

IncmapCsvField
incmap_rows_field(const IncmapRows *rows, IncmapColumnRole role, const IncmapCsvField *fields,
                  guint n_fields)
{
    int column = rows->columns->index[role];
    if (column < 0 || (guint)column >= n_fields)
        return (IncmapCsvField){"", 0, FALSE};
    IncmapCsvField field = fields[column];
    while (field.length > 0 && g_ascii_isspace(*field.text))
        field.text++, field.length--;
    while (field.length > 0 && g_ascii_isspace(field.text[field.length - 1]))
        field.length--;
    return field;
}

/* What spreadsheets and programs write for "nothing". Not "NA": that is Namibia's code. */
static gboolean
is_nothing(IncmapCsvField field)
{
    static const char *const nothings[] = {"-",   "n/a",  "N/A",  "null", "NULL", "nan",
                                           "NaN", "None", "NONE", "--",   "?"};
    if (field.length == 0)
        return TRUE;
    if (field.length > 4)
        return FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS(nothings); i++) {
        if (strlen(nothings[i]) == field.length &&
            memcmp(nothings[i], field.text, field.length) == 0)
            return TRUE;
    }
    return FALSE;
}

gboolean
incmap_rows_is_blank(IncmapCsvField field)
{
    return is_nothing(field) || (field.length == 2 && memcmp(field.text, "NA", 2) == 0);
}

static CacheSlot *
find_slot(IncmapRowCache *cache, IncmapCsvField field, gboolean *out_is_new)
{
    guint32 hash = 2166136261u;
    for (guint32 i = 0; i < field.length; i++)
        hash = (hash ^ (guchar)field.text[i]) * 16777619u;
    CacheSlot *slot = &cache->slots[(hash ^ hash >> 15) % CACHE_SLOTS];
    *out_is_new = slot->text == NULL || slot->length != field.length ||
                  memcmp(slot->text, field.text, field.length) != 0;
    return slot;
}

static const char *
take_string(IncmapRows *rows, IncmapColumnRole role, IncmapCsvField field)
{
    if (is_nothing(field))
        return NULL;
    if (rows->caches[role] == NULL || field.length > MAX_CACHED_BYTES)
        return incmap_scene_string_n(rows->scene, field.text, field.length);
    gboolean is_new = FALSE;
    CacheSlot *slot = find_slot(rows->caches[role], field, &is_new);
    if (is_new) {
        slot->text = incmap_scene_string_n(rows->scene, field.text, field.length);
        slot->length = field.length;
        slot->tag = -1;
    }
    return slot->text;
}

static gboolean
event_of_type(const IncmapRows *rows, IncmapCsvField field, IncmapEvent *out_event)
{
    const IncmapTableLayout *layout = rows->columns->layout;
    gboolean is_ucdp = layout != NULL && strcmp(layout->id, "ucdp") == 0;
    if (is_ucdp && field.length == 1 && field.text[0] >= '1' && field.text[0] <= '3') {
        *out_event = (IncmapEvent)(INCMAP_EVENT_STATE_BASED + (field.text[0] - '1'));
        return TRUE;
    }
    g_autoptr(GString) folded = g_string_sized_new(64);
    incmap_text_fold_into(field.text, (gssize)MIN(field.length, 200u), folded);
    return incmap_event_find(folded->str, out_event);
}

static void
take_event(IncmapRows *rows, IncmapIncident *incident, IncmapCsvField type, IncmapCsvField subtype)
{
    const IncmapTableLayout *layout = rows->columns->layout;
    IncmapRowCache *cache = rows->caches[INCMAP_COLUMN_EVENT];
    gboolean is_new = FALSE, is_cached = cache != NULL && type.length <= MAX_CACHED_BYTES;
    incident->type = take_string(rows, INCMAP_COLUMN_EVENT, type);
    incident->subtype = take_string(rows, INCMAP_COLUMN_SUBTYPE, subtype);
    if (layout != NULL && layout->event != INCMAP_EVENT_OTHER)
        incident->event = layout->event;
    if (incident->type == NULL)
        return;
    CacheSlot *slot = is_cached ? find_slot(cache, type, &is_new) : NULL;
    IncmapEvent event = INCMAP_EVENT_OTHER;
    if (slot != NULL && slot->tag >= 0)
        event = (IncmapEvent)slot->tag;
    else if (!event_of_type(rows, type, &event) && incident->event == INCMAP_EVENT_OTHER &&
             !(incident->subtype != NULL && event_of_type(rows, subtype, &event)))
        incmap_rows_fault(rows, INCMAP_FAULT_UNKNOWN_TYPE, incident->line, type.text, type.length);
    if (slot != NULL && event != INCMAP_EVENT_OTHER)
        slot->tag = (int)event;
    if (event != INCMAP_EVENT_OTHER)
        incident->event = event;
    if (type.length == 1) /* a code says nothing to a reader */
        incident->type = incmap_event_label(incident->event);
}

double
incmap_rows_number(IncmapRows *rows, IncmapCsvField field, guint32 line)
{
    double number = NAN;
    if (incmap_rows_is_blank(field))
        return NAN;
    if (!incmap_number_parse(field.text, field.length, TRUE, &number))
        incmap_rows_fault(rows, INCMAP_FAULT_BAD_NUMBER, line, field.text, field.length);
    return number;
}

/* People are whole: "1.200" with a full stop is twelve hundred. */
static double
take_count(IncmapRows *rows, IncmapCsvField field, guint32 line)
{
    double number = incmap_rows_number(rows, field, line);
    const char *stop = memchr(field.text, '.', field.length);
    gboolean has_group = stop != NULL && field.text + field.length == stop + 4;
    return has_group && number != floor(number) ? round(number * 1000) : number;
}

static void
set_point(IncmapRows *rows, IncmapIncident *incident, IncmapLonLat point, IncmapCsvField field)
{
    rows->n_points++;
    if (!(point.lat_deg >= -90 && point.lat_deg <= 90 && point.lon_deg >= -180 &&
          point.lon_deg <= 360)) {
        incmap_rows_fault(rows, INCMAP_FAULT_BEYOND_RANGE, incident->line, field.text,
                          field.length);
    } else if (point.lat_deg == 0 && point.lon_deg == 0) {
        incmap_rows_fault(rows, INCMAP_FAULT_ZERO, incident->line, "0, 0", 4);
    } else {
        if (point.lon_deg > 180)
            point.lon_deg -= 360;
        incident->point = point;
        incident->has_point = TRUE;
    }
}

static void
take_point(IncmapRows *rows, IncmapIncident *incident, IncmapCsvField lat, IncmapCsvField lon,
           IncmapCsvField pair)
{
    IncmapLonLat point = {0};
    IncmapAxis lat_axis = INCMAP_AXIS_ANY, lon_axis = INCMAP_AXIS_ANY;
    if (!incmap_rows_is_blank(pair)) {
        if (incmap_coordinates_parse(pair.text, pair.length, &point))
            set_point(rows, incident, point, pair);
        else
            incmap_rows_fault(rows, INCMAP_FAULT_BAD_COORDINATE, incident->line, pair.text,
                              pair.length);
    }
    gboolean has_lat = !incmap_rows_is_blank(lat), has_lon = !incmap_rows_is_blank(lon);
    if (!has_lat && !has_lon)
        return;
    gboolean is_lat = incmap_coordinate_parse(lat.text, lat.length, &point.lat_deg, &lat_axis) &&
                      lat_axis != INCMAP_AXIS_LON;
    gboolean is_lon = incmap_coordinate_parse(lon.text, lon.length, &point.lon_deg, &lon_axis) &&
                      lon_axis != INCMAP_AXIS_LAT;
    if (is_lat && is_lon) {
        IncmapCsvField wrong = point.lat_deg < -90 || point.lat_deg > 90 ? lat : lon;
        set_point(rows, incident, point, wrong);
    } else {
        IncmapCsvField bad = is_lat ? lon : lat;
        incmap_rows_fault(rows, INCMAP_FAULT_BAD_COORDINATE, incident->line, bad.text, bad.length);
    }
}

static void
add_figure(IncmapRows *rows, IncmapIncident *incident, IncmapFigureKind kind, IncmapCsvField field)
{
    if (field.length == 0)
        return;
    double number = take_count(rows, field, incident->line);
    if (!(number > 0))
        return;
    if (incident->figures == NULL)
        incident->figures = g_array_sized_new(FALSE, TRUE, sizeof(IncmapFigure), 1);
    IncmapFigure figure = {
        .kind = kind, .quantity = INCMAP_QUANTITY_EXACT, .low = number, .high = number};
    figure.words = incmap_scene_string_n(rows->scene, field.text, field.length);
    g_array_append_val(incident->figures, figure);
}

static void
take_values(IncmapRows *rows, IncmapIncident *incident, const IncmapCsvField *fields,
            guint n_fields)
{
    guint32 line = incident->line;
    double killed = take_count(rows, FIELD(KILLED), line);
    incident->value_low = take_count(rows, FIELD(KILLED_LOW), line);
    incident->value_high = take_count(rows, FIELD(KILLED_HIGH), line);
    double magnitude = incmap_rows_number(rows, FIELD(MAGNITUDE), line);
    double affected = take_count(rows, FIELD(AFFECTED), line);
    if (!isnan(magnitude)) {
        incident->value_kind = INCMAP_VALUE_MAGNITUDE;
        incident->value = magnitude;
        if (incident->event == INCMAP_EVENT_OTHER && incident->type == NULL)
            incident->event = INCMAP_EVENT_EARTHQUAKE; /* what else has one */
    } else if (!isnan(killed)) {
        incident->value_kind = INCMAP_VALUE_KILLED;
        incident->value = killed;
    } else if (!isnan(affected)) {
        incident->value_kind = INCMAP_VALUE_AFFECTED;
        incident->value = affected;
    }
    double population = take_count(rows, FIELD(POPULATION), line);
    incident->population = isnan(population) ? 0 : population;
    if (!isnan(magnitude) && killed > 0)
        add_figure(rows, incident, INCMAP_FIGURE_KILLED, FIELD(KILLED));
    add_figure(rows, incident, INCMAP_FIGURE_INJURED, FIELD(INJURED));
    add_figure(rows, incident, INCMAP_FIGURE_MISSING, FIELD(MISSING));
    add_figure(rows, incident, INCMAP_FIGURE_DISPLACED, FIELD(DISPLACED));
}

static void
take_words(IncmapRows *rows, IncmapIncident *incident, const IncmapCsvField *fields, guint n_fields)
{
    IncmapCsvField id = FIELD(ID);
    if (id.length > 0)
        incident->id = take_string(rows, INCMAP_COLUMN_ID, id);
    incident->has_own_id = incident->id != NULL;
    if (incident->id == NULL) {
        char number[16];
        int n = g_snprintf(number, sizeof number, "%u",
                           rows->scene->incidents->len - rows->first_incident);
        incident->id = incmap_scene_string_n(rows->scene, number, (gsize)n);
    }
    if (rows->group_column >= 0 && (guint)rows->group_column < n_fields)
        incident->group = incmap_scene_string_n(rows->scene, fields[rows->group_column].text,
                                                fields[rows->group_column].length);
    incident->place = take_string(rows, INCMAP_COLUMN_PLACE, FIELD(PLACE));
    incident->admin2 = take_string(rows, INCMAP_COLUMN_ADMIN2, FIELD(ADMIN2));
    incident->admin1 = take_string(rows, INCMAP_COLUMN_ADMIN1, FIELD(ADMIN1));
    incident->country = take_string(rows, INCMAP_COLUMN_COUNTRY, FIELD(COUNTRY));
    incident->actor1 = take_string(rows, INCMAP_COLUMN_ACTOR1, FIELD(ACTOR1));
    incident->actor2 = take_string(rows, INCMAP_COLUMN_ACTOR2, FIELD(ACTOR2));
    incident->source = take_string(rows, INCMAP_COLUMN_SOURCE, FIELD(SOURCE));
    incident->notes = take_string(rows, INCMAP_COLUMN_NOTES, FIELD(NOTES));
    if (incident->notes == NULL)
        incident->notes = take_string(rows, INCMAP_COLUMN_TITLE, FIELD(TITLE));
}

static void
take_precision(IncmapRows *rows, IncmapIncident *incident, IncmapCsvField field)
{
    const IncmapTableLayout *layout = rows->columns->layout;
    if (field.length == 1 && layout != NULL && field.text[0] >= '1' && field.text[0] <= '7') {
        incident->given_precision = layout->precisions[field.text[0] - '0'] - 1;
        return;
    }
    /* A number in a table of no known layout is read as ACLED's, the most common of the codes. */
    static const IncmapPrecision acled[] = {INCMAP_PRECISION_EXACT, INCMAP_PRECISION_DISTRICT,
                                            INCMAP_PRECISION_PROVINCE};
    if (field.length == 1 && layout == NULL && field.text[0] >= '1' && field.text[0] <= '3') {
        incident->given_precision = (int)acled[field.text[0] - '1'];
        return;
    }
    for (int p = INCMAP_PRECISION_EXACT; p < INCMAP_PRECISION_NONE && field.length > 0; p++) {
        const char *id = incmap_precision_id((IncmapPrecision)p);
        if (strlen(id) == field.length && g_ascii_strncasecmp(id, field.text, field.length) == 0)
            incident->given_precision = p;
    }
}

void
incmap_rows_add(IncmapRows *rows, const IncmapCsvField *fields, guint n_fields, guint32 line,
                const IncmapLonLat *point)
{
    IncmapIncident *incident = incmap_scene_add_incident(rows->scene);
    incident->line = line;
    take_words(rows, incident, fields, n_fields);
    take_event(rows, incident, FIELD(EVENT), FIELD(SUBTYPE));
    incmap_rows_take_date(rows, incident, fields, n_fields);
    take_values(rows, incident, fields, n_fields);
    take_precision(rows, incident, FIELD(PRECISION));
    IncmapCsvField verified = FIELD(VERIFIED);
    incident->verification = incmap_verification_of_value(verified.text, verified.length);
    if (point != NULL)
        set_point(rows, incident, *point, (IncmapCsvField){"its geometry", 12, FALSE});
    else
        take_point(rows, incident, FIELD(LAT), FIELD(LON), FIELD(LATLON));
    if (!incident->has_point && incident->place == NULL && incident->admin1 == NULL &&
        incident->admin2 == NULL && incident->country == NULL && incident->notes == NULL)
        incmap_rows_fault(rows, INCMAP_FAULT_NO_PLACE, line, "", 0);
    for (guint i = rows->columns->n_columns; i < n_fields; i++) {
        if (fields[i].length > 0) {
            incmap_rows_fault(rows, INCMAP_FAULT_EXTRA_FIELDS, line, "", 0);
            break;
        }
    }
}
