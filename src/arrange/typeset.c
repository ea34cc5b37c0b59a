/* SPDX-License-Identifier: MIT */
#include "arrange/typeset.h"

#include "arrange/line-break.h"
#include "arrange/mirror.h"

#include <math.h>
#include <string.h>

/* Capitals and descenders of the usual sans serifs, in em. */
#define RISE_EM 0.76
#define DROP_EM 0.22

IncmapTextMetrics
incmap_typeset_measure(const IncmapArrange *arrange, const char *text, const IncmapFace *type)
{
    IncmapTextMetrics metrics = {0};
    arrange->measure->measure(arrange->measure->data, text, &type->font, &metrics);
    return metrics;
}

double
incmap_typeset_width(const IncmapArrange *arrange, const char *text, const IncmapFace *type)
{
    return incmap_typeset_measure(arrange, text, type).width_pt;
}

double
incmap_typeset_rise(const IncmapFace *type)
{
    return type->font.size_pt * RISE_EM;
}

double
incmap_typeset_drop(const IncmapFace *type)
{
    return type->font.size_pt * DROP_EM;
}

void
incmap_label_add_quad(IncmapLabel *label, IncmapQuad quad)
{
    label->quads = g_renew(IncmapPoint, label->quads, (label->n_quads + 1) * 4);
    memcpy(label->quads + label->n_quads * 4, quad.corner, sizeof quad.corner);
    IncmapBox box = incmap_quad_box(&quad);
    label->box = label->n_quads == 0 ? box : incmap_box_union(label->box, box);
    label->n_quads++;
}

IncmapQuad
incmap_typeset_run(IncmapArrange *arrange, IncmapSheet sheet, const char *text,
                   const IncmapFace *type, IncmapPoint origin, double angle_rad, IncmapLabel *label)
{
    double width_pt = incmap_typeset_width(arrange, text, type);
    IncmapItem *item = incmap_arrange_add(arrange, sheet, INCMAP_ITEM_RUN);
    item->run = (IncmapRun){
        .text = incmap_scene_string(arrange->scene, text),
        .origin = origin,
        .angle_rad = angle_rad,
        .width_pt = width_pt,
        .font = type->font,
        .color = type->color,
        .halo = type->halo,
        .halo_pt = type->halo_pt,
    };
    IncmapQuad quad = incmap_quad_turned(origin, angle_rad, width_pt, incmap_typeset_rise(type),
                                         incmap_typeset_drop(type));
    if (label != NULL)
        incmap_label_add_quad(label, quad);
    return quad;
}

guint
incmap_typeset_label(IncmapArrange *arrange, const char *text, const char *class_id, int incident)
{
    GArray *labels = arrange->scene->page.labels;
    IncmapLabel label = {.text = incmap_scene_string(arrange->scene, text),
                         .class_id = class_id,
                         .incident = incident};
    g_array_append_val(labels, label);
    return labels->len - 1;
}

IncmapLabel *
incmap_typeset_get_label(IncmapArrange *arrange, guint index)
{
    return &g_array_index(arrange->scene->page.labels, IncmapLabel, index);
}

/* Greedy line breaking; a word wider than the line stands alone. */
static GPtrArray *
fill_lines(const IncmapArrange *arrange, char **words, const IncmapFace *type, double width_pt)
{
    GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GString) line = g_string_new(NULL);
    for (char **word = words; *word != NULL; word++) {
        if (**word == '\0')
            continue;
        gsize old_length = line->len;
        incmap_line_break_append(line, *word);
        if (old_length > 0 && incmap_typeset_width(arrange, line->str, type) > width_pt) {
            g_string_truncate(line, old_length);
            g_ptr_array_add(lines, g_strdup(line->str));
            g_string_truncate(line, 0);
            incmap_line_break_append(line, *word);
        }
    }
    if (line->len > 0)
        g_ptr_array_add(lines, g_strdup(line->str));
    return lines;
}

/* The narrowest measure that gives no more lines, found by halving. */
static GPtrArray *
balance_lines(const IncmapArrange *arrange, char **words, const IncmapFace *type, double width_pt,
              GPtrArray *lines)
{
    double low_pt = width_pt / 2, high_pt = width_pt;
    for (int i = 0; i < 7 && lines->len > 1; i++) {
        double middle_pt = (low_pt + high_pt) / 2;
        g_autoptr(GPtrArray) tried = fill_lines(arrange, words, type, middle_pt);
        double widest_pt = 0;
        for (guint k = 0; k < tried->len; k++)
            widest_pt = MAX(widest_pt, incmap_typeset_width(arrange, tried->pdata[k], type));
        if (tried->len <= lines->len && widest_pt <= width_pt) {
            g_ptr_array_unref(lines);
            lines = g_steal_pointer(&tried);
            high_pt = middle_pt;
        } else {
            low_pt = middle_pt;
        }
    }
    return lines;
}

/* Shortens @line by whole words, then letters, until it and an ellipsis fit. */
static char *
cut_line(const IncmapArrange *arrange, const char *line, const IncmapFace *type, double width_pt)
{
    g_autofree char *kept = g_strdup(line);
    for (;;) {
        g_autofree char *cut = g_strconcat(kept, "…", NULL);
        if (*kept == '\0' || incmap_typeset_width(arrange, cut, type) <= width_pt)
            return g_steal_pointer(&cut);
        char *space = strrchr(kept, ' ');
        char *end = space != NULL ? space : g_utf8_find_prev_char(kept, kept + strlen(kept));
        *end = '\0';
    }
}

/* Once the lines are broken a space is a space: readers search for "5 incidents". */
static void
loosen(char *line)
{
    char *to = line;
    for (const char *at = line; *at != '\0'; at++) {
        if (g_str_has_prefix(at, "\xE2\x81\xA0")) { /* word joiner */
            at += 2;
            continue;
        }
        gboolean is_no_break = g_str_has_prefix(at, "\xC2\xA0");
        *to++ = is_no_break ? ' ' : *at;
        at += is_no_break;
    }
    *to = '\0';
}

/* On a map from right to left a line that begins in Latin letters belongs to a paragraph that runs
 * from right to left all the same; the mark says so. Names alone need none. */
#define RIGHT_TO_LEFT_MARK "\xE2\x80\x8F"

/* Whether the first letter of a line is written from left to right. */
static gboolean
begins_latin(const char *line)
{
    for (const char *c = line; *c != '\0'; c = g_utf8_next_char(c)) {
        gunichar letter = g_utf8_get_char(c);
        if (g_unichar_isalpha(letter))
            return g_unichar_get_script(letter) != G_UNICODE_SCRIPT_ARABIC &&
                   g_unichar_get_script(letter) != G_UNICODE_SCRIPT_HEBREW;
    }
    return FALSE;
}

static gboolean
needs_mark(const IncmapArrange *arrange, const char *line)
{
    if (!incmap_mirror_is_on(arrange) || !begins_latin(line))
        return FALSE;
    for (const char *c = line; *c != '\0'; c = g_utf8_next_char(c)) {
        gunichar letter = g_utf8_get_char(c);
        if (g_unichar_get_script(letter) == G_UNICODE_SCRIPT_ARABIC || g_unichar_ispunct(letter))
            return TRUE;
    }
    return FALSE;
}

/* A dot between two parts says nothing where a line ends between them. */
static void
cut_dots(char *line, gboolean is_first, gboolean is_last)
{
    const char *before = "· ", *after = " ·";
    if (!is_first && g_str_has_prefix(line, before))
        memmove(line, line + strlen(before), strlen(line + strlen(before)) + 1);
    if (!is_last && g_str_has_suffix(line, after))
        line[strlen(line) - strlen(after)] = '\0';
}

GPtrArray *
incmap_typeset_wrap(const IncmapArrange *arrange, const char *text, const IncmapFace *type,
                    double width_pt, guint max_lines)
{
    g_auto(GStrv) words = incmap_line_break_split(text);
    GPtrArray *lines = fill_lines(arrange, words, type, width_pt);
    gboolean is_cut = max_lines > 0 && lines->len > max_lines;
    if (!is_cut)
        lines = balance_lines(arrange, words, type, width_pt, lines);
    else
        g_ptr_array_set_size(lines, (int)max_lines);
    for (guint i = 0; i < lines->len; i++) {
        loosen(lines->pdata[i]);
        cut_dots(lines->pdata[i], i == 0, i + 1 == lines->len);
        if (needs_mark(arrange, lines->pdata[i])) {
            char *marked = g_strconcat(RIGHT_TO_LEFT_MARK, lines->pdata[i], NULL);
            g_free(lines->pdata[i]);
            lines->pdata[i] = marked;
        }
        gboolean is_last = is_cut && i + 1 == lines->len;
        if (!is_last && incmap_typeset_width(arrange, lines->pdata[i], type) <= width_pt)
            continue;
        char *cut = cut_line(arrange, lines->pdata[i], type, width_pt);
        g_free(lines->pdata[i]);
        lines->pdata[i] = cut;
    }
    return lines;
}

double
incmap_typeset_block(IncmapArrange *arrange, IncmapSheet sheet, const GPtrArray *lines,
                     const IncmapFace *type, IncmapPoint origin, const char *class_id)
{
    g_autoptr(GString) whole = g_string_new(NULL);
    for (guint i = 0; i < lines->len; i++)
        g_string_append_printf(whole, "%s%s", i > 0 ? " " : "", (const char *)lines->pdata[i]);
    guint label = incmap_typeset_label(arrange, whole->str, class_id, -1);
    for (guint i = 0; i < lines->len; i++) {
        if (i > 0)
            origin.y_pt += type->leading_pt;
        incmap_typeset_run(arrange, sheet, lines->pdata[i], type, origin, 0,
                           incmap_typeset_get_label(arrange, label));
    }
    return origin.y_pt;
}

void
incmap_typeset_line(IncmapArrange *arrange, IncmapSheet sheet, const char *text,
                    const IncmapFace *type, IncmapPoint origin, const char *class_id)
{
    guint label = incmap_typeset_label(arrange, text, class_id, -1);
    incmap_typeset_run(arrange, sheet, text, type, origin, 0,
                       incmap_typeset_get_label(arrange, label));
}
