/* SPDX-License-Identifier: MIT */
#include "read/figures.h"

#include "read/coordinates.h"

#include <string.h>

static gboolean
is_word(const IncmapToken *token, const char *folded)
{
    return strcmp(token->folded, folded) == 0;
}

static gboolean
is_one_of(const IncmapToken *token, const char *words)
{
    gsize n = strlen(token->folded);
    for (const char *at = words; n > 0 && (at = strstr(at, token->folded)) != NULL; at++) {
        if ((at == words || at[-1] == ' ') && (at[n] == ' ' || at[n] == 0))
            return TRUE;
    }
    return FALSE;
}

/* "1,200", "3.000": groups of three digits, whichever mark parts them; "1,5" is a fraction. */
static gboolean
parse_digits(const char *text, gsize length, double *out_number)
{
    char digits[24];
    gsize n = 0, since_mark = 0;
    gboolean has_mark = FALSE;
    while (length > 0 && (guchar)text[0] >= 0x80) /* Arabic writes "and" before the digits */
        text++, length--;
    for (gsize i = 0; i < length && n + 1 < sizeof digits; i++) {
        if (g_ascii_isdigit(text[i]))
            digits[n++] = text[i], since_mark++;
        else if (text[i] == ',' || text[i] == '.')
            has_mark = TRUE, since_mark = 0;
        else
            break;
    }
    if (n == 0 || (has_mark && since_mark != 3))
        return incmap_number_parse(text, length, TRUE, out_number);
    digits[n] = 0;
    *out_number = g_ascii_strtod(digits, NULL);
    return TRUE;
}

static gboolean
is_digits(const IncmapToken *token)
{
    static const char and_mark[] = "\331\210"; /* Arabic "and", written to the number */
    return token->shape == INCMAP_SHAPE_NUMBER ||
           (strncmp(token->folded, and_mark, 2) == 0 && g_ascii_isdigit(token->folded[2]));
}

/* A single number: digits or a word. */
static gboolean
number_at(const IncmapTokens *tokens, guint32 i, double *out_low, double *out_high)
{
    const IncmapToken *token = incmap_tokens_get(tokens, i);
    if (is_digits(token)) {
        gboolean is_number =
            parse_digits(tokens->text + token->start, token->end - token->start, out_low);
        *out_high = *out_low;
        return is_number;
    }
    if (token->mark != 0 || token->shape == INCMAP_SHAPE_UPPER)
        return FALSE;
    *out_low = incmap_lexicon_number(tokens->lexicon, token->folded, out_high);
    return *out_low > 0;
}

/* "1 800": French and others part thousands by a blank. */
static gboolean
is_group_of_three(const IncmapTokens *tokens, guint32 at, guint32 end)
{
    const IncmapToken *first = incmap_tokens_get(tokens, at),
                      *next = incmap_tokens_get(tokens, end);
    const IncmapToken *last = incmap_tokens_get(tokens, (gint64)end - 1);
    return first->shape == INCMAP_SHAPE_NUMBER && first->end - first->start <= 3 &&
           next->shape == INCMAP_SHAPE_NUMBER && next->glue == INCMAP_GLUE_SPACE &&
           next->end - next->start == 3 && next->start - last->end <= 3 &&
           strspn(next->folded, "0123456789") == 3;
}

/* "twenty-one", "two hundred", "two dozen", "3 million", "tens of thousands" */
static guint32
number_run(const IncmapTokens *tokens, guint32 at, guint32 limit, double *low, double *high)
{
    guint32 end = at;
    if (!number_at(tokens, at, low, high))
        return at;
    for (end = at + 1; end < limit; end++) {
        const IncmapToken *token = incmap_tokens_get(tokens, end);
        const IncmapToken *next = incmap_tokens_get(tokens, end + 1);
        double more_low = 0, more_high = 0;
        if (is_group_of_three(tokens, at, end) && number_at(tokens, end, &more_low, &more_high)) {
            *low = *low * 1000 + more_low, *high = *low;
            continue;
        }
        gboolean is_of = (is_word(token, "of") || is_word(token, "de")) &&
                         is_one_of(next, "thousands hundreds millions miles milliers milhares");
        if (is_of && *high > *low)
            continue;
        if (is_one_of(token, "million millions"))
            more_low = 1e6;
        else if (is_digits(token) || !number_at(tokens, end, &more_low, &more_high))
            break;
        if (is_one_of(token, "thousands hundreds miles milliers milhares"))
            more_low = is_word(token, "hundreds") ? 100 : 1000;
        if (more_low >= 12 && (more_low >= 100 || is_word(token, "dozen")))
            *low *= more_low, *high *= more_low;
        else if (token->glue == INCMAP_GLUE_HYPHEN && more_low < 10)
            *low += more_low, *high += more_low;
        else
            break;
    }
    return end;
}

static const struct {
    const char *words; /* folded; they end before the number */
    IncmapQuantity quantity;
} qualifiers[] = {
    {"at least", INCMAP_QUANTITY_AT_LEAST},
    {"more than", INCMAP_QUANTITY_AT_LEAST},
    {"over", INCMAP_QUANTITY_AT_LEAST},
    {"no less than", INCMAP_QUANTITY_AT_LEAST},
    {"up to", INCMAP_QUANTITY_AT_MOST},
    {"as many as", INCMAP_QUANTITY_AT_MOST},
    {"fewer than", INCMAP_QUANTITY_AT_MOST},
    {"less than", INCMAP_QUANTITY_AT_MOST},
    {"at most", INCMAP_QUANTITY_AT_MOST},
    {"nearly", INCMAP_QUANTITY_ABOUT},
    {"almost", INCMAP_QUANTITY_ABOUT},
    {"about", INCMAP_QUANTITY_ABOUT},
    {"around", INCMAP_QUANTITY_ABOUT},
    {"some", INCMAP_QUANTITY_ABOUT},
    {"approximately", INCMAP_QUANTITY_ABOUT},
    {"roughly", INCMAP_QUANTITY_ABOUT},
    {"an estimated", INCMAP_QUANTITY_ABOUT},
    {"no fewer than", INCMAP_QUANTITY_AT_LEAST},
    {"above", INCMAP_QUANTITY_AT_LEAST},
    {"exceeded", INCMAP_QUANTITY_AT_LEAST},
    {"passed", INCMAP_QUANTITY_AT_LEAST},
    {"close to", INCMAP_QUANTITY_ABOUT},
    {"estimated", INCMAP_QUANTITY_ABOUT},
    {"au moins", INCMAP_QUANTITY_AT_LEAST},
    {"plus de", INCMAP_QUANTITY_AT_LEAST},
    {"plus d", INCMAP_QUANTITY_AT_LEAST},
    {"pres de", INCMAP_QUANTITY_ABOUT},
    {"pres d", INCMAP_QUANTITY_ABOUT},
    {"environ", INCMAP_QUANTITY_ABOUT},
    {"quelque", INCMAP_QUANTITY_ABOUT},
    {"jusqu a", INCMAP_QUANTITY_AT_MOST},
    {"al menos", INCMAP_QUANTITY_AT_LEAST},
    {"por lo menos", INCMAP_QUANTITY_AT_LEAST},
    {"mas de", INCMAP_QUANTITY_AT_LEAST},
    {"cerca de", INCMAP_QUANTITY_ABOUT},
    {"alrededor de", INCMAP_QUANTITY_ABOUT},
    {"casi", INCMAP_QUANTITY_ABOUT},
    {"unos", INCMAP_QUANTITY_ABOUT},
    {"unas", INCMAP_QUANTITY_ABOUT},
    {"hasta", INCMAP_QUANTITY_AT_MOST},
    {"pelo menos", INCMAP_QUANTITY_AT_LEAST},
    {"mais de", INCMAP_QUANTITY_AT_LEAST},
    {"quase", INCMAP_QUANTITY_ABOUT},
    {"mindestens", INCMAP_QUANTITY_AT_LEAST},
    {"mehr als", INCMAP_QUANTITY_AT_LEAST},
    {"uber", INCMAP_QUANTITY_AT_LEAST},
    {"rund", INCMAP_QUANTITY_ABOUT},
    {"etwa", INCMAP_QUANTITY_ABOUT},
    {"fast", INCMAP_QUANTITY_ABOUT},
    {"bis zu", INCMAP_QUANTITY_AT_MOST},
    {"по меньшеи мере", INCMAP_QUANTITY_AT_LEAST},
    {"не менее", INCMAP_QUANTITY_AT_LEAST},
    {"более", INCMAP_QUANTITY_AT_LEAST},
    {"свыше", INCMAP_QUANTITY_AT_LEAST},
    {"около", INCMAP_QUANTITY_ABOUT},
    {"до", INCMAP_QUANTITY_AT_MOST},
    {"щонаименше", INCMAP_QUANTITY_AT_LEAST},
    {"понад", INCMAP_QUANTITY_AT_LEAST},
    {"більше ніж", INCMAP_QUANTITY_AT_LEAST},
    {"близько", INCMAP_QUANTITY_ABOUT},
    {"اكثر من", INCMAP_QUANTITY_AT_LEAST},
    {"ما لا يقل عن", INCMAP_QUANTITY_AT_LEAST},
    {"نحو", INCMAP_QUANTITY_ABOUT},
    {"حوالي", INCMAP_QUANTITY_ABOUT},
};

/* How many tokens before @at the qualifier's words take; 0 when they are not there. */
static guint
qualifier_before(const IncmapTokens *tokens, const char *words, guint32 at, guint32 first)
{
    guint n_words = 1;
    for (const char *c = words; *c != 0; c++)
        n_words += *c == ' ';
    if (at < first + n_words)
        return 0;
    const char *word = words;
    for (guint i = 0; i < n_words; i++) {
        const IncmapToken *token = incmap_tokens_get(tokens, at - n_words + i);
        gsize n = strcspn(word, " ");
        if (strlen(token->folded) != n || memcmp(token->folded, word, n) != 0)
            return 0;
        word += n + (word[n] == ' ');
    }
    return n_words;
}

static void
qualify(const IncmapTokens *tokens, guint32 first, IncmapQuantityAt *quantity)
{
    for (gsize i = 0; i < G_N_ELEMENTS(qualifiers); i++) {
        guint n = qualifier_before(tokens, qualifiers[i].words, quantity->first, first);
        if (n > 0) {
            quantity->first -= n;
            if (quantity->quantity == INCMAP_QUANTITY_EXACT)
                quantity->quantity = qualifiers[i].quantity;
            return;
        }
    }
}

/* "between 20 and 80", "20 to 80", "20-80" */
static void
take_range(const IncmapTokens *tokens, guint32 sentence_first, guint32 limit,
           IncmapQuantityAt *quantity)
{
    const IncmapToken *joint = incmap_tokens_get(tokens, quantity->end);
    const IncmapToken *before = incmap_tokens_get(tokens, (gint64)quantity->first - 1);
    gboolean is_between =
        quantity->first > sentence_first && is_word(joint, "and") && is_word(before, "between");
    gboolean is_hyphen = joint->glue == INCMAP_GLUE_HYPHEN && joint->shape == INCMAP_SHAPE_NUMBER;
    gboolean is_range = is_between || is_hyphen || is_word(joint, "to") || is_word(joint, "a");
    guint32 at = quantity->end + !is_hyphen;
    double low = 0, high = 0;
    if (!is_range || at >= limit)
        return;
    guint32 end = number_run(tokens, at, limit, &low, &high);
    if (end == at || high <= quantity->low ||
        (is_word(joint, "a") && incmap_tokens_get(tokens, at)->shape != INCMAP_SHAPE_NUMBER))
        return;
    quantity->end = end;
    quantity->high = high;
    quantity->quantity = INCMAP_QUANTITY_BETWEEN;
    quantity->first -= is_between;
}

static void
name_quantity(const IncmapTokens *tokens, IncmapQuantityAt *quantity)
{
    const IncmapToken *token = incmap_tokens_get(tokens, quantity->first);
    quantity->quantity =
        quantity->high > quantity->low
            ? (quantity->low >= 100 ? INCMAP_QUANTITY_HUNDREDS : INCMAP_QUANTITY_DOZENS)
            : INCMAP_QUANTITY_EXACT;
    /* "a dozen", "une dizaine" */
    if (is_one_of(token, "dozen dizaine docena decena centaine vingtaine trentaine quarantaine "
                         "cinquantaine dezena hundred thousand") &&
        quantity->first > 0 &&
        is_one_of(incmap_tokens_get(tokens, (gint64)quantity->first - 1), "a une una"))
        quantity->quantity = INCMAP_QUANTITY_ABOUT;
}

gboolean
incmap_quantity_find(const IncmapTokens *tokens, guint32 at, guint32 limit,
                     IncmapQuantityAt *out_quantity)
{
    for (guint32 i = at; i < limit; i++) {
        const IncmapToken *token = incmap_tokens_get(tokens, i);
        IncmapQuantityAt quantity = {.first = i, .end = i};
        if (is_one_of(token, "a an une") ||
            (is_word(token, "un") && token->shape == INCMAP_SHAPE_LOWER)) {
            double low = 0, high = 0;
            const IncmapToken *year = incmap_tokens_get(tokens, (gint64)i + 2);
            gboolean is_age = is_one_of(year, "year month");
            if (!is_age && number_at(tokens, i + 1, &low, &high))
                continue; /* "a dozen": the next word is the number */
            *out_quantity = (IncmapQuantityAt){i, i + 1, 1, 1, INCMAP_QUANTITY_EXACT, TRUE};
            return TRUE;
        }
        quantity.end = number_run(tokens, i, limit, &quantity.low, &quantity.high);
        if (quantity.end == i)
            continue;
        name_quantity(tokens, &quantity);
        take_range(tokens, at, limit, &quantity);
        qualify(tokens, at, &quantity);
        *out_quantity = quantity;
        return TRUE;
    }
    return FALSE;
}
