/* SPDX-License-Identifier: MIT */
#include "arrange/mirror.h"

#include "scene/vocabulary.h"

gboolean
incmap_mirror_is_on(const IncmapArrange *arrange)
{
    return incmap_vocabulary_is_rtl(arrange->scene->vocabulary);
}

IncmapMirror
incmap_mirror_begin(const IncmapArrange *arrange, IncmapSheet sheet)
{
    return (IncmapMirror){sheet, arrange->sheets[sheet]->len, arrange->scene->page.labels->len};
}

static void
turn_path(IncmapPath *path, double sum_pt)
{
    guint at = 0;
    for (guint i = 0; i < path->n_verbs; i++) {
        static const guint n_points[] = {[INCMAP_VERB_MOVE] = 1,
                                         [INCMAP_VERB_LINE] = 1,
                                         [INCMAP_VERB_CURVE] = 3,
                                         [INCMAP_VERB_CLOSE] = 0,
                                         [INCMAP_VERB_CIRCLE] = 2};
        guint n = n_points[path->verbs[i]];
        /* The second point of a circle is its radius. */
        guint n_turned = path->verbs[i] == INCMAP_VERB_CIRCLE ? 1 : n;
        for (guint k = 0; k < n_turned; k++)
            path->points[at + k].x_pt = sum_pt - path->points[at + k].x_pt;
        at += n;
    }
}

static void
turn_item(IncmapItem *item, double sum_pt)
{
    turn_path(&item->path, sum_pt);
    if (item->kind == INCMAP_ITEM_RUN)
        item->run.origin.x_pt = sum_pt - item->run.origin.x_pt - item->run.width_pt;
    if (item->paint.gradient_x0_pt != item->paint.gradient_x1_pt) {
        item->paint.gradient_x0_pt = sum_pt - item->paint.gradient_x0_pt;
        item->paint.gradient_x1_pt = sum_pt - item->paint.gradient_x1_pt;
    }
}

/* The corners keep their order around the quad, from the end that is the left one now. */
static void
turn_label(IncmapLabel *label, double sum_pt)
{
    static const guint others[] = {1, 0, 3, 2};
    for (guint i = 0; i < label->n_quads; i++) {
        IncmapPoint turned[4];
        for (guint k = 0; k < 4; k++) {
            turned[k] = label->quads[i * 4 + others[k]];
            turned[k].x_pt = sum_pt - turned[k].x_pt;
        }
        for (guint k = 0; k < 4; k++)
            label->quads[i * 4 + k] = turned[k];
    }
    IncmapBox box = label->box;
    label->box.x0_pt = sum_pt - box.x1_pt;
    label->box.x1_pt = sum_pt - box.x0_pt;
}

void
incmap_mirror_end(IncmapArrange *arrange, const IncmapMirror *mirror, double left_pt,
                  double right_pt)
{
    if (!incmap_mirror_is_on(arrange))
        return;
    GArray *items = arrange->sheets[mirror->sheet];
    for (guint i = mirror->n_items; i < items->len; i++)
        turn_item(&g_array_index(items, IncmapItem, i), left_pt + right_pt);
    GArray *labels = arrange->scene->page.labels;
    for (guint i = mirror->n_labels; i < labels->len; i++)
        turn_label(&g_array_index(labels, IncmapLabel, i), left_pt + right_pt);
}

IncmapBox
incmap_mirror_box(const IncmapArrange *arrange, IncmapBox box, double left_pt, double right_pt)
{
    if (!incmap_mirror_is_on(arrange))
        return box;
    double sum_pt = left_pt + right_pt;
    return (IncmapBox){sum_pt - box.x1_pt, box.y0_pt, sum_pt - box.x0_pt, box.y1_pt};
}
