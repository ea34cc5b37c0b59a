/* SPDX-License-Identifier: MIT */
/*
 * The weights of the signs. They are logarithms of odds, fitted by logistic
 * regression on news texts and rounded; the sum of a name's signs and the bias
 * says how sure it is a place.
 */
#include "read/name-signs.h"

static const double bias = 0.7;

static const struct {
    double weight;
    const char *words;
} weights[INCMAP_N_SIGNS] = {
    [INCMAP_SIGN_COUNTRY] = {1.5, "a country"},
    [INCMAP_SIGN_ADMIN1] = {0.3, "a province or state"},
    [INCMAP_SIGN_ADMIN2] = {1.3, "a district or county"},
    [INCMAP_SIGN_REGION] = {0.8, "a region"},
    [INCMAP_SIGN_WATER] = {-1.1, "a river or lake"},
    [INCMAP_SIGN_CAPITAL] = {1.6, "a capital"},
    [INCMAP_SIGN_METROPOLIS] = {1.0, "a city of a million"},
    [INCMAP_SIGN_CITY] = {0.3, "a city"},
    [INCMAP_SIGN_TOWN] = {-1.1, "a town"},
    [INCMAP_SIGN_VILLAGE] = {-1.2, "a small town"},
    [INCMAP_SIGN_HAMLET] = {-1.2, "a village"},
    [INCMAP_SIGN_OTHER_NAME] = {-0.7, "not its usual name"},
    [INCMAP_SIGN_WORDS] = {1.1, "several words"},
    [INCMAP_SIGN_IN] = {2.0, "after \"in\""},
    [INCMAP_SIGN_PREPOSITION] = {0.9, "after a preposition"},
    [INCMAP_SIGN_OF_FEATURE] = {1.5, "after \"city of\" or the like"},
    [INCMAP_SIGN_OF_ORG] = {-0.5, "part of another name"},
    [INCMAP_SIGN_OF] = {0.8, "after \"of\""},
    [INCMAP_SIGN_DIRECTION] = {0.8, "after a direction"},
    [INCMAP_SIGN_FEATURE_BEFORE] = {0.9, "after \"town\" or the like"},
    [INCMAP_SIGN_ARTICLE] = {0.2, "after an article"},
    [INCMAP_SIGN_FUNCTION] = {-0.1, "after a small word"},
    [INCMAP_SIGN_AND] = {0.2, "after \"and\""},
    [INCMAP_SIGN_CAPITAL_BEFORE] = {-1.1, "after a capital word"},
    [INCMAP_SIGN_TITLE_BEFORE] = {-0.6, "after a title"},
    [INCMAP_SIGN_NUMBER_BEFORE] = {-0.2, "after a number"},
    [INCMAP_SIGN_FIRST] = {-0.3, "first in its sentence"},
    [INCMAP_SIGN_COMMA_BEFORE] = {0.1, "after a comma"},
    [INCMAP_SIGN_BRACKET] = {-1.6, "in brackets"},
    [INCMAP_SIGN_HYPHEN_BEFORE] = {0.2, "after a hyphen"},
    [INCMAP_SIGN_LOWER_BEFORE] = {-0.3, "after a common word"},
    [INCMAP_SIGN_PUBLIC_BEHIND] = {-0.1, "before a public body"},
    [INCMAP_SIGN_ORG_BEHIND] = {-0.9, "before an organisation"},
    [INCMAP_SIGN_FEATURE_BEHIND] = {1.2, "before \"district\" or the like"},
    [INCMAP_SIGN_CAPITAL_BEHIND] = {-1.0, "before a capital word"},
    [INCMAP_SIGN_SAY_BEHIND] = {-2.0, "speaks"},
    [INCMAP_SIGN_OWNER] = {-0.4, "owns something"},
    [INCMAP_SIGN_COMMA_BEHIND] = {0.2, "before a comma"},
    [INCMAP_SIGN_PEOPLE_BEHIND] = {0.7, "before people"},
    [INCMAP_SIGN_LOWER_BEHIND] = {-0.2, "before a common word"},
    [INCMAP_SIGN_HYPHEN_BEHIND] = {-0.1, "before a hyphen"},
    [INCMAP_SIGN_BASED] = {1.2, "before \"-based\" or the like"},
    [INCMAP_SIGN_DATELINE] = {1.7, "begins a dateline"},
    [INCMAP_SIGN_END] = {0.0, "at the end"},
    [INCMAP_SIGN_NUMBER_BEHIND] = {-0.3, "before a number"},
    [INCMAP_SIGN_PERSON] = {-3.1, "in a person's name"},
    [INCMAP_SIGN_PERSON_WORDS] = {0.0, "begins like a person's name"},
    [INCMAP_SIGN_SURNAME] = {-3.3, "a person of the text has this surname"},
    [INCMAP_SIGN_COMMON] = {-0.6, "an everyday word"},
    [INCMAP_SIGN_COMMON_FIRST] = {-0.9, "an everyday word, first in its sentence"},
    [INCMAP_SIGN_GIVEN] = {-1.4, "a given name"},
    [INCMAP_SIGN_NO_NAME] = {-0.7, "a word of another use"},
    [INCMAP_SIGN_LOWER_TWIN] = {-1.1, "in lower case elsewhere"},
    [INCMAP_SIGN_ACRONYM] = {-1.0, "an abbreviation"},
    [INCMAP_SIGN_SHOUTED] = {-0.5, "among capitals"},
    [INCMAP_SIGN_SHORT] = {-1.5, "short"},
    [INCMAP_SIGN_CASELESS] = {-1.0, "in a script without capitals"},
    [INCMAP_SIGN_CONTAINED] = {1.8, "in a named area"},
    [INCMAP_SIGN_CONTAINER] = {1.1, "contains a named place"},
    [INCMAP_SIGN_ROW] = {2.0, "in a row with a sure name"},
    [INCMAP_SIGN_SURE] = {0.9, "surely a place elsewhere"},
    [INCMAP_SIGN_NEIGHBOUR] = {0.6, "in a country that the text names"},
    [INCMAP_SIGN_PLURAL_TYPE] = {2.0, "in a row of districts or the like"},
};

double
incmap_signs_weigh(guint64 signs)
{
    double sum = bias;
    for (guint i = 0; i < INCMAP_N_SIGNS; i++)
        if ((signs >> i & 1) != 0)
            sum += weights[i].weight;
    return sum;
}

void
incmap_signs_describe(guint64 signs, GString *out)
{
    gboolean is_first = TRUE;
    for (guint i = 0; i < INCMAP_N_SIGNS; i++) {
        if ((signs >> i & 1) == 0)
            continue;
        g_string_append_printf(out, "%s%s", is_first ? "" : ", ", weights[i].words);
        is_first = FALSE;
    }
}
