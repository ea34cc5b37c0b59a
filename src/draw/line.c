/* SPDX-License-Identifier: MIT */
#include "draw/line.h"

#include <math.h>

/* Scripts whose letters join or stack: space between them would break words apart. */
static const PangoScript joining_scripts[] = {
    PANGO_SCRIPT_ARABIC,   PANGO_SCRIPT_SYRIAC,   PANGO_SCRIPT_MONGOLIAN,  PANGO_SCRIPT_NKO,
    PANGO_SCRIPT_PHAGS_PA, PANGO_SCRIPT_MANDAIC,  PANGO_SCRIPT_DEVANAGARI, PANGO_SCRIPT_BENGALI,
    PANGO_SCRIPT_GURMUKHI, PANGO_SCRIPT_GUJARATI, PANGO_SCRIPT_ORIYA,      PANGO_SCRIPT_TAMIL,
    PANGO_SCRIPT_TELUGU,   PANGO_SCRIPT_KANNADA,  PANGO_SCRIPT_MALAYALAM,  PANGO_SCRIPT_SINHALA,
    PANGO_SCRIPT_THAI,     PANGO_SCRIPT_LAO,      PANGO_SCRIPT_KHMER,      PANGO_SCRIPT_MYANMAR,
    PANGO_SCRIPT_TIBETAN,
};

static gboolean
joins_letters(PangoScript script)
{
    for (gsize i = 0; i < G_N_ELEMENTS(joining_scripts); i++)
        if (joining_scripts[i] == script)
            return TRUE;
    return FALSE;
}

static gboolean
is_showable(gunichar c)
{
    if (c < 0x20 || (c >= 0x7f && c < 0xa0))
        return FALSE;
    return (c & 0xfffe) != 0xfffe && !(c >= 0xfdd0 && c <= 0xfdef);
}

char *
incmap_line_clean_text(const char *text)
{
    g_autofree char *valid = g_utf8_make_valid(text != NULL ? text : "", -1);
    GString *clean = g_string_sized_new(strlen(valid));
    for (const char *p = valid; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (c == '\t' || c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029)
            g_string_append_c(clean, ' ');
        else if (is_showable(c))
            g_string_append_unichar(clean, c);
    }
    return g_string_free(clean, FALSE);
}

PangoFontDescription *
incmap_line_describe_font(const IncmapFont *font)
{
    PangoFontDescription *description = pango_font_description_new();
    pango_font_description_set_family(description, font->family != NULL ? font->family : "Inter");
    int weight = font->weight > 0 ? CLAMP(font->weight, 100, 1000) : PANGO_WEIGHT_NORMAL;
    pango_font_description_set_weight(description, (PangoWeight)weight);
    pango_font_description_set_style(description,
                                     font->is_italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    double size_pt = isfinite(font->size_pt) ? CLAMP(font->size_pt, 0.1, 5000) : 0.1;
    pango_font_description_set_absolute_size(description, size_pt * PANGO_SCALE);
    return description;
}

static void
set_attributes(PangoLayout *layout, const IncmapFont *font)
{
    PangoAttrList *attributes = pango_attr_list_new();
    if (font->has_tabular_figures)
        pango_attr_list_insert(attributes, pango_attr_font_features_new("tnum=1"));
    if (font->spacing_em != 0) /* spaced letters don't go with ligatures */
        pango_attr_list_change(attributes,
                               pango_attr_font_features_new(font->has_tabular_figures
                                                                ? "tnum=1,liga=0,clig=0,dlig=0"
                                                                : "liga=0,clig=0,dlig=0"));
    pango_layout_set_attributes(layout, attributes);
    pango_attr_list_unref(attributes);
}

static PangoLayout *
lay_out(IncmapFonts *fonts, IncmapFontSet set, const char *text, const IncmapFont *font)
{
    PangoLayout *layout = pango_layout_new(incmap_fonts_get_context(fonts, set));
    PangoFontDescription *description = incmap_line_describe_font(font);
    pango_layout_set_font_description(layout, description);
    pango_font_description_free(description);
    pango_layout_set_single_paragraph_mode(layout, TRUE);
    set_attributes(layout, font);
    pango_layout_set_text(layout, text, -1);
    return layout;
}

/*
 * Widens every cluster but the last one on the line. Pango's own letter-spacing puts half of
 * it before the first letter and after the last, so a label would be off its centre.
 */
static void
space_letters(IncmapLine *line, double spacing_em, double size_pt)
{
    if (spacing_em == 0 || !isfinite(spacing_em))
        return;
    int spacing = (int)lround(spacing_em * size_pt * PANGO_SCALE);
    PangoGlyphInfo *last = NULL;
    for (GSList *l = line->line->runs; l != NULL; l = l->next) {
        PangoGlyphItem *run = l->data;
        if (joins_letters((PangoScript)run->item->analysis.script)) {
            last = NULL;
            continue;
        }
        PangoGlyphString *glyphs = run->glyphs;
        for (int i = 0; i < glyphs->num_glyphs; i++) {
            if (i + 1 < glyphs->num_glyphs &&
                glyphs->log_clusters[i + 1] == glyphs->log_clusters[i])
                continue; /* a mark follows: the space comes after it */
            last = &glyphs->glyphs[i];
            last->geometry.width += spacing;
            line->is_spaced = TRUE;
        }
    }
    if (last != NULL)
        last->geometry.width -= spacing;
}

static void
sum_up(IncmapLine *line)
{
    gint64 width = 0;
    for (GSList *l = line->line->runs; l != NULL; l = l->next) {
        PangoGlyphItem *run = l->data;
        for (int i = 0; i < run->glyphs->num_glyphs; i++)
            width += run->glyphs->glyphs[i].geometry.width;
        if (joins_letters((PangoScript)run->item->analysis.script))
            line->has_joins = TRUE;
    }
    line->width_pt = (double)width / PANGO_SCALE;
    line->is_rtl = line->line->resolved_dir == PANGO_DIRECTION_RTL;
    line->n_missing = (guint)pango_layout_get_unknown_glyphs_count(line->layout);
}

/* Arabic letters have no italics, and are named a font, so that other programs that show the text
 * don't choose one of their own. */
#define ARABIC_FAMILY "Noto Sans Arabic"

static void
choose_font(IncmapLine *line, const IncmapFont *font)
{
    line->font = *font;
    /* A line is kept for later maps, whose scenes have other strings. */
    line->family = g_strdup(font->family);
    line->font.family = line->family;
    for (const char *c = line->text; *c != '\0'; c = g_utf8_next_char(c)) {
        if ((guchar)*c < 0xD8 ||
            g_unichar_get_script(g_utf8_get_char(c)) != G_UNICODE_SCRIPT_ARABIC)
            continue;
        g_free(line->family);
        line->family =
            g_strconcat(font->family != NULL ? font->family : "Inter", ", " ARABIC_FAMILY, NULL);
        line->font.family = line->family;
        line->font.is_italic = FALSE;
        return;
    }
}

IncmapLine *
incmap_line_new(IncmapFonts *fonts, const char *text, const IncmapFont *font)
{
    IncmapLine *line = g_new0(IncmapLine, 1);
    line->text = incmap_line_clean_text(text);
    choose_font(line, font);
    line->font_set = incmap_fonts_choose_set(fonts, font->family);
    line->layout = lay_out(fonts, line->font_set, line->text, &line->font);
    if (line->font_set == INCMAP_FONT_SET_SMALL &&
        pango_layout_get_unknown_glyphs_count(line->layout) > 0) {
        g_object_unref(line->layout);
        line->font_set = INCMAP_FONT_SET_FULL;
        line->layout = lay_out(fonts, line->font_set, line->text, &line->font);
    }
    line->line = line->text[0] != '\0' ? pango_layout_get_line(line->layout, 0) : NULL;
    if (line->line == NULL)
        return line;
    space_letters(line, font->spacing_em, font->size_pt);
    sum_up(line);
    return line;
}

void
incmap_line_free(IncmapLine *line)
{
    if (line == NULL)
        return;
    g_clear_object(&line->layout);
    g_free(line->text);
    g_free(line->family);
    g_free(line);
}
