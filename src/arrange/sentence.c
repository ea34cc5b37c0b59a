/* SPDX-License-Identifier: MIT */
/*
 * One incident in one English sentence: what, where, whom, when. It says nothing
 * that the input doesn't: a figure only where no other contradicts it and it is
 * no party's claim (else the card says whose it is), and "reportedly" where only a
 * party to it claims the dead.
 */
#include "arrange/title.h"

#include "arrange/words.h"

#include <math.h>
#include <string.h>

/* A border this near is where the place is; others are near it. */
#define ON_BORDER_KM 3.0
#define NEAR_BORDER_KM 15.0
#define MAX_WHO 3

/* What a country calls its first-level areas; of others only the country is named. */
static const struct {
    const char *word;
    const char *countries; /* ISO codes, each between blanks */
} divisions[] = {
    {"state", " US NG IN BR MX AU SD SS VE DE AT MY "},
    {"province", " CN AF PK IR TR CD AR ZA ID PH CU PA CR EC KH VN LA MZ AO ZM BI GQ NL BE "},
    {"region", " ML NE BF UA RU TZ GH SN CM TD ET ER SO CI TG GN MR NA DJ IT CL FI BY KZ KG UZ "},
    {"governorate", " SY IQ YE EG JO LB TN PS KW OM BH "},
    {"county", " KE NO SE HU HR EE LR "},
    {"prefecture", " JP CF GR "},
    {"department", " CO HN SV GT BO PY UY HT NI BJ CG "},
    {"division", " BD "},
    {"district", " LY LS MW RW BZ SR "},
};

static const char *
division_word(const char *country_code)
{
    char code[8];
    g_snprintf(code, sizeof code, " %s ", country_code != NULL ? country_code : "-");
    for (gsize i = 0; i < G_N_ELEMENTS(divisions); i++)
        if (strstr(divisions[i].countries, code) != NULL)
            return divisions[i].word;
    return NULL;
}

/* " in Mali’s Kidal region", " in Mali". */
static void
add_where(IncmapScene *scene, GString *text, const IncmapFix *fix)
{
    const char *country = incmap_words_with_article(scene, fix->country);
    const char *word = division_word(fix->country_code);
    if (fix->admin1 == NULL || word == NULL) {
        g_string_append_printf(text, " in %s", country);
        return;
    }
    const char *last = strrchr(fix->admin1, ' ');
    gboolean has_word = last != NULL && g_ascii_strcasecmp(last + 1, word) == 0;
    g_string_append_printf(text, " in %s’%s %s%s%s", country,
                           g_str_has_suffix(country, "s") ? "" : "s", fix->admin1,
                           has_word ? "" : " ", has_word ? "" : word);
}

/* ", on the Algerian border,". */
static void
add_border(GString *text, const IncmapFix *fix)
{
    if (fix->border_country == NULL || fix->precision != INCMAP_PRECISION_EXACT ||
        fix->border_km > NEAR_BORDER_KM)
        return;
    const char *how = fix->border_km <= ON_BORDER_KM ? "on" : "near";
    if (fix->border_adjective != NULL)
        g_string_append_printf(text, ", %s the %s border,", how, fix->border_adjective);
    else
        g_string_append_printf(text, ", %s the border with %s,", how, fix->border_country);
}

/* "An ambush", "Floods", "A magnitude 6.8 earthquake"; FALSE for words that take no article for
 * sure. */
static gboolean
add_subject(IncmapScene *scene, GString *text, const IncmapIncident *incident)
{
    static const char *const masses[] = {"shelling", "fighting", "violence", "looting",
                                         "drought",  "unrest",   "flooding"};
    g_autofree char *what = g_utf8_strdown(incmap_words_heading(scene, 0), -1);
    if (incident->value_kind == INCMAP_VALUE_MAGNITUDE && incident->heading == NULL) {
        g_string_append_printf(text, "A %s earthquake", what);
        return TRUE;
    }
    gsize length = strlen(what);
    for (const char *c = what; *c != '\0'; c++)
        if (!g_ascii_islower(*c) && *c != ' ' && *c != '-')
            return FALSE;
    gboolean is_bare = length > 2 && what[length - 1] == 's' && what[length - 2] != 's';
    for (gsize i = 0; i < G_N_ELEMENTS(masses); i++)
        is_bare |= strcmp(masses[i], what) == 0;
    if (is_bare)
        g_string_append_printf(text, "%c%s", g_ascii_toupper(what[0]), what + 1);
    else
        g_string_append_printf(text, "%s %s", strchr("aeiou", what[0]) != NULL ? "An" : "A", what);
    return length > 0;
}

/** Harm: what the figures of one kind agree on */
typedef struct Harm Harm;
struct Harm {
    const char *who[MAX_WHO];
    guint n_who, n_figures;
    const IncmapFigure *only; /* the figure that no other contradicts; NULL */
    gboolean is_one;          /* one person in all */
    gboolean is_claim;        /* every one is the claim of a single party */
};

/* "Wagner mercenaries" and "Wagner fighters" are the same people: one name begins both. */
static gboolean
is_same_who(const char *a, const char *b)
{
    gsize length = strcspn(a, " ");
    return strcmp(a, b) == 0 || (a[length] == ' ' && g_unichar_isupper(g_utf8_get_char(a)) &&
                                 strncmp(a, b, length + 1) == 0);
}

static Harm
collect_harm(const IncmapIncident *incident, IncmapFigureKind kind)
{
    Harm harm = {.is_claim = TRUE};
    const char *party = NULL;
    for (guint i = 0; incident->figures != NULL && i < incident->figures->len; i++) {
        const IncmapFigure *figure = &g_array_index(incident->figures, IncmapFigure, i);
        if (figure->kind != kind || figure->quantity == INCMAP_QUANTITY_UNKNOWN ||
            !(figure->high > 0))
            continue;
        harm.is_claim &= figure->claimed_by != NULL && !figure->is_official &&
                         (harm.n_figures == 0 || g_strcmp0(party, figure->claimed_by) == 0);
        party = figure->claimed_by;
        harm.is_one = harm.n_figures == 0 && figure->high < 1.5;
        harm.only = harm.n_figures == 0 ? figure : NULL;
        harm.n_figures++;
        guint k = 0;
        while (figure->who != NULL && k < harm.n_who && !is_same_who(harm.who[k], figure->who))
            k++;
        if (figure->who != NULL && k == harm.n_who && k < MAX_WHO)
            harm.who[harm.n_who++] = figure->who;
    }
    return harm;
}

/* "Wagner fighters and Malian soldiers", "at least 25 people", "one person". */
static const char *
describe_harmed(IncmapScene *scene, Harm *harm)
{
    for (guint k = 0; k < harm->n_who; k++) {
        if (strstr(harm->who[k], " and ") != NULL) { /* names all sides by itself */
            harm->who[0] = harm->who[k];
            harm->n_who = 1;
        }
    }
    const char *whom = harm->n_who > 0 ? incmap_say_list(scene, harm->who, harm->n_who) : "people";
    if (harm->is_one && harm->n_who > 0 && g_ascii_isdigit(whom[0])) /* "71-year-old man" */
        return incmap_scene_printf(scene, "a %s", whom);
    if (harm->is_one)
        return incmap_scene_printf(scene, "one %s", harm->n_who > 0 ? whom : "person");
    if (harm->only == NULL || harm->only->is_part || harm->is_claim)
        return whom;
    gboolean is_vague = harm->only->quantity >= INCMAP_QUANTITY_DOZENS;
    return incmap_scene_printf(scene, "%s %s%s", incmap_words_figure(scene, harm->only),
                               is_vague ? "of " : "", whom);
}

/* What the sentence says of harm: killed, else injured; FALSE when nobody was. */
static gboolean
find_harm(IncmapScene *scene, const IncmapIncident *incident, const char **out_verb,
          const char **out_whom, gboolean *out_is_claim)
{
    static const struct {
        IncmapFigureKind kind;
        const char *verb;
    } verbs[] = {{INCMAP_FIGURE_KILLED, "killed"}, {INCMAP_FIGURE_INJURED, "injured"}};
    /* Of an abduction the injured are not the point. */
    gsize n_verbs =
        collect_harm(incident, INCMAP_FIGURE_ABDUCTED).n_figures > 0 ? 1 : G_N_ELEMENTS(verbs);
    for (gsize i = 0; i < n_verbs; i++) {
        Harm harm = collect_harm(incident, verbs[i].kind);
        if (harm.n_figures == 0)
            continue;
        *out_verb = verbs[i].verb;
        *out_whom = describe_harmed(scene, &harm);
        *out_is_claim = harm.is_claim;
        return TRUE;
    }
    if (incident->value_kind != INCMAP_VALUE_KILLED || !(incident->value > 0))
        return FALSE;
    *out_verb = "killed";
    *out_whom = incident->value < 1.5 ? "one person" : "people";
    *out_is_claim = TRUE;
    return TRUE;
}

/* " killed Wagner fighters and Malian soldiers"; FALSE when nobody was harmed. */
static gboolean
add_harm(IncmapScene *scene, GString *text, const IncmapIncident *incident)
{
    const char *verb = NULL, *whom = NULL;
    gboolean is_claim = FALSE;
    if (!find_harm(scene, incident, &verb, &whom, &is_claim))
        return FALSE;
    g_string_append_printf(text, " %s%s %s", is_claim ? "reportedly " : "", verb, whom);
    return TRUE;
}

/* "At least 25 people were killed": where the event is nothing but the killing; FALSE else. */
static gboolean
add_passive(IncmapScene *scene, GString *text, const IncmapIncident *incident)
{
    const char *verb = NULL, *whom = NULL;
    gboolean is_claim = FALSE;
    g_autofree char *what = g_utf8_strdown(incmap_words_heading(scene, 0), -1);
    if (strcmp(what, "killing") != 0 || !find_harm(scene, incident, &verb, &whom, &is_claim))
        return FALSE;
    gboolean is_one = g_str_has_prefix(whom, "one ") || g_str_has_prefix(whom, "a ");
    g_string_append_printf(text, "%s %s %s%s", whom, is_one ? "was" : "were",
                           is_claim ? "reportedly " : "", verb);
    text->str[0] = g_ascii_toupper(text->str[0]);
    return TRUE;
}

/* " on 6 October 2023", " between 25 and 27 July 2024", " in July 2024". */
static gboolean
add_when(IncmapScene *scene, GString *text, IncmapDate date)
{
    const char *words = incmap_words_date(scene, date);
    if (words == NULL)
        return FALSE;
    const char *dash = strstr(words, "–");
    if (dash != NULL) {
        g_autofree char *from = g_strndup(words, (gsize)(dash - words));
        g_autofree char *to = g_strdup(dash + strlen("–"));
        g_string_append_printf(text, " between %s and %s", g_strstrip(from), g_strstrip(to));
        return TRUE;
    }
    gboolean is_day = date.to_julian <= date.from_julian;
    g_string_append_printf(text, " %s %s", is_day ? "on" : "in", words);
    return TRUE;
}

const char *
incmap_title_make_sentence(IncmapScene *scene)
{
    const char *language = scene->language != NULL ? scene->language : "en";
    if (strcmp(language, "en") != 0 || scene->incidents->len != 1 || scene->fixes->len != 1)
        return NULL;
    const IncmapIncident *incident = &g_array_index(scene->incidents, IncmapIncident, 0);
    const IncmapFix *fix = &g_array_index(scene->fixes, IncmapFix, 0);
    if (fix->country == NULL || fix->precision > INCMAP_PRECISION_PROVINCE ||
        incident->event == INCMAP_EVENT_OTHER)
        return NULL;
    g_autoptr(GString) text = g_string_new(NULL);
    gboolean is_passive = add_passive(scene, text, incident);
    if (!is_passive && !add_subject(scene, text, incident))
        return NULL;
    add_where(scene, text, fix);
    add_border(text, fix);
    gboolean has_harm = is_passive || add_harm(scene, text, incident);
    if (is_passive && g_str_has_suffix(text->str, ","))
        g_string_truncate(text, text->len - 1);
    if (!has_harm && g_str_has_suffix(text->str, ","))
        g_string_truncate(text, text->len - 1);
    gboolean has_date = add_when(scene, text, incident->date);
    return has_harm || has_date ? incmap_scene_string(scene, text->str) : NULL;
}
