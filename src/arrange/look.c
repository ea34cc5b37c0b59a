/* SPDX-License-Identifier: MIT */
#include "arrange/look.h"

#include "style/style.h"

#include <math.h>
#include <string.h>

double
incmap_look_unit(const struct IncmapStyle *style, double width_pt)
{
    double reference_pt = incmap_style_incmap_number(style, "page.reference-width");
    return pow(width_pt / reference_pt, 0.25);
}

double
incmap_look_number(const IncmapArrange *arrange, const char *key)
{
    return incmap_style_incmap_number(arrange->style, key);
}

double
incmap_look_pt(const IncmapArrange *arrange, const char *key)
{
    return incmap_look_number(arrange, key) * arrange->unit;
}

double
incmap_look_space(const IncmapArrange *arrange, const char *key)
{
    double ratio = arrange->options->width_pt / incmap_look_number(arrange, "page.reference-width");
    return incmap_look_number(arrange, key) * MIN(1.35 * ratio, arrange->unit);
}

gboolean
incmap_look_is(const IncmapArrange *arrange, const char *key)
{
    return incmap_style_incmap_bool(arrange->style, key);
}

const char *
incmap_look_string(const IncmapArrange *arrange, const char *key)
{
    return incmap_style_incmap_string(arrange->style, key);
}

IncmapColor
incmap_look_color(const IncmapArrange *arrange, const char *key)
{
    return incmap_style_incmap_color(arrange->style, key);
}

static const struct {
    const char *word;
    int weight;
} weights[] = {
    {"Thin", 100},     {"ExtraLight", 200}, {"Light", 300},     {"Regular", 400}, {"Medium", 500},
    {"SemiBold", 600}, {"Bold", 700},       {"ExtraBold", 800}, {"Black", 900},
};

void
incmap_look_parse_font(IncmapScene *scene, const char *name, IncmapFont *font)
{
    g_auto(GStrv) words = g_strsplit(name, " ", -1);
    g_autoptr(GString) family = g_string_new(NULL);
    font->weight = 400;
    for (char **word = words; *word != NULL; word++) {
        gboolean is_family = TRUE;
        if (strcmp(*word, "Italic") == 0) {
            font->is_italic = TRUE;
            is_family = FALSE;
        }
        for (gsize i = 0; i < G_N_ELEMENTS(weights); i++) {
            if (strcmp(*word, weights[i].word) == 0) {
                font->weight = weights[i].weight;
                is_family = FALSE;
            }
        }
        if (is_family && **word != '\0')
            g_string_append_printf(family, "%s%s", family->len > 0 ? " " : "", *word);
    }
    font->family = incmap_scene_string(scene, family->str);
}

/* KEY.MEMBER in a buffer of the caller. */
static const char *
member(char *buffer, gsize size, const char *key, const char *name)
{
    g_snprintf(buffer, size, "%s.%s", key, name);
    return buffer;
}

double
incmap_look_min_type(const IncmapArrange *arrange)
{
    return MAX(incmap_look_number(arrange, "page.min-type"), arrange->options->min_type_pt);
}

IncmapFace
incmap_look_type(const IncmapArrange *arrange, const char *key)
{
    char buffer[96];
    IncmapFace type = {0};
    incmap_look_parse_font(arrange->scene,
                           incmap_look_string(arrange, member(buffer, sizeof buffer, key, "font")),
                           &type.font);
    double least_pt = incmap_look_min_type(arrange);
    type.font.size_pt =
        MAX(least_pt, incmap_look_pt(arrange, member(buffer, sizeof buffer, key, "size")));
    type.font.spacing_em =
        incmap_look_number(arrange, member(buffer, sizeof buffer, key, "spacing"));
    /* Type that had to grow keeps its leading in proportion. */
    double wished_pt = incmap_look_pt(arrange, member(buffer, sizeof buffer, key, "size"));
    type.leading_pt = incmap_look_pt(arrange, member(buffer, sizeof buffer, key, "leading")) *
                      type.font.size_pt / wished_pt;
    type.color = incmap_look_color(arrange, member(buffer, sizeof buffer, key, "color"));
    type.halo_pt = incmap_look_pt(arrange, member(buffer, sizeof buffer, key, "halo"));
    return type;
}
