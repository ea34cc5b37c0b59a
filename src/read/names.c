/* SPDX-License-Identifier: MIT */
#include "read/names.h"

#include "read/name-countries.h"
#include "read/name-links.h"
#include "read/name-lookup.h"
#include "read/name-signs.h"
#include "read/name-sites.h"

#include <string.h>

enum { TOWN = 0, ADMIN1 = 1, COUNTRY = 3, REGION = 4 };

typedef struct Finder Finder;
struct Finder {
    IncmapNameLookup lookup;
    const IncmapTokens *tokens;
    guint8 *persons;
    GArray *found;         /* IncmapName */
    GHashTable *countries; /* code → number of times named */
    GArray *rows;          /* IncmapRow */
    guint next_row;
};

gboolean
incmap_name_is_vague(const IncmapName *name)
{
    return name->hit.kind == COUNTRY || name->hit.kind == REGION || name->is_demonym;
}

/* Arabic writes "in", "and" and "to" as one letter before the name. */
static guint
match_without_clitic(const Finder *finder, const IncmapToken *token, IncmapNameHit *hits)
{
    static const char *const clitics[] = {"ب", "و", "ل", "ف"};
    for (gsize i = 0; i < G_N_ELEMENTS(clitics); i++) {
        gsize n = strlen(clitics[i]);
        if (strncmp(token->folded, clitics[i], n) == 0 && strlen(token->folded) > n + 4)
            return finder->lookup.names->find(finder->lookup.names->data, token->folded + n, hits,
                                              INCMAP_MAX_HITS);
    }
    return 0;
}

guint
incmap_names_first_from(const GArray *names, guint32 token)
{
    guint low = 0, high = names->len;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (g_array_index(names, IncmapName, middle).first < token)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void
add_name(const Finder *finder, IncmapName name, const char *country)
{
    name.incident = name.container = -1;
    name.role = INCMAP_ROLE_MENTIONED;
    name.country = country;
    g_array_append_val(finder->found, name);
}

static void
count_country(const Finder *finder, const char *code)
{
    if (code == NULL || code[0] == 0)
        return;
    gpointer n = g_hash_table_lookup(finder->countries, code);
    g_hash_table_insert(finder->countries, (gpointer)code, GINT_TO_POINTER(GPOINTER_TO_INT(n) + 1));
}

/* "$US 15": a currency. */
static gboolean
is_currency(const Finder *finder, guint32 i)
{
    return incmap_tokens_get(finder->tokens, (gint64)i - 1)->mark == '$' ||
           incmap_tokens_get(finder->tokens, (gint64)i + 1)->mark == '$';
}

static guint32
take_demonym(const Finder *finder, guint32 i, guint32 limit)
{
    guint32 end = i;
    const char *code = incmap_lookup_demonym(&finder->lookup, i, limit, &end);
    if (code == NULL)
        return i;
    if (incmap_token_is(incmap_tokens_get(finder->tokens, end), INCMAP_WORD(LANGUAGE)))
        return end; /* "German shepherds" */
    IncmapName name = {.first = i, .end = end, .score = 1, .is_demonym = TRUE};
    name.hit.country_code = code;
    count_country(finder, code);
    add_name(finder, name, code);
    return end;
}

/* "Vt.": its stop belongs to the name. */
static guint32
add_stop(const IncmapTokens *tokens, guint32 end, const IncmapNameHit *hit)
{
    const IncmapToken *last = incmap_tokens_get(tokens, (gint64)end - 1);
    const IncmapToken *stop = incmap_tokens_get(tokens, end);
    gboolean is_short = hit->kind == ADMIN1 && incmap_token_is(last, INCMAP_WORD(ABBREV)) &&
                        stop->mark == '~' && stop->start == last->end;
    return is_short ? end + 1 : end;
}

static void
add_known(const Finder *finder, guint32 i, guint32 end, const IncmapNameHit *hit, guint64 signs)
{
    IncmapName name = {.first = i, .end = end, .hit = *hit, .is_known = TRUE};
    name.signs = signs | incmap_name_signs(finder->tokens, finder->persons, &name);
    name.score = incmap_signs_weigh(name.signs);
    gboolean is_capital = !hit->is_alternate && g_strcmp0(hit->feature_code, "PPLC") == 0;
    if ((name.hit.kind == COUNTRY || is_capital) && name.score > 0)
        count_country(finder, name.hit.country_code);
    add_name(finder, name, hit->country_code);
}

static guint32
take_known(const Finder *finder, guint32 i, guint32 end, const IncmapNameHit *hit)
{
    if (end == i || is_currency(finder, i))
        return end;
    end = add_stop(finder->tokens, end, hit);
    add_known(finder, i, end, hit, 0);
    return end;
}

/* What the text itself calls a place is one, known or not. */
static guint32
add_called(const Finder *finder, guint32 i, guint32 end, gboolean is_site)
{
    IncmapName name = {.first = i, .end = end, .score = 1.5, .is_site = is_site};
    name.hit.kind = TOWN;
    add_name(finder, name, NULL);
    return end;
}

/* One of "Swift and Wilkin counties". */
static guint32
take_from_row(const Finder *finder, guint32 i)
{
    while (finder->next_row < finder->rows->len &&
           g_array_index(finder->rows, IncmapRow, finder->next_row).first < i)
        ((Finder *)finder)->next_row++;
    if (finder->next_row >= finder->rows->len)
        return i;
    const IncmapRow *row = &g_array_index(finder->rows, IncmapRow, finder->next_row);
    guint32 end = i;
    if (row->first != i || (finder->lookup.names != NULL &&
                            incmap_lookup_demonym(&finder->lookup, i, row->end, &end) != NULL))
        return i;
    IncmapNameHit hits[INCMAP_MAX_HITS];
    guint n_hits = incmap_lookup_exactly(&finder->lookup, i, row->end, "", hits);
    if (row->is_street)
        return add_called(finder, i, row->end, TRUE);
    if (n_hits > 0)
        add_known(finder, i, row->end, &hits[0], INCMAP_SIGN(PLURAL_TYPE));
    else
        add_called(finder, i, row->end, FALSE);
    g_array_index(finder->found, IncmapName, finder->found->len - 1).suffix = row->suffix;
    return row->end;
}

/* Where counties are spoken of, "Co." is hardly a company. */
static gboolean
is_about_counties(const IncmapTokens *tokens)
{
    return (incmap_tokens_has_lower(tokens, "county") ||
            incmap_tokens_has_lower(tokens, "counties")) &&
           !incmap_tokens_has_lower(tokens, "company");
}

/* "Platte Co.": as gazetteers write it. */
static guint32
take_county(const Finder *finder, guint32 i, guint32 limit)
{
    for (guint32 end = i + 1; end < limit && end < i + 4; end++) {
        const IncmapToken *token = incmap_tokens_get(finder->tokens, end);
        if (!incmap_can_begin_name(token))
            return i;
        if (strcmp(token->folded, "co") != 0)
            continue;
        if (!is_about_counties(finder->tokens))
            return i;
        IncmapNameHit hits[INCMAP_MAX_HITS];
        guint n = incmap_lookup_exactly(&finder->lookup, i, end, " county", hits);
        if (n == 0)
            return i;
        guint32 stop = end + 1 + (incmap_tokens_get(finder->tokens, end + 1)->mark == '~');
        add_known(finder, i, stop, &hits[0], 0);
        IncmapName *name = &g_array_index(finder->found, IncmapName, finder->found->len - 1);
        name->suffix = "County";
        name->n_short = stop - end;
        return stop;
    }
    return i;
}

/* "Hill Valley, Ohio": what lies in a known area is a place, though no gazetteer has it. */
static gboolean
lies_in_area(const Finder *finder, guint32 end, guint32 limit)
{
    if (finder->lookup.names == NULL || incmap_tokens_get(finder->tokens, end)->mark != ',' ||
        end + 1 >= limit || !incmap_can_begin_name(incmap_tokens_get(finder->tokens, end + 1)))
        return FALSE;
    IncmapNameHit hits[INCMAP_MAX_HITS];
    guint n_hits = 0;
    guint32 area_end = incmap_lookup_longest(&finder->lookup, end + 1, limit, hits, &n_hits);
    return area_end > end + 1 && hits[0].kind == ADMIN1 && !hits[0].is_alternate;
}

static guint32
take_in_area(const Finder *finder, guint32 i, guint32 limit)
{
    guint32 end = i;
    while (end < limit && end < i + 3) {
        const IncmapToken *token = incmap_tokens_get(finder->tokens, end);
        if (!incmap_can_begin_name(token) || finder->persons[end] != 0 ||
            incmap_token_is(token, INCMAP_WORD(FUNCTION) | INCMAP_WORD(COMMON) |
                                       INCMAP_WORD(MONTH) | INCMAP_WORD(ORG)))
            return i;
        end++;
        if (lies_in_area(finder, end, limit))
            return add_called(finder, i, end, FALSE);
    }
    return i;
}

static guint32
take_name(const Finder *finder, guint32 i, guint32 limit)
{
    guint32 next = take_from_row(finder, i);
    if (next == i)
        next = take_county(finder, i, limit);
    if (next > i)
        return next;
    IncmapNameHit hits[INCMAP_MAX_HITS];
    guint n_hits = 0;
    guint32 known = finder->lookup.names == NULL
                        ? i
                        : incmap_lookup_longest(&finder->lookup, i, limit, hits, &n_hits);
    gboolean is_unlisted = FALSE;
    guint32 site = incmap_site_end(finder->tokens, finder->persons, i, limit, &is_unlisted);
    if (site > known)
        return add_called(finder, i, site, is_unlisted);
    const IncmapToken *token = incmap_tokens_get(finder->tokens, i);
    if (known == i && finder->lookup.names != NULL && token->shape == INCMAP_SHAPE_CASELESS) {
        n_hits = match_without_clitic(finder, token, hits);
        known = n_hits > 0 ? i + 1 : i;
    }
    if (known == i && finder->lookup.names != NULL) {
        n_hits = incmap_lookup_declined(&finder->lookup, i, hits);
        known = n_hits > 0 ? i + 1 : i;
    }
    if (known <= i + 1)
        next = take_demonym(finder, i, limit);
    if (next == i)
        next = take_known(finder, i, known, &hits[0]);
    if (next == i) {
        guint32 end = incmap_called_end(finder->tokens, finder->persons, i, limit);
        next = end > i ? add_called(finder, i, end, FALSE) : take_in_area(finder, i, limit);
    }
    return next;
}

/* "14th Street" */
static guint32
take_numbered(const Finder *finder, guint32 i, guint32 limit)
{
    gboolean is_unlisted = FALSE;
    guint32 end = incmap_site_end(finder->tokens, finder->persons, i, limit, &is_unlisted);
    return end == i + 2 && is_unlisted ? add_called(finder, i, end, TRUE) : i;
}

static void
find_in_sentence(const Finder *finder, const IncmapSentence *sentence)
{
    for (guint32 i = sentence->first; i < sentence->end;) {
        guint32 next = i;
        if (incmap_can_begin_name(incmap_tokens_get(finder->tokens, i)))
            next = take_name(finder, i, sentence->end);
        else if (incmap_token_is_ordinal(finder->tokens, i))
            next = take_numbered(finder, i, sentence->end);
        i = MAX(next, i + 1);
    }
}

static void
weigh_again(const Finder *finder)
{
    for (guint i = 0; i < finder->found->len; i++) {
        IncmapName *name = &g_array_index(finder->found, IncmapName, i);
        if (name->is_known)
            name->score = incmap_signs_weigh(name->signs);
        else if ((name->signs & INCMAP_SIGN(CONTAINED)) != 0)
            name->score += 1;
    }
}

GArray *
incmap_names_find(const IncmapTokens *tokens, const IncmapNameSource *names)
{
    Finder finder = {.tokens = tokens, .lookup = {.tokens = tokens, .names = names}};
    finder.persons = incmap_persons_find(tokens);
    finder.rows = incmap_rows_find(tokens);
    finder.lookup.key = g_string_sized_new(128);
    finder.found = g_array_new(FALSE, TRUE, sizeof(IncmapName));
    finder.countries = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < tokens->sentences->len; i++)
        find_in_sentence(&finder, &g_array_index(tokens->sentences, IncmapSentence, i));
    if (names != NULL)
        incmap_names_choose_countries(&finder.lookup, finder.countries, finder.found);
    weigh_again(&finder);
    incmap_names_link(tokens, finder.found);
    g_array_unref(finder.rows);
    g_hash_table_unref(finder.countries);
    g_string_free(finder.lookup.key, TRUE);
    g_free(finder.persons);
    return finder.found;
}
