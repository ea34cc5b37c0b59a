/* SPDX-License-Identifier: MIT */
#include "read/name-signs.h"

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

static guint64
signs_of_hit(const IncmapTokens *tokens, const IncmapName *name)
{
    const IncmapNameHit *hit = &name->hit;
    /* in another language the usual name is another one */
    guint64 signs = hit->is_alternate && tokens->is_english ? INCMAP_SIGN(OTHER_NAME) : 0;
    switch (hit->kind) {
    case COUNTRY:
        return signs | INCMAP_SIGN(COUNTRY);
    case ADMIN1:
        return signs | INCMAP_SIGN(ADMIN1);
    case ADMIN2:
        return signs | INCMAP_SIGN(ADMIN2);
    case REGION:
        return signs | INCMAP_SIGN(REGION);
    case TOWN:
        break;
    default:
        return signs | INCMAP_SIGN(WATER);
    }
    if (g_strcmp0(hit->feature_code, "PPLC") == 0)
        return signs | INCMAP_SIGN(CAPITAL);
    return signs | (hit->population >= 1000000  ? INCMAP_SIGN(METROPOLIS)
                    : hit->population >= 100000 ? INCMAP_SIGN(CITY)
                    : hit->population >= 15000  ? INCMAP_SIGN(TOWN)
                    : hit->population >= 1000   ? INCMAP_SIGN(VILLAGE)
                                                : INCMAP_SIGN(HAMLET));
}

static guint64
signs_of_mark_before(const IncmapToken *token, const IncmapToken *before)
{
    if (token->is_first)
        return INCMAP_SIGN(FIRST);
    return before->mark == ',' || before->mark == '/' ? INCMAP_SIGN(COMMA_BEFORE)
           : before->mark == '('                      ? INCMAP_SIGN(BRACKET)
                                                      : 0;
}

static guint64
signs_of_preposition(const IncmapTokens *tokens, const IncmapName *name, const IncmapToken *before)
{
    const IncmapToken *second = incmap_tokens_get(tokens, (gint64)name->first - 2);
    if (is_word(before, "of") || is_word(before, "de") || is_word(before, "d")) {
        if (incmap_token_is(second, INCMAP_WORD(FEATURE)) ||
            (!is_capital(second) && incmap_token_is(second, INCMAP_WORD(DIRECTION))))
            return INCMAP_SIGN(OF_FEATURE);
        if (is_word(second, "pres") || is_word(second, "cerca") || is_word(second, "outside"))
            return INCMAP_SIGN(IN);
        if (is_capital(second))
            return INCMAP_SIGN(OF_ORG);
        return INCMAP_SIGN(OF);
    }
    return is_word(before, "in") || is_word(before, "near") || is_word(before, "en")
               ? INCMAP_SIGN(IN)
               : INCMAP_SIGN(PREPOSITION);
}

/* "downtown Houston" */
static gboolean
is_part_word(const IncmapToken *token)
{
    static const char *const words[] = {"downtown", "mainland",     "suburban", "greater", "inner",
                                        "rural",    "metropolitan", "nearby",   "uptown",  "far"};
    for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
        if (is_word(token, words[i]))
            return TRUE;
    return FALSE;
}

static guint64
signs_before(const IncmapTokens *tokens, const IncmapName *name)
{
    const IncmapToken *token = incmap_tokens_get(tokens, name->first);
    const IncmapToken *before = incmap_tokens_get(tokens, (gint64)name->first - 1);
    if (name->first == 0 || before->sentence != token->sentence)
        return INCMAP_SIGN(FIRST);
    if (before->mark != 0)
        return before->mark == '~' ? INCMAP_SIGN(CAPITAL_BEFORE)
                                   : signs_of_mark_before(token, before);
    if (token->glue == INCMAP_GLUE_HYPHEN)
        return INCMAP_SIGN(HYPHEN_BEFORE);
    if (before->shape == INCMAP_SHAPE_NUMBER)
        return INCMAP_SIGN(NUMBER_BEFORE);
    if (is_word(before, "of") || (incmap_token_is(before, INCMAP_WORD(PLACE_PREP)) &&
                                  (before->shape != INCMAP_SHAPE_CAPITAL || before->is_first)))
        return signs_of_preposition(tokens, name, before);
    /* "в подмосковном Красногорске" */
    const IncmapToken *second = incmap_tokens_get(tokens, (gint64)name->first - 2);
    if (!tokens->is_english && before->shape == INCMAP_SHAPE_LOWER &&
        !incmap_token_is(before, INCMAP_WORD(FUNCTION) | INCMAP_WORD(FEATURE)) &&
        incmap_token_is(second, INCMAP_WORD(PLACE_PREP)) && second->mark == 0)
        return INCMAP_SIGN(PREPOSITION);
    if (is_part_word(before) ||
        (incmap_token_is(before, INCMAP_WORD(DIRECTION)) && !is_word(before, "central")))
        return INCMAP_SIGN(DIRECTION);
    if (is_word(before, "the") || is_word(before, "a") || is_word(before, "an"))
        return INCMAP_SIGN(ARTICLE);
    if (is_word(before, "and") || is_word(before, "or"))
        return INCMAP_SIGN(AND);
    if (incmap_token_is(before, INCMAP_WORD(FEATURE))) /* Arabic says "town X" for "town of X" */
        return token->shape == INCMAP_SHAPE_CASELESS ? INCMAP_SIGN(OF_FEATURE)
                                                     : INCMAP_SIGN(FEATURE_BEFORE);
    if (is_capital(before) && incmap_token_is(before, INCMAP_WORD(TITLE)))
        return INCMAP_SIGN(TITLE_BEFORE);
    if (incmap_token_is(before, INCMAP_WORD(MONTH) | INCMAP_WORD(WEEKDAY) | INCMAP_WORD(FUNCTION)))
        return INCMAP_SIGN(FUNCTION);
    if (is_capital(before))
        return before->is_possessive ? INCMAP_SIGN(FUNCTION) : INCMAP_SIGN(CAPITAL_BEFORE);
    return INCMAP_SIGN(LOWER_BEFORE);
}

/* "Houston-based", "Boston-area" */
static gboolean
is_based(const IncmapToken *token)
{
    static const char *const words[] = {"based", "area",  "born", "bound", "wide",
                                        "run",   "style", "led",  "native"};
    for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
        if (is_word(token, words[i]))
            return TRUE;
    return FALSE;
}

/* "WOODBURY \342\200\224", "Helena (AP) -" */
static gboolean
is_dateline(const IncmapTokens *tokens, const IncmapName *name)
{
    if (!incmap_tokens_get(tokens, name->first)->is_first)
        return FALSE;
    guint32 i = name->end;
    for (; incmap_tokens_get(tokens, i)->mark == '(' && i < name->end + 6; i++)
        while (i < name->end + 6 && incmap_tokens_get(tokens, i)->mark != ')')
            i++;
    const IncmapToken *token = incmap_tokens_get(tokens, i);
    return token->mark == '-' &&
           incmap_tokens_get(tokens, name->first)->sentence == token->sentence;
}

static guint64
signs_behind(const IncmapTokens *tokens, const IncmapName *name, gboolean is_object)
{
    const IncmapToken *last = incmap_tokens_get(tokens, (gint64)name->end - 1);
    const IncmapToken *behind = incmap_tokens_get(tokens, name->end);
    if (last->is_possessive)
        return INCMAP_SIGN(OWNER);
    if (behind->sentence != last->sentence || name->end >= tokens->tokens->len)
        return INCMAP_SIGN(END);
    if (is_dateline(tokens, name))
        return INCMAP_SIGN(DATELINE);
    if (behind->mark != 0)
        return behind->mark == ',' || behind->mark == '/' ? INCMAP_SIGN(COMMA_BEHIND)
               : strchr(".!?;:)", behind->mark) != NULL   ? INCMAP_SIGN(END)
                                                          : 0;
    if (behind->glue == INCMAP_GLUE_HYPHEN)
        return is_based(behind) ? INCMAP_SIGN(BASED) : INCMAP_SIGN(HYPHEN_BEHIND);
    if (behind->shape == INCMAP_SHAPE_NUMBER)
        return INCMAP_SIGN(NUMBER_BEHIND);
    if (is_capital(behind)) {
        const IncmapToken *next = incmap_tokens_get(tokens, (gint64)name->end + 1);
        if (incmap_token_is(behind, INCMAP_WORD(PUBLIC) | INCMAP_WORD(TITLE)))
            return INCMAP_SIGN(PUBLIC_BEHIND);
        if (incmap_token_is(behind, INCMAP_WORD(ORG)) ||
            (is_capital(next) && incmap_token_is(next, INCMAP_WORD(ORG))))
            return INCMAP_SIGN(ORG_BEHIND);
        if (incmap_token_is(behind, INCMAP_WORD(FEATURE) | INCMAP_WORD(NATURE)))
            return INCMAP_SIGN(FEATURE_BEHIND);
        if (incmap_token_is(behind, INCMAP_WORD(MONTH) | INCMAP_WORD(WEEKDAY) |
                                        INCMAP_WORD(FUNCTION) | INCMAP_WORD(DIRECTION)))
            return 0;
        return INCMAP_SIGN(CAPITAL_BEHIND);
    }
    if (incmap_token_is(behind, INCMAP_WORD(FEATURE)))
        return INCMAP_SIGN(FEATURE_BEHIND);
    if (incmap_token_is(behind, INCMAP_WORD(SAY)) && !is_object)
        return INCMAP_SIGN(SAY_BEHIND);
    if (incmap_token_is(behind, INCMAP_WORD(PERSON) | INCMAP_WORD(OFFICIAL)))
        return INCMAP_SIGN(PEOPLE_BEHIND);
    return INCMAP_SIGN(LOWER_BEHIND);
}

static gboolean
are_all(const IncmapTokens *tokens, const IncmapName *name, guint64 classes)
{
    for (guint32 i = name->first; i < name->end; i++)
        if (!incmap_token_is(incmap_tokens_get(tokens, i), classes))
            return FALSE;
    return TRUE;
}

static guint64
signs_of_word(const IncmapTokens *tokens, const guint8 *persons, const IncmapName *name)
{
    const IncmapToken *token = incmap_tokens_get(tokens, name->first);
    const guint64 no_name = INCMAP_WORD(TITLE) | INCMAP_WORD(ORG) | INCMAP_WORD(FEATURE) |
                            INCMAP_WORD(PERSON) | INCMAP_WORD(MONTH) | INCMAP_WORD(STREET) |
                            INCMAP_WORD(NATURE) | INCMAP_WORD(PUBLIC) | INCMAP_WORD(DIRECTION);
    gboolean is_single = name->end == name->first + 1;
    guint64 signs = is_single ? 0 : INCMAP_SIGN(WORDS);
    if (persons[name->first] == INCMAP_PERSON_YES)
        signs |= is_single ? INCMAP_SIGN(PERSON) : INCMAP_SIGN(PERSON_WORDS);
    else if (persons[name->first] == INCMAP_PERSON_SURNAME && is_single)
        signs |= INCMAP_SIGN(SURNAME);
    if (!is_single)
        return signs |
               (are_all(tokens, name, no_name | INCMAP_WORD(COMMON)) ? INCMAP_SIGN(NO_NAME) : 0);
    if (incmap_token_is(token, INCMAP_WORD(COMMON)))
        signs |= token->is_first ? INCMAP_SIGN(COMMON_FIRST) : INCMAP_SIGN(COMMON);
    if (incmap_token_is(token, INCMAP_WORD(GIVEN)))
        signs |= INCMAP_SIGN(GIVEN);
    if (incmap_token_is(token, no_name))
        signs |= INCMAP_SIGN(NO_NAME);
    if (incmap_tokens_has_lower(tokens, token->folded))
        signs |= INCMAP_SIGN(LOWER_TWIN);
    if (strlen(token->folded) <= 3 && token->shape != INCMAP_SHAPE_UPPER)
        signs |= INCMAP_SIGN(SHORT);
    return signs;
}

/* Capitals say nothing in a line of capitals, and little in a short word of them. */
static guint64
signs_of_shape(const IncmapTokens *tokens, const IncmapName *name)
{
    const IncmapToken *token = incmap_tokens_get(tokens, name->first);
    const IncmapToken *next = incmap_tokens_get(tokens, name->end);
    if (token->shape == INCMAP_SHAPE_CASELESS)
        return INCMAP_SIGN(CASELESS);
    if (token->shape != INCMAP_SHAPE_UPPER)
        return 0;
    if (token->end - token->start <= 4 && name->end == name->first + 1)
        return name->hit.kind == TOWN ? INCMAP_SIGN(ACRONYM) : 0;
    return next->shape == INCMAP_SHAPE_UPPER && next->mark == 0 ? INCMAP_SIGN(SHOUTED) : 0;
}

guint64
incmap_name_signs(const IncmapTokens *tokens, const guint8 *persons, const IncmapName *name)
{
    /* "police in Paris said": who speaks is not Paris; "Paris said": a government speaks */
    const guint64 object = INCMAP_SIGN(IN) | INCMAP_SIGN(OF_FEATURE) | INCMAP_SIGN(PREPOSITION) |
                           INCMAP_SIGN(COUNTRY) | INCMAP_SIGN(CAPITAL);
    guint64 before = signs_before(tokens, name), hit = signs_of_hit(tokens, name);
    guint64 shape = signs_of_shape(tokens, name);
    /* "مدينة جنين": the word before says what capitals would */
    if ((before & INCMAP_SIGN(OF_FEATURE)) != 0)
        shape &= ~INCMAP_SIGN(CASELESS);
    return hit | before | signs_behind(tokens, name, ((hit | before) & object) != 0) |
           signs_of_word(tokens, persons, name) | shape;
}
