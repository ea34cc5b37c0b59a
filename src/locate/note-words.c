/* SPDX-License-Identifier: MIT */
#include "locate/note-words.h"

#include <math.h>
#include <string.h>

#include "base/text.h"

#define MAX_DATELINE 14

static gboolean
is_in(const char *folded, const char *const *list, gsize n)
{
    for (gsize i = 0; i < n; i++)
        if (strcmp(list[i], folded) == 0)
            return TRUE;
    return FALSE;
}

gboolean
incmap_note_word_is_common(const char *folded)
{
    static const char *const words[] = {
        "on",         "in",        "at",         "the",          "a",
        "an",         "around",    "about",      "as",           "and",
        "or",         "by",        "for",        "from",         "of",
        "to",         "with",      "after",      "before",       "during",
        "when",       "while",     "where",      "who",          "two",
        "three",      "four",      "five",       "six",          "seven",
        "eight",      "nine",      "ten",        "one",          "several",
        "many",       "dozens",    "scores",     "some",         "at least",
        "more",       "most",      "no",         "other",        "another",
        "it",         "he",        "she",        "they",         "his",
        "her",        "their",     "this",       "that",         "these",
        "those",      "there",     "was",        "were",         "is",
        "are",        "has",       "have",       "had",          "not",
        "gunmen",     "militants", "suspected",  "unidentified", "unknown",
        "armed",      "army",      "police",     "soldiers",     "troops",
        "rebels",     "fighters",  "forces",     "government",   "military",
        "security",   "local",     "civilians",  "protesters",   "demonstrators",
        "students",   "residents", "villagers",  "witnesses",    "attackers",
        "assailants", "bandits",   "herders",    "herdsmen",     "farmers",
        "youths",     "youth",     "men",        "women",        "people",
        "islamist",   "islamic",   "muslim",     "christian",    "january",
        "february",   "march",     "april",      "may",          "june",
        "july",       "august",    "september",  "october",      "november",
        "december",   "jan",       "feb",        "mar",          "apr",
        "jun",        "jul",       "aug",        "sep",          "sept",
        "oct",        "nov",       "dec",        "monday",       "tuesday",
        "wednesday",  "thursday",  "friday",     "saturday",     "sunday",
        "morning",    "evening",   "night",      "yesterday",    "today",
        "size",       "no report", "source",     "note",         "early",
        "late",       "following", "near",       "between",      "outside",
        "inside",     "un",        "us",         "eu",           "au",
        "isis",       "isil",      "al qaeda",   "church",       "mosque",
        "general",    "new",       "state",      "town",         "city",
        "village",    "district",  "region",     "province",     "officials",
        "press",      "reports",   "reportedly", "attack",       "attacks",
        "clashes",    "violence",  "fighting",   "bombing",      "explosion",
        "bomb",       "vehicle",   "convoy",     "base",         "camp",
        "checkpoint", "mine",      "road",       "day",          "week",
        "month",      "year",      "property",   "destruction",  "looting",
        "abduction",  "peaceful",  "protest",    "riot",         "riots",
        "battle",     "strike",    "air",        "drone",        "remote",
        "war",        "peace",     "human",      "national",     "international",
        "united",     "nations",   "republic",   "democratic",   "defense",
        "defence",    "weapons",   "movement",   "movements",    "agreement",
        "le",         "les",       "des",        "une",          "dans",
        "sur",        "selon",     "vers",       "lors",         "el",
        "los",        "un",        "located",    "situated",
    };
    return is_in(folded, words, G_N_ELEMENTS(words));
}

gboolean
incmap_note_word_is_actor(const char *folded)
{
    static const char *const words[] = {
        "police",     "governor",   "government", "militia",     "militias",  "militiamen",
        "forces",     "army",       "troops",     "soldiers",    "rebels",    "fighters",
        "militants",  "group",      "clan",       "subclan",     "tribe",     "tribesmen",
        "ethnic",     "communal",   "community",  "herders",     "herdsmen",  "pastoralists",
        "university", "command",    "commander",  "brigade",     "battalion", "division",
        "coalition",  "party",      "faction",    "movement",    "front",     "based",
        "president",  "minister",   "officials",  "authorities", "residents", "mayor",
        "bishop",     "emir",       "sultan",     "chief",       "members",   "youths",
        "vigilantes", "vigilante",  "gang",       "dynasty",     "embassy",   "ambassador",
        "nationals",  "parliament", "agreement",  "accord",      "offensive",
    };
    return is_in(folded, words, G_N_ELEMENTS(words));
}

gboolean
incmap_note_word_is_title(const char *folded)
{
    static const char *const words[] = {
        "mr",     "mrs",      "ms",        "dr",        "colonel",    "col",          "general",
        "gen",    "major",    "maj",       "lt",        "lieutenant", "capt",         "captain",
        "sgt",    "sergeant", "president", "minister",  "governor",   "gov",          "sheikh",
        "imam",   "emir",     "chief",     "bishop",    "father",     "prof",         "professor",
        "alhaji", "mallam",   "senator",   "commander", "brigadier",  "brig",         "sultan",
        "king",   "prince",   "named",     "called",    "spokesman",  "spokesperson", "spokeswoman",
        "leader",
    };
    return is_in(folded, words, G_N_ELEMENTS(words));
}

gboolean
incmap_note_word_is_strike(const char *folded)
{
    static const char *const words[] = {
        "attacked",   "raided", "stormed", "retook",  "retaken",  "captured",  "seized", "shelled",
        "bombed",     "hit",    "struck",  "entered", "overran",  "besieged",  "looted", "invaded",
        "recaptured", "took",   "taken",   "rocked",  "targeted", "attacking", "raiding"};
    return is_in(folded, words, G_N_ELEMENTS(words));
}

/* "said", "told": somebody speaks. */
static gboolean
is_say(const char *folded)
{
    static const char *const words[] = {"said",      "says",     "told",   "announced", "added",
                                        "confirmed", "claimed",  "stated", "reported",  "declared",
                                        "warned",    "noted",    "wrote",  "tweeted",   "according",
                                        "speaking",  "condemned"};
    return is_in(folded, words, G_N_ELEMENTS(words));
}

static gboolean
is_speaker(const char *folded)
{
    static const char *const words[] = {
        "spokesman", "spokeswoman",   "spokesperson", "official",  "officials", "source",
        "sources",   "minister",      "ministry",     "governor",  "officer",   "commander",
        "resident",  "residents",     "witness",      "witnesses", "reporters", "journalists",
        "mayor",     "diplomat",      "diplomats",    "analyst",   "statement", "headquarters",
        "bureau",    "correspondent", "embassy",      "mission",   "doctor",    "authorities",
    };
    return is_in(folded, words, G_N_ELEMENTS(words));
}

static void
clear_word(gpointer data)
{
    g_free(((IncmapNoteWord *)data)->token.folded);
}

/* "Mali's" is Mali; marks that a word ends with are none of its letters. */
static void
trim_word(const char *notes, IncmapToken *token)
{
    static const char *const tails[] = {"'s", "’s", "'", "’", "\"", "”", "“", ".",
                                        "!",  "?",  ":", "…", "»",  "«", "—", "–"};
    gboolean is_cut = TRUE, has_possessive = FALSE;
    while (is_cut) {
        is_cut = FALSE;
        for (gsize i = 0; i < G_N_ELEMENTS(tails); i++) {
            gsize n = strlen(tails[i]);
            if (token->end - token->start <= n || memcmp(notes + token->end - n, tails[i], n) != 0)
                continue;
            token->end -= n;
            has_possessive |= i < 2;
            is_cut = TRUE;
        }
    }
    if (!has_possessive)
        return;
    g_autofree char *text = g_strndup(notes + token->start, token->end - token->start);
    g_free(token->folded);
    token->folded = incmap_text_fold(text);
}

/* Whether a full stop behind @word may end a sentence: not behind "Gen." or an initial. */
static gboolean
ends_sentence(const char *notes, const IncmapNoteWord *word, const IncmapNoteWord *next)
{
    static const char *const abbreviations[] = {
        "gen", "col",    "maj",  "lt", "capt", "sgt", "st", "mr",  "mrs", "dr", "gov", "no",
        "km",  "approx", "brig", "mt", "prof", "rev", "vs", "ste", "sr",  "jr", "pk"};
    gsize from = word->token.end;
    gboolean has_stop = FALSE;
    for (gsize i = from; i < next->token.start; i++)
        has_stop |= strchr(".!?", notes[i]) != NULL;
    if (memchr(notes + from, '\n', next->token.start - from) != NULL &&
        g_strstr_len(notes + from, (gssize)(next->token.start - from), "\n\n") != NULL)
        return TRUE;
    if (!has_stop || is_in(word->token.folded, abbreviations, G_N_ELEMENTS(abbreviations)))
        return FALSE;
    gboolean is_initial = !word->token.is_break && strlen(word->token.folded) <= 1;
    return !is_initial && (next->is_capital || !isnan(next->token.number));
}

/* A dash with blanks around it soon after the start, and nothing but a place, a source and a date
 * before it. */
static void
mark_dateline(const char *notes, GArray *words)
{
    for (guint i = 0; i + 1 < words->len && i < MAX_DATELINE; i++) {
        IncmapNoteWord *word = &g_array_index(words, IncmapNoteWord, i);
        const IncmapNoteWord *next = word + 1;
        gboolean is_plain = !word->is_capital && !word->token.is_break &&
                            isnan(word->token.number) && strlen(word->token.folded) > 3;
        if (is_plain || next->sentence != 0)
            return;
        const char *gap = notes + word->token.end;
        gssize n_gap = (gssize)(next->token.start - word->token.end);
        gboolean has_dash = g_strstr_len(gap, n_gap, "—") != NULL ||
                            g_strstr_len(gap, n_gap, "–") != NULL ||
                            g_strstr_len(gap, n_gap, " -") != NULL;
        if (!has_dash)
            continue;
        for (guint j = 0; j <= i; j++)
            g_array_index(words, IncmapNoteWord, j).is_dateline = TRUE;
        g_array_index(words, IncmapNoteWord, i + 1).is_first = TRUE;
        return;
    }
}

/* "announced in Khartoum that", "said in Addis Ababa it had": where somebody spoke. */
static void
mark_said_in(GArray *words, guint at)
{
    static const char *const joints[] = {"in", "at", "from"};
    /* "clashes were reported in Abyei" tells where they were */
    static const char *const speaks[] = {"said",   "says",     "announced", "declared",
                                         "stated", "speaking", "claimed",   "warned"};
    if (at + 2 >= words->len ||
        !is_in(g_array_index(words, IncmapNoteWord, at).token.folded, speaks,
               G_N_ELEMENTS(speaks)) ||
        !is_in(g_array_index(words, IncmapNoteWord, at + 1).token.folded, joints,
               G_N_ELEMENTS(joints)))
        return;
    for (guint i = at + 2; i < MIN(at + 6, words->len); i++) {
        IncmapNoteWord *word = &g_array_index(words, IncmapNoteWord, i);
        if (word->token.is_break || word->is_first || !word->is_capital)
            return;
        word->is_spoken = TRUE;
    }
}

/* The words that only tell who speaks: behind "…, said", "told", "according to"; before "said",
 * when they name a speaker or are too few to tell anything else. */
static void
mark_speech(GArray *words, guint at)
{
    const IncmapNoteWord *say = &g_array_index(words, IncmapNoteWord, at);
    gboolean is_behind =
        at == 0 || (say - 1)->token.is_break || (say - 1)->sentence != say->sentence ||
        strcmp(say->token.folded, "told") == 0 || strcmp(say->token.folded, "according") == 0;
    gboolean has_speaker = FALSE;
    mark_said_in(words, at);
    for (guint i = at + 1; is_behind && i < words->len; i++) {
        IncmapNoteWord *word = &g_array_index(words, IncmapNoteWord, i);
        if (word->sentence != say->sentence || strcmp(word->token.folded, "that") == 0 ||
            (word->token.is_break && i > at + 2))
            break;
        word->is_spoken = TRUE;
    }
    guint first = at;
    while (first > 0 && at - first < 12 &&
           g_array_index(words, IncmapNoteWord, first - 1).sentence == say->sentence &&
           !g_array_index(words, IncmapNoteWord, first - 1).token.is_break)
        has_speaker |= is_speaker(g_array_index(words, IncmapNoteWord, --first).token.folded);
    /* ", police in San José de las Lajas said" */
    static const char *const bodies[] = {"police", "army", "military", "activists", "rescuers"};
    has_speaker |=
        at - first <= 5 || is_in(g_array_index(words, IncmapNoteWord, first).token.folded, bodies,
                                 G_N_ELEMENTS(bodies));
    for (guint i = first; has_speaker && i < at; i++)
        g_array_index(words, IncmapNoteWord, i).is_spoken = TRUE;
}

/* "a spokesman in Bamako", "residents of Gao", wherever the verb stands. */
static void
mark_speaker(GArray *words, guint at)
{
    for (guint i = at + 1; i < MIN(at + 5, words->len); i++) {
        IncmapNoteWord *word = &g_array_index(words, IncmapNoteWord, i);
        if (word->token.is_break || is_say(word->token.folded) ||
            word->sentence != g_array_index(words, IncmapNoteWord, at).sentence)
            return;
        if (i == at + 1 && strcmp(word->token.folded, "in") != 0 &&
            strcmp(word->token.folded, "from") != 0 && strcmp(word->token.folded, "based") != 0)
            return;
        word->is_spoken = TRUE;
    }
}

GArray *
incmap_note_words_cut(const char *notes)
{
    g_autoptr(GArray) tokens = incmap_words_cut(notes);
    GArray *words = g_array_sized_new(FALSE, TRUE, sizeof(IncmapNoteWord), tokens->len);
    g_array_set_clear_func(words, clear_word);
    for (guint i = 0; i < tokens->len; i++) {
        IncmapNoteWord word = {.token = g_array_index(tokens, IncmapToken, i)};
        g_array_index(tokens, IncmapToken, i).folded = NULL;
        if (!word.token.is_break)
            trim_word(notes, &word.token);
        word.is_capital = incmap_words_has_capital(notes + word.token.start);
        word.is_first = words->len == 0;
        if (words->len > 0) {
            const IncmapNoteWord *before = &g_array_index(words, IncmapNoteWord, words->len - 1);
            word.is_first = ends_sentence(notes, before, &word);
            word.sentence = before->sentence + (guint)word.is_first;
        }
        g_array_append_val(words, word);
    }
    mark_dateline(notes, words);
    for (guint i = 0; i < words->len; i++) {
        const char *folded = g_array_index(words, IncmapNoteWord, i).token.folded;
        if (is_say(folded))
            mark_speech(words, i);
        else if (is_speaker(folded))
            mark_speaker(words, i);
    }
    return words;
}
