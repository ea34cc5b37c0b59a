/* SPDX-License-Identifier: MIT */
/*
 * What a callout says: the place, what and when, then each figure below the
 * words that say whose it is. Who says it stands above the number, never after.
 */
#include "arrange/callout.h"
#include "arrange/cut-text.h"
#include "arrange/words.h"

#include <math.h>
#include <string.h>

/* Steps between baselines, in sizes of the figure's type. */
#define STEP_DATE 1.5
#define STEP_RULE 1.05
#define STEP_AFTER_RULE 1.55
#define STEP_FIGURE 1.32
#define STEP_CLAIM 2.0
#define STEP_LINE 1.38
/* On small pages the steps and the padding shrink towards this: a card there has to be low. */
#define TIGHTEST 0.8

static void
clear_row(gpointer data)
{
    IncmapRow *row = data;
    g_ptr_array_unref(row->texts);
    g_array_unref(row->types);
}

static IncmapRow *
add_row(IncmapCard *card, double advance_pt)
{
    g_array_set_size(card->rows, card->rows->len + 1);
    IncmapRow *row = &g_array_index(card->rows, IncmapRow, card->rows->len - 1);
    row->texts = g_ptr_array_new_with_free_func(g_free);
    row->types = g_array_new(FALSE, FALSE, sizeof(IncmapFace));
    row->advance_pt = advance_pt;
    return row;
}

static void
add_piece(IncmapRow *row, const char *text, const IncmapFace *type)
{
    g_ptr_array_add(row->texts, g_strdup(text));
    g_array_append_vals(row->types, type, 1);
}

static void
add_wrapped(const IncmapArrange *arrange, IncmapCard *card, const char *text,
            const IncmapFace *type, double advance_pt, double line_pt, guint max_lines)
{
    double width_pt = card->max_width_pt - card->indent_pt;
    gboolean is_cut = FALSE;
    g_autoptr(GPtrArray) lines = incmap_cut_text(arrange, text, type, width_pt, max_lines, &is_cut);
    card->is_cut = card->is_cut || is_cut;
    for (guint i = 0; i < lines->len; i++)
        add_piece(add_row(card, i == 0 ? advance_pt : line_pt), lines->pdata[i], type);
}

/* "Killed, as claimed by Tuareg separatists": figures with the same heading stand together. */
static const char *
attribution(IncmapScene *scene, const IncmapFigure *figure)
{
    G_STATIC_ASSERT(INCMAP_SAY_ABDUCTED - INCMAP_SAY_KILLED + 1 == INCMAP_N_FIGURES);
    const char *kind =
        incmap_say(scene, (IncmapSaying)((int)INCMAP_SAY_KILLED + (int)figure->kind));
    if (figure->claimed_by == NULL)
        return kind;
    gboolean is_report = g_ascii_strncasecmp(figure->claimed_by, "report", 6) == 0 ||
                         g_str_has_suffix(figure->claimed_by, " reports");
    if (is_report)
        return incmap_say_with(scene, INCMAP_SAY_BY_REPORTS, "kind", kind, NULL);
    const char *by = figure->claimed_by;
    if (g_ascii_strncasecmp(by, "the ", 4) == 0)
        by += 4;
    return incmap_say_with(scene,
                           figure->is_official ? INCMAP_SAY_BY_OFFICIALS : INCMAP_SAY_BY_CLAIM,
                           "kind", kind, "who", incmap_words_term(scene, by), NULL);
}

static double
row_width(const IncmapArrange *arrange, const IncmapRow *row)
{
    double width_pt = 0;
    for (guint i = 0; i < row->texts->len; i++)
        width_pt += incmap_typeset_width(arrange, row->texts->pdata[i],
                                         &g_array_index(row->types, IncmapFace, i));
    return width_pt;
}

/* The words go on in the row as far as they fit, then on rows of their own. */
static IncmapRow *
add_words(const IncmapArrange *arrange, IncmapCard *card, IncmapRow *row, const char *words,
          const IncmapFace *face)
{
    double room_pt = card->max_width_pt;
    g_auto(GStrv) parts = g_strsplit(words, " ", -1);
    g_autoptr(GString) line = g_string_new(NULL);
    double before_pt = row_width(arrange, row);
    for (char **part = parts; *part != NULL; part++) {
        gsize old_length = line->len;
        g_string_append_printf(line, "%s%s", part == parts ? "" : " ", *part);
        if (old_length == 0 ||
            before_pt + incmap_typeset_width(arrange, line->str, face) <= room_pt)
            continue;
        g_string_truncate(line, old_length);
        add_piece(row, line->str, face);
        row = add_row(card, face->font.size_pt * STEP_LINE);
        before_pt = 0;
        g_string_assign(line, *part);
    }
    add_piece(row, line->str, face);
    return row;
}

/* A new line begins when the next figure no longer fits beside the first one. */
static IncmapRow *
add_figure_words(const IncmapArrange *arrange, IncmapCard *card, IncmapRow *row, const char *joint,
                 const char *number, const char *rest)
{
    IncmapFace plain = incmap_look_type(arrange, "callout.figure");
    IncmapFace bold = plain;
    bold.font.weight = 700;
    if (joint != NULL)
        add_piece(row, joint, &plain);
    double width_pt = row_width(arrange, row) + incmap_typeset_width(arrange, number, &bold) +
                      incmap_typeset_width(arrange, rest, &plain);
    if (row->texts->len > 0 && width_pt > card->max_width_pt)
        row = add_row(card, plain.font.size_pt * STEP_LINE);
    add_piece(row, number, &bold);
    return add_words(arrange, card, row, rest, &plain);
}

/* "Dozens" says nothing beside numbers of the same kind. */
static gboolean
is_outdone(const IncmapIncident *incident, const IncmapFigure *figure)
{
    if (figure->quantity != INCMAP_QUANTITY_DOZENS && figure->quantity != INCMAP_QUANTITY_HUNDREDS)
        return FALSE;
    for (guint i = 0; i < incident->figures->len; i++) {
        const IncmapFigure *other = &g_array_index(incident->figures, IncmapFigure, i);
        if (other->kind == figure->kind && other->quantity < INCMAP_QUANTITY_DOZENS)
            return TRUE;
    }
    return FALSE;
}

/* " Wagner fighters", " people": behind the number. */
static const char *
who_words(IncmapScene *scene, const IncmapFigure *figure)
{
    /* The mark keeps the space on the side of the number where Latin words follow on it from right
     * to left. */
    if (figure->who != NULL)
        return incmap_scene_printf(
            scene, "%s %s", incmap_vocabulary_is_rtl(scene->vocabulary) ? "\xE2\x80\x8F" : "",
            incmap_words_term(scene, figure->who));
    /* "Dozens" stands alone: the line above says of what. */
    gboolean is_vague = figure->quantity >= INCMAP_QUANTITY_DOZENS;
    return is_vague ? "" : incmap_say_count(scene, INCMAP_SAY_PEOPLE, figure->high, NULL);
}

static void
add_figures(const IncmapArrange *arrange, IncmapCard *card, const IncmapIncident *incident,
            gboolean is_first)
{
    IncmapFace claim = incmap_look_type(arrange, "callout.claim");
    double base_pt = incmap_look_type(arrange, "callout.figure").font.size_pt;
    const char *heading = NULL;
    IncmapRow *row = NULL;
    for (guint i = 0; incident->figures != NULL && i < incident->figures->len; i++) {
        const IncmapFigure *figure = &g_array_index(incident->figures, IncmapFigure, i);
        if (figure->quantity == INCMAP_QUANTITY_UNKNOWN || figure->is_part ||
            is_outdone(incident, figure))
            continue;
        const char *above = attribution(arrange->scene, figure);
        gboolean is_same = g_strcmp0(above, heading) == 0;
        if (!is_same) {
            add_wrapped(arrange, card, above, &claim,
                        base_pt * (is_first ? STEP_AFTER_RULE : STEP_CLAIM),
                        claim.font.size_pt * 1.38, 2);
            row = add_row(card, base_pt * STEP_FIGURE);
        }
        heading = above;
        const char *who = who_words(arrange->scene, figure);
        /* "71-year-old man" needs no "1" before it. */
        gboolean is_person =
            figure->high < 1.5 && figure->who != NULL && g_ascii_isdigit(figure->who[0]);
        row = add_figure_words(
            arrange, card, row, is_same ? incmap_say(arrange->scene, INCMAP_SAY_AND) : NULL,
            is_person ? figure->who : incmap_words_figure(arrange->scene, figure),
            is_person ? "" : who);
        is_first = FALSE;
    }
}

/* What is known to be unknown is said, not left out. */
static void
add_unknown(const IncmapArrange *arrange, IncmapCard *card, const IncmapIncident *incident)
{
    IncmapFace claim = incmap_look_type(arrange, "callout.claim");
    double base_pt = incmap_look_type(arrange, "callout.figure").font.size_pt;
    for (guint i = 0; incident->figures != NULL && i < incident->figures->len; i++) {
        const IncmapFigure *figure = &g_array_index(incident->figures, IncmapFigure, i);
        if (figure->quantity != INCMAP_QUANTITY_UNKNOWN)
            continue;
        add_wrapped(arrange, card,
                    figure->is_official || figure->claimed_by == NULL
                        ? incmap_say(arrange->scene, INCMAP_SAY_NO_OFFICIAL)
                        : incmap_say_with(arrange->scene, INCMAP_SAY_NO_FIGURE_FROM, "who",
                                          incmap_words_term(arrange->scene, figure->claimed_by),
                                          NULL),
                    &claim, base_pt * 1.93, claim.font.size_pt * 1.38, 2);
        return;
    }
}

static gboolean
has_killed(const IncmapIncident *incident)
{
    for (guint i = 0; incident->figures != NULL && i < incident->figures->len; i++)
        if (g_array_index(incident->figures, IncmapFigure, i).kind == INCMAP_FIGURE_KILLED)
            return TRUE;
    return FALSE;
}

/* The dead of a table's row, which nobody claims, or of all incidents at the place; FALSE: none. */
static gboolean
add_value(const IncmapArrange *arrange, IncmapCard *card, const IncmapGroup *group,
          const IncmapIncident *incident)
{
    if (group->members->len == 1 && has_killed(incident))
        return FALSE;
    if (incident->value_kind != INCMAP_VALUE_KILLED || !(group->value > 0))
        return FALSE;
    double base_pt = incmap_look_type(arrange, "callout.figure").font.size_pt;
    IncmapRow *row = add_row(card, base_pt * STEP_AFTER_RULE);
    add_figure_words(arrange, card, row, NULL, incmap_say_number(arrange->scene, group->value),
                     incmap_say_count(arrange->scene, INCMAP_SAY_CARD_KILLED, group->value, NULL));
    return TRUE;
}

static const char *
what_and_when(const IncmapArrange *arrange, const IncmapGroup *group,
              const IncmapIncident *incident)
{
    IncmapScene *scene = arrange->scene;
    const char *date = incmap_words_date(scene, incident->date);
    if (group->members->len > 1)
        return incmap_say_count(scene, INCMAP_SAY_N_INCIDENTS, group->members->len, NULL);
    const char *what = incmap_words_heading(scene, g_array_index(group->members, guint32, 0));
    if (group->name == NULL && incident->place == NULL)
        return date; /* the heading has said what */
    const char *const parts[] = {what, incmap_say(scene, INCMAP_SAY_COMMA), date};
    return date == NULL ? what : incmap_scene_printf(scene, "%s%s%s", parts[0], parts[1], parts[2]);
}

/* Types named on a card; the rest is counted together. */
#define MAX_TYPES 3

static void
append_count(IncmapScene *scene, GString *text, const char *count)
{
    g_string_append_printf(text, "%s%s", text->len > 0 ? incmap_say(scene, INCMAP_SAY_COMMA) : "",
                           incmap_say_unbroken(scene, count));
}

/* "10 battles, 5 explosions, 2 protests, 1 other": for several incidents at one place. */
static const char *
count_types(const IncmapArrange *arrange, const IncmapGroup *group)
{
    g_autoptr(GString) text = g_string_new(NULL);
    guint left = group->members->len;
    gboolean is_named[INCMAP_N_EVENTS] = {FALSE};
    for (int k = 0; k < MAX_TYPES && left > 0; k++) {
        int most = -1;
        for (int event = 0; event < INCMAP_N_EVENTS; event++) {
            if (!is_named[event] && group->counts[event] > 0 &&
                (most < 0 || group->counts[event] > group->counts[most]))
                most = event;
        }
        is_named[most] = TRUE;
        left -= group->counts[most];
        append_count(arrange->scene, text,
                     incmap_words_count(arrange->scene, (IncmapEvent)most, group->counts[most]));
    }
    if (left > 0)
        append_count(arrange->scene, text,
                     incmap_say_count(arrange->scene, INCMAP_SAY_N_MORE, left, NULL));
    return incmap_scene_string(arrange->scene, text->str);
}

/* A card of a situation sheet: totals, then what it was, in three lines. */
static void
add_summary(const IncmapArrange *arrange, IncmapCard *card, const IncmapGroup *group,
            const IncmapIncident *incident)
{
    IncmapScene *scene = arrange->scene;
    IncmapFace date = incmap_look_type(arrange, "callout.date");
    IncmapFace body = incmap_look_type(arrange, "callout.claim");
    guint n = group->members->len;
    g_autoptr(GString) totals = g_string_new(NULL);
    append_count(scene, totals, incmap_say_count(scene, INCMAP_SAY_N_INCIDENTS, n, NULL));
    if (group->value > 0 && incident->value_kind == INCMAP_VALUE_KILLED)
        append_count(scene, totals,
                     incmap_say_count(scene, INCMAP_SAY_N_KILLED, group->value, NULL));
    add_wrapped(arrange, card, totals->str, &date, body.leading_pt * 1.15, date.leading_pt, 2);
    const char *words =
        n == 1 && incident->notes != NULL ? incident->notes : count_types(arrange, group);
    add_wrapped(arrange, card, words, &body, body.leading_pt * 1.1, body.leading_pt, 3);
}

/* Lines of a text stay apart as they are. */
static double
tighten(const IncmapRow *row, double by)
{
    if (row->is_rule)
        return row->advance_pt * by;
    double size_pt = g_array_index(row->types, IncmapFace, 0).font.size_pt;
    return MAX(row->advance_pt * by, MIN(row->advance_pt, size_pt * 1.2));
}

static void
measure_card(const IncmapArrange *arrange, IncmapCard *card)
{
    double tight = CLAMP(0.5 + 0.5 * arrange->unit, TIGHTEST, 1);
    double padding_pt = card->padding_pt = incmap_look_pt(arrange, "callout.padding") * tight;
    double height_pt = 0;
    card->width_pt = 0;
    for (guint i = 0; i < card->rows->len; i++) {
        IncmapRow *row = &g_array_index(card->rows, IncmapRow, i);
        card->width_pt = MAX(card->width_pt, row_width(arrange, row));
        row->advance_pt = i > 0 ? tighten(row, tight) : row->advance_pt;
        height_pt += row->advance_pt;
    }
    const IncmapRow *first = &g_array_index(card->rows, IncmapRow, 0);
    const IncmapFace *heading = &g_array_index(first->types, IncmapFace, 0);
    card->width_pt =
        MAX(card->width_pt + card->indent_pt, incmap_look_pt(arrange, "callout.min-width")) +
        2 * padding_pt;
    card->height_pt = height_pt + heading->font.size_pt * 0.25 + 2 * padding_pt;
    card->heading_middle_pt = padding_pt + first->advance_pt - heading->font.size_pt * 0.36;
}

IncmapCard *
incmap_card_new(const IncmapArrange *arrange, const IncmapGroup *group, double widen)
{
    IncmapCard *card = g_new0(IncmapCard, 1);
    card->max_width_pt = incmap_look_pt(arrange, "callout.max-width") * widen;
    card->rows = g_array_new(FALSE, TRUE, sizeof(IncmapRow));
    g_array_set_clear_func(card->rows, clear_row);
    if (group->number > 0)
        card->indent_pt = incmap_look_type(arrange, "callout.heading").font.size_pt * 1.75;
    guint32 first = g_array_index(group->members, guint32, 0);
    const IncmapIncident *incident =
        &g_array_index(arrange->scene->incidents, IncmapIncident, first);
    IncmapFace heading = incmap_look_type(arrange, "callout.heading");
    IncmapFace date = incmap_look_type(arrange, "callout.date");
    double base_pt = incmap_look_type(arrange, "callout.figure").font.size_pt;
    const char *name = group->name != NULL ? group->name : incident->place;
    add_wrapped(arrange, card, name != NULL ? name : incmap_words_heading(arrange->scene, first),
                &heading, heading.font.size_pt * 0.73, heading.font.size_pt * 1.15, 2);
    if (incmap_look_is(arrange, "callout.is-numbered")) {
        add_summary(arrange, card, group, incident);
        measure_card(arrange, card);
        return card;
    }
    const char *when = what_and_when(arrange, group, incident);
    if (when != NULL)
        add_wrapped(arrange, card, when, &date, base_pt * STEP_DATE, base_pt * 1.2, 2);
    guint n_before = card->rows->len;
    IncmapRow *rule = add_row(card, base_pt * STEP_RULE);
    rule->is_rule = TRUE;
    gboolean has_value = add_value(arrange, card, group, incident);
    if (group->members->len == 1) { /* the figures of several cannot be told apart on one card */
        add_figures(arrange, card, incident, !has_value);
        add_unknown(arrange, card, incident);
    }
    if (card->rows->len == n_before + 1)
        g_array_set_size(card->rows, n_before);
    measure_card(arrange, card);
    return card;
}

void
incmap_card_free(IncmapCard *card)
{
    if (card == NULL)
        return;
    g_array_unref(card->rows);
    g_free(card);
}
