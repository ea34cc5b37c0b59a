/* SPDX-License-Identifier: MIT */
#include "draw/measure.h"

#include <hb-ot.h>
#include <math.h>
#include <string.h>

/** FontMeasure: what a font says of itself, per 1 pt of size */
typedef struct FontMeasure FontMeasure;
struct FontMeasure {
    double ascent, descent, cap_height, x_height;
};

typedef struct TextMeasure TextMeasure;
struct TextMeasure {
    IncmapMeasure base; /* base.data is this object */
    IncmapFonts *fonts;
    GHashTable *lines;   /* key → IncmapLine */
    GHashTable *faces;   /* font key → FontMeasure */
    GHashTable *missing; /* gunichar as pointer */
    GString *key;
};

/* All bits of a value in letters: decimal digits would take as long as what the key saves. */
static void
append_bits(GString *key, guint64 bits)
{
    for (; bits != 0; bits >>= 4)
        g_string_append_c(key, (char)('a' + (bits & 15)));
    g_string_append_c(key, '|');
}

static guint64
bits_of(double value)
{
    guint64 bits;
    memcpy(&bits, &value, sizeof bits);
    return bits;
}

/* Font first, then text: "Inter|…|…|…|Bamako". */
static const char *
make_key(TextMeasure *self, const char *text, const IncmapFont *font)
{
    g_string_assign(self->key, font->family != NULL ? font->family : "");
    g_string_append_c(self->key, '|');
    append_bits(self->key, bits_of(font->size_pt));
    append_bits(self->key, bits_of(font->spacing_em));
    append_bits(self->key, (guint64)(guint32)font->weight << 2 | (font->is_italic ? 2u : 0u) |
                               (font->has_tabular_figures ? 1u : 0u));
    g_string_append(self->key, text);
    return self->key->str;
}

/* The characters behind the glyphs that no font has. */
static void
note_missing(TextMeasure *self, const IncmapLine *line)
{
    for (GSList *l = line->line->runs; l != NULL; l = l->next) {
        PangoGlyphItem *run = l->data;
        for (int i = 0; i < run->glyphs->num_glyphs; i++) {
            if ((run->glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0)
                continue;
            gunichar c = run->glyphs->glyphs[i].glyph & ~PANGO_GLYPH_UNKNOWN_FLAG;
            g_hash_table_add(self->missing, GUINT_TO_POINTER(c));
        }
    }
}

static const IncmapLine *
find_line(TextMeasure *self, const char *text, const IncmapFont *font)
{
    const char *key = make_key(self, text != NULL ? text : "", font);
    IncmapLine *line = g_hash_table_lookup(self->lines, key);
    if (line == NULL) {
        line = incmap_line_new(self->fonts, text, font);
        g_hash_table_insert(self->lines, g_strdup(key), line);
        if (line->n_missing > 0)
            note_missing(self, line);
    }
    return line;
}

static double
metric(hb_font_t *font, hb_ot_metrics_tag_t tag, const char *sample)
{
    int x_scale, y_scale;
    hb_font_get_scale(font, &x_scale, &y_scale);
    if (y_scale == 0)
        return 0;
    hb_position_t position;
    if (hb_ot_metrics_get_position(font, tag, &position) && position != 0)
        return fabs((double)position / y_scale);
    hb_codepoint_t glyph;
    hb_glyph_extents_t extents;
    if (hb_font_get_nominal_glyph(font, (hb_codepoint_t)sample[0], &glyph) &&
        hb_font_get_glyph_extents(font, glyph, &extents))
        return fabs((double)extents.y_bearing / y_scale);
    return tag == HB_OT_METRICS_TAG_CAP_HEIGHT ? 0.7 : 0.5;
}

static void
measure_face(TextMeasure *self, const IncmapFont *font, FontMeasure *out_face)
{
    IncmapFontSet set = incmap_fonts_choose_set(self->fonts, font->family);
    PangoContext *context = incmap_fonts_get_context(self->fonts, set);
    PangoFontDescription *description = incmap_line_describe_font(font);
    g_autoptr(PangoFont) face = pango_context_load_font(context, description);
    pango_font_description_free(description);
    *out_face = (FontMeasure){1.0, 0.25, 0.7, 0.5};
    if (face == NULL)
        return;
    hb_font_t *hb = pango_font_get_hb_font(face);
    hb_font_extents_t extents;
    int x_scale, y_scale;
    hb_font_get_scale(hb, &x_scale, &y_scale);
    if (y_scale != 0 && hb_font_get_h_extents(hb, &extents)) {
        out_face->ascent = fabs((double)extents.ascender / y_scale);
        out_face->descent = fabs((double)extents.descender / y_scale);
    }
    out_face->cap_height = metric(hb, HB_OT_METRICS_TAG_CAP_HEIGHT, "H");
    out_face->x_height = metric(hb, HB_OT_METRICS_TAG_X_HEIGHT, "x");
}

static const FontMeasure *
find_face(TextMeasure *self, const IncmapFont *font)
{
    IncmapFont plain = *font;
    plain.size_pt = 1000; /* so that rounding to 1/1024 pt doesn't show */
    plain.spacing_em = 0;
    plain.has_tabular_figures = FALSE;
    const char *key = make_key(self, "", &plain);
    FontMeasure *face = g_hash_table_lookup(self->faces, key);
    if (face == NULL) {
        face = g_new0(FontMeasure, 1);
        g_hash_table_insert(self->faces, g_strdup(key), face);
        measure_face(self, &plain, face);
    }
    return face;
}

static void
measure_text(gpointer data, const char *text, const IncmapFont *font,
             IncmapTextMetrics *out_metrics)
{
    TextMeasure *self = data;
    const FontMeasure *face = find_face(self, font);
    const IncmapLine *line = find_line(self, text, font);
    *out_metrics = (IncmapTextMetrics){
        .width_pt = line->width_pt,
        .ascent_pt = face->ascent * font->size_pt,
        .descent_pt = face->descent * font->size_pt,
        .cap_height_pt = face->cap_height * font->size_pt,
        .x_height_pt = face->x_height * font->size_pt,
        .is_rtl = line->is_rtl,
        .n_missing = line->n_missing,
    };
}

IncmapMeasure *
incmap_measure_new(GError **error)
{
    g_autoptr(IncmapFonts) fonts = incmap_fonts_new(error);
    if (fonts == NULL)
        return NULL;
    TextMeasure *self = g_new0(TextMeasure, 1);
    self->base.data = self;
    self->base.measure = measure_text;
    self->fonts = g_steal_pointer(&fonts);
    self->lines =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)incmap_line_free);
    self->faces = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    self->missing = g_hash_table_new(NULL, NULL);
    self->key = g_string_new(NULL);
    return &self->base;
}

void
incmap_measure_free(IncmapMeasure *measure)
{
    if (measure == NULL)
        return;
    TextMeasure *self = measure->data;
    g_hash_table_unref(self->lines);
    g_hash_table_unref(self->faces);
    g_hash_table_unref(self->missing);
    g_string_free(self->key, TRUE);
    incmap_fonts_free(self->fonts);
    g_free(self);
}

const IncmapLine *
incmap_measure_get_line(IncmapMeasure *measure, const char *text, const IncmapFont *font)
{
    g_return_val_if_fail(measure != NULL && measure->measure == measure_text, NULL);
    return find_line(measure->data, text, font);
}

static int
compare_characters(gconstpointer a, gconstpointer b)
{
    gunichar x = *(const gunichar *)a, y = *(const gunichar *)b;
    return (x > y) - (x < y);
}

GArray *
incmap_measure_missing(IncmapMeasure *measure)
{
    g_return_val_if_fail(measure != NULL && measure->measure == measure_text, NULL);
    TextMeasure *self = measure->data;
    GArray *characters = g_array_new(FALSE, FALSE, sizeof(gunichar));
    GHashTableIter iter;
    gpointer key;
    g_hash_table_iter_init(&iter, self->missing);
    while (g_hash_table_iter_next(&iter, &key, NULL)) {
        gunichar c = GPOINTER_TO_UINT(key);
        g_array_append_val(characters, c);
    }
    g_array_sort(characters, compare_characters);
    return characters;
}
