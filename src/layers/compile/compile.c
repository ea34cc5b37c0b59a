/* SPDX-License-Identifier: MIT */
#include "layers/compile/compile.h"

#include "layers/compile/blocks.h"
#include "layers/compile/cells.h"
#include "layers/compile/make.h"
#include "layers/compile/thin.h"

#include "base/error.h"

#include <string.h>

static guint
find_status(GPtrArray *statuses, const char *status, const char *note)
{
    for (guint i = 1; i < statuses->len; i++) {
        GStrv known = statuses->pdata[i];
        if (strcmp(known[0], status) == 0 && strcmp(known[1], note) == 0)
            return i;
    }
    const char *both[] = {status, note, NULL};
    g_ptr_array_add(statuses, g_strdupv((GStrv)both));
    return statuses->len - 1;
}

/* Edges that no border names keep mark 0, "agreed". */
static gboolean
mark_borders(IncmapEdges *edges, const IncmapShapes *borders, GPtrArray *statuses, GError **error)
{
    const char *agreed[] = {"agreed", "", NULL};
    g_ptr_array_add(statuses, g_strdupv((GStrv)agreed));
    guint n_missed = 0;
    for (guint i = 0; i < borders->shapes->len; i++) {
        const IncmapShape *line = g_ptr_array_index(borders->shapes, i);
        const char *status = incmap_shapes_get(borders, i, "status");
        const char *note = incmap_shapes_get(borders, i, "note");
        guint mark = find_status(statuses, status[0] != '\0' ? status : "agreed", note);
        for (guint32 part = 0; part < line->n_parts; part++)
            n_missed += incmap_edges_mark(edges, line, part, mark);
    }
    if (n_missed > 0)
        return incmap_fail(error, INCMAP_ERROR_LAYER,
                           "borders: %u of their segments are no edges of admin1; make both from "
                           "the same source",
                           n_missed);
    return TRUE;
}

static IncmapArcs *
build_arcs(const IncmapSources *sources, GPtrArray *statuses, GError **error)
{
    g_autoptr(IncmapEdges) edges = incmap_edges_new(sources->admin1);
    if (!mark_borders(edges, sources->borders, statuses, error))
        return NULL;
    IncmapArcs *arcs = incmap_arcs_new();
    incmap_arcs_add_edges(arcs, edges);
    incmap_arcs_add_shapes(arcs, INCMAP_THEME_LAKES, sources->lakes);
    incmap_arcs_add_shapes(arcs, INCMAP_THEME_RIVERS, sources->rivers);
    incmap_arcs_add_shapes(arcs, INCMAP_THEME_LABELS, sources->labels);
    incmap_arcs_sort(arcs);
    incmap_thin_rank(arcs);
    return arcs;
}

gboolean
incmap_compile_layers(const char *source_dir, const char *target, GError **error)
{
    g_autoptr(IncmapSources) sources = incmap_sources_load(source_dir, error);
    if (sources == NULL)
        return FALSE;
    g_autoptr(GPtrArray) statuses = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
    g_autoptr(IncmapArcs) arcs = build_arcs(sources, statuses, error);
    if (arcs == NULL)
        return FALSE;
    g_autoptr(IncmapBook) book =
        incmap_book_new(arcs, (const char *const *)sources->languages->pdata);
    IncmapMaking making = {sources, arcs, book, statuses};
    incmap_make_countries(&making);
    incmap_make_admin1(&making);
    incmap_make_land(&making);
    incmap_make_coast(&making);
    incmap_make_borders(&making);
    incmap_make_admin1_lines(&making);
    incmap_make_lakes(&making);
    incmap_make_rivers(&making);
    incmap_make_labels(&making);
    incmap_blocks_fill(book);
    incmap_cells_fill(book);
    return incmap_book_write(book, target, error);
}
