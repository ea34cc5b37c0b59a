/* SPDX-License-Identifier: MIT */
/*
 * Colour, shape and pattern of a type of event as the style has them, and what
 * the map makes of them: one colour where there is only one type, paler by age.
 */
#include "arrange/symbols.h"

#include "base/color-vision.h"

#include <string.h>

static const char *const shape_ids[INCMAP_N_SHAPES] = {
    "circle", "square",  "triangle", "diamond",       "burst",    "cross",
    "star",   "hexagon", "drop",     "triangle-down", "pentagon",
};

/* Steps and widths that neither fill up in print nor look like a few lost lines. */
static const struct {
    const char *word;
    IncmapPattern pattern;
    double step_pt, width_pt;
} patterns[] = {
    {"none", INCMAP_PATTERN_NONE, 0, 0},
    {"hatch", INCMAP_PATTERN_HATCH, 2.2, 0.62},
    {"vertical", INCMAP_PATTERN_VERTICAL, 1.9, 0.75},
    {"dots", INCMAP_PATTERN_DOTS, 3, 0.5},
};

static gsize
pattern_row(const char *word)
{
    for (gsize i = 0; i < G_N_ELEMENTS(patterns); i++) {
        if (g_strcmp0(word, patterns[i].word) == 0)
            return i;
    }
    return 0;
}

static void
set_pattern(const IncmapArrange *arrange, gsize row, IncmapColor color, IncmapPaint *paint)
{
    paint->pattern = patterns[row].pattern;
    paint->pattern_color = color;
    paint->pattern_step_pt = patterns[row].step_pt * arrange->unit;
    paint->pattern_width_pt = patterns[row].width_pt * arrange->unit;
}

void
incmap_pattern_set(const IncmapArrange *arrange, const char *word, IncmapColor color,
                   IncmapPaint *paint)
{
    set_pattern(arrange, pattern_row(word), color, paint);
}

void
incmap_symbol_fill(const IncmapArrange *arrange, const IncmapSymbol *symbol, IncmapPaint *paint)
{
    paint->fill = symbol->pattern_row > 0 ? incmap_look_color(arrange, "incident.keyline-color")
                                          : symbol->color;
    if (symbol->pattern_row > 0)
        set_pattern(arrange, symbol->pattern_row, symbol->pattern_color, paint);
}

const char *
incmap_shape_id(IncmapShape shape)
{
    return shape_ids[shape];
}

gboolean
incmap_shape_from_id(const char *id, IncmapShape *out_shape)
{
    for (int i = 0; i < INCMAP_N_SHAPES; i++) {
        if (g_strcmp0(id, shape_ids[i]) == 0) {
            *out_shape = (IncmapShape)i;
            return TRUE;
        }
    }
    return FALSE;
}

static void
set_shape(IncmapSymbol *symbol, const char *word)
{
    incmap_shape_from_id(word, &symbol->shape);
}

/* Where only one type is on the map, colour and shape have nothing to tell apart. */
static void
take_single(const IncmapArrange *arrange, IncmapSymbol *symbol)
{
    if (!arrange->is_single_type)
        return;
    set_shape(symbol, incmap_look_string(arrange, "incident.single-shape"));
    IncmapColor single = incmap_look_color(arrange, "incident.single-color");
    if (single.a <= 0)
        return;
    single.a = symbol->color.a;
    symbol->color = single;
    symbol->edge.a = symbol->color.a < 1 ? symbol->edge.a : 0;
}

/* The oldest keep this share of their colour. */
#define LEAST_COLOR 0.3

static void
take_age(const IncmapArrange *arrange, IncmapSymbol *symbol)
{
    if (arrange->fade <= 0)
        return;
    IncmapColor ground = incmap_look_color(arrange, "ground.focus");
    double kept = 1 - arrange->fade * (1 - LEAST_COLOR);
    IncmapColor *colors[] = {&symbol->color, &symbol->edge, &symbol->pattern_color};
    for (gsize i = 0; i < G_N_ELEMENTS(colors); i++) {
        double alpha = colors[i]->a;
        colors[i]->a = kept;
        *colors[i] = incmap_color_over(*colors[i], ground);
        colors[i]->a = alpha;
    }
}

IncmapSymbol
incmap_symbol_of(const IncmapArrange *arrange, IncmapEvent event)
{
    char key[64];
    IncmapSymbol symbol = {.shape = INCMAP_SHAPE_CIRCLE};
    g_snprintf(key, sizeof key, "symbols.%s.shape", incmap_event_id(event));
    set_shape(&symbol, incmap_look_string(arrange, key));
    g_snprintf(key, sizeof key, "symbols.%s.color", incmap_event_id(event));
    symbol.color = incmap_look_color(arrange, key);
    g_snprintf(key, sizeof key, "symbols.%s.edge", incmap_event_id(event));
    symbol.edge = incmap_look_color(arrange, key);
    g_snprintf(key, sizeof key, "symbols.%s.pattern", incmap_event_id(event));
    symbol.pattern_row = pattern_row(incmap_look_string(arrange, key));
    g_snprintf(key, sizeof key, "symbols.%s.pattern-color", incmap_event_id(event));
    symbol.pattern_color = incmap_look_color(arrange, key);
    g_snprintf(key, sizeof key, "symbols.%s.image", incmap_event_id(event));
    const char *image = incmap_look_string(arrange, key);
    symbol.image = image != NULL && *image != '\0' ? image : NULL;
    take_single(arrange, &symbol);
    take_age(arrange, &symbol);
    return symbol;
}
