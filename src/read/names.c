/* SPDX-License-Identifier: MIT */
#include "read/names.h"

#include "read/name-evidence.h"

#include <string.h>

enum {
    MAX_WORDS = 6,
    MAX_HITS = 12,
    TOWN = 0,
    ADMIN1 = 1,
    COUNTRY = 3,
    REGION = 4,
    GREAT_CITY = 1000000
};

typedef struct Finder Finder;
struct Finder {
    const IncmapTokens *tokens;
    const IncmapNameSource *names;
    guint8 *persons;
    GString *key;
    GArray *found;         /* IncmapName */
    GHashTable *countries; /* code → number of times named */
};

gboolean
incmap_name_is_vague(const IncmapName *name)
{
    return name->hit.kind == COUNTRY || name->hit.kind == REGION || name->is_demonym;
}

static gboolean
can_begin(const IncmapToken *token)
{
    if (token->mark != 0 || incmap_token_is(token, INCMAP_WORD(NO_PLACE)))
        return FALSE;
    return token->shape == INCMAP_SHAPE_CAPITAL || token->shape == INCMAP_SHAPE_UPPER ||
           token->shape == INCMAP_SHAPE_CASELESS;
}

static void
append_word(GString *key, const IncmapToken *token)
{
    if (key->len > 0 && token->glue != INCMAP_GLUE_APOSTROPHE)
        g_string_append_c(key, ' ');
    g_string_append(key, token->folded);
}

/* Whether the word at @i can go on a name that begins before it. */
static gboolean
can_continue(const IncmapTokens *tokens, guint32 i)
{
    const IncmapToken *token = incmap_tokens_get(tokens, i);
    if (can_begin(token))
        return TRUE;
    return token->shape == INCMAP_SHAPE_LOWER && token->mark == 0 &&
           (incmap_token_is(token, INCMAP_WORD(NAME_PART)) ||
            token->glue == INCMAP_GLUE_APOSTROPHE || token->glue == INCMAP_GLUE_HYPHEN);
}

/* "U.S." is folded to "u s"; gazetteers have "us". */
static guint
find_hits(const Finder *finder, const char *folded, IncmapNameHit *hits)
{
    guint n = finder->names->find(finder->names->data, folded, hits, MAX_HITS);
    gsize length = strlen(folded);
    if (n > 0 || length < 3 || length > 9 || folded[1] != ' ')
        return n;
    char joined[8] = {0};
    for (gsize i = 0, at = 0; i < length; i++) {
        if (i % 2 == 1 && folded[i] != ' ')
            return 0;
        if (i % 2 == 0)
            joined[at++] = folded[i];
    }
    return finder->names->find(finder->names->data, joined, hits, MAX_HITS);
}

/* The longest run from @first that is a name; its end, or @first. */
static guint32
match_longest(const Finder *finder, guint32 first, guint32 limit, IncmapNameHit *out_hits,
              guint *out_n_hits)
{
    guint32 best = first;
    g_string_truncate(finder->key, 0);
    guint n_words = 0;
    for (guint32 i = first; i < limit && n_words < MAX_WORDS; i++) {
        const IncmapToken *token = incmap_tokens_get(finder->tokens, i);
        if (token->mark == '~' && i > first) /* the stop of "St." */
            continue;
        if (i > first && !can_continue(finder->tokens, i))
            break;
        append_word(finder->key, token);
        n_words++;
        gboolean is_small = token->shape == INCMAP_SHAPE_LOWER && token->glue == INCMAP_GLUE_SPACE;
        IncmapNameHit hits[MAX_HITS];
        guint n = is_small ? 0 : find_hits(finder, finder->key->str, hits);
        gboolean is_alone = i == first &&
                            incmap_token_is(token, INCMAP_WORD(FUNCTION) | INCMAP_WORD(WEEKDAY)) &&
                            token->shape != INCMAP_SHAPE_UPPER;
        if (n > 0 && !is_alone) {
            best = i + 1;
            *out_n_hits = n;
            memcpy(out_hits, hits, n * sizeof *hits);
        }
        if (token->is_possessive ||
            !finder->names->has_prefix(finder->names->data, finder->key->str))
            break;
    }
    return best;
}

/* Arabic writes "in", "and" and "to" as one letter before the name. */
static guint
match_without_clitic(const Finder *finder, const IncmapToken *token, IncmapNameHit *hits)
{
    static const char *const clitics[] = {"ب", "و", "ل", "ف"};
    for (gsize i = 0; i < G_N_ELEMENTS(clitics); i++) {
        gsize n = strlen(clitics[i]);
        if (strncmp(token->folded, clitics[i], n) == 0 && strlen(token->folded) > n + 4)
            return finder->names->find(finder->names->data, token->folded + n, hits, MAX_HITS);
    }
    return 0;
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

static guint32
take_demonym(const Finder *finder, guint32 i)
{
    const IncmapToken *token = incmap_tokens_get(finder->tokens, i);
    if (finder->names == NULL || finder->names->demonym == NULL || token->folded[0] == 0)
        return i;
    const char *code = finder->names->demonym(finder->names->data, token->folded);
    if (code == NULL)
        return i;
    IncmapNameHit hits[MAX_HITS];
    guint n = finder->names->find(finder->names->data, token->folded, hits, MAX_HITS);
    if (n > 0 && hits[0].kind == COUNTRY) /* a name of the country itself */
        return i;
    IncmapName name = {.first = i, .end = i + 1, .score = 1, .is_demonym = TRUE};
    name.hit.country_code = code;
    count_country(finder, code);
    add_name(finder, name, code);
    return i + 1;
}

static guint32
take_known(const Finder *finder, guint32 i, guint32 limit)
{
    IncmapNameHit hits[MAX_HITS];
    guint n_hits = 0;
    guint32 end = match_longest(finder, i, limit, hits, &n_hits);
    const IncmapToken *token = incmap_tokens_get(finder->tokens, i);
    if (end == i && token->shape == INCMAP_SHAPE_CASELESS) {
        n_hits = match_without_clitic(finder, token, hits);
        end = n_hits > 0 ? i + 1 : i;
    }
    if (end == i)
        return i;
    IncmapName name = {.first = i, .end = end, .hit = hits[0], .is_known = TRUE};
    name.score = incmap_name_evidence(finder->tokens, finder->persons, &name);
    if (name.hit.kind == COUNTRY && name.score > 0)
        count_country(finder, name.hit.country_code);
    add_name(finder, name, hits[0].country_code);
    return end;
}

/* "the village of Xyz", "Xyz district": the text itself says that it is a place. */
static guint32
take_called(const Finder *finder, guint32 i, guint32 limit)
{
    guint32 end = incmap_name_called_place(finder->tokens, finder->persons, i, limit);
    if (end == i)
        return i;
    IncmapName name = {.first = i, .end = end, .score = 1.5};
    name.hit.kind = TOWN;
    add_name(finder, name, NULL);
    return end;
}

static void
find_in_sentence(const Finder *finder, const IncmapSentence *sentence)
{
    for (guint32 i = sentence->first; i < sentence->end;) {
        guint32 next = i;
        if (can_begin(incmap_tokens_get(finder->tokens, i))) {
            next = take_demonym(finder, i);
            if (next == i && finder->names != NULL)
                next = take_known(finder, i, sentence->end);
            if (next == i)
                next = take_called(finder, i, sentence->end);
        }
        i = MAX(next, i + 1);
    }
}

static void
build_key(const Finder *finder, const IncmapName *name)
{
    g_string_truncate(finder->key, 0);
    for (guint32 i = name->first; i < name->end; i++) {
        if (incmap_tokens_get(finder->tokens, i)->mark == 0)
            append_word(finder->key, incmap_tokens_get(finder->tokens, i));
    }
}

static gboolean
has_hit_in(const Finder *finder, const IncmapName *name, const char *country,
           IncmapNameHit *out_hit)
{
    build_key(finder, name);
    IncmapNameHit hits[MAX_HITS];
    guint n = find_hits(finder, finder->key->str, hits);
    for (guint i = 0; i < n; i++) {
        if (hits[i].country_code != NULL && strcmp(hits[i].country_code, country) == 0) {
            *out_hit = hits[i];
            return TRUE;
        }
    }
    return FALSE;
}

/* "Bangor, Maine", "Gao (Mali)": the second name says which the first is. */
static void
link_containers(const Finder *finder)
{
    for (guint i = 0; i + 1 < finder->found->len; i++) {
        IncmapName *name = &g_array_index(finder->found, IncmapName, i);
        IncmapName *next = &g_array_index(finder->found, IncmapName, i + 1);
        guint8 mark = incmap_tokens_get(finder->tokens, name->end)->mark;
        gboolean is_area = next->is_known && next->hit.kind >= ADMIN1 && next->hit.kind <= COUNTRY;
        if (next->first != name->end + 1 || (mark != ',' && mark != '(') || !is_area ||
            name->is_demonym || next->hit.country_code == NULL)
            continue;
        IncmapNameHit hit = name->hit;
        if (name->is_known && !has_hit_in(finder, name, next->hit.country_code, &hit))
            continue;
        if (strcmp(hit.country_code == NULL ? "" : hit.country_code, next->hit.country_code) == 0 &&
            hit.kind == COUNTRY)
            continue;
        name->hit = hit;
        name->country = next->hit.country_code;
        name->container = (gint32)i + 1;
        name->score += 2.5;
        next->score += 1;
    }
}

/* Among namesakes, the one in the country that the text speaks of most. */
static void
choose_country(const Finder *finder, IncmapName *name)
{
    IncmapNameHit hits[MAX_HITS];
    build_key(finder, name);
    guint n = find_hits(finder, finder->key->str, hits);
    int best_n = 0;
    for (guint i = 0; i < n && name->hit.population < GREAT_CITY; i++) {
        const char *code = hits[i].country_code;
        int named =
            code == NULL ? 0 : GPOINTER_TO_INT(g_hash_table_lookup(finder->countries, code));
        if (named > best_n) {
            best_n = named;
            name->hit = hits[i];
        }
    }
    if (best_n > 0)
        name->score += 0.4;
    name->country = name->hit.country_code;
}

static void
choose_countries(const Finder *finder)
{
    for (guint i = 0; i < finder->found->len; i++) {
        IncmapName *name = &g_array_index(finder->found, IncmapName, i);
        if (name->is_known && name->container < 0 && name->hit.kind != COUNTRY)
            choose_country(finder, name);
    }
}

/* What is surely a place once is one elsewhere in the text, unless a person has the name. */
static void
share_evidence(const Finder *finder)
{
    g_autoptr(GHashTable) sure = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < finder->found->len; i++) {
        const IncmapName *name = &g_array_index(finder->found, IncmapName, i);
        if (name->score >= 2 && !name->is_demonym)
            g_hash_table_add(sure,
                             (gpointer)incmap_tokens_get(finder->tokens, name->first)->folded);
    }
    for (guint i = 0; i < finder->found->len; i++) {
        IncmapName *name = &g_array_index(finder->found, IncmapName, i);
        const IncmapToken *token = incmap_tokens_get(finder->tokens, name->first);
        if (finder->persons[name->first] != INCMAP_PERSON_YES &&
            g_hash_table_contains(sure, token->folded))
            name->score += 1;
    }
}

static void
drop_weak(const Finder *finder)
{
    enum { KEEP_TENTHS = 10 };
    guint kept = 0;
    gint32 *moved = g_new(gint32, finder->found->len + 1);
    for (guint i = 0; i < finder->found->len; i++) {
        IncmapName name = g_array_index(finder->found, IncmapName, i);
        gboolean is_kept = name.score * 10 >= KEEP_TENTHS;
        moved[i] = is_kept ? (gint32)kept : -1;
        if (is_kept)
            g_array_index(finder->found, IncmapName, kept++) = name;
    }
    for (guint i = 0; i < kept; i++) {
        IncmapName *name = &g_array_index(finder->found, IncmapName, i);
        if (name->container >= 0)
            name->container = moved[name->container];
    }
    g_array_set_size(finder->found, kept);
    g_free(moved);
}

GArray *
incmap_names_find(const IncmapTokens *tokens, const IncmapNameSource *names)
{
    Finder finder = {.tokens = tokens, .names = names};
    finder.persons = incmap_persons_find(tokens);
    finder.key = g_string_sized_new(128);
    finder.found = g_array_new(FALSE, TRUE, sizeof(IncmapName));
    finder.countries = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < tokens->sentences->len; i++)
        find_in_sentence(&finder, &g_array_index(tokens->sentences, IncmapSentence, i));
    if (names != NULL) {
        link_containers(&finder);
        choose_countries(&finder);
    }
    share_evidence(&finder);
    drop_weak(&finder);
    g_hash_table_unref(finder.countries);
    g_string_free(finder.key, TRUE);
    g_free(finder.persons);
    return finder.found;
}
