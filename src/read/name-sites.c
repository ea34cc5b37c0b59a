/* SPDX-License-Identifier: MIT */
#include "read/name-sites.h"

#include <string.h>

enum { MAX_WORDS = 6 };

static gboolean
is_capital(const IncmapToken *token)
{
    return token->mark == 0 &&
           (token->shape == INCMAP_SHAPE_CAPITAL || token->shape == INCMAP_SHAPE_UPPER);
}

static gboolean
is_word(const IncmapToken *token, const char *folded)
{
    return strcmp(token->folded, folded) == 0;
}

gboolean
incmap_token_is_ordinal(const IncmapTokens *tokens, guint32 i)
{
    const IncmapToken *token = incmap_tokens_get(tokens, i);
    return token->shape == INCMAP_SHAPE_NUMBER && token->end - token->start >= 3 &&
           g_ascii_isalpha(tokens->text[token->end - 1]);
}

/* Words of which a name cannot consist alone: "State Park", "National Forest". */
static gboolean
is_plain(const IncmapToken *token)
{
    return incmap_token_is(token, INCMAP_WORD(PUBLIC) | INCMAP_WORD(NATURE) | INCMAP_WORD(TITLE) |
                                      INCMAP_WORD(FUNCTION) | INCMAP_WORD(MONTH) |
                                      INCMAP_WORD(WEEKDAY) | INCMAP_WORD(STREET));
}

/* What stands behind may show that the name goes on: "Wall Street Journal". */
static gboolean
goes_on(const IncmapTokens *tokens, guint32 end, gboolean is_street)
{
    const IncmapToken *last = incmap_tokens_get(tokens, (gint64)end - 1);
    const IncmapToken *behind = incmap_tokens_get(tokens, end);
    if (last->is_possessive || behind->sentence != last->sentence || !is_capital(behind))
        return FALSE;
    if (is_street)
        return incmap_token_is(behind, INCMAP_WORD(ORG)) || is_word(behind, "patrol") ||
               is_word(behind, "police") || behind->glue == INCMAP_GLUE_HYPHEN;
    return !incmap_token_is(behind, INCMAP_WORD(PUBLIC) | INCMAP_WORD(TITLE));
}

/* Whether gazetteers have names with this last word. */
static gboolean
is_listed_type(const IncmapToken *token)
{
    static const char *const words[] = {"county",  "township", "parish", "borough",
                                        "islands", "island",   "sea",    "airport"};
    for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
        if (is_word(token, words[i]))
            return TRUE;
    return FALSE;
}

/* "Avenue Q" */
static gboolean
is_lettered(const IncmapTokens *tokens, guint32 first)
{
    const IncmapToken *token = incmap_tokens_get(tokens, first);
    const IncmapToken *next = incmap_tokens_get(tokens, (gint64)first + 1);
    return is_word(token, "avenue") && is_capital(token) && is_capital(next) &&
           next->end - next->start == 1;
}

guint32
incmap_site_end(const IncmapTokens *tokens, const guint8 *persons, guint32 first, guint32 limit,
                gboolean *out_is_unlisted)
{
    const IncmapToken *begin = incmap_tokens_get(tokens, first);
    guint32 best = first;
    gboolean has_name = FALSE;
    *out_is_unlisted = is_lettered(tokens, first);
    if (*out_is_unlisted)
        return first + 2;
    if (incmap_token_is(begin, INCMAP_WORD(FUNCTION) | INCMAP_WORD(WEEKDAY) | INCMAP_WORD(MONTH)))
        return first;
    for (guint32 i = first, n = 0; i < limit && n < MAX_WORDS; i++) {
        const IncmapToken *token = incmap_tokens_get(tokens, i);
        if (token->mark == '~' && i > first)
            continue;
        if (!is_capital(token) && !incmap_token_is_ordinal(tokens, i))
            break;
        /* "Red Crescent" */
        gboolean is_street = incmap_token_is(token, INCMAP_WORD(STREET)) &&
                             !is_word(incmap_tokens_get(tokens, (gint64)i - 1), "red");
        if (is_street && is_word(incmap_tokens_get(tokens, (gint64)i - 1), "county"))
            break; /* "Otter Tail County Road 80" */
        gboolean is_nature = incmap_token_is(token, INCMAP_WORD(NATURE)) &&
                             token->shape == INCMAP_SHAPE_CAPITAL && persons[first] == 0;
        guint32 end = i + 1;
        if (is_street && incmap_tokens_get(tokens, end)->mark == '~')
            end++;
        if (has_name && (is_street || is_nature) && !goes_on(tokens, end, is_street)) {
            best = end;
            *out_is_unlisted = is_street || !is_listed_type(token);
        }
        has_name |= !is_plain(token) || incmap_token_is_ordinal(tokens, i);
        n++;
        if (token->is_possessive)
            break;
    }
    return best;
}

/* What a row shares and how a gazetteer names one of it; without a suffix when it doesn't. */
static const struct {
    const char *plural, *suffix;
} row_types[] = {
    {"counties", "County"},
    {"districts", "District"},
    {"provinces", "Province"},
    {"governorates", "Governorate"},
    {"parishes", "Parish"},
    {"townships", NULL},
    {"communes", NULL},
    {"departments", "Department"},
    {"oblasts", "Oblast"},
    {"municipalities", NULL},
    {"prefectures", "Prefecture"},
    {"boroughs", NULL},
    {"regions", "Region"},
    {"streets", NULL},
    {"avenues", NULL},
    {"roads", NULL},
    {"villages", NULL},
    {"towns", NULL},
};

static gboolean
find_row_type(const IncmapToken *token, IncmapRow *row)
{
    for (gsize i = 0; i < G_N_ELEMENTS(row_types); i++) {
        if (strcmp(row_types[i].plural, token->folded) != 0)
            continue;
        row->suffix = row_types[i].suffix;
        row->is_street =
            is_word(token, "streets") || is_word(token, "avenues") || is_word(token, "roads");
        return TRUE;
    }
    return FALSE;
}

/* The beginning of the capital words that end before @end; @end when there are none. */
static guint32
run_start(const IncmapTokens *tokens, guint32 end, guint32 limit)
{
    guint32 start = end;
    while (start > limit && end - start < 4) {
        const IncmapToken *token = incmap_tokens_get(tokens, (gint64)start - 1);
        if (!is_capital(token) || token->is_possessive ||
            incmap_token_is(token, INCMAP_WORD(FUNCTION) | INCMAP_WORD(MONTH)))
            break;
        start--;
    }
    /* "Small Hitchcock and Hayes counties" */
    const IncmapToken *begin = incmap_tokens_get(tokens, start);
    return start + 1 < end && begin->is_first && incmap_token_is(begin, INCMAP_WORD(COMMON))
               ? start + 1
               : start;
}

static void
add_row(const IncmapTokens *tokens, guint32 limit, guint32 at, GArray *rows)
{
    IncmapRow row = {0};
    if (!find_row_type(incmap_tokens_get(tokens, at), &row))
        return;
    guint before = rows->len;
    for (guint32 end = at; end > limit;) {
        row.end = end;
        row.first = run_start(tokens, end, limit);
        if (row.first == end)
            break;
        g_array_append_val(rows, row);
        gint64 joint = (gint64)row.first - 1;
        const IncmapToken *token = incmap_tokens_get(tokens, joint);
        if (joint < limit || !(token->mark == ',' || is_word(token, "and") || is_word(token, "or")))
            break;
        gboolean has_comma = token->mark == 0 && incmap_tokens_get(tokens, joint - 1)->mark == ',';
        end = (guint32)(has_comma ? joint - 1 : joint);
    }
    if (rows->len < before + 2) /* one name: "Ohio counties" are counties in Ohio */
        g_array_set_size(rows, before);
}

static int
compare_rows(gconstpointer a, gconstpointer b)
{
    const IncmapRow *p = a, *q = b;
    return p->first < q->first ? -1 : p->first > q->first;
}

GArray *
incmap_rows_find(const IncmapTokens *tokens)
{
    GArray *rows = g_array_new(FALSE, TRUE, sizeof(IncmapRow));
    for (guint32 i = 0; i < tokens->tokens->len; i++) {
        const IncmapToken *token = incmap_tokens_get(tokens, i);
        if (incmap_token_is(token, INCMAP_WORD(AREAS)))
            add_row(tokens, g_array_index(tokens->sentences, IncmapSentence, token->sentence).first,
                    i, rows);
    }
    g_array_sort(rows, compare_rows);
    return rows;
}

guint32
incmap_called_end(const IncmapTokens *tokens, const guint8 *persons, guint32 first, guint32 limit)
{
    guint32 end = first;
    const guint64 no_name = INCMAP_WORD(FUNCTION) | INCMAP_WORD(WEEKDAY) | INCMAP_WORD(MONTH) |
                            INCMAP_WORD(ORG) | INCMAP_WORD(FEATURE) | INCMAP_WORD(COMMON);
    while (end < limit && end < first + 4) {
        const IncmapToken *token = incmap_tokens_get(tokens, end);
        if (!is_capital(token) || incmap_token_is(token, no_name) || persons[end] != 0)
            break;
        end++;
        if (token->is_possessive)
            break;
    }
    if (end == first)
        return first;
    const IncmapToken *before = incmap_tokens_get(tokens, (gint64)first - 1);
    const IncmapToken *second = incmap_tokens_get(tokens, (gint64)first - 2);
    const IncmapToken *behind = incmap_tokens_get(tokens, end);
    gboolean is_of = is_word(before, "of") || is_word(before, "de") || is_word(before, "d");
    gboolean is_called = is_of && incmap_token_is(second, INCMAP_WORD(FEATURE)) &&
                         second->shape == INCMAP_SHAPE_LOWER;
    gboolean is_in = incmap_token_is(before, INCMAP_WORD(PLACE_PREP) | INCMAP_WORD(FUNCTION) |
                                                 INCMAP_WORD(DIRECTION));
    gboolean is_named = incmap_token_is(behind, INCMAP_WORD(FEATURE)) && is_in &&
                        behind->mark == 0 &&
                        !incmap_tokens_get(tokens, (gint64)end - 1)->is_possessive;
    gboolean is_typed = incmap_token_is(before, INCMAP_WORD(FEATURE)) &&
                        before->shape == INCMAP_SHAPE_LOWER &&
                        before->sentence == incmap_tokens_get(tokens, first)->sentence &&
                        (is_word(before, "village") || is_word(before, "town"));
    return is_called || is_named || is_typed ? end : first;
}
