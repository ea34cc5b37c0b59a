/* SPDX-License-Identifier: MIT */
#include "locate/words.h"

#include <math.h>
#include <string.h>

#include "base/text.h"

static const struct {
    char word[20];
    IncmapTypeWord type;
} types[] = {
    {"town", INCMAP_TYPE_TOWN},
    {"city", INCMAP_TYPE_TOWN},
    {"village", INCMAP_TYPE_TOWN},
    {"villages", INCMAP_TYPE_TOWN},
    {"hamlet", INCMAP_TYPE_TOWN},
    {"ville", INCMAP_TYPE_TOWN},
    {"settlement", INCMAP_TYPE_TOWN},
    {"locality", INCMAP_TYPE_TOWN},
    {"localite", INCMAP_TYPE_TOWN},
    {"ciudad", INCMAP_TYPE_TOWN},
    {"capital", INCMAP_TYPE_TOWN},
    {"port", INCMAP_TYPE_TOWN},
    {"suburb", INCMAP_TYPE_TOWN},
    {"neighborhood", INCMAP_TYPE_TOWN},
    {"neighbourhood", INCMAP_TYPE_TOWN},
    {"quarter", INCMAP_TYPE_TOWN},
    {"quartier", INCMAP_TYPE_TOWN},
    {"township", INCMAP_TYPE_TOWN},
    {"province", INCMAP_TYPE_PROVINCE},
    {"region", INCMAP_TYPE_PROVINCE},
    {"state", INCMAP_TYPE_PROVINCE},
    {"governorate", INCMAP_TYPE_PROVINCE},
    {"muhafazah", INCMAP_TYPE_PROVINCE},
    {"oblast", INCMAP_TYPE_PROVINCE},
    {"prefecture", INCMAP_TYPE_PROVINCE},
    {"wilaya", INCMAP_TYPE_PROVINCE},
    {"wilayat", INCMAP_TYPE_PROVINCE},
    {"provincia", INCMAP_TYPE_PROVINCE},
    {"estado", INCMAP_TYPE_PROVINCE},
    {"departamento", INCMAP_TYPE_PROVINCE},
    {"departement", INCMAP_TYPE_PROVINCE},
    {"department", INCMAP_TYPE_PROVINCE},
    {"krai", INCMAP_TYPE_PROVINCE},
    {"territory", INCMAP_TYPE_PROVINCE},
    {"republic", INCMAP_TYPE_PROVINCE},
    {"division", INCMAP_TYPE_PROVINCE},
    {"canton", INCMAP_TYPE_PROVINCE},
    {"voivodeship", INCMAP_TYPE_PROVINCE},
    {"district", INCMAP_TYPE_DISTRICT},
    {"county", INCMAP_TYPE_DISTRICT},
    {"commune", INCMAP_TYPE_DISTRICT},
    {"cercle", INCMAP_TYPE_DISTRICT},
    {"municipality", INCMAP_TYPE_DISTRICT},
    {"municipio", INCMAP_TYPE_DISTRICT},
    {"lga", INCMAP_TYPE_DISTRICT},
    {"raion", INCMAP_TYPE_DISTRICT},
    {"rayon", INCMAP_TYPE_DISTRICT},
    {"subdistrict", INCMAP_TYPE_DISTRICT},
    {"sous", INCMAP_TYPE_DISTRICT},
    {"sub", INCMAP_TYPE_DISTRICT},
    {"local", INCMAP_TYPE_DISTRICT},
    {"government", INCMAP_TYPE_DISTRICT},
    {"locality", INCMAP_TYPE_DISTRICT},
    {"woreda", INCMAP_TYPE_DISTRICT},
    {"zone", INCMAP_TYPE_DISTRICT},
    {"tehsil", INCMAP_TYPE_DISTRICT},
    {"parish", INCMAP_TYPE_DISTRICT},
    {"circle", INCMAP_TYPE_DISTRICT},
    {"arrondissement", INCMAP_TYPE_DISTRICT},
    {"sector", INCMAP_TYPE_DISTRICT},
    {"chiefdom", INCMAP_TYPE_DISTRICT},
    {"groupement", INCMAP_TYPE_DISTRICT},
    {"collectivity", INCMAP_TYPE_DISTRICT},
    {"country", INCMAP_TYPE_COUNTRY},
    {"area", INCMAP_TYPE_VICINITY},
    {"areas", INCMAP_TYPE_VICINITY},
    {"surroundings", INCMAP_TYPE_VICINITY},
    {"vicinity", INCMAP_TYPE_VICINITY},
    {"environs", INCMAP_TYPE_VICINITY},
    {"outskirts", INCMAP_TYPE_VICINITY},
    {"suburbs", INCMAP_TYPE_VICINITY},
    {"axis", INCMAP_TYPE_VICINITY},
    {"road", INCMAP_TYPE_VICINITY},
    {"crossroad", INCMAP_TYPE_VICINITY},
    {"crossroads", INCMAP_TYPE_VICINITY},
    {"mountains", INCMAP_TYPE_VICINITY},
    {"mountain", INCMAP_TYPE_VICINITY},
    {"valley", INCMAP_TYPE_VICINITY},
    {"forest", INCMAP_TYPE_VICINITY},
    {"bush", INCMAP_TYPE_VICINITY},
    {"camp", INCMAP_TYPE_SITE},
    {"camps", INCMAP_TYPE_SITE},
    {"airport", INCMAP_TYPE_SITE},
    {"airfield", INCMAP_TYPE_SITE},
    {"base", INCMAP_TYPE_SITE},
    {"bridge", INCMAP_TYPE_SITE},
    {"mine", INCMAP_TYPE_SITE},
    {"mines", INCMAP_TYPE_SITE},
    {"market", INCMAP_TYPE_SITE},
    {"hospital", INCMAP_TYPE_SITE},
    {"mission", INCMAP_TYPE_SITE},
    {"prison", INCMAP_TYPE_SITE},
    {"checkpoint", INCMAP_TYPE_SITE},
    {"junction", INCMAP_TYPE_SITE},
    {"island", INCMAP_TYPE_WATER},
    {"islands", INCMAP_TYPE_WATER},
    {"river", INCMAP_TYPE_WATER},
    {"lake", INCMAP_TYPE_WATER},
    {"sea", INCMAP_TYPE_WATER},
};

static const char *const binders[] = {"of", "the", "de", "du", "la",  "le",   "les",   "des",
                                      "d",  "in",  "at", "el", "del", "near", "around"};

IncmapTypeWord
incmap_words_type(const char *folded)
{
    for (gsize i = 0; i < G_N_ELEMENTS(types); i++)
        if (strcmp(types[i].word, folded) == 0)
            return types[i].type;
    return INCMAP_TYPE_NONE;
}

gboolean
incmap_words_is_name_part(const char *folded)
{
    static const char *const parts[] = {
        "de",    "du",     "des", "del", "della", "di",  "da",  "do",  "dos", "das",
        "d",     "la",     "le",  "les", "los",   "las", "lo",  "el",  "al",  "ad",
        "an",    "as",     "ar",  "ash", "at",    "ath", "az",  "ez",  "es",  "er",
        "et",    "ed",     "en",  "sur", "sous",  "of",  "the", "i",   "y",   "e",
        "am",    "an der", "der", "den", "bei",   "im",  "ob",  "nad", "pod", "upon",
        "under", "van",    "von", "zu",  "ou",    "and", "na",  "u",   "bin", "ibn"};
    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
        if (strcmp(parts[i], folded) == 0)
            return TRUE;
    return FALSE;
}

gboolean
incmap_words_has_capital(const char *text)
{
    guint n_small = 0;
    for (const char *c = text; *c != '\0' && n_small <= 3; c = g_utf8_next_char(c)) {
        gunichar letter = g_utf8_get_char_validated(c, -1);
        if (letter >= (gunichar)-2 || g_unichar_isspace(letter))
            return FALSE;
        if (!g_unichar_isalpha(letter))
            continue;
        if (!g_unichar_islower(letter))
            return TRUE;
        /* an article and its hyphen may stand before the capital */
        const char *dash = strchr(c, '-');
        if (dash == NULL || dash - c > 3)
            return FALSE;
        n_small++;
    }
    return FALSE;
}

static void
clear_token(gpointer data)
{
    g_free(((IncmapToken *)data)->folded);
}

/* Bytes of a number at @text: digits with one decimal point or with commas between thousands. */
static gsize
measure_number(const char *text)
{
    gsize n = 0;
    while (g_ascii_isdigit(text[n]) ||
           (n > 0 && (text[n] == '.' || text[n] == ',') && g_ascii_isdigit(text[n + 1])))
        n++;
    return n;
}

static void
append_token(GArray *tokens, const char *text, gsize start, gsize end)
{
    g_autoptr(GString) folded = g_string_new(NULL);
    incmap_text_fold_into(text + start, (gssize)(end - start), folded);
    IncmapToken token = {.start = start, .end = end, .number = NAN};
    if (g_ascii_isdigit(text[start])) {
        g_autoptr(GString) digits = g_string_new_len(text + start, (gssize)(end - start));
        g_string_replace(digits, ",", "", 0);
        token.number = g_ascii_strtod(digits->str, NULL);
    }
    if (folded->len == 0)
        return;
    token.folded = g_strdup(folded->str);
    g_array_append_val(tokens, token);
}

GArray *
incmap_words_cut(const char *text)
{
    GArray *tokens = g_array_new(FALSE, TRUE, sizeof(IncmapToken));
    g_array_set_clear_func(tokens, clear_token);
    for (gsize at = 0; text[at] != '\0';) {
        if (strchr(",;()[]", text[at]) != NULL) {
            IncmapToken token = {.folded = g_strdup(""),
                                 .start = at,
                                 .end = at + 1,
                                 .number = NAN,
                                 .is_break = TRUE};
            g_array_append_val(tokens, token);
            at++;
        } else if (g_ascii_isspace(text[at])) {
            at++;
        } else {
            gsize n = measure_number(text + at);
            gsize end = at + n;
            if (n == 0 || (text[end] != '\0' && !g_ascii_isspace(text[end]) &&
                           !g_ascii_isalpha(text[end]) && strchr(",;()[]-", text[end]) == NULL))
                while (text[end] != '\0' && !g_ascii_isspace(text[end]) &&
                       strchr(",;()[]", text[end]) == NULL)
                    end++;
            else if (text[end] == '-')
                n++; /* "30-km" */
            append_token(tokens, text, at, MAX(end, at + 1));
            at = MAX(end, at + 1) + (text[end] == '-' && n > 0 && end > at);
        }
    }
    return tokens;
}

static gboolean
is_binder(const char *word)
{
    for (gsize i = 0; i < G_N_ELEMENTS(binders); i++)
        if (strcmp(binders[i], word) == 0)
            return TRUE;
    return FALSE;
}

/* The number of words at the front of @words that only introduce the name. */
static guint
count_front(char **words, guint n, IncmapTypeWord *type)
{
    guint front = 0;
    double bearing_deg;
    for (guint i = 0; i + 1 < n; i++) {
        IncmapTypeWord found = incmap_words_type(words[i]);
        gboolean is_bound = is_binder(words[i + 1]) && strcmp(words[i + 1], "el") != 0;
        if (found != INCMAP_TYPE_NONE && is_bound && i + 2 < n) {
            *type = found;
            front = i + 2;
            i++;
        } else if (strcmp(words[i], "the") == 0 && i == front) {
            front = i + 1;
        } else if (!incmap_words_bearing(words[i], &bearing_deg) || strlen(words[i]) < 3) {
            break;
        }
    }
    return front;
}

IncmapTypeWord
incmap_words_strip(char *folded)
{
    IncmapTypeWord type = INCMAP_TYPE_NONE;
    g_auto(GStrv) words = g_strsplit(folded, " ", -1);
    guint n = g_strv_length(words), front = count_front(words, n, &type);
    while (n > front + 1) {
        IncmapTypeWord found = incmap_words_type(words[n - 1]);
        gboolean is_government =
            strcmp(words[n - 1], "area") == 0 && n > 1 && strcmp(words[n - 2], "government") == 0;
        if (found == INCMAP_TYPE_NONE)
            break;
        type = is_government ? INCMAP_TYPE_DISTRICT : found;
        n--;
    }
    g_autoptr(GString) rest = g_string_new(NULL);
    for (guint i = front; i < n; i++)
        g_string_append_printf(rest, i > front ? " %s" : "%s", words[i]);
    if (rest->len < strlen(folded) && rest->len > 0)
        memcpy(folded, rest->str, rest->len + 1);
    return type;
}

static const struct {
    char from[12], to[12];
} swaps[] = {
    {"st", "saint"},       {"saint", "st"},       {"ste", "sainte"},     {"sainte", "ste"},
    {"mt", "mount"},       {"mount", "mt"},       {"ft", "fort"},        {"fort", "ft"},
    {"al", "el"},          {"el", "al"},          {"sta", "santa"},      {"sto", "santo"},
    {"pto", "puerto"},     {"gen", "general"},    {"upper", "haut"},     {"haut", "upper"},
    {"haute", "upper"},    {"lower", "bas"},      {"bas", "lower"},      {"and", "i"},
    {"north", "northern"}, {"northern", "north"}, {"south", "southern"}, {"southern", "south"},
    {"east", "eastern"},   {"eastern", "east"},   {"west", "western"},   {"western", "west"},
    {"nord", "north"},     {"north", "nord"},     {"sud", "south"},      {"south", "sud"},
    {"est", "east"},       {"ouest", "west"},     {"norte", "north"},    {"sur", "south"},
};

void
incmap_words_variants(const char *folded, GPtrArray *variants)
{
    g_auto(GStrv) words = g_strsplit(folded, " ", -1);
    guint n = g_strv_length(words);
    for (guint i = 0; i < n; i++) {
        for (gsize j = 0; j < G_N_ELEMENTS(swaps); j++) {
            if (strcmp(words[i], swaps[j].from) != 0)
                continue;
            char *kept = words[i];
            words[i] = (char *)swaps[j].to;
            g_ptr_array_add(variants, g_strjoinv(" ", words));
            words[i] = kept;
        }
    }
    if (g_str_has_prefix(folded, "ال") && strlen(folded) > 8)
        g_ptr_array_add(variants, g_strdup(folded + strlen("ال"))); /* the Arabic article */
    if (n > 1) {
        g_ptr_array_add(variants, g_strjoinv("", words));
        if (strcmp(words[0], "al") == 0 || strcmp(words[0], "el") == 0 ||
            strcmp(words[0], "la") == 0 || strcmp(words[0], "the") == 0)
            g_ptr_array_add(variants, g_strjoinv(" ", words + 1));
    }
}
