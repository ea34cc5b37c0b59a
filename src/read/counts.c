/* SPDX-License-Identifier: MIT */
/*
 * The people that a number counts: "12 Malian soldiers", "of the 19 people".
 */
#include "read/fates.h"

#include <string.h>

enum { MAX_WHO_WORDS = 8 };

static gboolean
is_word(const IncmapToken *token, const char *folded)
{
    return strcmp(token->folded, folded) == 0;
}

static gboolean
is_in(const IncmapToken *token, const char *const *words)
{
    return incmap_token_in(token, words);
}

static gboolean
ends_who(const IncmapToken *token)
{
    static const char *const inside[] = {"of",  "other",  "more",   "the", "its",
                                         "de",  "others", "people", "la",  "von",
                                         "del", "otros",  "autres", NULL};
    if (token->mark != 0 && token->mark != '"' && token->mark != '\'' && token->mark != '~')
        return TRUE;
    if (is_in(token, inside))
        return FALSE;
    return token->shape == INCMAP_SHAPE_NUMBER ||
           (incmap_fate_of(token) != INCMAP_NO_FATE &&
            !incmap_token_is(token, INCMAP_WORD(PERSON))) ||
           (incmap_token_is(token, INCMAP_WORD(FUNCTION) | INCMAP_WORD(AUX)) &&
            !incmap_token_is(token, INCMAP_WORD(PERSON)));
}

/* "6-year-old", "six-year-old" */
static guint32
skip_age(const IncmapTokens *tokens, guint32 at)
{
    const IncmapToken *year = incmap_tokens_get(tokens, at + 1);
    gboolean is_age = (is_word(year, "year") || is_word(year, "month")) &&
                      is_word(incmap_tokens_get(tokens, at + 2), "old");
    return is_age ? at + 3 : at;
}

static guint32
scan_people(const IncmapTokens *tokens, guint32 at, guint32 limit, guint32 *out_stop)
{
    guint32 end = at;
    guint32 i = skip_age(tokens, at);
    for (; i < limit && i < at + MAX_WHO_WORDS; i++) {
        const IncmapToken *token = incmap_tokens_get(tokens, i);
        /* "displaced people", "wounded soldiers" */
        gboolean is_adjective =
            incmap_token_is(token, INCMAP_WORD(DISPLACE) | INCMAP_WORD(INJURE)) &&
            incmap_token_is(incmap_tokens_get(tokens, i + 1), INCMAP_WORD(PERSON));
        /* "members of a family" */
        gboolean is_article =
            is_in(token, (const char *[]){"a", "an", "one", "his", "her", NULL}) && i > at &&
            is_word(incmap_tokens_get(tokens, (gint64)i - 1), "of");
        if (!is_adjective && !is_article && ends_who(token))
            break;
        if (incmap_token_is(token, INCMAP_WORD(PERSON)))
            end = i + 1;
    }
    *out_stop = i;
    return end;
}

/* "18 of the 19 people on board": the second number only says how many there were. */
static void
skip_whole(const IncmapTokens *tokens, guint32 limit, IncmapCount *count)
{
    guint32 at = count->at.end;
    if (!is_word(incmap_tokens_get(tokens, at), "of"))
        return;
    at += 1 + (is_word(incmap_tokens_get(tokens, at + 1), "the") ||
               is_word(incmap_tokens_get(tokens, at + 1), "its"));
    IncmapQuantityAt whole;
    if (incmap_quantity_find(tokens, at, MIN(at + 1, limit), &whole) && !whole.is_article)
        count->at.end = whole.end;
}

/* Three girls "aged six, seven and nine" */
static guint32
skip_ages(const IncmapTokens *tokens, guint32 at, guint32 limit)
{
    static const char *const inside[] = {"and", "to", "between", "or", "months", "years", NULL};
    if (!is_word(incmap_tokens_get(tokens, at), "aged"))
        return at;
    for (at++; at < limit; at++) {
        const IncmapToken *token = incmap_tokens_get(tokens, at);
        double high = 0;
        gboolean is_number = token->shape == INCMAP_SHAPE_NUMBER ||
                             incmap_lexicon_number(tokens->lexicon, token->folded, &high) > 0;
        if (!is_number && token->mark != ',' && !is_in(token, inside))
            break;
    }
    return at;
}

static gboolean
is_refused(const IncmapTokens *tokens, const IncmapCount *count, const IncmapToken *next)
{
    static const char *const refusing[] = {
        "aged", "magnitude", "magnitud", "number",  "age",     "since", "desde", "depuis", "seit",
        "с",    "level",     "phase",    "article", "chapter", "page",  "under", NULL};
    static const char *const of_years[] = {"in", "en", "of", "by", "from", "until", "till", NULL};
    const IncmapToken *before = incmap_tokens_get(tokens, (gint64)count->at.first - 1);
    /* "a woman of 56", "no one was hurt" */
    const IncmapToken *second = incmap_tokens_get(tokens, (gint64)count->at.first - 2);
    static const char *const ones[] = {"man", "woman", "boy", "girl", "child", "student", NULL};
    gboolean is_of_age = is_word(before, "of") && is_in(second, ones) && count->at.low < 110;
    if (is_of_age || (is_word(before, "no") && count->at.low == 1))
        return TRUE;
    gboolean is_year = count->at.low >= 1900 && count->at.low <= 2100 &&
                       count->at.end == count->at.first + 1 &&
                       incmap_tokens_get(tokens, count->at.first)->end -
                               incmap_tokens_get(tokens, count->at.first)->start ==
                           4;
    return incmap_token_is(next, INCMAP_WORD(UNIT) | INCMAP_WORD(MONTH)) || next->mark == '%' ||
           next->mark == '$' || before->mark == '$' || next->mark == ':' ||
           (before->mark == ':' &&
            incmap_tokens_get(tokens, (gint64)count->at.first - 2)->shape == INCMAP_SHAPE_NUMBER) ||
           incmap_token_is(before, INCMAP_WORD(MONTH)) || is_in(before, refusing) ||
           (next->glue == INCMAP_GLUE_HYPHEN && !incmap_token_is(next, INCMAP_WORD(PERSON)) &&
            next->mark == 0) ||
           (is_year && is_in(before, of_years));
}

/* "among them", "including", "of whom": in another number already. */
static gboolean
is_part(const IncmapTokens *tokens, const IncmapSentence *sentence, const IncmapCount *count)
{
    static const char *const parts[] = {
        "including", "among",     "include",   "includes",  "included", "whom",  "dont",  "parmi",
        "entre",     "incluidos", "incluidas", "incluido",  "darunter", "davon", "بينهم", "среди",
        "entre",     "them",      "incluindo", "y compris", "числе",    NULL};
    static const char *const between[] = {
        "at",  "least", "about", "of", "them", "the", "were", "was", "some",   "ellos", "ellas",
        "eux", "elles", "eles",  "a",  "an",   "les", "los",  "las", "nearly", "whom",  NULL};
    for (guint32 n = 1; n <= 4 && count->at.first >= sentence->first + n; n++) {
        const IncmapToken *token = incmap_tokens_get(tokens, (gint64)count->at.first - n);
        /* "nine pupils were among 12 people who died": 12 is the whole */
        gboolean is_whole =
            is_word(token, "among") &&
            incmap_token_is(incmap_tokens_get(tokens, (gint64)count->at.first - n - 1),
                            INCMAP_WORD(AUX));
        if (is_in(token, parts) && !is_word(token, "them"))
            return !is_whole;
        if (token->mark != 0 || !is_in(token, between))
            break;
    }
    /* "his wife and four children" */
    static const char *const own[] = {"my", "his", "her", "our", "their", NULL};
    for (guint32 n = 1; n <= 4 && count->at.first >= sentence->first + n; n++) {
        if (is_in(incmap_tokens_get(tokens, (gint64)count->at.first - n), own))
            return TRUE;
    }
    for (guint32 i = count->who_end; i < MIN(count->who_end + 3, sentence->end); i++) {
        const IncmapToken *token = incmap_tokens_get(tokens, i);
        if (is_word(token, "among"))
            return TRUE;
    }
    /* "eight of the wounded" */
    if (is_word(incmap_tokens_get(tokens, count->at.end), "of") &&
        is_word(incmap_tokens_get(tokens, count->at.end + 1), "the") &&
        incmap_fate_of(incmap_tokens_get(tokens, count->at.end + 2)) != INCMAP_NO_FATE &&
        !incmap_token_is(incmap_tokens_get(tokens, count->at.end + 3), INCMAP_WORD(PERSON)))
        return TRUE;
    return is_word(incmap_tokens_get(tokens, count->at.end), "of") &&
           (is_word(incmap_tokens_get(tokens, count->at.end + 1), "them") ||
            is_word(incmap_tokens_get(tokens, count->at.end + 1), "whom"));
}

/* "Malian soldiers and Russian mercenaries" are counted together. */
static void
take_second_group(const IncmapTokens *tokens, guint32 limit, IncmapCount *count)
{
    guint32 end = count->who_end, stop = end;
    if (!is_word(incmap_tokens_get(tokens, end), "and") || count->at.is_article)
        return;
    guint32 more = scan_people(tokens, end + 1, limit, &stop);
    IncmapQuantityAt other;
    if (more > end + 1 && !incmap_quantity_find(tokens, end + 1, more, &other))
        count->who_end = more;
}

/* "soldats nigériens": in other languages the adjective follows. */
static guint32
skip_adjectives(const IncmapTokens *tokens, guint32 at, guint32 limit)
{
    enum { MAX_ADJECTIVES = 2 };
    guint32 end = at;
    while (!tokens->is_english && end < MIN(limit, at + MAX_ADJECTIVES)) {
        const IncmapToken *token = incmap_tokens_get(tokens, end);
        if (token->mark != 0 || incmap_fate_of(token) != INCMAP_NO_FATE ||
            token->shape == INCMAP_SHAPE_NUMBER || token->shape == INCMAP_SHAPE_CASELESS ||
            incmap_token_is(token, INCMAP_WORD(FUNCTION) | INCMAP_WORD(AUX) | INCMAP_WORD(AMOUNT) |
                                       INCMAP_WORD(SAY) | INCMAP_WORD(WEEKDAY)))
            break;
        end++;
    }
    return end;
}

/* "632 شخصا على الأقل": at least, behind the people. */
static void
qualify_behind(const IncmapTokens *tokens, IncmapCount *count)
{
    static const char *const phrases[][2] = {
        {"علي", "الاقل"}, {"at", "least"}, {"au", "moins"}, {"al", "menos"}, {"por", "lo"}};
    for (gsize i = 0; i < G_N_ELEMENTS(phrases); i++) {
        if (count->at.quantity == INCMAP_QUANTITY_EXACT &&
            is_word(incmap_tokens_get(tokens, count->who_end), phrases[i][0]) &&
            is_word(incmap_tokens_get(tokens, count->who_end + 1), phrases[i][1])) {
            count->at.quantity = INCMAP_QUANTITY_AT_LEAST;
            return;
        }
    }
}

void
incmap_count_find_who(const IncmapTokens *tokens, const IncmapSentence *sentence,
                      IncmapCount *count)
{
    static const char *const skipped[] = {"of", "de", "the", "d", "des", "von", NULL};
    guint32 limit = sentence->end, stop = 0;
    skip_whole(tokens, limit, count);
    guint32 at = count->at.end;
    while (at < limit && is_in(incmap_tokens_get(tokens, at), skipped))
        at++;
    const IncmapToken *next = incmap_tokens_get(tokens, at);
    count->is_refused = is_refused(tokens, count, next);
    count->who_first = count->who_end = at;
    guint32 end = scan_people(tokens, at, limit, &stop);
    count->has_person = end > at;
    if (count->has_person) {
        count->who_end = skip_adjectives(tokens, end, limit);
        take_second_group(tokens, limit, count);
        qualify_behind(tokens, count);
        count->is_part = is_part(tokens, sentence, count);
        return;
    }
    count->is_part = is_part(tokens, sentence, count);
    /* a noun that is nobody: "12 ostriches"; names of peoples pass: "12 Malians". Where the reader
     * knows few nouns, every noun passes. */
    const IncmapToken *last = incmap_tokens_get(tokens, (gint64)stop - 1);
    gboolean is_noun = FALSE;
    for (guint32 i = at; i < stop; i++)
        is_noun |= !incmap_token_is(incmap_tokens_get(tokens, i),
                                    INCMAP_WORD(FUNCTION) | INCMAP_WORD(AMOUNT));
    gboolean is_name = last->shape == INCMAP_SHAPE_CAPITAL || last->shape == INCMAP_SHAPE_CASELESS;
    if (is_noun && !is_name && incmap_fate_of(next) == INCMAP_NO_FATE && tokens->is_english)
        count->is_refused = TRUE;
    else if (is_noun && (is_name || !tokens->is_english))
        count->who_end = stop;
}

guint32
incmap_count_skip_ages(const IncmapTokens *tokens, guint32 at, guint32 limit)
{
    return skip_ages(tokens, at, limit);
}
