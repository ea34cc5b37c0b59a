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

static const struct {
    char word[16];
    double deg;
} bearings[] = {
    {"north", 0},       {"northern", 0},       {"n", 0},       {"nord", 0},
    {"northeast", 45},  {"northeastern", 45},  {"ne", 45},     {"nordest", 45},
    {"east", 90},       {"eastern", 90},       {"e", 90},      {"est", 90},
    {"southeast", 135}, {"southeastern", 135}, {"se", 135},    {"sudest", 135},
    {"south", 180},     {"southern", 180},     {"s", 180},     {"sud", 180},
    {"southwest", 225}, {"southwestern", 225}, {"sw", 225},    {"sudouest", 225},
    {"west", 270},      {"western", 270},      {"w", 270},     {"ouest", 270},
    {"northwest", 315}, {"northwestern", 315}, {"nw", 315},    {"nordouest", 315},
    {"nne", 22.5},      {"ene", 67.5},         {"ese", 112.5}, {"sse", 157.5},
    {"ssw", 202.5},     {"wsw", 247.5},        {"wnw", 292.5}, {"nnw", 337.5},
};

/* Lengths in km; sources abbreviate freely. */
static const struct {
    char word[16];
    double km;
} units[] = {
    {"km", 1},        {"kms", 1},        {"kilometer", 1},   {"kilometers", 1},
    {"kilometre", 1}, {"kilometres", 1}, {"mile", 1.609344}, {"miles", 1.609344},
    {"mi", 1.609344}, {"m", 0.001},      {"metres", 0.001},  {"meters", 0.001},
    {"nm", 1.852},    {"nmi", 1.852},    {"kilometros", 1},
};

IncmapTypeWord
incmap_words_type(const char *folded)
{
    for (gsize i = 0; i < G_N_ELEMENTS(types); i++)
        if (strcmp(types[i].word, folded) == 0)
            return types[i].type;
    return INCMAP_TYPE_NONE;
}

/* "northnortheast": each further direction halves the angle to those before. */
static gboolean
compose_bearing(const char *joined, double *out_deg)
{
    static const struct {
        char word[6];
        double deg;
    } winds[] = {{"north", 0}, {"east", 90}, {"south", 180}, {"west", 270}};
    double parts[3] = {0};
    guint n = 0;
    for (const char *c = joined; *c != '\0'; n++) {
        gsize i = 0;
        while (i < G_N_ELEMENTS(winds) && !g_str_has_prefix(c, winds[i].word))
            i++;
        if (i == G_N_ELEMENTS(winds) || n == G_N_ELEMENTS(parts))
            return FALSE;
        parts[n] = winds[i].deg;
        c += strlen(winds[i].word);
        if (g_str_has_prefix(c, "ern"))
            c += 3;
    }
    if (n < 2)
        return FALSE;
    double deg = parts[n - 1];
    for (guint i = n - 1; i-- > 0;)
        deg = parts[i] + remainder(deg - parts[i], 360) / 2;
    *out_deg = fmod(deg + 360, 360);
    return TRUE;
}

gboolean
incmap_words_bearing(const char *folded, double *out_deg)
{
    char joined[32];
    gsize n = 0;
    for (const char *c = folded; *c != '\0' && n < sizeof(joined) - 1; c++)
        if (*c != ' ')
            joined[n++] = *c;
    joined[n] = '\0';
    for (gsize i = 0; i < G_N_ELEMENTS(bearings); i++) {
        if (strcmp(bearings[i].word, joined) != 0)
            continue;
        *out_deg = bearings[i].deg;
        return TRUE;
    }
    return compose_bearing(joined, out_deg);
}

gboolean
incmap_words_unit(const char *folded, double *out_km)
{
    for (gsize i = 0; i < G_N_ELEMENTS(units); i++) {
        if (strcmp(units[i].word, folded) != 0)
            continue;
        *out_km = units[i].km;
        return TRUE;
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
    if (n > 1) {
        g_ptr_array_add(variants, g_strjoinv("", words));
        if (strcmp(words[0], "al") == 0 || strcmp(words[0], "el") == 0 ||
            strcmp(words[0], "la") == 0 || strcmp(words[0], "the") == 0)
            g_ptr_array_add(variants, g_strjoinv(" ", words + 1));
    }
}
