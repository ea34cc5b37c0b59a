/* SPDX-License-Identifier: MIT */
#include "arrange/label-set.h"

#include <math.h>

/* Side of a grid cell: about a short name. */
#define CELL_PT 40.0
/* Names that one name may push aside, and how far the pushing goes on. */
#define MAX_PUSHED 2
#define MAX_DEPTH 2
/* Positions that are looked at for one name: what it may cost. */
#define MAX_LOOKS 300
/* Rounds of moving to better positions. */
#define N_POLISH 2

#define NOWHERE -1

typedef struct Entry Entry;
struct Entry {
    IncmapPointLabel label;
    GArray *positions;  /* IncmapPosition; of the wordings so far, milder ones first */
    guint next_wording; /* the first one whose positions were not looked for */
    int chosen;         /* index of the position; NOWHERE */
    IncmapBox ground;   /* of the text and its leader, where it stands */
    gboolean is_held;   /* was put where it is by the chain that is being tried */
};

/** Step: what a chain did, to be undone when it leads nowhere */
typedef struct Step Step;
struct Step {
    guint entry;
    int before;
};

struct IncmapLabelSet {
    IncmapArrange *arrange;
    GArray *entries; /* Entry */
    int n_columns, n_rows;
    GArray **cells; /* guint: the entries that stand there; NULL while empty */
    GArray *steps;  /* Step */
    guint n_looks;  /* left to the name that is being placed */
};

static void
clear_entry(gpointer data)
{
    g_array_unref(((Entry *)data)->positions);
}

IncmapLabelSet *
incmap_label_set_new(IncmapArrange *arrange)
{
    IncmapLabelSet *set = g_new0(IncmapLabelSet, 1);
    set->arrange = arrange;
    set->entries = g_array_new(FALSE, TRUE, sizeof(Entry));
    g_array_set_clear_func(set->entries, clear_entry);
    set->n_columns = (int)(arrange->frame->width_pt / CELL_PT) + 1;
    set->n_rows = (int)(arrange->frame->height_pt / CELL_PT) + 1;
    set->cells = g_new0(GArray *, (gsize)set->n_columns * (gsize)set->n_rows);
    set->steps = g_array_new(FALSE, FALSE, sizeof(Step));
    return set;
}

void
incmap_label_set_free(IncmapLabelSet *set)
{
    if (set == NULL)
        return;
    for (int i = 0; i < set->n_columns * set->n_rows; i++)
        g_clear_pointer(&set->cells[i], g_array_unref);
    g_free(set->cells);
    g_array_unref(set->steps);
    g_array_unref(set->entries);
    g_free(set);
}

void
incmap_label_set_add(IncmapLabelSet *set, const IncmapPointLabel *label)
{
    Entry entry = {.label = *label, .chosen = NOWHERE};
    entry.positions = g_array_new(FALSE, FALSE, sizeof(IncmapPosition));
    g_array_append_val(set->entries, entry);
}

static Entry *
get_entry(const IncmapLabelSet *set, guint index)
{
    return &g_array_index(set->entries, Entry, index);
}

/* NULL after the last one. Positions are looked for when they are needed: most names take one of
 * their first wording's. */
static const IncmapPosition *
get_position(IncmapLabelSet *set, Entry *entry, guint index)
{
    const IncmapPointLabel *label = &entry->label;
    guint n = label->can_change ? INCMAP_N_WORDINGS : 1, n_far = label->can_lead ? n : 0;
    while (index >= entry->positions->len && entry->next_wording < n + n_far) {
        IncmapWording wording;
        guint i = entry->next_wording++;
        if (!incmap_wording_make(set->arrange, label->text, &label->type, i % n, &wording))
            continue;
        if (i < n)
            incmap_point_label_positions(set->arrange, label, &wording, i, entry->positions);
        else
            incmap_point_label_far_positions(set->arrange, label, &wording, i - n,
                                             entry->positions);
    }
    return index < entry->positions->len ? &g_array_index(entry->positions, IncmapPosition, index)
                                         : NULL;
}

typedef void (*CellFunc)(GArray **cell, guint entry);

static void
each_cell(IncmapLabelSet *set, IncmapBox box, CellFunc func, guint entry)
{
    int column0 = CLAMP((int)(box.x0_pt / CELL_PT), 0, set->n_columns - 1);
    int column1 = CLAMP((int)(box.x1_pt / CELL_PT), 0, set->n_columns - 1);
    int row0 = CLAMP((int)(box.y0_pt / CELL_PT), 0, set->n_rows - 1);
    int row1 = CLAMP((int)(box.y1_pt / CELL_PT), 0, set->n_rows - 1);
    for (int row = row0; row <= row1; row++)
        for (int column = column0; column <= column1; column++)
            func(&set->cells[row * set->n_columns + column], entry);
}

static void
add_to_cell(GArray **cell, guint entry)
{
    if (*cell == NULL)
        *cell = g_array_new(FALSE, FALSE, sizeof(guint));
    g_array_append_val(*cell, entry);
}

static void
remove_from_cell(GArray **cell, guint entry)
{
    for (guint i = 0; i < (*cell)->len; i++) {
        if (g_array_index(*cell, guint, i) == entry) {
            g_array_remove_index_fast(*cell, i);
            return;
        }
    }
}

/* Text and leader. */
static IncmapBox
whole_box(const IncmapPosition *position)
{
    if (!position->has_leader)
        return position->box;
    return incmap_box_union(position->box, incmap_quad_box(&position->leader));
}

static gboolean
crosses(const IncmapPosition *a, IncmapBox text)
{
    IncmapQuad quad = incmap_quad_from_box(text);
    return a->has_leader && incmap_quads_overlap(&a->leader, &quad);
}

/* @wide: the text of @a with its air. */
static gboolean
is_in_way(const IncmapPosition *a, IncmapBox wide, const IncmapPosition *b)
{
    return incmap_box_overlaps(b->box, wide) || crosses(a, b->box) || crosses(b, wide) ||
           (a->has_leader && b->has_leader && incmap_quads_overlap(&a->leader, &b->leader));
}

static const IncmapPosition *
standing(const Entry *entry)
{
    return &g_array_index(entry->positions, IncmapPosition, entry->chosen);
}

/* @chosen: where the name stands from now on; NOWHERE takes it away. */
static void
put(IncmapLabelSet *set, guint index, int chosen)
{
    Entry *entry = get_entry(set, index);
    if (entry->chosen != NOWHERE)
        each_cell(set, entry->ground, remove_from_cell, index);
    entry->chosen = chosen;
    if (chosen == NOWHERE)
        return;
    entry->ground = whole_box(standing(entry));
    each_cell(set, entry->ground, add_to_cell, index);
}

/* The names in the way of a position, ascending, at most MAX_PUSHED of them; more when the result
 * is larger. */
static guint
find_in_way(const IncmapLabelSet *set, const IncmapPosition *position, guint except,
            guint in_way[MAX_PUSHED])
{
    IncmapBox whole = whole_box(position), wide = incmap_box_grow(whole, set->arrange->unit);
    IncmapBox text = incmap_label_air(set->arrange, position->box);
    IncmapBox ground = incmap_label_air(set->arrange, whole);
    guint n = 0;
    int column1 = CLAMP((int)(wide.x1_pt / CELL_PT), 0, set->n_columns - 1);
    int row1 = CLAMP((int)(wide.y1_pt / CELL_PT), 0, set->n_rows - 1);
    for (int row = CLAMP((int)(wide.y0_pt / CELL_PT), 0, set->n_rows - 1); row <= row1; row++) {
        for (int column = CLAMP((int)(wide.x0_pt / CELL_PT), 0, set->n_columns - 1);
             column <= column1; column++) {
            const GArray *cell = set->cells[row * set->n_columns + column];
            for (guint i = 0; cell != NULL && i < cell->len; i++) {
                guint other = g_array_index(cell, guint, i);
                const Entry *entry = get_entry(set, other);
                gboolean is_known = other == except;
                if (!incmap_box_overlaps(entry->ground, ground))
                    continue;
                for (guint k = 0; k < n; k++)
                    is_known = is_known || in_way[k] == other;
                if (is_known || !is_in_way(position, text, standing(entry)))
                    continue;
                if (n == MAX_PUSHED)
                    return MAX_PUSHED + 1;
                in_way[n++] = other;
            }
        }
    }
    for (guint i = 1; i < n; i++)
        for (guint k = i; k > 0 && in_way[k] < in_way[k - 1]; k--) {
            guint swapped = in_way[k];
            in_way[k] = in_way[k - 1];
            in_way[k - 1] = swapped;
        }
    return n;
}

/* Takes the first position with nobody in the way, among the first @n. */
static gboolean
take_free(IncmapLabelSet *set, guint index, guint n)
{
    guint in_way[MAX_PUSHED];
    Entry *entry = get_entry(set, index);
    for (guint i = 0; i < n && get_position(set, entry, i) != NULL; i++) {
        if (find_in_way(set, get_position(set, entry, i), index, in_way) > 0)
            continue;
        put(set, index, (int)i);
        return TRUE;
    }
    return FALSE;
}

static void
step(IncmapLabelSet *set, guint index, int chosen)
{
    Step before = {index, get_entry(set, index)->chosen};
    g_array_append_val(set->steps, before);
    put(set, index, chosen);
}

static void
undo(IncmapLabelSet *set, guint n_steps)
{
    while (set->steps->len > n_steps) {
        Step last = g_array_index(set->steps, Step, set->steps->len - 1);
        g_array_set_size(set->steps, set->steps->len - 1);
        put(set, last.entry, last.before);
    }
}

static gboolean push_in(IncmapLabelSet *set, guint index, guint depth);

/* Finds other positions for the names that are in the way of one that has been put down. */
static gboolean
move_all(IncmapLabelSet *set, const guint *in_way, guint n, guint depth)
{
    for (guint i = 0; i < n; i++)
        step(set, in_way[i], NOWHERE);
    for (guint i = 0; i < n; i++) {
        if (!push_in(set, in_way[i], depth))
            return FALSE;
    }
    return TRUE;
}

/* Puts a name down, where it is free or where those in the way can move, @depth pushes deep. */
static gboolean
push_in(IncmapLabelSet *set, guint index, guint depth)
{
    guint in_way[MAX_PUSHED], n_steps = set->steps->len;
    Entry *entry = get_entry(set, index);
    for (guint pass = 0; pass < (depth > 0 ? 2 : 1); pass++) { /* free ones first */
        for (guint i = 0; get_position(set, entry, i) != NULL && set->n_looks > 0; i++) {
            set->n_looks--;
            guint n = find_in_way(set, get_position(set, entry, i), index, in_way);
            gboolean is_held = FALSE;
            for (guint k = 0; k < MIN(n, MAX_PUSHED); k++)
                is_held = is_held || get_entry(set, in_way[k])->is_held;
            if (n > MAX_PUSHED || is_held || (n > 0) != (pass == 1))
                continue;
            step(set, index, (int)i);
            entry->is_held = TRUE;
            gboolean is_placed = n == 0 || move_all(set, in_way, n, depth - 1);
            entry->is_held = FALSE;
            if (is_placed)
                return TRUE;
            undo(set, n_steps);
        }
    }
    return FALSE;
}

/* Better positions that have become free. */
static void
polish(IncmapLabelSet *set)
{
    for (guint i = 0; i < set->entries->len; i++) {
        int chosen = get_entry(set, i)->chosen;
        if (chosen > 0)
            take_free(set, i, (guint)chosen);
    }
}

void
incmap_label_set_place(IncmapLabelSet *set)
{
    for (guint i = 0; i < set->entries->len; i++)
        take_free(set, i, G_MAXUINT);
    for (guint depth = 1; depth <= MAX_DEPTH; depth++) {
        for (guint i = 0; i < set->entries->len; i++) {
            set->n_looks = MAX_LOOKS;
            if (get_entry(set, i)->chosen == NOWHERE && push_in(set, i, depth))
                g_array_set_size(set->steps, 0);
        }
    }
    for (int round = 0; round < N_POLISH; round++)
        polish(set);
    IncmapArrange *arrange = set->arrange;
    for (guint i = 0; i < set->entries->len; i++) {
        Entry *entry = get_entry(set, i);
        if (entry->chosen == NOWHERE)
            continue;
        const IncmapPosition *position = standing(entry);
        IncmapWording wording;
        incmap_wording_make(arrange, entry->label.text, &entry->label.type, position->wording,
                            &wording);
        incmap_point_label_put(&entry->label, &wording, position);
        incmap_obstacles_add(arrange->obstacles, incmap_quad_from_box(position->box),
                             arrange->next_owner++);
    }
}

const IncmapPointLabel *
incmap_label_set_get(const IncmapLabelSet *set, guint index)
{
    const Entry *entry = get_entry(set, index);
    return entry->chosen == NOWHERE ? NULL : &entry->label;
}
