/* SPDX-License-Identifier: MIT */
#include "draw/cairo-text.h"

#include "draw/measure.h"

#include <pango/pangocairo.h>

static void
stroke_halo(cairo_t *cr, const IncmapRun *run)
{
    cairo_set_dash(cr, NULL, 0, 0);
    cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
    cairo_set_line_cap(cr, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_width(cr, 2 * run->halo_pt);
    cairo_set_source_rgba(cr, run->halo.r, run->halo.g, run->halo.b, run->halo.a);
    /* A faint edge: 16 levels are enough, and corners a quarter of a pixel off. */
    double tolerance = cairo_get_tolerance(cr);
    cairo_set_tolerance(cr, 0.25);
    cairo_set_antialias(cr, CAIRO_ANTIALIAS_FAST);
    cairo_stroke_preserve(cr);
    cairo_set_antialias(cr, CAIRO_ANTIALIAS_DEFAULT);
    cairo_set_tolerance(cr, tolerance);
}

/*
 * The glyphs of one run as text. A reader takes widely spaced letters for words of their own,
 * so such a run is one cluster: Cairo writes its characters beside it (ActualText).
 */
static void
show_glyphs(cairo_t *cr, const IncmapLine *line, const PangoGlyphItem *run, double x_pt)
{
    const PangoGlyphString *string = run->glyphs;
    g_autofree cairo_glyph_t *glyphs = g_new0(cairo_glyph_t, (gsize)string->num_glyphs);
    double x = x_pt;
    for (int i = 0; i < string->num_glyphs; i++) {
        const PangoGlyphInfo *info = &string->glyphs[i];
        glyphs[i].index = info->glyph;
        glyphs[i].x = x + (double)info->geometry.x_offset / PANGO_SCALE;
        glyphs[i].y = (double)info->geometry.y_offset / PANGO_SCALE;
        x += (double)info->geometry.width / PANGO_SCALE;
    }
    cairo_scaled_font_t *font =
        pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(run->item->analysis.font));
    if (font == NULL)
        return;
    cairo_text_cluster_t cluster = {.num_bytes = run->item->length,
                                    .num_glyphs = string->num_glyphs};
    cairo_set_scaled_font(cr, font);
    cairo_show_text_glyphs(cr, line->text + run->item->offset, run->item->length, glyphs,
                           string->num_glyphs, &cluster, 1, 0);
}

static gboolean
has_unknown(const PangoGlyphString *string)
{
    for (int i = 0; i < string->num_glyphs; i++)
        if (string->glyphs[i].glyph == PANGO_GLYPH_EMPTY ||
            (string->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0)
            return TRUE;
    return FALSE;
}

static void
show_text(cairo_t *cr, const IncmapLine *line)
{
    double x = 0;
    for (GSList *l = line->line->runs; l != NULL; l = l->next) {
        PangoGlyphItem *run = l->data;
        gboolean is_ltr = (run->item->analysis.level & 1) == 0;
        if (line->is_spaced && is_ltr && !has_unknown(run->glyphs)) {
            show_glyphs(cr, line, run, x);
        } else {
            cairo_move_to(cr, x, 0);
            pango_cairo_show_glyph_item(cr, line->text, run);
        }
        for (int i = 0; i < run->glyphs->num_glyphs; i++)
            x += (double)run->glyphs->glyphs[i].geometry.width / PANGO_SCALE;
    }
}

void
incmap_cairo_text_paint(cairo_t *cr, const IncmapRun *run, IncmapMeasure *measure,
                        gboolean has_text)
{
    const IncmapLine *line = incmap_measure_get_line(measure, run->text, &run->font);
    if (line->line == NULL)
        return;
    gboolean has_halo = run->halo.a > 0 && run->halo_pt > 0;
    cairo_save(cr);
    cairo_translate(cr, run->origin.x_pt, run->origin.y_pt);
    if (run->angle_rad != 0)
        cairo_rotate(cr, run->angle_rad);
    cairo_new_path(cr);
    cairo_move_to(cr, 0, 0);
    if (has_halo || !has_text)
        pango_cairo_layout_line_path(cr, line->line);
    if (has_halo)
        stroke_halo(cr, run);
    cairo_set_source_rgba(cr, run->color.r, run->color.g, run->color.b, run->color.a);
    if (has_text) {
        cairo_new_path(cr);
        show_text(cr, line);
    } else {
        cairo_set_fill_rule(cr, CAIRO_FILL_RULE_WINDING); /* outlines of fonts may overlap */
        cairo_fill(cr);
    }
    cairo_new_path(cr);
    cairo_restore(cr);
}
