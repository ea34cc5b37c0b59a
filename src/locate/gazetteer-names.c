/* SPDX-License-Identifier: MIT */
/*
 * What a gazetteer says of names and codes: countries, admin-1 areas, demonyms,
 * beginnings of names, names in a language.
 */
#include <string.h>

#include "locate/gazetteer-private.h"
#include "locate/romanise.h"

/* A NULL of the table when there is no such code. */
static const IncmapCodeRecord *
find_code(const IncmapGazetteer *gazetteer, const IncmapCodeRecord *codes, guint32 n_codes,
          const char *code)
{
    guint32 low = 0, high = n_codes;
    while (low < high) {
        guint32 middle = low + (high - low) / 2;
        int order = strcmp(
            incmap_gazetteer_text(gazetteer->strings, gazetteer->n_strings, codes[middle].code),
            code);
        if (order == 0)
            return &codes[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

static const char *
name_of(const IncmapGazetteer *gazetteer, const IncmapCodeRecord *record)
{
    if (record == NULL || record->name == 0)
        return NULL;
    return incmap_gazetteer_text(gazetteer->strings, gazetteer->n_strings, record->name);
}

static const IncmapCodeRecord *
find_country(const IncmapGazetteer *gazetteer, const char *code)
{
    if (code == NULL || code[0] == '\0')
        return NULL;
    return find_code(gazetteer, gazetteer->countries, gazetteer->n_countries, code);
}

static const IncmapCodeRecord *
find_admin1(const IncmapGazetteer *gazetteer, const char *code)
{
    if (code == NULL || code[0] == '\0')
        return NULL;
    return find_code(gazetteer, gazetteer->admin1, gazetteer->n_admin1, code);
}

const char *
incmap_gazetteer_country_name(const IncmapGazetteer *gazetteer, const char *country_code)
{
    return name_of(gazetteer, find_country(gazetteer, country_code));
}

const char *
incmap_gazetteer_admin1_name(const IncmapGazetteer *gazetteer, const char *admin1_code)
{
    return name_of(gazetteer, find_admin1(gazetteer, admin1_code));
}

const char *
incmap_gazetteer_continent(const IncmapGazetteer *gazetteer, const char *country_code)
{
    const IncmapCodeRecord *record = find_country(gazetteer, country_code);
    if (record == NULL || record->extra == 0)
        return NULL;
    return incmap_gazetteer_text(gazetteer->strings, gazetteer->n_strings, record->extra);
}

static gboolean
get_area(const IncmapGazetteer *gazetteer, const IncmapCodeRecord *record, IncmapPlace *out_place)
{
    if (record == NULL || record->place >= gazetteer->n_places)
        return FALSE;
    incmap_gazetteer_fill(gazetteer, record->place, out_place);
    return TRUE;
}

gboolean
incmap_gazetteer_country(const IncmapGazetteer *gazetteer, const char *country_code,
                         IncmapPlace *out_place)
{
    return get_area(gazetteer, find_country(gazetteer, country_code), out_place);
}

gboolean
incmap_gazetteer_admin1(const IncmapGazetteer *gazetteer, const char *admin1_code,
                        IncmapPlace *out_place)
{
    return get_area(gazetteer, find_admin1(gazetteer, admin1_code), out_place);
}

const char *
incmap_gazetteer_demonym(const IncmapGazetteer *gazetteer, const char *folded)
{
    g_autoptr(GArray) matches = g_array_new(FALSE, FALSE, sizeof(IncmapNameMatch));
    incmap_gazetteer_match(gazetteer, folded, 0, matches);
    for (guint i = 0; i < matches->len; i++) {
        const IncmapNameMatch *match = &g_array_index(matches, IncmapNameMatch, i);
        if (match->place.kind == INCMAP_PLACE_COUNTRY && match->kind != INCMAP_NAME_CODE)
            return match->place.country_code;
    }
    return NULL;
}

static gboolean
layer_has_prefix(const IncmapGazetteer *gazetteer, const char *folded)
{
    gsize length = strlen(folded);
    guint32 low = 0, high = gazetteer->n_keys;
    while (low < high) {
        guint32 middle = low + (high - low) / 2;
        const char *text = incmap_gazetteer_text(gazetteer->key_text, gazetteer->n_key_text,
                                                 gazetteer->keys[middle].text);
        if (strcmp(text, folded) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    /* Whole words only: "new yor" begins no name. Keys such as "new york2" sort between. */
    for (guint32 key = low; key < gazetteer->n_keys && key < low + 64; key++) {
        const char *text = incmap_gazetteer_text(gazetteer->key_text, gazetteer->n_key_text,
                                                 gazetteer->keys[key].text);
        if (strncmp(text, folded, length) != 0)
            return FALSE;
        if (text[length] == '\0' || text[length] == ' ')
            return TRUE;
    }
    return FALSE;
}

gboolean
incmap_gazetteer_has_prefix(const IncmapGazetteer *gazetteer, const char *folded)
{
    guint32 n_layers = incmap_gazetteer_n_layers(gazetteer);
    for (guint32 number = 0; number < n_layers; number++) {
        const IncmapGazetteer *layer = incmap_gazetteer_layer(gazetteer, number);
        if (layer != NULL && layer_has_prefix(layer, folded))
            return TRUE;
    }
    return FALSE;
}

/* The scripts that tell the language of an alternate name of a town, where no table does. */
static const struct {
    char language[4];
    GUnicodeScript script;
    const char *wanted;  /* letters of which one makes it surely that language */
    const char *foreign; /* letters that it has not */
} scripts[] = {
    {"ar", G_UNICODE_SCRIPT_ARABIC, NULL, "پچژگکیےٹڈڑہھںڵڕێۆۇە"},
    {"fa", G_UNICODE_SCRIPT_ARABIC, "پچژگکی", "ےٹڈڑہھںةيك"},
    {"ur", G_UNICODE_SCRIPT_ARABIC, "ےٹڈڑہھں", "ةيك"},
    {"ru", G_UNICODE_SCRIPT_CYRILLIC, "ыэёъ", "іїєґўјљњћђџқғңөүұһәҳҷӣӯ’'"},
    {"uk", G_UNICODE_SCRIPT_CYRILLIC, "іїєґ’'", "ыэёъўјљњћђџқғңөүұһә"},
    {"be", G_UNICODE_SCRIPT_CYRILLIC, "ўі", "иїєґщъ"},
    {"bg", G_UNICODE_SCRIPT_CYRILLIC, "ъ", "ыэёіїєґўјљњћђџ"},
    {"sr", G_UNICODE_SCRIPT_CYRILLIC, "јљњћђџ", "ыэёіїєґўщъйяю"},
    {"mk", G_UNICODE_SCRIPT_CYRILLIC, "јљњџѓќѕ", "ыэёіїєґўщъйяюћђ"},
    {"kk", G_UNICODE_SCRIPT_CYRILLIC, "қғңөүұһәі", "їєґўљњћђ"},
    {"el", G_UNICODE_SCRIPT_GREEK, NULL, NULL},
    {"he", G_UNICODE_SCRIPT_HEBREW, NULL, NULL},
    {"hi", G_UNICODE_SCRIPT_DEVANAGARI, NULL, NULL},
    {"bn", G_UNICODE_SCRIPT_BENGALI, NULL, NULL},
    {"ta", G_UNICODE_SCRIPT_TAMIL, NULL, NULL},
    {"te", G_UNICODE_SCRIPT_TELUGU, NULL, NULL},
    {"th", G_UNICODE_SCRIPT_THAI, NULL, NULL},
    {"km", G_UNICODE_SCRIPT_KHMER, NULL, NULL},
    {"my", G_UNICODE_SCRIPT_MYANMAR, NULL, NULL},
    {"ka", G_UNICODE_SCRIPT_GEORGIAN, NULL, NULL},
    {"hy", G_UNICODE_SCRIPT_ARMENIAN, NULL, NULL},
    {"am", G_UNICODE_SCRIPT_ETHIOPIC, NULL, NULL},
    {"ko", G_UNICODE_SCRIPT_HANGUL, NULL, NULL},
    {"zh", G_UNICODE_SCRIPT_HAN, NULL, NULL},
    {"zht", G_UNICODE_SCRIPT_HAN, NULL, NULL},
    {"ja", G_UNICODE_SCRIPT_KATAKANA, NULL, NULL},
};

/* How well a name without a stated language suits entry @i of scripts: 0 not at all. */
static guint
rate_script(const char *name, gsize i)
{
    guint rate = 1;
    for (const char *c = name; *c != '\0'; c = g_utf8_next_char(c)) {
        gunichar letter = g_unichar_tolower(g_utf8_get_char(c));
        if (!g_unichar_isalpha(letter) && letter != 0x2019 && letter != '\'')
            continue;
        if (scripts[i].foreign != NULL && g_utf8_strchr(scripts[i].foreign, -1, letter) != NULL)
            return 0;
        if (g_unichar_isalpha(letter) && g_unichar_get_script(letter) != scripts[i].script)
            return 0;
        if (scripts[i].wanted != NULL && g_utf8_strchr(scripts[i].wanted, -1, letter) != NULL)
            rate = 2;
    }
    return rate;
}

/* Of several names in a script, the one that sounds like the standard name is today's: former names
 * and those of the district don't. */
static guint
rate_name(const char *name, gsize i, const char *standard)
{
    guint rate = rate_script(name, i);
    if (rate == 0 || !incmap_romanise_knows(name))
        return rate;
    return rate * 12 + 100 - MIN(100, incmap_romanise_distance(name, standard));
}

static const char *
find_by_script(const IncmapGazetteer *gazetteer, const IncmapPlaceRecord *record,
               const char *language)
{
    const char *best = NULL;
    guint best_rate = 0;
    const char *standard =
        incmap_gazetteer_text(gazetteer->strings, gazetteer->n_strings, record->name);
    for (gsize i = 0; i < G_N_ELEMENTS(scripts); i++) {
        if (strcmp(scripts[i].language, language) != 0)
            continue;
        for (guint32 j = record->first_name;
             j < (guint64)record->first_name + record->n_names && j < gazetteer->n_names; j++) {
            const char *name = incmap_gazetteer_text(gazetteer->strings, gazetteer->n_strings,
                                                     gazetteer->names[j].text);
            if (gazetteer->names[j].language[0] != '\0' || !g_utf8_validate(name, -1, NULL))
                continue;
            guint rate = rate_name(name, i, standard);
            if (rate > best_rate) {
                best = name;
                best_rate = rate;
            }
        }
    }
    return best;
}

const char *
incmap_gazetteer_name_in(const IncmapGazetteer *gazetteer, const IncmapPlace *place,
                         const char *language)
{
    g_return_val_if_fail(gazetteer != NULL && place != NULL, NULL);
    const IncmapGazetteer *layer =
        incmap_gazetteer_layer(gazetteer, place->index >> INCMAP_OVERLAY_SHIFT);
    guint32 index = place->index & ((1u << INCMAP_OVERLAY_SHIFT) - 1);
    if (language == NULL || layer == NULL || index >= layer->n_places)
        return place->name;
    const char *code = language;
    if (g_str_has_prefix(language, "zh-Hant") || g_str_has_prefix(language, "zh-TW"))
        code = "zht";
    const IncmapPlaceRecord *record = &layer->places[index];
    for (guint32 i = record->first_name;
         i < (guint64)record->first_name + record->n_names && i < layer->n_names; i++)
        if (strncmp(layer->names[i].language, code, sizeof(layer->names[i].language)) == 0)
            return incmap_gazetteer_text(layer->strings, layer->n_strings, layer->names[i].text);
    const char *found = find_by_script(layer, record, code);
    return found != NULL ? found : place->name;
}

void
incmap_gazetteer_info(const IncmapGazetteer *gazetteer, IncmapGazetteerInfo *out_info)
{
    *out_info = (IncmapGazetteerInfo){
        .n_places = gazetteer->n_places,
        .n_towns = gazetteer->n_tree,
        .n_names = gazetteer->n_postings,
        .n_keys = gazetteer->n_keys,
        .n_countries = gazetteer->n_countries,
        .n_admin1 = gazetteer->n_admin1,
        .n_bytes = g_bytes_get_size(gazetteer->bytes),
    };
}
