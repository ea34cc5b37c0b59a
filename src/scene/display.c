/* SPDX-License-Identifier: MIT */
#include "scene/display.h"

void
incmap_item_clear(gpointer data)
{
    IncmapItem *item = data;
    g_free(item->path.verbs);
    g_free(item->path.points);
    g_free(item->features);
    if (item->image != NULL)
        g_free(item->image->pixels);
    g_free(item->image);
}

static void
clear_label(gpointer data)
{
    g_free(((IncmapLabel *)data)->quads);
}

void
incmap_page_init(IncmapPage *page)
{
    page->items = g_array_new(FALSE, TRUE, sizeof(IncmapItem));
    g_array_set_clear_func(page->items, incmap_item_clear);
    page->labels = g_array_new(FALSE, TRUE, sizeof(IncmapLabel));
    g_array_set_clear_func(page->labels, clear_label);
    page->marks = g_array_new(FALSE, TRUE, sizeof(IncmapMark));
    page->leaders = g_array_new(FALSE, TRUE, sizeof(IncmapLeaderLine));
    page->furniture = g_array_new(FALSE, TRUE, sizeof(IncmapFurniture));
    page->dropped = g_array_new(FALSE, TRUE, sizeof(IncmapDropped));
    page->positions = g_array_new(FALSE, TRUE, sizeof(IncmapPoint));
}

void
incmap_page_clear(IncmapPage *page)
{
    g_clear_pointer(&page->items, g_array_unref);
    g_clear_pointer(&page->labels, g_array_unref);
    g_clear_pointer(&page->marks, g_array_unref);
    g_clear_pointer(&page->leaders, g_array_unref);
    g_clear_pointer(&page->furniture, g_array_unref);
    g_clear_pointer(&page->dropped, g_array_unref);
    g_clear_pointer(&page->positions, g_array_unref);
}

IncmapItem *
incmap_page_add(IncmapPage *page, IncmapItemKind kind)
{
    g_array_set_size(page->items, page->items->len + 1);
    IncmapItem *item = &g_array_index(page->items, IncmapItem, page->items->len - 1);
    item->kind = kind;
    return item;
}

/* Capacities are the next power of two, so that they need no field of their own. */
static gboolean
is_full(guint n)
{
    return (n & (n - 1)) == 0;
}

static void
add_verb(IncmapPath *path, IncmapVerb verb)
{
    if (is_full(path->n_verbs))
        path->verbs = g_renew(guint8, path->verbs, path->n_verbs == 0 ? 1 : path->n_verbs * 2);
    path->verbs[path->n_verbs++] = (guint8)verb;
}

static void
add_point(IncmapPath *path, double x_pt, double y_pt)
{
    if (is_full(path->n_points))
        path->points =
            g_renew(IncmapPoint, path->points, path->n_points == 0 ? 1 : path->n_points * 2);
    path->points[path->n_points++] = (IncmapPoint){x_pt, y_pt};
}

void
incmap_path_move(IncmapPath *path, double x_pt, double y_pt)
{
    add_verb(path, INCMAP_VERB_MOVE);
    add_point(path, x_pt, y_pt);
}

void
incmap_path_line(IncmapPath *path, double x_pt, double y_pt)
{
    add_verb(path, INCMAP_VERB_LINE);
    add_point(path, x_pt, y_pt);
}

void
incmap_path_curve(IncmapPath *path, IncmapPoint a, IncmapPoint b, IncmapPoint to)
{
    add_verb(path, INCMAP_VERB_CURVE);
    add_point(path, a.x_pt, a.y_pt);
    add_point(path, b.x_pt, b.y_pt);
    add_point(path, to.x_pt, to.y_pt);
}

void
incmap_path_close(IncmapPath *path)
{
    add_verb(path, INCMAP_VERB_CLOSE);
}

void
incmap_path_circle(IncmapPath *path, IncmapPoint centre, double radius_pt)
{
    add_verb(path, INCMAP_VERB_CIRCLE);
    add_point(path, centre.x_pt, centre.y_pt);
    add_point(path, radius_pt, 0);
}

void
incmap_path_box(IncmapPath *path, IncmapBox box)
{
    incmap_path_move(path, box.x0_pt, box.y0_pt);
    incmap_path_line(path, box.x1_pt, box.y0_pt);
    incmap_path_line(path, box.x1_pt, box.y1_pt);
    incmap_path_line(path, box.x0_pt, box.y1_pt);
    incmap_path_close(path);
}
