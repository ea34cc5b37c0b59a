/* SPDX-License-Identifier: MIT */
#include "arrange/name-key.h"

#include "arrange/furniture.h"
#include "arrange/label-set.h"
#include "arrange/mirror.h"
#include "scene/say.h"

#include <math.h>

#define MAX_COLUMNS 3
/* The key takes no more than these shares of the map's height and width. */
#define MAX_HEIGHT 0.5
#define MAX_WIDTH 0.6

/** Key: its lines and how they stand */
typedef struct Key Key;
struct Key {
    GPtrArray *lines; /* "⑦ Kidal" */
    IncmapFace face;
    guint n_columns, n_rows;
    double row_pt, column_pt, padding_pt;
    IncmapBox box;
};

const char *
incmap_circled_number(const IncmapArrange *arrange, int number)
{
    char text[7] = "";
    text[g_unichar_to_utf8(0x2460 + (gunichar)number - 1, text)] = '\0';
    return incmap_scene_string(arrange->scene, text);
}

/* Numbers go on behind those of the cards. */
static int
first_number(const IncmapArrange *arrange)
{
    int most = 0;
    for (guint i = 0; i < arrange->groups->len; i++)
        most = MAX(most, g_array_index(arrange->groups, IncmapGroup, i).number);
    return most + 1;
}

static IncmapLabelSet *
place_numbers(IncmapArrange *arrange, const GArray *labels, guint n, int first)
{
    IncmapLabelSet *set = incmap_label_set_new(arrange);
    for (guint i = 0; i < n; i++) {
        IncmapPointLabel label = g_array_index(labels, IncmapPointLabel, i);
        label.text = incmap_circled_number(arrange, first + (int)i);
        label.can_change = FALSE;
        incmap_label_set_add(set, &label);
    }
    incmap_label_set_place(set);
    return set;
}

/* Looks for an empty place at the edge of the map, for one column first. */
static gboolean
find_box(IncmapArrange *arrange, Key *key)
{
    IncmapBox map = arrange->frame->map;
    double widest_pt = 0;
    for (guint i = 0; i < key->lines->len; i++)
        widest_pt = MAX(widest_pt, incmap_typeset_width(arrange, key->lines->pdata[i], &key->face));
    key->column_pt = widest_pt + key->face.font.size_pt * 1.5;
    for (key->n_columns = 1; key->n_columns <= MAX_COLUMNS; key->n_columns++) {
        key->n_rows = (key->lines->len + key->n_columns - 1) / key->n_columns;
        double height_pt = key->n_rows * key->row_pt + 2 * key->padding_pt;
        double width_pt = (key->n_columns - 1) * key->column_pt + widest_pt + 2 * key->padding_pt;
        if (height_pt <= MAX_HEIGHT * incmap_box_height(map) &&
            width_pt <= MAX_WIDTH * incmap_box_width(map) &&
            incmap_furniture_choose(arrange, "key", width_pt, height_pt, 1.0, &key->box))
            return TRUE;
    }
    return FALSE;
}

static void
draw_key(IncmapArrange *arrange, const Key *key)
{
    incmap_arrange_group(arrange, INCMAP_SHEET_FURNITURE, "key",
                         incmap_say(arrange->scene, INCMAP_SAY_GROUP_LEGEND));
    IncmapMirror mirror = incmap_mirror_begin(arrange, INCMAP_SHEET_FURNITURE);
    IncmapItem *ground = incmap_arrange_add(arrange, INCMAP_SHEET_FURNITURE, INCMAP_ITEM_PATH);
    incmap_path_box(&ground->path, key->box);
    ground->paint.fill = incmap_look_color(arrange, "legend.background");
    for (guint i = 0; i < key->lines->len; i++) {
        IncmapPoint at = {key->box.x0_pt + key->padding_pt + i / key->n_rows * key->column_pt,
                          key->box.y0_pt + key->padding_pt + (i % key->n_rows + 0.5) * key->row_pt +
                              key->face.font.size_pt * 0.36};
        incmap_typeset_line(arrange, INCMAP_SHEET_FURNITURE, key->lines->pdata[i], &key->face, at,
                            "key");
    }
    incmap_mirror_end(arrange, &mirror, key->box.x0_pt, key->box.x1_pt);
    incmap_arrange_end_group(arrange, INCMAP_SHEET_FURNITURE);
}

/* The lines of the key, numbered without gaps. */
static GPtrArray *
make_lines(const IncmapArrange *arrange, const GArray *labels, guint n, const IncmapLabelSet *set,
           int number)
{
    GPtrArray *lines = g_ptr_array_new();
    for (guint i = 0; i < n; i++) {
        if (incmap_label_set_get(set, i) == NULL)
            continue;
        const char *circled = incmap_circled_number(arrange, number++);
        g_ptr_array_add(
            lines, (gpointer)incmap_scene_printf(arrange->scene, "%s %s", circled,
                                                 g_array_index(labels, IncmapPointLabel, i).text));
    }
    return lines;
}

/* Sets the numbers and takes their labels from the array. */
static void
set_numbers(IncmapArrange *arrange, GArray *labels, guint n, const IncmapLabelSet *set, int number)
{
    g_autoptr(GArray) left = g_array_new(FALSE, FALSE, sizeof(IncmapPointLabel));
    for (guint i = 0; i < labels->len; i++) {
        const IncmapPointLabel *placed = i < n ? incmap_label_set_get(set, i) : NULL;
        if (placed == NULL) {
            g_array_append_val(left, g_array_index(labels, IncmapPointLabel, i));
            continue;
        }
        IncmapPointLabel label = *placed;
        label.text = label.wording.lines[0] = incmap_circled_number(arrange, number++);
        incmap_point_label_set(arrange, INCMAP_SHEET_INCIDENTS, &label);
    }
    g_array_set_size(labels, 0);
    g_array_append_vals(labels, left->data, left->len);
}

void
incmap_name_key_place(IncmapArrange *arrange, GArray *labels)
{
    int first = first_number(arrange), first_owner = arrange->next_owner;
    guint n = MIN(labels->len, (guint)incmap_look_number(arrange, "incident.max-keyed"));
    n = MIN(n, (guint)MAX(0, INCMAP_MAX_CIRCLED + 1 - first));
    if (n == 0)
        return;
    g_autoptr(IncmapLabelSet) set = place_numbers(arrange, labels, n, first);
    g_autoptr(GPtrArray) lines = make_lines(arrange, labels, n, set, first);
    Key key = {.lines = lines, .face = incmap_look_type(arrange, "legend")};
    key.row_pt = key.face.font.size_pt * 1.45;
    key.padding_pt = key.face.font.size_pt * 0.8;
    if (lines->len == 0 || !find_box(arrange, &key)) {
        for (int owner = first_owner; owner < arrange->next_owner; owner++)
            incmap_obstacles_remove(arrange->obstacles, owner);
        return;
    }
    draw_key(arrange, &key);
    set_numbers(arrange, labels, n, set, first);
}
