/* SPDX-License-Identifier: MIT */
#include "read/name-evidence.h"

#include <string.h>

enum { TOWN = 0, ADMIN1 = 1, ADMIN2 = 2, COUNTRY = 3, REGION = 4 };

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

static double
prior(const IncmapNameHit *hit)
{
    switch (hit->kind) {
    case COUNTRY:
        return 2.6;
    case ADMIN1:
        return 1.8;
    case ADMIN2:
        return 0.9;
    case REGION:
        return 1.4;
    default:
        break;
    }
    if (hit->feature_code != NULL && strcmp(hit->feature_code, "PPLC") == 0)
        return 2.4;
    return hit->population >= 1000000  ? 2.0
           : hit->population >= 100000 ? 1.5
           : hit->population >= 15000  ? 1.0
           : hit->population >= 1000   ? 0.5
                                       : 0.2;
}

static double
evidence_before(const IncmapTokens *tokens, const IncmapName *name)
{
    const IncmapToken *token = incmap_tokens_get(tokens, name->first);
    const IncmapToken *before = incmap_tokens_get(tokens, (gint64)name->first - 1);
    const IncmapToken *second = incmap_tokens_get(tokens, (gint64)name->first - 2);
    if (name->first == 0 || before->sentence != token->sentence || before->mark != 0)
        return 0;
    gboolean is_of = is_word(before, "of") || is_word(before, "de") || is_word(before, "d");
    if (is_of && incmap_token_is(second, INCMAP_WORD(FEATURE)))
        return 2.5;
    if (is_of && incmap_token_is(second, INCMAP_WORD(ORG)) && is_capital(second))
        return -1;
    if (is_of && (incmap_token_is(second, INCMAP_WORD(DIRECTION)) || is_word(second, "pres") ||
                  is_word(second, "cerca") || is_word(second, "outside")))
        return 1.2;
    if (is_of)
        return 0.4;
    if (incmap_token_is(before, INCMAP_WORD(PLACE_PREP)) && before->shape != INCMAP_SHAPE_CAPITAL)
        return is_word(before, "in") || is_word(before, "near") || is_word(before, "en") ? 1.2
                                                                                         : 0.7;
    if (incmap_token_is(before, INCMAP_WORD(PLACE_PREP)) && before->is_first)
        return 1;
    if (incmap_token_is(before, INCMAP_WORD(DIRECTION)))
        return 1;
    if (incmap_token_is(before, INCMAP_WORD(FEATURE)))
        return 1;
    if (incmap_token_is(before, INCMAP_WORD(MONTH) | INCMAP_WORD(WEEKDAY) | INCMAP_WORD(FUNCTION)))
        return 0;
    if (is_capital(before) && token->glue == INCMAP_GLUE_SPACE)
        return before->is_first || name->hit.kind == COUNTRY ? -0.6 : -2;
    return 0;
}

static double
evidence_behind(const IncmapTokens *tokens, const IncmapName *name)
{
    const IncmapToken *last = incmap_tokens_get(tokens, (gint64)name->end - 1);
    const IncmapToken *behind = incmap_tokens_get(tokens, name->end);
    if (behind->sentence != last->sentence || behind->mark != 0 || behind->folded[0] == 0)
        return 0;
    if (incmap_token_is(behind, INCMAP_WORD(FEATURE)) && !last->is_possessive)
        return 1.5;
    if (is_capital(behind) && !last->is_possessive && behind->glue == INCMAP_GLUE_SPACE) {
        if (incmap_token_is(behind, INCMAP_WORD(ORG)))
            return -2;
        if (incmap_token_is(behind, INCMAP_WORD(TITLE) | INCMAP_WORD(MONTH) | INCMAP_WORD(WEEKDAY) |
                                        INCMAP_WORD(FUNCTION) | INCMAP_WORD(DIRECTION)))
            return 0;
        return name->hit.kind == COUNTRY ? -0.5 : -1.5;
    }
    if (incmap_token_is(behind, INCMAP_WORD(SAY)))
        return name->hit.kind == COUNTRY || prior(&name->hit) >= 2 ? 0 : -0.8;
    return 0;
}

static double
evidence_inside(const IncmapTokens *tokens, const guint8 *persons, const IncmapName *name)
{
    const IncmapToken *token = incmap_tokens_get(tokens, name->first);
    const IncmapToken *before = incmap_tokens_get(tokens, (gint64)name->first - 1);
    gboolean is_single = name->end == name->first + 1;
    gboolean has_prep = incmap_token_is(before, INCMAP_WORD(PLACE_PREP)) &&
                        !is_word(before, "of") && !is_word(before, "to");
    double sum = is_single ? 0 : 0.6;
    if (persons[name->first] == INCMAP_PERSON_YES)
        sum -= 4;
    else if (persons[name->first] == INCMAP_PERSON_SURNAME && is_single && !has_prep)
        sum -= 3;
    if (is_single && incmap_token_is(token, INCMAP_WORD(COMMON) | INCMAP_WORD(MONTH)))
        sum -= token->is_first ? 2.5 : 1.6;
    if (is_single && incmap_token_is(token, INCMAP_WORD(GIVEN)))
        sum -= 1.2;
    if (is_single && incmap_token_is(token, INCMAP_WORD(TITLE) | INCMAP_WORD(ORG) |
                                                INCMAP_WORD(FEATURE) | INCMAP_WORD(PERSON)))
        sum -= 2;
    if (is_single && token->is_first && name->hit.kind != COUNTRY)
        sum -= 0.4;
    if (is_single && strlen(token->folded) <= 3 && name->hit.kind != COUNTRY &&
        token->shape != INCMAP_SHAPE_UPPER)
        sum -= has_prep ? 0.4 : 1;
    if (token->shape == INCMAP_SHAPE_CASELESS)
        sum -= has_prep ? 0.4 : 1.2;
    return sum;
}

/* Capitals say nothing in a line of capitals, and little in a short word of them. */
static double
evidence_of_capitals(const IncmapTokens *tokens, const IncmapName *name)
{
    const IncmapToken *token = incmap_tokens_get(tokens, name->first);
    if (token->shape != INCMAP_SHAPE_UPPER)
        return 0;
    if (token->end - token->start <= 4 && name->end == name->first + 1)
        return name->hit.kind == COUNTRY ? 0 : -1.5;
    const IncmapToken *next = incmap_tokens_get(tokens, name->end);
    return next->shape == INCMAP_SHAPE_UPPER && next->mark == 0 ? -0.8 : 0;
}

double
incmap_name_evidence(const IncmapTokens *tokens, const guint8 *persons, const IncmapName *name)
{
    return prior(&name->hit) + evidence_before(tokens, name) + evidence_behind(tokens, name) +
           evidence_inside(tokens, persons, name) + evidence_of_capitals(tokens, name);
}

guint32
incmap_name_called_place(const IncmapTokens *tokens, const guint8 *persons, guint32 first,
                         guint32 limit)
{
    enum { MAX_WORDS = 4 };
    guint32 end = first;
    const guint64 no_name = INCMAP_WORD(FUNCTION) | INCMAP_WORD(WEEKDAY) | INCMAP_WORD(MONTH) |
                            INCMAP_WORD(ORG) | INCMAP_WORD(FEATURE) | INCMAP_WORD(COMMON);
    while (end < limit && end < first + MAX_WORDS) {
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
