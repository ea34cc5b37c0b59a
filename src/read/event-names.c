/* SPDX-License-Identifier: MIT */
#include "read/event-names.h"

#include "read/persons.h"

#include <string.h>

enum { TOWN = 0, ADMIN2 = 2, COUNTRY = 3, MAX_WORDS = 4 };

/** Guesser: a text with the names that are known already */
typedef struct Guesser Guesser;
struct Guesser {
    const IncmapTokens *tokens;
    const GArray *names;
    guint8 *persons;
    guint8 *is_taken; /* token by token: part of a known name */
};

static gboolean
is_in(const IncmapToken *token, const char *const *words)
{
    return incmap_token_in(token, words);
}

/* "in", "near", "at": what follows is where. */
static gboolean
is_where(const IncmapTokens *tokens, gint64 i)
{
    static const char *const english[] = {"in", "near", "at", "outside", "around", "of", NULL};
    static const char *const foreign[] = {"a", "en", "pres", "em",  "bei", "in", "au", "aux",
                                          "в", "у",  "на",   "під", "под", "de", "d",  NULL};
    const IncmapToken *token = incmap_tokens_get(tokens, i);
    if (is_in(token, (const char *[]){"of", "de", "d", NULL})) {
        const IncmapToken *before = incmap_tokens_get(tokens, i - 1);
        return incmap_token_is(before, INCMAP_WORD(FEATURE) | INCMAP_WORD(DIRECTION)) ||
               is_in(before, (const char *[]){"residents", "outside", "pres", "cerca", "people",
                                              "villagers", NULL});
    }
    /* "an attack on Sogou" */
    if (is_in(token, (const char *[]){"on", NULL}) && tokens->is_english)
        return incmap_token_is(incmap_tokens_get(tokens, i - 1), INCMAP_WORD(EVENT));
    return is_in(token, tokens->is_english ? english : foreign) &&
           (tokens->is_english ? token->shape != INCMAP_SHAPE_UPPER : TRUE);
}

static gboolean
is_name_word(const Guesser *guesser, guint32 i)
{
    const guint64 no_name = INCMAP_WORD(FUNCTION) | INCMAP_WORD(WEEKDAY) | INCMAP_WORD(ORG) |
                            INCMAP_WORD(TITLE) | INCMAP_WORD(NO_PLACE) | INCMAP_WORD(PERSON) |
                            INCMAP_WORD(OFFICIAL);
    const IncmapToken *token = incmap_tokens_get(guesser->tokens, i);
    /* "Mai Mahiu": a foreign month's name may begin one */
    if (incmap_token_is(token, INCMAP_WORD(MONTH)) &&
        incmap_tokens_get(guesser->tokens, i + 1)->shape != INCMAP_SHAPE_CAPITAL)
        return FALSE;
    /* scripts without capitals have names behind "town" or the like */
    gboolean is_after_feature =
        token->shape == INCMAP_SHAPE_CASELESS &&
        incmap_token_is(incmap_tokens_get(guesser->tokens, (gint64)i - 1), INCMAP_WORD(FEATURE)) &&
        !incmap_token_is(token, INCMAP_WORD(FEATURE) | INCMAP_WORD(PLACE_PREP));
    return token->mark == 0 && (token->shape == INCMAP_SHAPE_CAPITAL || is_after_feature) &&
           !incmap_token_is(token, no_name) && guesser->persons[i] != INCMAP_PERSON_YES;
}

/* The end of a run of capital words from @i, small words inside allowed: "Wad al-Noura". */
static guint32
run_end(const Guesser *guesser, guint32 i, guint32 limit)
{
    guint32 end = i;
    for (guint32 at = i; at < limit && at < i + MAX_WORDS; at++) {
        const IncmapToken *token = incmap_tokens_get(guesser->tokens, at);
        if (is_name_word(guesser, at))
            end = at + 1;
        else if (at == i || token->mark != 0 || !incmap_token_is(token, INCMAP_WORD(NAME_PART)) ||
                 token->shape != INCMAP_SHAPE_LOWER ||
                 is_in(token, (const char *[]){"and", "y", "e", "upon", NULL}) ||
                 (token->glue != INCMAP_GLUE_HYPHEN &&
                  is_in(token, (const char *[]){"the", "of", "en", "de", NULL}) &&
                  guesser->tokens->is_english))
            break;
        if (token->is_possessive)
            break;
    }
    return end;
}

/* "X, a seaside town", "X, un pueblo": an apposition that calls it a place. */
static gboolean
is_called_behind(const IncmapTokens *tokens, guint32 end)
{
    static const char *const articles[] = {"a", "an", "the", "un", "une", "una", NULL};
    static const char *const sites[] = {"volcano", "mine",    "dam",      "hamlet",
                                        "resort",  "enclave", "localite", NULL};
    enum { MAX_REACH = 5 };
    if (incmap_tokens_get(tokens, end)->mark != ',' ||
        !is_in(incmap_tokens_get(tokens, (gint64)end + 1), articles))
        return FALSE;
    for (guint32 i = end + 2; i < end + 2 + MAX_REACH; i++) {
        const IncmapToken *token = incmap_tokens_get(tokens, i);
        if (token->mark != 0 || is_in(token, (const char *[]){"in", "of", "who", NULL}))
            return FALSE;
        if (is_in(token, sites) || (incmap_token_is(token, INCMAP_WORD(FEATURE)) &&
                                    !is_in(token, (const char *[]){"state", "border", NULL})))
            return TRUE;
    }
    return FALSE;
}

static gboolean
is_place_like(const Guesser *guesser, guint32 first, guint32 end)
{
    const IncmapTokens *tokens = guesser->tokens;
    const IncmapToken *behind = incmap_tokens_get(tokens, end);
    const IncmapToken *last = incmap_tokens_get(tokens, (gint64)end - 1);
    gboolean is_other =
        incmap_token_is(behind, INCMAP_WORD(ORG) | INCMAP_WORD(PERSON)) && behind->mark == 0;
    if (is_other || last->is_possessive)
        return FALSE;
    static const char *const struck[] = {"attacked", "shelled", "bombed",    "raided", "stormed",
                                         "struck",   "hit",     "ransacked", NULL};
    return is_where(tokens, (gint64)first - 1) || is_called_behind(tokens, end) ||
           is_in(incmap_tokens_get(tokens, (gint64)first - 1), struck) ||
           (!tokens->is_english &&
            incmap_token_is(incmap_tokens_get(tokens, (gint64)first - 1), INCMAP_WORD(FEATURE)));
}

/* "Wase local government area", "val Mesolcina": larger than a town. */
static gboolean
is_area(const IncmapTokens *tokens, guint32 first, guint32 end)
{
    static const char *const areas[] = {
        "district",   "province", "region",    "county",    "valley",  "val",        "vallee",
        "state",      "valle",    "local",     "territory", "area",    "prefecture", "governorate",
        "department", "distrito", "provincia", "область",   "области", "область",    "район",
        "районе",     "области",  "області",   NULL};
    const IncmapToken *before = incmap_tokens_get(tokens, (gint64)first - 1);
    const IncmapToken *second = incmap_tokens_get(tokens, (gint64)first - 2);
    gboolean is_of = is_in(before, (const char *[]){"of", "de", "d", NULL});
    return is_in(incmap_tokens_get(tokens, end), areas) || is_in(before, areas) ||
           (is_of && is_in(second, areas));
}

static guint32
guess(const Guesser *guesser, guint32 i, guint32 limit, GArray *guesses)
{
    if (guesser->is_taken[i] == 2 || !is_name_word(guesser, i))
        return i + 1;
    guint32 end = run_end(guesser, i, limit);
    gboolean is_free = FALSE;
    for (guint32 at = i; at < end; at++)
        is_free |= guesser->is_taken[at] == 0 && is_name_word(guesser, at);
    /* a name that goes on behind a known one: "Ain Deleb" */
    if (!is_free || (guesser->is_taken[i] != 0 && guesser->is_taken[end - 1] != 0) ||
        !is_place_like(guesser, i, end))
        return MAX(end, i + 1);
    IncmapName name = {.first = i, .end = end, .score = 1, .incident = -1, .container = -1};
    name.score += is_called_behind(guesser->tokens, end);
    name.hit.kind = is_area(guesser->tokens, i, end) ? ADMIN2 : TOWN;
    name.role = INCMAP_ROLE_MENTIONED;
    name.is_guess = TRUE;
    g_array_append_val(guesses, name);
    return end;
}

static void
mark_taken(const Guesser *guesser)
{
    for (guint n = 0; n < guesser->names->len; n++) {
        const IncmapName *name = &g_array_index(guesser->names, IncmapName, n);
        /* what is surely one, and longer than a word, is not added to */
        gboolean is_whole = name->end - name->first > 1 || name->is_demonym ||
                            name->hit.kind == COUNTRY || name->score >= 2.5 ||
                            name->role == INCMAP_ROLE_DATELINE || name->hit.population > 100000;
        for (guint32 i = name->first; i < name->end; i++)
            guesser->is_taken[i] = is_whole ? 2 : 1;
    }
}

/* Both in text order; a guess that holds a name replaces it. */
static void
merge(GArray *names, const GArray *guesses)
{
    g_autoptr(GArray) all = g_array_new(FALSE, TRUE, sizeof(IncmapName));
    g_autofree gint32 *moved = g_new(gint32, names->len + 1);
    guint g = 0;
    for (guint n = 0; n < names->len; n++) {
        const IncmapName *name = &g_array_index(names, IncmapName, n);
        while (g < guesses->len && g_array_index(guesses, IncmapName, g).first <= name->first)
            g_array_append_val(all, g_array_index(guesses, IncmapName, g++));
        const IncmapName *last =
            all->len > 0 ? &g_array_index(all, IncmapName, all->len - 1) : NULL;
        gboolean is_inside = last != NULL && last->is_guess && last->end > name->first;
        moved[n] = (gint32)all->len - is_inside;
        if (!is_inside)
            g_array_append_val(all, *name);
    }
    while (g < guesses->len)
        g_array_append_val(all, g_array_index(guesses, IncmapName, g++));
    for (guint i = 0; i < all->len; i++) {
        IncmapName *name = &g_array_index(all, IncmapName, i);
        if (name->container >= 0)
            name->container = moved[name->container];
    }
    g_array_set_size(names, 0);
    g_array_append_vals(names, all->data, all->len);
}

void
incmap_event_names_add(const IncmapTokens *tokens, GArray *names)
{
    Guesser guesser = {.tokens = tokens, .names = names};
    g_autoptr(GArray) guesses = g_array_new(FALSE, TRUE, sizeof(IncmapName));
    guesser.persons = incmap_persons_find(tokens);
    guesser.is_taken = g_new0(guint8, tokens->tokens->len + MAX_WORDS + 1);
    for (guint i = 0; i < names->len; i++) {
        IncmapName *name = &g_array_index(names, IncmapName, i);
        gboolean is_doubtful = incmap_name_is_doubtful(name);
        if ((is_doubtful || !name->is_known) && !name->is_demonym &&
            is_area(tokens, name->first, name->end)) {
            name->hit.kind = ADMIN2;
            name->hit.admin1_code = is_doubtful ? NULL : name->hit.admin1_code;
            name->country = is_doubtful ? NULL : name->country;
        }
    }
    mark_taken(&guesser);
    for (guint s = 0; s < tokens->sentences->len; s++) {
        const IncmapSentence *sentence = &g_array_index(tokens->sentences, IncmapSentence, s);
        for (guint32 i = sentence->first; i < sentence->end && !sentence->is_heading;)
            i = guess(&guesser, i, sentence->end, guesses);
    }
    if (guesses->len > 0)
        merge(names, guesses);
    g_free(guesser.persons);
    g_free(guesser.is_taken);
}

void
incmap_event_names_drop(GArray *names)
{
    guint kept = 0;
    for (guint i = 0; i < names->len; i++) {
        const IncmapName *name = &g_array_index(names, IncmapName, i);
        if (!name->is_guess || name->role == INCMAP_ROLE_EVENT)
            g_array_index(names, IncmapName, kept++) = *name;
    }
    g_array_set_size(names, kept);
}
