/* SPDX-License-Identifier: MIT */
#include "read/figures.h"

#include <string.h>

enum { MAX_WHO_WORDS = 8, MAX_REACH = 5, MAX_FIGURES = 32, NO_KIND = -1 };

/* A quantity with the people it counts and what became of them. */
typedef struct Count Count;
struct Count {
    IncmapQuantityAt at;
    guint32 who_first, who_end; /* tokens; empty when nobody is named */
    gboolean has_person;
    gboolean is_refused; /* kilometres, cattle, dollars */
    int kind;            /* IncmapFigureKind or NO_KIND */
    gboolean is_left;    /* the verb stands before: "killed 84 …" */
};

static const struct {
    guint64 bit;
    IncmapFigureKind kind;
} kinds[] = {
    {INCMAP_WORD(KILL), INCMAP_FIGURE_KILLED},     {INCMAP_WORD(INJURE), INCMAP_FIGURE_INJURED},
    {INCMAP_WORD(MISS), INCMAP_FIGURE_MISSING},    {INCMAP_WORD(DISPLACE), INCMAP_FIGURE_DISPLACED},
    {INCMAP_WORD(ARREST), INCMAP_FIGURE_ARRESTED}, {INCMAP_WORD(ABDUCT), INCMAP_FIGURE_ABDUCTED},
};

static gboolean
is_word(const IncmapToken *token, const char *folded)
{
    return strcmp(token->folded, folded) == 0;
}

static int
kind_of(const IncmapToken *token)
{
    for (gsize i = 0; i < G_N_ELEMENTS(kinds) && token->classes != 0; i++) {
        if (incmap_token_is(token, kinds[i].bit))
            return (int)kinds[i].kind;
    }
    return NO_KIND;
}

static gboolean
ends_who(const IncmapToken *token)
{
    if (token->mark != 0 && token->mark != '"' && token->mark != '\'' && token->mark != '~')
        return TRUE;
    if (is_word(token, "of") || is_word(token, "other") || is_word(token, "more") ||
        is_word(token, "the") || is_word(token, "its") || is_word(token, "de") ||
        is_word(token, "others") || is_word(token, "people") || is_word(token, "la"))
        return FALSE;
    return token->shape == INCMAP_SHAPE_NUMBER ||
           (kind_of(token) != NO_KIND && !incmap_token_is(token, INCMAP_WORD(PERSON))) ||
           (incmap_token_is(token, INCMAP_WORD(FUNCTION) | INCMAP_WORD(AUX)) &&
            !incmap_token_is(token, INCMAP_WORD(PERSON)));
}

static guint32
scan_people(const IncmapTokens *tokens, guint32 at, guint32 limit, guint32 *out_stop)
{
    guint32 end = at;
    guint32 i = at;
    for (; i < limit && i < at + MAX_WHO_WORDS; i++) {
        const IncmapToken *token = incmap_tokens_get(tokens, i);
        /* "displaced people", "wounded soldiers" */
        gboolean is_adjective =
            incmap_token_is(token, INCMAP_WORD(DISPLACE) | INCMAP_WORD(INJURE)) &&
            incmap_token_is(incmap_tokens_get(tokens, i + 1), INCMAP_WORD(PERSON));
        if (!is_adjective && ends_who(token))
            break;
        if (incmap_token_is(token, INCMAP_WORD(PERSON)))
            end = i + 1;
    }
    *out_stop = i;
    return end;
}

static void
find_who(const IncmapTokens *tokens, guint32 limit, Count *count)
{
    guint32 at = count->at.end, stop = at;
    while (at < limit && (is_word(incmap_tokens_get(tokens, at), "of") ||
                          is_word(incmap_tokens_get(tokens, at), "de") ||
                          is_word(incmap_tokens_get(tokens, at), "the")))
        at++;
    const IncmapToken *next = incmap_tokens_get(tokens, at);
    const IncmapToken *before = incmap_tokens_get(tokens, (gint64)count->at.first - 1);
    count->is_refused = incmap_token_is(next, INCMAP_WORD(UNIT) | INCMAP_WORD(MONTH)) ||
                        next->mark == '%' || next->mark == '$' || before->mark == '$' ||
                        next->mark == ':' || before->mark == ':' ||
                        incmap_token_is(before, INCMAP_WORD(MONTH)) || is_word(before, "aged");
    count->who_first = count->who_end = at;
    guint32 end = scan_people(tokens, at, limit, &stop);
    count->has_person = end > at;
    if (count->has_person) {
        count->who_end = end;
        /* "Malian soldiers and Russian mercenaries" are counted together */
        guint32 more_stop = end;
        if (is_word(incmap_tokens_get(tokens, end), "and") && !count->at.is_article) {
            guint32 more = scan_people(tokens, end + 1, limit, &more_stop);
            IncmapQuantityAt other;
            gboolean has_number = incmap_quantity_find(tokens, end + 1, more, &other);
            if (more > end + 1 && !has_number)
                count->who_end = more;
        }
        return;
    }
    /* a noun that is nobody: "12 ostriches"; names of peoples pass: "12 Malians" */
    const IncmapToken *last = incmap_tokens_get(tokens, (gint64)stop - 1);
    if (stop > at && last->shape != INCMAP_SHAPE_CAPITAL && kind_of(next) == NO_KIND)
        count->is_refused = TRUE;
    else if (stop > at && last->shape == INCMAP_SHAPE_CAPITAL)
        count->who_end = stop;
}

/* "… were killed", "… dead": the word that says what became of them, behind. */
static int
kind_behind(const IncmapTokens *tokens, guint32 limit, const Count *count)
{
    gboolean has_aux = FALSE;
    for (guint32 i = count->who_end; i < limit && i < count->who_end + MAX_REACH; i++) {
        const IncmapToken *token = incmap_tokens_get(tokens, i);
        int kind = kind_of(token);
        if (kind != NO_KIND) {
            const IncmapToken *next = incmap_tokens_get(tokens, i + 1);
            gboolean takes_object =
                i + 1 < limit &&
                (next->shape == INCMAP_SHAPE_NUMBER ||
                 incmap_token_is(next, INCMAP_WORD(AMOUNT) | INCMAP_WORD(PERSON)) ||
                 is_word(next, "the")) &&
                !is_word(next, "and") && !is_word(next, "at") && !is_word(next, "in");
            gboolean is_plain =
                is_word(token, "dead") || is_word(token, "died") || is_word(token, "deaths");
            gboolean is_active = takes_object && !has_aux && !is_plain && count->has_person;
            return is_active ? NO_KIND : kind;
        }
        if (incmap_token_is(token, INCMAP_WORD(AUX)))
            has_aux = TRUE;
        else if (token->mark != 0 ||
                 !incmap_token_is(token, INCMAP_WORD(FUNCTION) | INCMAP_WORD(AMOUNT)) ||
                 is_word(token, "and") || is_word(token, "in") || is_word(token, "as"))
            return NO_KIND;
    }
    return NO_KIND;
}

/* "killed …", "killing at least …", "the deaths of …", "death toll rose to …" */
static int
kind_before(const IncmapTokens *tokens, guint32 first, const Count *count)
{
    int reach = count->at.is_article ? 2 : MAX_REACH;
    for (gint64 i = (gint64)count->at.first - 1; i >= first && reach > 0; i--, reach--) {
        const IncmapToken *token = incmap_tokens_get(tokens, i);
        int kind = kind_of(token);
        if (kind != NO_KIND && !is_word(token, "dead") && !is_word(token, "died"))
            return kind;
        if (token->mark != 0)
            return NO_KIND;
        gboolean is_toll_verb = is_word(token, "rose") || is_word(token, "risen") ||
                                is_word(token, "climbed") || is_word(token, "stands") ||
                                is_word(token, "stood") || is_word(token, "lives");
        if (!is_toll_verb && !incmap_token_is(token, INCMAP_WORD(FUNCTION) | INCMAP_WORD(AMOUNT) |
                                                         INCMAP_WORD(AUX) | INCMAP_WORD(PERSON)))
            return NO_KIND;
        if (incmap_token_is(token, INCMAP_WORD(AUX)) && !is_word(token, "to"))
            return NO_KIND;
    }
    return NO_KIND;
}

static gboolean
is_joined(const IncmapTokens *tokens, const Count *a, const Count *b)
{
    guint32 gap = a->who_end;
    while (gap < b->at.first && (is_word(incmap_tokens_get(tokens, gap), "and") ||
                                 is_word(incmap_tokens_get(tokens, gap), "another") ||
                                 is_word(incmap_tokens_get(tokens, gap), "et") ||
                                 is_word(incmap_tokens_get(tokens, gap), "y") ||
                                 incmap_tokens_get(tokens, gap)->mark == ','))
        gap++;
    return gap == b->at.first;
}

/* A list shares one verb: "killed 84 mercenaries and 47 soldiers". */
static void
share_kinds(const IncmapTokens *tokens, Count *counts, guint n)
{
    for (guint i = 1; i < n; i++) {
        if (counts[i].kind == NO_KIND && counts[i - 1].is_left && counts[i].has_person &&
            is_joined(tokens, &counts[i - 1], &counts[i]))
            counts[i].kind = counts[i - 1].kind, counts[i].is_left = TRUE;
    }
    for (guint i = n; i-- > 1;) {
        if (counts[i - 1].kind == NO_KIND && counts[i - 1].has_person && !counts[i].is_left &&
            is_joined(tokens, &counts[i - 1], &counts[i]))
            counts[i - 1].kind = counts[i].kind;
    }
}

static gboolean
is_usable(const Count *count)
{
    if (count->is_refused || count->kind == NO_KIND)
        return FALSE;
    return !count->at.is_article || count->has_person;
}

const char *
incmap_tokens_string(IncmapScene *scene, const IncmapTokens *tokens, guint32 first, guint32 end)
{
    if (end <= first)
        return NULL;
    guint32 start = incmap_tokens_get(tokens, first)->start;
    guint32 stop = incmap_tokens_get(tokens, (gint64)end - 1)->end;
    g_autofree char *words = g_strndup(tokens->text + start, stop - start);
    return incmap_scene_string(scene, g_strdelimit(words, "\n\r\t", ' '));
}

static void
add_figure(IncmapScene *scene, const IncmapTokens *tokens, const IncmapSentence *sentence,
           const Count *count, GArray *figures)
{
    IncmapFigure figure = {.kind = (IncmapFigureKind)count->kind,
                           .quantity = count->at.quantity,
                           .low = count->at.low,
                           .high = count->at.high};
    guint32 end = MAX(count->who_end, count->at.end);
    figure.words = incmap_tokens_string(scene, tokens, count->at.first, count->at.end);
    figure.who = incmap_tokens_string(scene, tokens, count->who_first, count->who_end);
    if (figure.who != NULL &&
        (strcmp(figure.who, "people") == 0 || strcmp(figure.who, "others") == 0))
        figure.who = NULL;
    figure.start = incmap_tokens_get(tokens, count->at.first)->start;
    figure.end = incmap_tokens_get(tokens, (gint64)end - 1)->end;
    incmap_claim_find(scene, tokens, sentence, count->at.first, end, &figure);
    g_array_append_val(figures, figure);
}

void
incmap_figures_find(IncmapScene *scene, const IncmapTokens *tokens, const IncmapSentence *sentence,
                    GArray *figures)
{
    Count counts[MAX_FIGURES];
    guint n = 0;
    guint32 at = sentence->first;
    gboolean has_kind = FALSE;
    for (guint32 i = sentence->first; i < sentence->end && !has_kind; i++)
        has_kind = kind_of(incmap_tokens_get(tokens, i)) != NO_KIND;
    while (has_kind && n < MAX_FIGURES) {
        Count count = {.kind = NO_KIND};
        if (!incmap_quantity_find(tokens, at, sentence->end, &count.at))
            break;
        at = count.at.end;
        find_who(tokens, sentence->end, &count);
        count.kind = kind_behind(tokens, sentence->end, &count);
        if (count.kind == NO_KIND) {
            count.kind = kind_before(tokens, sentence->first, &count);
            count.is_left = count.kind != NO_KIND;
        }
        if (!count.at.is_article || count.has_person)
            counts[n++] = count;
    }
    share_kinds(tokens, counts, n);
    for (guint i = 0; i < n; i++) {
        if (is_usable(&counts[i]))
            add_figure(scene, tokens, sentence, &counts[i], figures);
    }
    IncmapFigure unknown = {0};
    if (incmap_claim_find_unknown(scene, tokens, sentence, &unknown))
        g_array_append_val(figures, unknown);
}
