/* SPDX-License-Identifier: MIT */
/*
 * Signs that a name is a place or none: what the gazetteer knows of it, the
 * words before and behind, what the rest of the text does with the word. A name
 * has a set of them; their weights add up to its evidence.
 */
#pragma once

#include "read/names.h"
#include "read/persons.h"

typedef enum {
    /* what the gazetteer knows: exactly one */
    INCMAP_SIGN_COUNTRY,
    INCMAP_SIGN_ADMIN1,
    INCMAP_SIGN_ADMIN2,
    INCMAP_SIGN_REGION,
    INCMAP_SIGN_WATER,
    INCMAP_SIGN_CAPITAL,
    INCMAP_SIGN_METROPOLIS, /* a million people and more */
    INCMAP_SIGN_CITY,       /* 100,000 */
    INCMAP_SIGN_TOWN,       /* 15,000 */
    INCMAP_SIGN_VILLAGE,    /* 1,000 */
    INCMAP_SIGN_HAMLET,     /* fewer, or nobody knows */
    INCMAP_SIGN_OTHER_NAME, /* the name is not its standard one */
    INCMAP_SIGN_WORDS,      /* two words or more */
    /* before */
    INCMAP_SIGN_IN,
    INCMAP_SIGN_PREPOSITION,
    INCMAP_SIGN_OF_FEATURE, /* "city of" */
    INCMAP_SIGN_OF_ORG,     /* "Bank of" */
    INCMAP_SIGN_OF,
    INCMAP_SIGN_DIRECTION,
    INCMAP_SIGN_FEATURE_BEFORE,
    INCMAP_SIGN_ARTICLE,
    INCMAP_SIGN_FUNCTION,
    INCMAP_SIGN_AND,
    INCMAP_SIGN_CAPITAL_BEFORE,
    INCMAP_SIGN_TITLE_BEFORE,
    INCMAP_SIGN_NUMBER_BEFORE,
    INCMAP_SIGN_FIRST, /* in the sentence */
    INCMAP_SIGN_COMMA_BEFORE,
    INCMAP_SIGN_BRACKET,
    INCMAP_SIGN_HYPHEN_BEFORE,
    INCMAP_SIGN_LOWER_BEFORE,
    /* behind */
    INCMAP_SIGN_PUBLIC_BEHIND,
    INCMAP_SIGN_ORG_BEHIND,
    INCMAP_SIGN_FEATURE_BEHIND,
    INCMAP_SIGN_CAPITAL_BEHIND,
    INCMAP_SIGN_SAY_BEHIND,
    INCMAP_SIGN_OWNER, /* 's */
    INCMAP_SIGN_COMMA_BEHIND,
    INCMAP_SIGN_PEOPLE_BEHIND, /* police, residents, man */
    INCMAP_SIGN_LOWER_BEHIND,
    INCMAP_SIGN_HYPHEN_BEHIND,
    INCMAP_SIGN_BASED, /* "-based" */
    INCMAP_SIGN_DATELINE,
    INCMAP_SIGN_END,
    INCMAP_SIGN_NUMBER_BEHIND,
    /* the word itself */
    INCMAP_SIGN_PERSON,
    INCMAP_SIGN_PERSON_WORDS, /* looks like a person, but is a known name of several words */
    INCMAP_SIGN_SURNAME,
    INCMAP_SIGN_COMMON,
    INCMAP_SIGN_COMMON_FIRST,
    INCMAP_SIGN_GIVEN,
    INCMAP_SIGN_NO_NAME,    /* a title, a month, "court" */
    INCMAP_SIGN_LOWER_TWIN, /* the text has it in lower case, too */
    INCMAP_SIGN_ACRONYM,
    INCMAP_SIGN_SHOUTED, /* among capitals */
    INCMAP_SIGN_SHORT,
    INCMAP_SIGN_CASELESS,
    /* the other names */
    INCMAP_SIGN_CONTAINED, /* "Bangor, Maine" */
    INCMAP_SIGN_CONTAINER,
    INCMAP_SIGN_ROW,         /* stands in a row with a sure name */
    INCMAP_SIGN_SURE,        /* surely a place elsewhere in the text */
    INCMAP_SIGN_NEIGHBOUR,   /* in a country that the text names */
    INCMAP_SIGN_PLURAL_TYPE, /* "A, B and C counties" */
    INCMAP_N_SIGNS,          /* at most 64 */
} IncmapSign;

#define INCMAP_SIGN(name) (G_GUINT64_CONSTANT(1) << INCMAP_SIGN_##name)

/* All signs that the words around give. */
guint64 incmap_name_signs(const IncmapTokens *tokens, const guint8 *persons,
                          const IncmapName *name);

/* The sum of the weights; above 0 is a place. */
double incmap_signs_weigh(guint64 signs);

/* "a country, after \"in\", a person's name": for people. */
void incmap_signs_describe(guint64 signs, GString *out);
