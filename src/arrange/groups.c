/* SPDX-License-Identifier: MIT */
#include "arrange/groups.h"
#include "arrange/words.h"

#include <math.h>

static const IncmapIncident *
get_incident(const IncmapArrange *arrange, guint index)
{
    return &g_array_index(arrange->scene->incidents, IncmapIncident, index);
}

static const IncmapFix *
get_fix(const IncmapArrange *arrange, guint index)
{
    return &g_array_index(arrange->scene->fixes, IncmapFix, index);
}

gboolean
incmap_arrange_has_position(const IncmapArrange *arrange, guint incident, IncmapPoint *out_position)
{
    *out_position = g_array_index(arrange->scene->page.positions, IncmapPoint, incident);
    return !isnan(out_position->x_pt);
}

/* An incident on the very edge is on the map, whatever the last digit says. */
#define EDGE_PT 0.01

/* Where every incident stands on the page; NAN when that is off the map. */
static void
find_positions(IncmapArrange *arrange)
{
    const IncmapFrame *frame = arrange->frame;
    GArray *positions = arrange->scene->page.positions;
    g_array_set_size(positions, arrange->scene->fixes->len);
    for (guint i = 0; i < arrange->scene->fixes->len; i++) {
        IncmapPoint at = {NAN, NAN};
        const IncmapFix *fix = get_fix(arrange, i);
        gboolean is_visible = fix->precision != INCMAP_PRECISION_NONE &&
                              frame->forward(frame->transform, fix->point, &at) &&
                              incmap_box_has_point(incmap_box_grow(frame->map, EDGE_PT), at);
        g_array_index(positions, IncmapPoint, i) = is_visible ? at : (IncmapPoint){NAN, NAN};
    }
}

/* Earthquakes and other measured points keep their own symbols. */
static gboolean
is_measured(const IncmapIncident *incident)
{
    return incident->value_kind == INCMAP_VALUE_MAGNITUDE;
}

static void
add_member(IncmapArrange *arrange, IncmapGroup *group, guint index)
{
    const IncmapIncident *incident = get_incident(arrange, index);
    guint32 member = index;
    g_array_append_val(group->members, member);
    group->counts[incident->event]++;
    /* Deaths add up, magnitudes don't. */
    if (!isnan(incident->value))
        group->value = is_measured(incident) ? MAX(group->value, incident->value)
                                             : group->value + incident->value;
    if (!isnan(incident->value) && !is_measured(incident)) {
        double low = isnan(incident->value_low) ? incident->value : incident->value_low;
        double high = isnan(incident->value_high) ? incident->value : incident->value_high;
        group->value_low += MIN(low, incident->value);
        group->value_high += MAX(high, incident->value);
    }
    group->newest_julian = MAX(group->newest_julian, incident->date.to_julian);
    group->population = MAX(group->population, incident->population);
    const IncmapFix *fix = get_fix(arrange, index);
    group->precision = MAX(group->precision, fix->precision);
    if (fix->precision == INCMAP_PRECISION_NEAR || fix->precision == INCMAP_PRECISION_DISTRICT)
        group->precision_pt =
            MAX(group->precision_pt, fix->radius_km * 1000 / arrange->frame->m_per_pt);
}

static IncmapGroup *
add_group(IncmapArrange *arrange, IncmapPoint at)
{
    g_array_set_size(arrange->groups, arrange->groups->len + 1);
    IncmapGroup *group = &g_array_index(arrange->groups, IncmapGroup, arrange->groups->len - 1);
    group->members = g_array_new(FALSE, FALSE, sizeof(guint32));
    group->at = group->true_at = at;
    return group;
}

static gint64
grid_key(IncmapPoint at, double cell_pt)
{
    return ((gint64)floor(at.x_pt / cell_pt) << 32) ^ (guint32)(gint32)floor(at.y_pt / cell_pt);
}

/* Incidents share a symbol at the same point, to a tenth of a point, when they are of like
 * precision; those known only to the province, whatever point the data have for it. */
static gint64
place_key(const IncmapFix *fix, IncmapPoint at)
{
    if (fix->precision == INCMAP_PRECISION_PROVINCE && fix->admin1_code != NULL)
        return (gint64)g_str_hash(fix->admin1_code) * 8 + (gint64)fix->precision;
    return grid_key(at, 0.1) * 8 + (gint64)fix->precision;
}

static void
group_same_place(IncmapArrange *arrange)
{
    g_autoptr(GHashTable) by_place =
        g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    for (guint i = 0; i < arrange->scene->incidents->len; i++) {
        IncmapPoint at;
        IncmapPrecision precision = get_fix(arrange, i)->precision;
        if (precision >= INCMAP_PRECISION_COUNTRY || !incmap_arrange_has_position(arrange, i, &at))
            continue;
        gint64 key = place_key(get_fix(arrange, i), at);
        gpointer found = g_hash_table_lookup(by_place, &key);
        if (found == NULL) {
            add_group(arrange, at);
            g_hash_table_insert(by_place, g_memdup2(&key, sizeof key),
                                GUINT_TO_POINTER(arrange->groups->len));
            found = GUINT_TO_POINTER(arrange->groups->len);
        }
        add_member(arrange,
                   &g_array_index(arrange->groups, IncmapGroup, GPOINTER_TO_UINT(found) - 1), i);
    }
}

static void
choose_event(IncmapGroup *group)
{
    for (int event = 0; event < INCMAP_N_EVENTS; event++) {
        if (group->counts[event] > group->counts[group->event] || group->counts[group->event] == 0)
            group->event = (IncmapEvent)event;
    }
}

/* A text tells the most important first; the rows of a table may come in any order. */
static gboolean
is_row(const IncmapIncident *incident)
{
    return incident->end == 0;
}

static int
compare_numbers(double a, double b)
{
    return (a > b) - (a < b);
}

/* Which of a group's incidents speaks for it: of rows the one with the larger value, then the
 * earlier one, then whatever tells them apart. */
static int
compare_members(gconstpointer a, gconstpointer b, gpointer data)
{
    guint32 i = *(const guint32 *)a, k = *(const guint32 *)b;
    const IncmapIncident *x = get_incident(data, i), *y = get_incident(data, k);
    int order = 0;
    if (is_row(x) && is_row(y)) {
        order = compare_numbers(isnan(y->value) ? -1 : y->value, isnan(x->value) ? -1 : x->value);
        order = order != 0 ? order : compare_numbers(x->date.from_julian, y->date.from_julian);
        order = order != 0 ? order : compare_numbers(y->population, x->population);
        order = order != 0 ? order : (int)x->event - (int)y->event;
        order = order != 0 ? order : g_strcmp0(x->place, y->place);
        order = order != 0 ? order : g_strcmp0(x->notes, y->notes);
        order = order != 0 ? order : g_strcmp0(x->id, y->id);
    } else if (is_row(x) != is_row(y)) {
        return is_row(x) ? 1 : -1;
    }
    return order != 0 ? order : (i > k) - (i < k);
}

static void
order_members(IncmapArrange *arrange)
{
    for (guint i = 0; i < arrange->groups->len; i++) {
        IncmapGroup *group = &g_array_index(arrange->groups, IncmapGroup, i);
        g_array_sort_with_data(group->members, compare_members, arrange);
        guint32 first = g_array_index(group->members, guint32, 0);
        incmap_arrange_has_position(arrange, first, &group->at);
        group->true_at = group->at;
        const IncmapFix *fix = get_fix(arrange, first);
        /* Of a place known only to the province the nearest town would say too much. */
        group->name = fix->precision == INCMAP_PRECISION_PROVINCE && fix->admin1 != NULL
                          ? fix->admin1
                          : incmap_words_place(arrange->scene, first);
    }
}

/* More killed, then more incidents, then the larger place; then the earlier in a text, the upper
 * left of rows. */
static int
compare_groups(gconstpointer a, gconstpointer b, gpointer data)
{
    const IncmapGroup *x = a, *y = b;
    if (x->value != y->value)
        return x->value < y->value ? 1 : -1;
    if (x->members->len != y->members->len)
        return x->members->len < y->members->len ? 1 : -1;
    if (x->population != y->population)
        return x->population < y->population ? 1 : -1;
    guint32 first_x = g_array_index(x->members, guint32, 0);
    guint32 first_y = g_array_index(y->members, guint32, 0);
    if (is_row(get_incident(data, first_x)) && is_row(get_incident(data, first_y))) {
        int order = compare_numbers(x->at.y_pt, y->at.y_pt);
        order = order != 0 ? order : compare_numbers(x->at.x_pt, y->at.x_pt);
        if (order != 0)
            return order;
    }
    return (first_x > first_y) - (first_x < first_y);
}

void
incmap_groups_join(IncmapArrange *arrange, IncmapGroup *group, IncmapGroup *other)
{
    for (guint m = 0; m < other->members->len; m++)
        add_member(arrange, group, g_array_index(other->members, guint32, m));
    g_array_set_size(other->members, 0);
}

double
incmap_groups_radius(const IncmapArrange *arrange, double value)
{
    double least_pt = incmap_look_pt(arrange, "incident.min-radius");
    double most_pt = incmap_look_pt(arrange, "incident.max-radius");
    double per_root_pt = arrange->radius_per_root_pt > 0
                             ? arrange->radius_per_root_pt
                             : incmap_look_pt(arrange, "incident.radius-per-root");
    return CLAMP(per_root_pt * sqrt(MAX(0, value)), least_pt, most_pt);
}

/* Energy of an earthquake grows 32 times a magnitude; drawn that way only the largest would be
 * seen. The area doubles with each magnitude instead. */
static double
magnitude_radius(const IncmapArrange *arrange, double magnitude)
{
    double least_pt = incmap_look_pt(arrange, "incident.min-radius");
    double scale = arrange->magnitude_scale > 0 ? arrange->magnitude_scale : 1;
    return MAX(scale * least_pt * pow(G_SQRT2, magnitude - 4), least_pt * 0.6);
}

double
incmap_groups_symbol_radius(const IncmapArrange *arrange, double value, gboolean is_magnitude)
{
    return is_magnitude ? magnitude_radius(arrange, value) : incmap_groups_radius(arrange, value);
}

gboolean
incmap_groups_is_few(const IncmapArrange *arrange)
{
    return arrange->groups->len <= (guint)incmap_look_number(arrange, "incident.target-max");
}

gboolean
incmap_groups_has_range(const IncmapArrange *arrange, const IncmapGroup *group)
{
    double low_pt = incmap_groups_radius(arrange, group->value_low);
    double high_pt = incmap_groups_radius(arrange, group->value_high);
    return group->value_high > 0 && !incmap_groups_is_few(arrange) &&
           group->precision < INCMAP_PRECISION_PROVINCE &&
           (high_pt > group->radius_pt + arrange->unit ||
            (group->members->len == 1 && low_pt < group->radius_pt - arrange->unit));
}

static gboolean
is_drawn_by_magnitude(const IncmapArrange *arrange, const IncmapGroup *group)
{
    const IncmapIncident *first = get_incident(arrange, g_array_index(group->members, guint32, 0));
    return is_measured(first) && !isnan(first->value);
}

/* Symbols together cover no more than this share of the map. */
#define MAX_INK 0.15

/* Lets the largest value have the largest symbol allowed, and the rest in proportion. */
static void
scale_sizes(IncmapArrange *arrange)
{
    double most_pt = incmap_look_pt(arrange, "incident.max-radius"), most = 0, magnitude = 0;
    double least_pt = incmap_look_pt(arrange, "incident.min-radius"), sum = 0;
    for (guint i = 0; i < arrange->groups->len; i++) {
        const IncmapGroup *group = &g_array_index(arrange->groups, IncmapGroup, i);
        if (is_drawn_by_magnitude(arrange, group)) {
            magnitude = MAX(magnitude, group->value);
        } else {
            most = MAX(most, group->value);
            sum += MAX(0, group->value);
        }
    }
    double per_root_pt = incmap_look_pt(arrange, "incident.radius-per-root");
    double map_pt2 = incmap_box_width(arrange->frame->map) * incmap_box_height(arrange->frame->map);
    if (most > 0)
        per_root_pt = MIN(per_root_pt, most_pt / sqrt(most));
    if (sum > 0)
        per_root_pt = MIN(per_root_pt, sqrt(MAX_INK * map_pt2 / G_PI / sum));
    arrange->radius_per_root_pt = per_root_pt;
    arrange->magnitude_scale = MIN(1, most_pt / (least_pt * pow(G_SQRT2, magnitude - 4)));
}

static void
find_age(IncmapArrange *arrange)
{
    guint32 newest = 0, oldest = G_MAXUINT32;
    for (guint i = 0; i < arrange->groups->len; i++) {
        guint32 day = g_array_index(arrange->groups, IncmapGroup, i).newest_julian;
        newest = MAX(newest, day);
        oldest = day > 0 ? MIN(oldest, day) : oldest;
    }
    if (arrange->options->fade_days == 0 || newest == 0 || oldest >= newest)
        return;
    arrange->newest_julian = newest;
    arrange->oldest_julian = arrange->options->fade_days > 0
                                 ? newest - MIN(newest, (guint32)arrange->options->fade_days)
                                 : oldest;
}

double
incmap_groups_fade(const IncmapArrange *arrange, const IncmapGroup *group)
{
    if (arrange->newest_julian == 0)
        return 0;
    double span = arrange->newest_julian - arrange->oldest_julian;
    double age = (double)arrange->newest_julian - (double)group->newest_julian;
    return group->newest_julian == 0 ? 1 : CLAMP(age / span, 0, 1);
}

static void
clear_group(gpointer data)
{
    g_array_unref(((IncmapGroup *)data)->members);
}

static gboolean
is_single_type(const IncmapArrange *arrange)
{
    guint n_types = 0;
    for (int event = 0; event < INCMAP_N_EVENTS; event++) {
        gboolean is_there = FALSE;
        for (guint i = 0; i < arrange->groups->len && !is_there; i++)
            is_there = g_array_index(arrange->groups, IncmapGroup, i).counts[event] > 0;
        n_types += is_there;
    }
    return n_types == 1;
}

void
incmap_groups_size(const IncmapArrange *arrange, IncmapGroup *group)
{
    choose_event(group);
    /* A few places are marked, not compared: the target circle has one size. */
    group->radius_pt = incmap_groups_is_few(arrange)
                           ? incmap_look_pt(arrange, "incident.min-radius")
                           : incmap_groups_symbol_radius(arrange, group->value,
                                                         is_drawn_by_magnitude(arrange, group));
    if (group->members->len < 2)
        return;
    /* A ring has room for two digits. */
    double count_pt = incmap_look_type(arrange, "groups.count").font.size_pt;
    double ring_pt = MAX(incmap_look_pt(arrange, "groups.min-radius"), count_pt * 1.12);
    group->radius_pt = MAX(group->radius_pt, ring_pt);
}

void
incmap_groups_make(IncmapArrange *arrange)
{
    arrange->groups = g_array_new(FALSE, TRUE, sizeof(IncmapGroup));
    g_array_set_clear_func(arrange->groups, clear_group);
    find_positions(arrange);
    group_same_place(arrange);
    order_members(arrange);
    arrange->is_single_type = is_single_type(arrange);
    g_array_sort_with_data(arrange->groups, compare_groups, arrange);
    double merge_pt = incmap_look_pt(arrange, "groups.merge-distance");
    if (merge_pt > 0)
        incmap_groups_merge_near(arrange, merge_pt);
    g_array_sort_with_data(arrange->groups, compare_groups, arrange);
    scale_sizes(arrange);
    find_age(arrange);
    for (guint i = 0; i < arrange->groups->len; i++)
        incmap_groups_size(arrange, &g_array_index(arrange->groups, IncmapGroup, i));
}
