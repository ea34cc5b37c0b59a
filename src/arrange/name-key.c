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

/* Numbers for the labels of @chosen (indices into @labels), in their order. */
static IncmapLabelSet *
place_numbers(IncmapArrange *arrange, const GArray *labels, const GArray *chosen, int first)
{
    IncmapLabelSet *set = incmap_label_set_new(arrange);
    for (guint i = 0; i < chosen->len; i++) {
        IncmapPointLabel label =
            g_array_index(labels, IncmapPointLabel, g_array_index(chosen, guint, i));
        label.text = incmap_circled_number(arrange, first + (int)i);
        label.can_change = FALSE;
        incmap_label_set_add(set, &label);
    }
    incmap_label_set_place(set);
    return set;
}

static void
give_back(IncmapArrange *arrange, int first_owner)
{
    for (int owner = first_owner; owner < arrange->next_owner; owner++)
        incmap_obstacles_remove(arrange->obstacles, owner);
}

/* Those that find no room leave @chosen, and the rest is numbered again, so that no number is
 * missing. NULL when none is left. */
static IncmapLabelSet *
choose_numbers(IncmapArrange *arrange, const GArray *labels, GArray *chosen, int first)
{
    while (chosen->len > 0) {
        int first_owner = arrange->next_owner;
        guint n_kept = 0;
        IncmapLabelSet *set = place_numbers(arrange, labels, chosen, first);
        for (guint i = 0; i < chosen->len; i++)
            if (incmap_label_set_get(set, i) != NULL)
                g_array_index(chosen, guint, n_kept++) = g_array_index(chosen, guint, i);
        if (n_kept == chosen->len)
            return set;
        incmap_label_set_free(set);
        give_back(arrange, first_owner);
        g_array_set_size(chosen, n_kept);
    }
    return NULL;
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

static GPtrArray *
make_lines(const IncmapArrange *arrange, const GArray *labels, const GArray *chosen, int first)
{
    GPtrArray *lines = g_ptr_array_new();
    for (guint i = 0; i < chosen->len; i++) {
        const IncmapPointLabel *label =
            &g_array_index(labels, IncmapPointLabel, g_array_index(chosen, guint, i));
        const char *number = incmap_circled_number(arrange, first + (int)i);
        g_ptr_array_add(
            lines, (gpointer)incmap_scene_printf(arrange->scene, "%s %s", number, label->text));
    }
    return lines;
}

void
incmap_name_key_place(IncmapArrange *arrange, GArray *labels)
{
    int first = first_number(arrange), first_owner = arrange->next_owner;
    guint n = MIN(labels->len, (guint)incmap_look_number(arrange, "incident.max-keyed"));
    g_autoptr(GArray) chosen = g_array_new(FALSE, FALSE, sizeof(guint));
    for (guint i = 0; i < n && first + (int)i <= INCMAP_MAX_CIRCLED; i++)
        g_array_append_val(chosen, i);
    g_autoptr(IncmapLabelSet) set = choose_numbers(arrange, labels, chosen, first);
    if (set == NULL)
        return;
    g_autoptr(GPtrArray) lines = make_lines(arrange, labels, chosen, first);
    Key key = {.lines = lines, .face = incmap_look_type(arrange, "legend")};
    key.row_pt = key.face.font.size_pt * 1.45;
    key.padding_pt = key.face.font.size_pt * 0.8;
    if (!find_box(arrange, &key)) {
        give_back(arrange, first_owner);
        return;
    }
    draw_key(arrange, &key);
    for (guint i = chosen->len; i-- > 0;) {
        incmap_point_label_set(arrange, INCMAP_SHEET_INCIDENTS, incmap_label_set_get(set, i));
        g_array_remove_index(labels, g_array_index(chosen, guint, i));
    }
}
