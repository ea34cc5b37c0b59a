/* SPDX-License-Identifier: MIT */
#include "arrange/rich-text.h"

#include <math.h>
#include <string.h>

/** Word: what stands between two spaces of one section; a space before it is its own */
typedef struct Word Word;
struct Word {
    char *text;
    guint section;
    gboolean has_space;  /* before it */
    gboolean is_newline; /* begins a line whatever the width */
};

static void
clear_word(gpointer word)
{
    g_free(((Word *)word)->text);
}

static char *
transform_text(const char *text, IncmapTransform transform)
{
    return transform == INCMAP_TRANSFORM_UPPER   ? g_utf8_strup(text, -1)
           : transform == INCMAP_TRANSFORM_LOWER ? g_utf8_strdown(text, -1)
                                                 : g_strdup(text);
}

/* @spaced and @broken carry over from section to section. */
static void
add_words(GArray *words, const char *text, guint section, gboolean *spaced, gboolean *broken)
{
    const char *start = text;
    for (const char *at = text;; at++) {
        gboolean is_end = *at == '\0' || *at == ' ' || *at == '\n' || *at == '\t' || *at == '\r';
        if (!is_end)
            continue;
        if (at > start) {
            Word word = {g_strndup(start, (gsize)(at - start)), section, *spaced, *broken};
            g_array_append_val(words, word);
            *spaced = *broken = FALSE;
        }
        if (*at == '\0')
            break;
        *spaced = TRUE;
        *broken = *broken || *at == '\n';
        start = at + 1;
    }
}

static IncmapFace
face_of(const IncmapArrange *arrange, const IncmapSection *section, const IncmapFace *base)
{
    IncmapFace face = *base;
    if (section->font != NULL) {
        g_auto(GStrv) names = g_strsplit(section->font, ",", 2);
        face.font.is_italic = FALSE;
        incmap_look_parse_font(arrange->scene, names[0], &face.font);
    }
    if (section->scale > 0)
        face.font.size_pt = MAX(base->font.size_pt * section->scale, incmap_look_min_type(arrange));
    if (section->color != NULL) {
        double alpha = base->color.a;
        face.color = *section->color;
        face.color.a *= alpha;
    }
    return face;
}

/* The sections of @value; of plain text one. */
static GArray *
read_sections(const IncmapValue *value)
{
    GArray *sections = g_array_new(FALSE, TRUE, sizeof(IncmapSection));
    if (value->kind == INCMAP_VALUE_FORMATTED)
        g_array_append_vals(sections, value->as.sections, value->n);
    IncmapSection plain = {0};
    if (value->kind == INCMAP_VALUE_STRING) {
        plain.text = value->as.string;
        g_array_append_val(sections, plain);
    }
    return sections;
}

/** Setter: the block as it grows */
typedef struct Setter Setter;
struct Setter {
    const IncmapArrange *arrange;
    IncmapRichText *text;
    GArray *faces; /* IncmapFace, by section */
    double max_width_pt, x_pt;
    guint line;
};

static void
end_line(Setter *setter)
{
    g_array_append_val(setter->text->widths, setter->x_pt);
    setter->text->width_pt = MAX(setter->text->width_pt, setter->x_pt);
    setter->x_pt = 0;
    setter->line++;
}

/* A word joins the piece before it when they look alike. */
static void
add_word(Setter *setter, const Word *word)
{
    const IncmapFace *face = &g_array_index(setter->faces, IncmapFace, word->section);
    GArray *pieces = setter->text->pieces;
    IncmapPiece *last =
        pieces->len > 0 ? &g_array_index(pieces, IncmapPiece, pieces->len - 1) : NULL;
    const char *space = word->has_space && setter->x_pt > 0 ? " " : "";
    g_autofree char *own = g_strconcat(space, word->text, NULL);
    double width_pt = incmap_typeset_width(setter->arrange, own, face);
    if (setter->x_pt > 0 &&
        (word->is_newline || (word->has_space && setter->x_pt + width_pt > setter->max_width_pt))) {
        end_line(setter);
        width_pt = incmap_typeset_width(setter->arrange, word->text, face);
        space = "";
        last = NULL;
    }
    if (last != NULL && last->line == setter->line &&
        memcmp(&last->face, face, sizeof *face) == 0) {
        last->text =
            incmap_scene_printf(setter->arrange->scene, "%s%s%s", last->text, space, word->text);
        last->width_pt = incmap_typeset_width(setter->arrange, last->text, face);
        setter->x_pt = last->x_pt + last->width_pt;
        return;
    }
    double gap_pt = *space != '\0' ? incmap_typeset_width(setter->arrange, " ", face) : 0;
    IncmapPiece piece = {
        .text = incmap_scene_string(setter->arrange->scene, word->text),
        .face = *face,
        .line = setter->line,
        .x_pt = setter->x_pt + gap_pt,
        .width_pt = incmap_typeset_width(setter->arrange, word->text, face),
    };
    g_array_append_val(pieces, piece);
    setter->x_pt = piece.x_pt + piece.width_pt;
}

/* Pieces of a line that is read from the right stand the other way round. */
static void
turn_right_to_left(const Setter *setter)
{
    IncmapRichText *text = setter->text;
    IncmapPiece *first = &g_array_index(text->pieces, IncmapPiece, 0);
    if (!incmap_typeset_measure(setter->arrange, first->text, &first->face).is_rtl)
        return;
    for (guint i = 0; i < text->pieces->len; i++) {
        IncmapPiece *piece = &g_array_index(text->pieces, IncmapPiece, i);
        piece->x_pt =
            g_array_index(text->widths, double, piece->line) - piece->x_pt - piece->width_pt;
    }
}

static void
measure_block(const Setter *setter, const IncmapFace *face)
{
    IncmapRichText *text = setter->text;
    double drop_pt = 0;
    for (guint i = 0; i < text->pieces->len; i++) {
        const IncmapPiece *piece = &g_array_index(text->pieces, IncmapPiece, i);
        if (piece->line == 0)
            text->rise_pt = MAX(text->rise_pt, incmap_typeset_rise(&piece->face));
        if (piece->line + 1 == text->widths->len)
            drop_pt = MAX(drop_pt, incmap_typeset_drop(&piece->face));
    }
    text->leading_pt = face->leading_pt;
    text->height_pt = text->rise_pt + drop_pt + (text->widths->len - 1) * face->leading_pt;
}

gboolean
incmap_rich_text_make(const IncmapArrange *arrange, const IncmapValue *value,
                      const IncmapFace *face, IncmapTransform transform, double max_width_pt,
                      IncmapRichText *out_text)
{
    g_autoptr(GArray) sections = read_sections(value);
    g_autoptr(GArray) words = g_array_new(FALSE, TRUE, sizeof(Word));
    g_autoptr(GArray) faces = g_array_new(FALSE, TRUE, sizeof(IncmapFace));
    g_array_set_clear_func(words, clear_word);
    gboolean spaced = FALSE, broken = FALSE;
    for (guint i = 0; i < sections->len; i++) {
        const IncmapSection *section = &g_array_index(sections, IncmapSection, i);
        IncmapFace own = face_of(arrange, section, face);
        g_array_append_val(faces, own);
        g_autofree char *text =
            transform_text(section->text != NULL ? section->text : "", transform);
        add_words(words, text, i, &spaced, &broken);
    }
    if (words->len == 0)
        return FALSE;
    *out_text = (IncmapRichText){.pieces = g_array_new(FALSE, TRUE, sizeof(IncmapPiece)),
                                 .widths = g_array_new(FALSE, TRUE, sizeof(double))};
    Setter setter = {arrange, out_text, faces, max_width_pt, 0, 0};
    g_autoptr(GString) plain = g_string_new(NULL);
    for (guint i = 0; i < words->len; i++) {
        const Word *word = &g_array_index(words, Word, i);
        add_word(&setter, word);
        g_string_append_printf(plain, "%s%s", word->has_space && i > 0 ? " " : "", word->text);
    }
    end_line(&setter);
    out_text->plain = incmap_scene_string(arrange->scene, plain->str);
    turn_right_to_left(&setter);
    measure_block(&setter, face);
    return TRUE;
}

void
incmap_rich_text_clear(IncmapRichText *text)
{
    g_clear_pointer(&text->pieces, g_array_unref);
    g_clear_pointer(&text->widths, g_array_unref);
}

void
incmap_rich_text_set(IncmapArrange *arrange, IncmapSheet sheet, const IncmapRichText *text,
                     IncmapPoint origin, IncmapPoint pivot, double angle_rad, int justify,
                     int label)
{
    double cosine = cos(angle_rad), sine = sin(angle_rad);
    for (guint i = 0; i < text->pieces->len; i++) {
        const IncmapPiece *piece = &g_array_index(text->pieces, IncmapPiece, i);
        double free_pt = text->width_pt - g_array_index(text->widths, double, piece->line);
        double x_pt = origin.x_pt + piece->x_pt + free_pt * (justify + 1) / 2 - pivot.x_pt;
        double y_pt = origin.y_pt + text->rise_pt + piece->line * text->leading_pt - pivot.y_pt;
        IncmapPoint at = {pivot.x_pt + x_pt * cosine - y_pt * sine,
                          pivot.y_pt + x_pt * sine + y_pt * cosine};
        incmap_typeset_run(arrange, sheet, piece->text, &piece->face, at, angle_rad,
                           label >= 0 ? incmap_typeset_get_label(arrange, (guint)label) : NULL);
    }
}
