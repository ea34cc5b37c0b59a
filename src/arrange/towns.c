/* SPDX-License-Identifier: MIT */
/*
 * How a news desk chooses towns, as a score: capitals, the seats of the country
 * the map is about, towns of the province where it happened, the largest town
 * near it in each neighbouring country; then size. A town spoken of in the text
 * comes before all of them.
 */
#include "arrange/towns.h"

#include "arrange/point-label.h"

#include <math.h>
#include <string.h>

typedef struct Candidate Candidate;
struct Candidate {
    const IncmapTown *town;
    IncmapPoint at;
    double score;
    gboolean is_focus; /* in the country that the map is about */
};

static gboolean
is_capital(const IncmapTown *town)
{
    return g_strcmp0(town->feature_code, "PPLC") == 0;
}

static gboolean
is_seat(const IncmapTown *town)
{
    return g_strcmp0(town->feature_code, "PPLA") == 0;
}

/* Distance to the nearest incident, in kilometres at the map's own scale, and whether one is in the
 * same province. */
static double
nearest_incident_km(const IncmapArrange *arrange, const Candidate *candidate,
                    gboolean *out_is_province)
{
    double nearest_pt = INFINITY;
    guint n = MIN(arrange->groups->len, 50); /* the most important ones decide */
    *out_is_province = FALSE;
    for (guint i = 0; i < n; i++) {
        const IncmapGroup *group = &g_array_index(arrange->groups, IncmapGroup, i);
        const IncmapFix *fix = &g_array_index(arrange->scene->fixes, IncmapFix,
                                              g_array_index(group->members, guint32, 0));
        nearest_pt = MIN(nearest_pt, hypot(group->true_at.x_pt - candidate->at.x_pt,
                                           group->true_at.y_pt - candidate->at.y_pt));
        if (fix->admin1_code != NULL &&
            g_strcmp0(fix->admin1_code, candidate->town->admin1_code) == 0)
            *out_is_province = TRUE;
    }
    return nearest_pt * arrange->frame->m_per_pt / 1000;
}

static gboolean
is_mentioned(const IncmapScene *scene, const IncmapTown *town)
{
    for (guint i = 0; i < scene->mentions->len; i++) {
        const IncmapMention *mention = &g_array_index(scene->mentions, IncmapMention, i);
        if (mention->fix.place_id != 0 && mention->fix.place_id == town->place_id)
            return TRUE;
    }
    return FALSE;
}

static double
score_town(const IncmapArrange *arrange, const Candidate *candidate)
{
    const IncmapTown *town = candidate->town;
    gboolean is_focus = candidate->is_focus;
    double size = log10(MAX(town->population, 100)) - 2; /* 0 … 5.5 */
    gboolean is_province = FALSE;
    double km = nearest_incident_km(arrange, candidate, &is_province);
    double near = isinf(km) ? 0 : 1 / (1 + km / 150);
    double score = size * 4 + near * 20;
    gboolean has_focus = arrange->scene->focus_country != NULL;
    /* Housing schemes and the like, of which gazetteers know more than readers. */
    if (g_utf8_strlen(town->name, -1) > 24 || g_ascii_islower(*town->name))
        score -= 25;
    if (is_mentioned(arrange->scene, town))
        score += 100;
    if (is_capital(town))
        score += is_focus ? 60 : 40;
    else if (is_seat(town))
        score += is_focus || !has_focus ? 25 : 6;
    if (is_focus)
        score += 15;
    if (is_province && is_focus)
        score += is_seat(town) ? 30 : 12;
    return score;
}

static int
compare_candidates(gconstpointer a, gconstpointer b)
{
    const Candidate *x = a, *y = b;
    if (x->score != y->score)
        return x->score < y->score ? 1 : -1;
    return (x->town->place_id > y->town->place_id) - (x->town->place_id < y->town->place_id);
}

/* The seat of the largest population within this distance of an incident, in each country beside
 * the one that the map is about: it says on which side of the border what is near. */
static const double beside_km = 650;
static const double beside_score = 45;

static void
favour_seats_beside(const IncmapArrange *arrange, GArray *candidates)
{
    g_autoptr(GHashTable) largest = g_hash_table_new(g_str_hash, g_str_equal);
    if (arrange->scene->focus_country == NULL || arrange->groups->len > 6)
        return;
    for (guint i = 0; i < candidates->len; i++) {
        Candidate *candidate = &g_array_index(candidates, Candidate, i);
        const char *country = candidate->town->country_code;
        gboolean is_province;
        if (candidate->is_focus || country == NULL || !is_seat(candidate->town) ||
            nearest_incident_km(arrange, candidate, &is_province) > beside_km)
            continue;
        const Candidate *best = g_hash_table_lookup(largest, country);
        if (best == NULL || candidate->town->population > best->town->population)
            g_hash_table_insert(largest, (gpointer)country, candidate);
    }
    GHashTableIter iter;
    gpointer best;
    g_hash_table_iter_init(&iter, largest);
    while (g_hash_table_iter_next(&iter, NULL, &best))
        ((Candidate *)best)->score += beside_score;
}

static GArray *
score_all(const IncmapArrange *arrange, gint64 named_id)
{
    GArray *candidates = g_array_new(FALSE, FALSE, sizeof(Candidate));
    const IncmapScene *scene = arrange->scene;
    for (guint i = 0; i < scene->towns->len; i++) {
        const IncmapTown *town = &g_array_index(scene->towns, IncmapTown, i);
        Candidate candidate = {.town = town};
        if ((named_id != 0 && town->place_id == named_id) ||
            !arrange->frame->forward(arrange->frame->transform, town->point, &candidate.at) ||
            !incmap_box_has_point(incmap_box_grow(arrange->frame->map, -4), candidate.at))
            continue;
        candidate.is_focus = scene->focus_country != NULL &&
                             g_strcmp0(town->country_code, scene->focus_country) == 0;
        candidate.score = score_town(arrange, &candidate);
        g_array_append_val(candidates, candidate);
    }
    favour_seats_beside(arrange, candidates);
    g_array_sort(candidates, compare_candidates);
    return candidates;
}

/* Square for a capital, dot for the rest, ring in white. */
static void
draw_dot(IncmapArrange *arrange, const Candidate *candidate)
{
    gboolean is_square = is_capital(candidate->town);
    double radius_pt = incmap_look_pt(arrange, is_square ? "towns.capital-radius" : "towns.radius");
    double ring_pt = incmap_look_pt(arrange, "towns.ring-width");
    IncmapColor color =
        incmap_look_color(arrange, candidate->is_focus ? "towns.focus.color" : "towns.other.color");
    IncmapItem *item = incmap_arrange_add(arrange, INCMAP_SHEET_TOWNS, INCMAP_ITEM_PATH);
    item->paint.fill = color;
    item->paint.stroke = incmap_look_color(arrange, "towns.ring-color");
    item->paint.stroke_width_pt = ring_pt;
    double r = radius_pt + ring_pt / 2;
    IncmapPoint at = candidate->at;
    if (is_square)
        incmap_path_box(&item->path,
                        (IncmapBox){at.x_pt - r, at.y_pt - r, at.x_pt + r, at.y_pt + r});
    else
        incmap_path_circle(&item->path, at, r);
}

static gboolean
is_crowded(const GArray *placed, const Candidate *candidate, double spacing_pt)
{
    for (guint i = 0; i < placed->len; i++) {
        IncmapPoint other = g_array_index(placed, IncmapPoint, i);
        if (hypot(other.x_pt - candidate->at.x_pt, other.y_pt - candidate->at.y_pt) < spacing_pt)
            return TRUE;
    }
    return FALSE;
}

static gboolean
place_town(IncmapArrange *arrange, const Candidate *candidate)
{
    double radius_pt = incmap_look_pt(arrange, is_capital(candidate->town) ? "towns.capital-radius"
                                                                           : "towns.radius") +
                       incmap_look_pt(arrange, "towns.ring-width");
    IncmapPoint at = candidate->at;
    IncmapQuad dot = incmap_quad_from_box((IncmapBox){at.x_pt - radius_pt, at.y_pt - radius_pt,
                                                      at.x_pt + radius_pt, at.y_pt + radius_pt});
    if (incmap_obstacles_hit(arrange->obstacles, &dot, INCMAP_OWNER_NONE))
        return FALSE;
    IncmapPointLabel label = {
        .text = candidate->town->name,
        .class_id = "town",
        .type = incmap_look_type(arrange, candidate->is_focus ? "towns.focus" : "towns.other"),
        .at = at,
        .radius_pt = radius_pt,
        .gap_pt = incmap_look_pt(arrange, "towns.gap"),
        .incident = -1,
        .symbol_owner = INCMAP_OWNER_NONE,
        .can_change = TRUE,
    };
    if (is_capital(candidate->town))
        label.type.font.weight = MAX(label.type.font.weight, 600);
    if (!incmap_point_label_place(arrange, &label))
        return FALSE;
    incmap_obstacles_add(arrange->obstacles, dot, INCMAP_OWNER_MARK);
    draw_dot(arrange, candidate);
    incmap_point_label_set(arrange, INCMAP_SHEET_TOWNS, &label);
    IncmapMark mark = {"town", at, incmap_quad_box(&dot), -1, 0};
    g_array_append_val(arrange->scene->page.marks, mark);
    return TRUE;
}

/* The same number of towns per square root of the square root of the area as a page of
 * reference: smaller maps are a little denser. */
static guint
wanted_towns(const IncmapArrange *arrange)
{
    double area_pt2 =
        incmap_box_width(arrange->frame->map) * incmap_box_height(arrange->frame->map);
    double n = incmap_look_number(arrange, "towns.max") * pow(area_pt2 / 690000, 0.25);
    return (guint)MAX(0, round(n));
}

/* How many towns a country may show: no more in a corner of the map than fit a country there that
 * has its own name too, at least one. */
static guint
wanted_in_country(const IncmapArrange *arrange, const char *code, guint wanted)
{
    const IncmapLandLayer *layer = incmap_arrange_land(arrange, "countries");
    IncmapBox map = arrange->frame->map;
    double area_pt2 = 0;
    for (guint i = 0; code != NULL && layer != NULL && i < layer->features->len; i++) {
        const IncmapLandFeature *country = &g_array_index(layer->features, IncmapLandFeature, i);
        if (g_strcmp0(country->id, code) == 0)
            area_pt2 += country->area_pt2;
    }
    double share = area_pt2 / (incmap_box_width(map) * incmap_box_height(map));
    return code == NULL ? wanted : 1 + (guint)(2 * wanted * share);
}

/* Counts a town more of its country; FALSE when that has as many as it may. */
static gboolean
has_room_in_country(const IncmapArrange *arrange, const Candidate *candidate, guint wanted,
                    GHashTable *n_by_country)
{
    const char *code = candidate->town->country_code;
    return candidate->is_focus || code == NULL ||
           GPOINTER_TO_UINT(g_hash_table_lookup(n_by_country, code)) <
               wanted_in_country(arrange, code, wanted);
}

static void
count_in_country(const Candidate *candidate, GHashTable *n_by_country)
{
    gpointer code = (gpointer)candidate->town->country_code;
    guint n = code != NULL ? GPOINTER_TO_UINT(g_hash_table_lookup(n_by_country, code)) : 0;
    if (code != NULL)
        g_hash_table_insert(n_by_country, code, GUINT_TO_POINTER(n + 1));
}

void
incmap_towns_place(IncmapArrange *arrange, gint64 named_id)
{
    guint wanted = wanted_towns(arrange);
    if (wanted == 0)
        return;
    g_autoptr(GArray) candidates = score_all(arrange, named_id);
    g_autoptr(GArray) placed = g_array_new(FALSE, FALSE, sizeof(IncmapPoint));
    double spacing_pt = incmap_look_pt(arrange, "towns.min-distance");
    guint max_other = (guint)(wanted * incmap_look_number(arrange, "towns.other-share"));
    guint n_other = 0;
    gboolean has_focus = arrange->scene->focus_country != NULL;
    g_autoptr(GHashTable) n_by_country = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < candidates->len && placed->len < wanted; i++) {
        const Candidate *candidate = &g_array_index(candidates, Candidate, i);
        if (has_focus && !candidate->is_focus && n_other >= max_other)
            continue;
        if (is_crowded(placed, candidate, spacing_pt) ||
            !has_room_in_country(arrange, candidate, wanted, n_by_country) ||
            !place_town(arrange, candidate))
            continue;
        count_in_country(candidate, n_by_country);
        n_other += !candidate->is_focus;
        g_array_append_val(placed, candidate->at);
    }
}
