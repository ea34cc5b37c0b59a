/* SPDX-License-Identifier: MIT */
/*
 * How much speaks for the event having been where a clue says. The weights were
 * set on sentences in the manner of ACLED, UCDP GED, GTD and news agencies.
 */
#include <math.h>
#include <string.h>

#include "locate/clues.h"

typedef struct Rater Rater;
struct Rater {
    const char *notes;
    const GArray *words;
    GArray *clues;
};

static const IncmapNoteWord *
word_at(const Rater *rater, gint64 i)
{
    static const IncmapNoteWord none = {
        .token = {.folded = (char *)"", .number = NAN, .is_break = TRUE}, .sentence = G_MAXUINT};
    return i >= 0 && i < rater->words->len ? &g_array_index(rater->words, IncmapNoteWord, (guint)i)
                                           : &none;
}

static IncmapClue *
clue_at(const Rater *rater, guint i)
{
    return &g_array_index(rater->clues, IncmapClue, i);
}

/* What the word before a name says; the sharper comes first. */
static const struct {
    char word[12];
    double weight;
} before_weights[] = {
    {"in", 2},     {"at", 2},       {"inside", 2},   {"near", 1.6},  {"outside", 1.6},
    {"around", 1}, {"on", 0.5},     {"across", 0.8}, {"within", 1},  {"from", -1.5},
    {"to", -1},    {"towards", -1}, {"toward", -1},  {"by", -1},     {"with", -1},
    {"into", 0.5}, {"against", -1}, {"a", 0.5},      {"dans", 1.5},  {"via", -1},
    {"of", -0.2},  {"for", -1},     {"en", 1},       {"through", 0}, {"leaving", -1},
};

static double
rate_before(const Rater *rater, const IncmapClue *clue)
{
    const IncmapNoteWord *before = word_at(rater, (gint64)clue->first - 1);
    const IncmapNoteWord *second = word_at(rater, (gint64)clue->first - 2);
    const char *folded = before->token.folded;
    double deg;
    if (before->sentence != word_at(rater, clue->first)->sentence || before->token.is_break)
        return 0;
    if (strcmp(folded, "of") == 0 || strcmp(folded, "de") == 0) {
        IncmapTypeWord type = incmap_words_type(second->token.folded);
        if (type == INCMAP_TYPE_TOWN || type == INCMAP_TYPE_VICINITY)
            return 2.2;
        if (type != INCMAP_TYPE_NONE)
            return 1.2;
        if (strcmp(second->token.folded, "control") == 0 ||
            strcmp(second->token.folded, "capture") == 0 ||
            strcmp(second->token.folded, "shelling") == 0)
            return 1.8;
        if (incmap_note_word_is_actor(second->token.folded))
            return -1.5;
    }
    for (gsize i = 0; i < G_N_ELEMENTS(before_weights); i++)
        if (strcmp(before_weights[i].word, folded) == 0)
            return before_weights[i].weight;
    if (incmap_note_word_is_strike(folded))
        return 1.8;
    if (incmap_words_type(folded) == INCMAP_TYPE_TOWN)
        return 1.8;
    if (incmap_note_word_is_title(folded))
        return -4;
    if (incmap_words_bearing(folded, &deg) && strlen(folded) > 3)
        return 0.8;
    if (before->is_capital && !before->is_first && !incmap_note_word_is_common(folded))
        return -1;
    return 0;
}

static double
rate_behind(const Rater *rater, const IncmapClue *clue)
{
    const IncmapNoteWord *behind = word_at(rater, clue->end);
    if (behind->sentence != word_at(rater, clue->first)->sentence)
        return 0;
    if (behind->token.is_break)
        return rater->notes[behind->token.start] == '(' ? 0.4 : 0;
    IncmapTypeWord type = incmap_words_type(behind->token.folded);
    if (incmap_note_word_is_actor(behind->token.folded))
        return -2.5;
    if (type == INCMAP_TYPE_TOWN)
        return 1.5;
    if (type == INCMAP_TYPE_VICINITY || type == INCMAP_TYPE_SITE)
        return 0.8;
    if (behind->is_capital && !incmap_note_word_is_common(behind->token.folded) &&
        type == INCMAP_TYPE_NONE)
        return -1;
    return 0;
}

static double
rate_kind(const IncmapClue *clue)
{
    static const double kinds[] = {
        [INCMAP_PLACE_TOWN] = 2,      [INCMAP_PLACE_ADMIN1] = 1,   [INCMAP_PLACE_ADMIN2] = 1.6,
        [INCMAP_PLACE_COUNTRY] = 0.1, [INCMAP_PLACE_REGION] = 0.3, [INCMAP_PLACE_RIVER] = 0.3,
        [INCMAP_PLACE_LAKE] = 0.6,
    };
    return clue->is_known ? kinds[clue->kind] : 1.4;
}

static double
rate_phrase(const IncmapClue *clue)
{
    switch (clue->phrase.kind) {
    case INCMAP_PHRASE_OFFSET:
        return 5;
    case INCMAP_PHRASE_WITHIN:
        return 4;
    case INCMAP_PHRASE_BETWEEN:
        return 4.2;
    case INCMAP_PHRASE_NEAR:
        return 3.4;
    case INCMAP_PHRASE_COAST:
        return 3.8;
    case INCMAP_PHRASE_BEARING:
        return 3;
    case INCMAP_PHRASE_BORDER:
        return 1.6;
    default:
        return 1.2;
    }
}

static gboolean
is_inside(const IncmapClue *inner, const IncmapClue *outer)
{
    return outer->is_phrase && inner != outer && !inner->is_phrase &&
           inner->first >= outer->first && inner->end <= outer->end;
}

/* Only small words between the two: "X, located some 45 km north of Y", "X (45 km …". */
static gboolean
comments_on(const Rater *rater, const IncmapClue *name, const IncmapClue *phrase)
{
    static const char *const small[] = {
        "located", "situated", "about",    "approximately", "some", "around",
        "roughly", "a",        "village",  "town",          "the",  "lies",
        "which",   "is",       "at",       "locality",      "just", "lying",
        "approx",  "over",     "nearly",   "almost",        "city", "area",
        "region",  "district", "villages", "sits",          "only", "in",
        "an",      NULL};
    if (phrase->first < name->end || phrase->first > name->end + 6)
        return FALSE;
    for (guint i = name->end; i < phrase->first; i++) {
        const IncmapNoteWord *word = word_at(rater, i);
        if (word->sentence != word_at(rater, name->first)->sentence ||
            (!word->token.is_break && !g_strv_contains(small, word->token.folded)))
            return FALSE;
    }
    return TRUE;
}

/* "Bariire (Lower Shabelle)", "Boda, Lobaye", "Madalla in Niger state": the larger says where the
 * smaller lies. */
static gboolean
contains(const Rater *rater, const IncmapClue *outer, const IncmapClue *inner)
{
    gboolean is_larger =
        outer->is_known && !outer->is_phrase &&
        (!inner->is_known || inner->kind == INCMAP_PLACE_TOWN || outer->kind != inner->kind) &&
        (outer->kind != INCMAP_PLACE_TOWN || !inner->is_known) && !outer->is_demonym;
    if (!is_larger || outer->first < inner->end || outer->first > inner->end + 4 ||
        outer->kind == INCMAP_PLACE_RIVER || outer->kind == INCMAP_PLACE_LAKE)
        return FALSE;
    gboolean has_link = FALSE;
    for (guint i = inner->end; i < outer->first; i++) {
        const IncmapNoteWord *word = word_at(rater, i);
        gboolean is_link = word->token.is_break || strcmp(word->token.folded, "in") == 0 ||
                           strcmp(word->token.folded, "of") == 0;
        gboolean is_type = incmap_words_type(word->token.folded) != INCMAP_TYPE_NONE;
        if (word->sentence != word_at(rater, inner->first)->sentence ||
            (!is_link && !is_type && strcmp(word->token.folded, "the") != 0))
            return FALSE;
        has_link |= is_link;
    }
    return has_link;
}

static void
rate_alone(const Rater *rater)
{
    for (guint i = 0; i < rater->clues->len; i++) {
        IncmapClue *clue = clue_at(rater, i);
        const IncmapNoteWord *first = word_at(rater, clue->first);
        clue->rating = clue->is_phrase
                           ? rate_phrase(clue) + fmin(0, rate_behind(rater, clue))
                           : rate_kind(clue) + rate_before(rater, clue) + rate_behind(rater, clue);
        if (clue->is_phrase && g_str_has_prefix(first->token.folded, "toward"))
            clue->rating -= 4;
        if (first->is_dateline)
            clue->rating -= 4;
        if (first->is_spoken)
            clue->rating -= 3;
        if (clue->is_demonym)
            clue->rating = -10;
        clue->rating -= fmin(1.5, 0.03 * clue->first) + 0.3 * fmin(first->sentence, 4);
    }
}

/* "blocked the road from A to B in X": the town on that road. */
static gboolean
is_narrower(const Rater *rater, const IncmapClue *name, const IncmapClue *phrase)
{
    if (phrase->phrase.kind != INCMAP_PHRASE_BETWEEN || name->is_phrase || !name->is_known ||
        name->kind != INCMAP_PLACE_TOWN || name->first != phrase->end + 1)
        return FALSE;
    const char *joint = word_at(rater, phrase->end)->token.folded;
    return strcmp(joint, "in") == 0 || strcmp(joint, "at") == 0 || strcmp(joint, "near") == 0;
}

/* The name before a phrase is the place itself, if it is known; else the phrase finds it. */
static void
settle_phrase(const Rater *rater, IncmapClue *phrase)
{
    for (guint i = 0; i < rater->clues->len; i++) {
        IncmapClue *name = clue_at(rater, i);
        if (is_inside(name, phrase))
            name->rating -= 3;
        if (is_narrower(rater, name, phrase))
            name->rating = fmax(name->rating, phrase->rating + 0.3);
        if (name->is_phrase || !comments_on(rater, name, phrase))
            continue;
        gboolean is_exact = name->is_known &&
                            (name->kind == INCMAP_PLACE_TOWN || name->kind == INCMAP_PLACE_ADMIN2);
        if (is_exact) {
            name->rating += 1.5;
            name->comment = (gint)(phrase - clue_at(rater, 0));
            phrase->rating = fmin(phrase->rating, name->rating) - 1.5;
        } else if (!name->is_known) {
            phrase->rating = fmax(phrase->rating, name->rating + 0.5);
            g_free(phrase->phrase.head);
            phrase->phrase.head = incmap_clue_text(rater->notes, rater->words, name);
        }
    }
}

void
incmap_clues_rate(const char *notes, const GArray *words, GArray *clues)
{
    Rater rater = {notes, words, clues};
    rate_alone(&rater);
    for (guint i = 0; i < clues->len; i++) {
        IncmapClue *inner = clue_at(&rater, i);
        for (guint j = i + 1; j < MIN(i + 4, clues->len) && !inner->is_phrase; j++) {
            IncmapClue *outer = clue_at(&rater, j);
            if (!contains(&rater, outer, inner))
                continue;
            inner->container = (gint)j;
            inner->rating += 0.5;
            outer->rating = fmin(outer->rating, inner->rating) - 0.5;
            break;
        }
    }
    for (guint i = 0; i < clues->len; i++)
        if (clue_at(&rater, i)->is_phrase)
            settle_phrase(&rater, clue_at(&rater, i));
}
