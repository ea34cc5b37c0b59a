/* SPDX-License-Identifier: MIT */
#include "scene/dump.h"

#include <math.h>

const char *const incmap_stage_ids[INCMAP_N_STAGES + 1] = {"read", "locate", "project", "arrange",
                                                           NULL};

static const char *const figure_ids[INCMAP_N_FIGURES] = {
    [INCMAP_FIGURE_KILLED] = "killed",     [INCMAP_FIGURE_INJURED] = "injured",
    [INCMAP_FIGURE_MISSING] = "missing",   [INCMAP_FIGURE_DISPLACED] = "displaced",
    [INCMAP_FIGURE_ARRESTED] = "arrested", [INCMAP_FIGURE_ABDUCTED] = "abducted",
};

static const char *const quantity_ids[] = {
    [INCMAP_QUANTITY_EXACT] = "exact",       [INCMAP_QUANTITY_AT_LEAST] = "at least",
    [INCMAP_QUANTITY_AT_MOST] = "at most",   [INCMAP_QUANTITY_ABOUT] = "about",
    [INCMAP_QUANTITY_BETWEEN] = "between",   [INCMAP_QUANTITY_DOZENS] = "dozens",
    [INCMAP_QUANTITY_HUNDREDS] = "hundreds", [INCMAP_QUANTITY_UNKNOWN] = "unknown",
};

static const char *const value_ids[] = {
    [INCMAP_VALUE_NONE] = NULL,
    [INCMAP_VALUE_KILLED] = "killed",
    [INCMAP_VALUE_MAGNITUDE] = "magnitude",
    [INCMAP_VALUE_AFFECTED] = "affected",
    [INCMAP_VALUE_OTHER] = "other",
};

void
incmap_format_day(guint32 julian, char out_day[11])
{
    out_day[0] = '\0';
    if (!g_date_valid_julian(julian))
        return;
    GDate date;
    g_date_clear(&date, 1);
    g_date_set_julian(&date, julian);
    g_snprintf(out_day, 11, "%04u-%02u-%02u", (unsigned)g_date_get_year(&date),
               (unsigned)g_date_get_month(&date), (unsigned)g_date_get_day(&date));
}

static void
dump_day(IncmapJson *json, const char *key, guint32 julian)
{
    char day[11];
    incmap_format_day(julian, day);
    if (day[0] != '\0')
        incmap_json_text(json, key, day);
}

static void
dump_number_if(IncmapJson *json, const char *key, double value, int n_decimals)
{
    if (isfinite(value))
        incmap_json_number(json, key, value, n_decimals);
}

void
incmap_dump_lonlat(IncmapJson *json, IncmapLonLat point)
{
    incmap_json_number(json, "lat", point.lat_deg, INCMAP_DEGREE_DECIMALS);
    incmap_json_number(json, "lon", point.lon_deg, INCMAP_DEGREE_DECIMALS);
}

void
incmap_dump_point(IncmapJson *json, const char *key, IncmapPoint point)
{
    incmap_json_begin(json, key, '[');
    incmap_json_number(json, NULL, point.x_pt, INCMAP_POINT_DECIMALS);
    incmap_json_number(json, NULL, point.y_pt, INCMAP_POINT_DECIMALS);
    incmap_json_end(json, ']');
}

void
incmap_dump_box(IncmapJson *json, const char *key, IncmapBox box)
{
    incmap_json_begin(json, key, '[');
    incmap_json_number(json, NULL, box.x0_pt, INCMAP_POINT_DECIMALS);
    incmap_json_number(json, NULL, box.y0_pt, INCMAP_POINT_DECIMALS);
    incmap_json_number(json, NULL, box.x1_pt, INCMAP_POINT_DECIMALS);
    incmap_json_number(json, NULL, box.y1_pt, INCMAP_POINT_DECIMALS);
    incmap_json_end(json, ']');
}

void
incmap_dump_extent(IncmapJson *json, const char *key, IncmapExtent extent)
{
    incmap_json_begin(json, key, '[');
    incmap_json_number(json, NULL, extent.west_deg, INCMAP_DEGREE_DECIMALS);
    incmap_json_number(json, NULL, extent.south_deg, INCMAP_DEGREE_DECIMALS);
    incmap_json_number(json, NULL, extent.east_deg, INCMAP_DEGREE_DECIMALS);
    incmap_json_number(json, NULL, extent.north_deg, INCMAP_DEGREE_DECIMALS);
    incmap_json_end(json, ']');
}

static void
dump_figures(IncmapJson *json, const GArray *figures)
{
    if (figures == NULL || figures->len == 0)
        return;
    incmap_json_begin(json, "figures", '[');
    for (guint i = 0; i < figures->len; i++) {
        const IncmapFigure *figure = &g_array_index(figures, IncmapFigure, i);
        incmap_json_begin(json, NULL, '{');
        incmap_json_text(json, "kind", figure_ids[figure->kind]);
        incmap_json_text(json, "quantity", quantity_ids[figure->quantity]);
        dump_number_if(json, "low", figure->low, 2);
        dump_number_if(json, "high", figure->high, 2);
        incmap_json_text_if(json, "words", figure->words);
        incmap_json_text_if(json, "who", figure->who);
        incmap_json_text_if(json, "claimed_by", figure->claimed_by);
        incmap_json_text_if(json, "claim", figure->claim);
        incmap_json_boolean(json, "official", figure->is_official);
        if (figure->is_part)
            incmap_json_boolean(json, "part", TRUE);
        incmap_json_integer(json, "start", figure->start);
        incmap_json_integer(json, "end", figure->end);
        incmap_json_end(json, '}');
    }
    incmap_json_end(json, ']');
}

static void
dump_time(IncmapJson *json, const IncmapIncident *incident)
{
    dump_day(json, "date", incident->date.from_julian);
    if (incident->date.to_julian != incident->date.from_julian)
        dump_day(json, "date_to", incident->date.to_julian);
    if (incident->date.hour >= 0) {
        g_autofree char *time =
            g_strdup_printf("%02d:%02d", incident->date.hour, MAX(incident->date.minute, 0));
        incmap_json_text(json, "time", time);
    }
    incmap_json_text_if(json, "date_words", incident->date_words);
}

/* The bytes of every sentence that tells of the incident. */
static void
dump_sentences(IncmapJson *json, const GArray *sentences)
{
    if (sentences == NULL)
        return;
    incmap_json_begin(json, "sentences", '[');
    for (guint i = 0; i < sentences->len; i++) {
        const IncmapSpan *span = &g_array_index(sentences, IncmapSpan, i);
        incmap_json_begin(json, NULL, '[');
        incmap_json_integer(json, NULL, span->start);
        incmap_json_integer(json, NULL, span->end);
        incmap_json_end(json, ']');
    }
    incmap_json_end(json, ']');
}

void
incmap_dump_incident(IncmapJson *json, const IncmapIncident *incident)
{
    incmap_json_text(json, "id", incident->id);
    incmap_json_integer(json, "line", incident->line);
    incmap_json_text(json, "event", incmap_event_id(incident->event));
    incmap_json_text_if(json, "type", incident->type);
    incmap_json_text_if(json, "subtype", incident->subtype);
    incmap_json_text_if(json, "heading", incident->heading);
    dump_time(json, incident);
    incmap_json_text_if(json, "place_words", incident->place);
    incmap_json_text_if(json, "stated_admin2", incident->admin2);
    incmap_json_text_if(json, "stated_admin1", incident->admin1);
    incmap_json_text_if(json, "stated_country", incident->country);
    if (incident->has_point) {
        incmap_json_begin(json, "stated_point", '{');
        incmap_dump_lonlat(json, incident->point);
        incmap_json_end(json, '}');
    }
    if (incident->value_kind != INCMAP_VALUE_NONE) {
        incmap_json_text(json, "value_of", value_ids[incident->value_kind]);
        incmap_json_number(json, "value", incident->value, 4);
        dump_number_if(json, "value_low", incident->value_low, 4);
        dump_number_if(json, "value_high", incident->value_high, 4);
    }
    if (incident->population > 0)
        incmap_json_number(json, "population", incident->population, 0);
    dump_figures(json, incident->figures);
    incmap_json_text_if(json, "actor1", incident->actor1);
    incmap_json_text_if(json, "actor2", incident->actor2);
    incmap_json_text_if(json, "source", incident->source);
    incmap_json_text_if(json, "notes", incident->notes);
    if (incident->end > incident->start) {
        incmap_json_integer(json, "start", incident->start);
        incmap_json_integer(json, "end", incident->end);
    }
    if (incident->verification != INCMAP_VERIFICATION_NOT_SAID)
        incmap_json_text(json, "verification",
                         incident->verification == INCMAP_VERIFICATION_VERIFIED ? "verified"
                                                                                : "reported");
    dump_sentences(json, incident->sentences);
    if (incident->confidence < 1)
        incmap_json_number(json, "confidence", incident->confidence, 3);
    incmap_json_text_if(json, "evidence", incident->evidence);
}

void
incmap_dump_fix(IncmapJson *json, const IncmapFix *fix)
{
    incmap_json_text(json, "precision", incmap_precision_id(fix->precision));
    if (fix->precision != INCMAP_PRECISION_NONE) {
        incmap_json_text(json, "name", fix->name);
        incmap_json_text(json, "kind", fix->kind);
        incmap_json_text(json, "country", fix->country);
        incmap_json_text_if(json, "country_code", fix->country_code);
        incmap_json_text(json, "admin1", fix->admin1);
        incmap_json_text_if(json, "admin1_code", fix->admin1_code);
        incmap_dump_lonlat(json, fix->point);
        incmap_json_number(json, "radius_km", fix->radius_km, 2);
        incmap_json_integer(json, "acled_precision", incmap_precision_acled(fix->precision));
        incmap_json_integer(json, "ucdp_precision", incmap_precision_ucdp(fix->precision));
        if (fix->place_id != 0)
            incmap_json_integer(json, "place_id", fix->place_id);
    }
    incmap_json_number(json, "score", fix->score, 3);
    incmap_json_text(json, "reason", fix->reason);
    incmap_json_text_if(json, "runner_up", fix->runner_up);
    incmap_json_text_if(json, "problem", fix->problem);
    incmap_json_text_if(json, "context", fix->context);
}

static void
dump_documents(IncmapJson *json, const IncmapScene *scene)
{
    incmap_json_begin(json, "documents", '[');
    for (guint i = 0; i < scene->documents->len; i++) {
        const IncmapDocument *document = &g_array_index(scene->documents, IncmapDocument, i);
        incmap_json_begin(json, NULL, '{');
        incmap_json_text(json, "id", document->id);
        incmap_json_text(json, "kind", document->kind == INCMAP_INPUT_TEXT ? "text" : "table");
        incmap_json_text_if(json, "layout", document->layout);
        incmap_json_text_if(json, "title", document->title);
        incmap_json_text_if(json, "language", document->language);
        incmap_json_text_if(json, "credit", document->credit);
        incmap_json_text(json, "sha256", document->digest);
        incmap_json_integer(json, "n_incidents", document->n_incidents);
        incmap_json_end(json, '}');
    }
    incmap_json_end(json, ']');
    dump_day(json, "date", scene->date_julian);
}

static void
dump_incidents(IncmapJson *json, const IncmapScene *scene, gboolean is_located)
{
    incmap_json_begin(json, "incidents", '[');
    for (guint i = 0; i < scene->incidents->len; i++) {
        incmap_json_begin(json, NULL, '{');
        incmap_dump_incident(json, &g_array_index(scene->incidents, IncmapIncident, i));
        if (is_located && i < scene->fixes->len) {
            incmap_json_begin(json, "fix", '{');
            incmap_dump_fix(json, &g_array_index(scene->fixes, IncmapFix, i));
            incmap_json_end(json, '}');
        }
        incmap_json_end(json, '}');
    }
    incmap_json_end(json, ']');
}

static void
dump_mentions(IncmapJson *json, const IncmapScene *scene, gboolean is_located)
{
    incmap_json_begin(json, "mentions", '[');
    for (guint i = 0; i < scene->mentions->len; i++) {
        const IncmapMention *mention = &g_array_index(scene->mentions, IncmapMention, i);
        incmap_json_begin(json, NULL, '{');
        incmap_json_integer(json, "start", mention->start);
        incmap_json_integer(json, "end", mention->end);
        incmap_json_text(json, "text", mention->text);
        incmap_json_text(json, "role", incmap_role_id(mention->role));
        if (mention->is_demonym)
            incmap_json_boolean(json, "demonym", TRUE);
        if (mention->incident >= 0)
            incmap_json_integer(json, "incident", mention->incident);
        if (is_located) {
            incmap_json_begin(json, "fix", '{');
            incmap_dump_fix(json, &mention->fix);
            incmap_json_end(json, '}');
        }
        incmap_json_end(json, '}');
    }
    incmap_json_end(json, ']');
}

static void
dump_notes(IncmapJson *json, const GPtrArray *notes)
{
    incmap_json_begin(json, "notes", '[');
    for (guint i = 0; i < notes->len; i++)
        incmap_json_text(json, NULL, g_ptr_array_index(notes, i));
    incmap_json_end(json, ']');
}

char *
incmap_scene_dump(const IncmapScene *scene, IncmapStage stage)
{
    g_auto(IncmapJson) json;
    incmap_json_init(&json, 3);
    incmap_json_begin(&json, NULL, '{');
    incmap_json_text(&json, "stage", incmap_stage_ids[stage]);
    dump_documents(&json, scene);
    dump_incidents(&json, scene, stage >= INCMAP_STAGE_LOCATE);
    dump_mentions(&json, scene, stage >= INCMAP_STAGE_LOCATE);
    if (stage >= INCMAP_STAGE_LOCATE)
        incmap_json_text(&json, "focus_country", scene->focus_country);
    if (stage >= INCMAP_STAGE_PROJECT) {
        incmap_dump_frame(&json, &scene->frame);
        incmap_dump_land(&json, scene->land);
        incmap_dump_towns(&json, scene->towns);
    }
    if (stage >= INCMAP_STAGE_ARRANGE)
        incmap_dump_page(&json, &scene->page);
    dump_notes(&json, scene->notes);
    incmap_json_end(&json, '}');
    return incmap_json_steal(&json);
}
