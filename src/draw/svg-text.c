/* SPDX-License-Identifier: MIT */
#include "draw/svg-text.h"

#include "draw/svg-format.h"

#include <math.h>
#include <string.h>

static gboolean
is_serif(const char *families)
{
    static const char *const serifs[] = {"P052",  "Noto Serif", "Palatino",
                                         "Times", "Georgia",    "C059"};
    for (gsize i = 0; i < G_N_ELEMENTS(serifs); i++)
        if (g_str_has_prefix(families, serifs[i]))
            return TRUE;
    return FALSE;
}

/* "Inter, 'Noto Sans', sans-serif": names with spaces quoted, a generic family at the end. */
static void
add_families(GString *out, const char *families)
{
    g_auto(GStrv) names = g_strsplit(families, ",", -1);
    g_autoptr(GString) list = g_string_new(NULL);
    for (char **name = names; *name != NULL; name++) {
        g_strdelimit(g_strstrip(*name), "'\"\\;", ' ');
        if (**name == '\0')
            continue;
        gboolean is_plain = strchr(*name, ' ') == NULL && g_ascii_isalpha(**name);
        g_string_append_printf(list, is_plain ? "%s, " : "'%s', ", *name);
    }
    g_string_append(list, is_serif(families) ? "serif" : "sans-serif");
    incmap_svg_add_attribute(out, "font-family", list->str);
}

static void
add_font(GString *out, const IncmapFont *font, const IncmapLine *line)
{
    add_families(out, font->family != NULL ? font->family : "Inter");
    incmap_svg_add_number_attribute(out, "font-size", font->size_pt);
    if (font->weight > 0 && font->weight != 400)
        incmap_svg_add_number_attribute(out, "font-weight", font->weight);
    if (font->is_italic)
        g_string_append(out, " font-style=\"italic\"");
    if (font->has_tabular_figures)
        g_string_append(out, " style=\"font-variant-numeric:tabular-nums\"");
    if (line->is_spaced && !line->has_joins)
        incmap_svg_add_number_attribute(out, "letter-spacing", font->spacing_em * font->size_pt);
}

/*
 * Where letter-spacing is, a reader of CSS adds it after the last letter too, and means that
 * sum by textLength.
 */
static double
get_text_length(const IncmapRun *run, const IncmapLine *line)
{
    if (!line->is_spaced || line->has_joins)
        return line->width_pt;
    return line->width_pt + run->font.spacing_em * run->font.size_pt;
}

static void
add_position(GString *out, const IncmapRun *run, const IncmapLine *line)
{
    double x = run->origin.x_pt + (line->is_rtl ? line->width_pt : 0);
    incmap_svg_add_number_attribute(out, "x", x);
    incmap_svg_add_number_attribute(out, "y", run->origin.y_pt);
    if (line->is_rtl)
        g_string_append(out, " direction=\"rtl\"");
    double angle_deg = run->angle_rad * 180 / G_PI;
    if (incmap_svg_quantise(angle_deg) == 0)
        return;
    g_string_append(out, " transform=\"rotate(");
    incmap_svg_add_number(out, angle_deg);
    g_string_append_c(out, ' ');
    incmap_svg_add_number(out, run->origin.x_pt);
    g_string_append_c(out, ' ');
    incmap_svg_add_number(out, run->origin.y_pt);
    g_string_append(out, ")\"");
}

static gboolean
needs_spaces(const char *text)
{
    gsize length = strlen(text);
    return length > 0 && (text[0] == ' ' || text[length - 1] == ' ' || strstr(text, "  ") != NULL);
}

void
incmap_svg_add_text(GString *out, const IncmapRun *run, const IncmapLine *line)
{
    g_string_append(out, "<text");
    add_position(out, run, line);
    add_font(out, &line->font, line);
    if (line->width_pt > 0) {
        incmap_svg_add_number_attribute(out, "textLength", get_text_length(run, line));
        g_string_append(out, " lengthAdjust=\"spacingAndGlyphs\"");
    }
    incmap_svg_add_color(out, "fill", run->color);
    if (run->halo.a > 0 && run->halo_pt > 0) {
        incmap_svg_add_color(out, "stroke", run->halo);
        incmap_svg_add_number_attribute(out, "stroke-width", 2 * run->halo_pt);
        g_string_append(out, " stroke-linejoin=\"round\" paint-order=\"stroke\"");
    }
    if (needs_spaces(line->text))
        g_string_append(out, " xml:space=\"preserve\"");
    g_string_append_c(out, '>');
    incmap_svg_add_escaped(out, line->text);
    g_string_append(out, "</text>\n");
}
