/* SPDX-License-Identifier: MIT */
#include "read/event-area.h"

#include "read/area-doubts.h"
#include "read/event-place.h"
#include "read/figures.h"
#include "read/place-words.h"

#include <string.h>

enum { ADMIN1 = 1, ADMIN2 = 2, COUNTRY = 3, REGION = 4 };

static gboolean
is_word(const IncmapToken *token, const char *folded)
{
    return strcmp(token->folded, folded) == 0;
}

static gboolean
is_same(const IncmapTokens *tokens, const IncmapName *a, const IncmapName *b)
{
    if (a->end - a->first != b->end - b->first)
        return FALSE;
    for (guint32 i = 0; i < a->end - a->first; i++) {
        if (strcmp(incmap_tokens_get(tokens, a->first + i)->folded,
                   incmap_tokens_get(tokens, b->first + i)->folded) != 0)
            return FALSE;
    }
    return TRUE;
}

static const char *
name_string(IncmapScene *scene, const IncmapTokens *tokens, const IncmapName *name)
{
    return incmap_tokens_string(scene, tokens, name->first, name->end);
}

/* The country as the text writes it; its code when the text only has the demonym. */
static const char *
country_string(IncmapScene *scene, const IncmapTokens *tokens, const GArray *names,
               const char *code)
{
    gboolean is_named = FALSE;
    for (guint i = 0; i < names->len && code != NULL && code[0] != 0; i++) {
        const IncmapName *name = &g_array_index(names, IncmapName, i);
        if (g_strcmp0(name->country, code) != 0)
            continue;
        if (name->hit.kind == COUNTRY && !name->is_demonym)
            return name_string(scene, tokens, name);
        is_named |= name->is_demonym;
    }
    return is_named ? incmap_scene_string(scene, code) : NULL;
}

/** Area: what contains a place, as indices into the names; -1 */
typedef struct Area Area;
struct Area {
    gint32 admin2, admin1, country;
    const char *near; /* code: of the nearest place in the same sentence; NULL */
};

/* "Kharkiv region", "the district of Kupiansk": what the text calls it comes before what the
 * gazetteer would think of first. */
static int
area_kind(const IncmapTokens *tokens, const IncmapName *name)
{
    static const char *const provinces[] = {
        "region",     "province",   "oblast",  "state",        "governorate", "prefecture",
        "wilaya",     "provincia",  "estado",  "departamento", "departement", "department",
        "provincias", "bundesland", "области", "область",      "області",     "провинция",
        "محافظة",     "ولاية",      NULL};
    static const char *const districts[] = {
        "district",  "county", "raion",    "commune", "municipality", "area",   "distrito",
        "municipio", "cercle", "woreda",   "района",  "район",        "районе", "районі",
        "landkreis", "local",  "township", "borough", "concelho",     NULL};
    const IncmapToken *near[] = {incmap_tokens_get(tokens, name->end),
                                 incmap_tokens_get(tokens, (gint64)name->first - 1),
                                 incmap_tokens_get(tokens, (gint64)name->first - 2)};
    gboolean is_of = is_word(near[1], "of") || is_word(near[1], "de") || is_word(near[1], "d");
    for (gsize i = 0; i < (is_of ? 3 : 2); i++) {
        if (near[i]->mark != 0 || near[i]->folded[0] == 0)
            continue;
        if (g_strv_contains(provinces, near[i]->folded))
            return ADMIN1;
        if (g_strv_contains(districts, near[i]->folded))
            return ADMIN2;
    }
    return name->hit.kind;
}

/* "Niger state" is not in the country called Niger. */
static const char *
country_of(const IncmapTokens *tokens, const IncmapName *name)
{
    return name->hit.kind == COUNTRY && area_kind(tokens, name) != COUNTRY ? NULL : name->country;
}

static gboolean
agrees(const IncmapTokens *tokens, const IncmapName *name, const IncmapName *place,
       const char *country)
{
    const char *own = country_of(tokens, name);
    if (country == NULL)
        country = place->is_known ? place->country : NULL;
    return country == NULL || own == NULL || strcmp(country, own) == 0;
}

/* Takes from the names between two tokens what can contain the place; the nearest behind it
 * first, then the first before it. */
static void
gather(const IncmapTokens *tokens, const GArray *names, const IncmapName *place, guint32 first,
       guint32 end, Area *area)
{
    for (guint i = incmap_names_first_from(names, first); i < names->len; i++) {
        const IncmapName *name = &g_array_index(names, IncmapName, i);
        if (name->first >= end)
            break;
        if (name->end > end || name->first == place->first || name->is_demonym ||
            name->role == INCMAP_ROLE_DATELINE || is_same(tokens, name, place))
            continue;
        const char *country =
            area->near != NULL   ? area->near
            : area->country >= 0 ? g_array_index(names, IncmapName, area->country).country
            : area->admin1 >= 0
                ? country_of(tokens, &g_array_index(names, IncmapName, area->admin1))
                : NULL;
        if (!agrees(tokens, name, place, country))
            continue;
        int kind = area_kind(tokens, name);
        gint32 *slot = kind == ADMIN1    ? &area->admin1
                       : kind == ADMIN2  ? &area->admin2
                       : kind == COUNTRY ? &area->country
                                         : NULL;
        gboolean is_possessor =
            i + 1 < names->len && g_array_index(names, IncmapName, i + 1).first <= name->end + 1;
        if (slot == &area->country && incmap_event_place_is_speaker(tokens, name) && !is_possessor)
            continue;
        if (slot != NULL && *slot < 0)
            *slot = (gint32)i;
    }
}

/* The country of the nearest place that the same sentence has. */
static const char *
nearest_country(const IncmapTokens *tokens, const GArray *names, const IncmapName *place)
{
    const IncmapSentence *sentence = &g_array_index(
        tokens->sentences, IncmapSentence, incmap_tokens_get(tokens, place->first)->sentence);
    const char *best = NULL;
    gint64 best_gap = G_MAXINT64;
    for (guint i = incmap_names_first_from(names, sentence->first); i < names->len; i++) {
        const IncmapName *name = &g_array_index(names, IncmapName, i);
        if (name->first >= sentence->end)
            break;
        if (!name->is_known || name->is_demonym || name->country == NULL ||
            name->first == place->first || name->role == INCMAP_ROLE_DATELINE ||
            incmap_event_place_is_speaker(tokens, name))
            continue;
        gint64 gap = ABS((gint64)name->first - (gint64)place->first);
        if (gap < best_gap)
            best_gap = gap, best = name->country;
    }
    return best;
}

static void
find_area(const IncmapTokens *tokens, const GArray *names, const IncmapDraft *draft,
          const IncmapName *place, Area *area)
{
    enum { MAX_BEHIND = 2 };
    const GArray *sentences = tokens->sentences;
    const IncmapSentence *own = &g_array_index(sentences, IncmapSentence,
                                               incmap_tokens_get(tokens, place->first)->sentence);
    gather(tokens, names, place, place->end, own->end, area);
    gather(tokens, names, place, own->first, place->first, area);
    for (guint i = 0; i < draft->sentences->len; i++) {
        const IncmapSentence *told =
            &g_array_index(sentences, IncmapSentence, g_array_index(draft->sentences, guint32, i));
        gather(tokens, names, place, told->first, told->end, area);
    }
    area->near =
        area->country < 0 && area->admin1 < 0 ? nearest_country(tokens, names, place) : NULL;
    for (guint n = 1; n <= MAX_BEHIND; n++) {
        guint index = draft->place_sentence + n;
        if (index >= sentences->len)
            break;
        const IncmapSentence *next = &g_array_index(sentences, IncmapSentence, index);
        gather(tokens, names, place, next->first, next->end, area);
    }
}

/* The country of most names and peoples that the text has without speaking for a government. */
static const char *
main_country(const IncmapTokens *tokens, const GArray *names)
{
    g_autoptr(GHashTable) counts = g_hash_table_new(g_str_hash, g_str_equal);
    const char *best = NULL;
    int most = 0;
    for (guint i = 0; i < names->len; i++) {
        const IncmapName *name = &g_array_index(names, IncmapName, i);
        if (name->country == NULL || name->country[0] == 0 ||
            (incmap_event_place_is_speaker(tokens, name) && !name->is_demonym))
            continue;
        int weight = name->hit.kind == COUNTRY || name->hit.kind == ADMIN1 ? 3 : 2;
        int n = GPOINTER_TO_INT(g_hash_table_lookup(counts, name->country)) +
                (name->is_demonym ? 1 : weight);
        g_hash_table_insert(counts, (gpointer)name->country, GINT_TO_POINTER(n));
        if (n > most)
            most = n, best = name->country;
    }
    return best;
}

/* "across the country", "nationwide": the country that the text named last. */
static const char *
whole_country(const IncmapTokens *tokens, const GArray *names, const IncmapDraft *draft)
{
    const IncmapSentence *sentence =
        &g_array_index(tokens->sentences, IncmapSentence, draft->sentence);
    gboolean is_whole = FALSE;
    for (guint32 i = sentence->first; i < sentence->end && !is_whole; i++)
        is_whole =
            is_word(incmap_tokens_get(tokens, i), "nationwide") ||
            (is_word(incmap_tokens_get(tokens, i), "the") &&
             (is_word(incmap_tokens_get(tokens, i + 1), "country") ||
              is_word(incmap_tokens_get(tokens, i + 1), "nation")) &&
             incmap_token_is(incmap_tokens_get(tokens, (gint64)i - 1), INCMAP_WORD(PLACE_PREP)));
    const char *code = NULL;
    for (guint i = 0; i < names->len && is_whole; i++) {
        const IncmapName *name = &g_array_index(names, IncmapName, i);
        if (name->first >= sentence->end && code != NULL)
            break;
        if (name->hit.kind == COUNTRY || name->is_demonym)
            code = name->country;
        if (name->first >= sentence->first && code != NULL)
            break;
    }
    return code;
}

static void
set_roles(GArray *names, const IncmapName *place, guint32 index)
{
    guint32 first = (guint32)(place - &g_array_index(names, IncmapName, 0)), i = first;
    do {
        IncmapName *other = &g_array_index(names, IncmapName, i);
        if (other->role != INCMAP_ROLE_DATELINE) {
            other->role = INCMAP_ROLE_EVENT;
            other->incident = (gint32)index;
        }
        i = other->alike;
    } while (i != first);
}

/* A place that no gazetteer has falls back on what the text says it lies in. Returns the country.
 */
static const char *
set_unknown(IncmapScene *scene, const IncmapTokens *tokens, const GArray *names,
            const IncmapDraft *draft, const IncmapName *place, IncmapIncident *incident,
            const char **main_code)
{
    Area area = {-1, -1, -1, NULL};
    find_area(tokens, names, draft, place, &area);
    if (area.admin2 >= 0)
        incident->admin2 =
            name_string(scene, tokens, &g_array_index(names, IncmapName, area.admin2));
    if (area.admin1 >= 0)
        incident->admin1 =
            name_string(scene, tokens, &g_array_index(names, IncmapName, area.admin1));
    const gint32 indices[] = {area.country, area.admin1, area.admin2};
    const char *code = NULL;
    for (gsize i = 0; i < G_N_ELEMENTS(indices) && code == NULL; i++)
        code = indices[i] >= 0
                   ? country_of(tokens, &g_array_index(names, IncmapName, (guint)indices[i]))
                   : NULL;
    if (code == NULL)
        code = nearest_country(tokens, names, place);
    if (code == NULL && draft->vague >= 0)
        code = g_array_index(names, IncmapName, draft->vague).country;
    if (code == NULL && *main_code == NULL)
        *main_code = incmap_scene_string(scene, main_country(tokens, names));
    if (code == NULL)
        code = *main_code;
    if (code != NULL && code[0] != 0)
        incident->country = country_string(scene, tokens, names, code);
    if (incident->country == NULL && code != NULL)
        incident->country = incmap_scene_string(scene, code);
    incmap_scene_explain(scene, "\"%s\" is in no gazetteer; the text puts it in %s, %s, %s",
                         incident->place, incident->admin2 != NULL ? incident->admin2 : "-",
                         incident->admin1 != NULL ? incident->admin1 : "-",
                         incident->country != NULL ? incident->country : "-");
    return code;
}

/* The gazetteer has the name, but not where the text puts it. */
static void
set_doubted(IncmapScene *scene, const IncmapTokens *tokens, const GArray *names,
            const IncmapDraft *draft, const IncmapName *name, IncmapIncident *incident,
            const char **main_code)
{
    IncmapName doubted = *name;
    doubted.is_known = FALSE;
    doubted.country = NULL;
    set_unknown(scene, tokens, names, draft, &doubted, incident, main_code);
}

/* An unknown place of which the text says no more than the country; a town that the same sentence
 * names is nearer. Returns the name to go by. */
static const IncmapName *
set_unknown_or_town(IncmapScene *scene, const IncmapTokens *tokens, const GArray *names,
                    const IncmapDraft *draft, const IncmapName *name, IncmapIncident *incident,
                    const char **main_code)
{
    const char *bearing = incmap_place_words_bearing(scene, tokens, names, name);
    if (bearing == NULL)
        bearing = incmap_place_words_part(scene, tokens, names, name);
    if (bearing != NULL)
        incident->place = incmap_scene_printf(scene, "%s, %s", incident->place, bearing);
    const char *code = set_unknown(scene, tokens, names, draft, name, incident, main_code);
    gboolean is_vague = bearing == NULL && incident->admin1 == NULL && incident->admin2 == NULL;
    gint32 town = is_vague ? incmap_area_find_town(tokens, names, draft, code) : -1;
    if (town < 0)
        return name;
    name = &g_array_index(names, IncmapName, town);
    incident->place = name_string(scene, tokens, name);
    return name;
}

/* What the name itself and what contains it say. */
static void
set_known(IncmapScene *scene, const IncmapTokens *tokens, const GArray *names,
          const IncmapName *name, IncmapIncident *incident)
{
    const IncmapName *container =
        name->container >= 0 ? &g_array_index(names, IncmapName, name->container) : NULL;
    int kind = container != NULL ? area_kind(tokens, container) : -1;
    gboolean is_province = container != NULL && kind == ADMIN1 &&
                           (container->hit.kind == ADMIN1 || container->hit.kind == COUNTRY);
    if (is_province || (container != NULL && container->hit.kind == ADMIN1))
        incident->admin1 = name_string(scene, tokens, container);
    incident->country = container != NULL && container->hit.kind == COUNTRY && !is_province
                            ? name_string(scene, tokens, container)
                        : name->hit.kind == COUNTRY
                            ? name_string(scene, tokens, name)
                            : country_string(scene, tokens, names, name->country);
}

void
incmap_event_area_apply(IncmapScene *scene, const IncmapTokens *tokens, GArray *names,
                        const IncmapDraft *draft, guint32 index, const char **main_code)
{
    IncmapIncident *incident = &g_array_index(scene->incidents, IncmapIncident, index);
    gboolean is_place = draft->place >= 0;
    gint32 main_name = is_place ? draft->place : draft->vague;
    if (main_name < 0) {
        const char *code = whole_country(tokens, names, draft);
        if (code != NULL)
            incident->country = country_string(scene, tokens, names, code);
        return;
    }
    const IncmapName *name = &g_array_index(names, IncmapName, main_name);
    guint32 first = is_place ? incmap_place_words_start(tokens, name) : 0, end = name->end;
    if (is_place && incmap_place_words_between(tokens, names, name, &first, &end))
        incident->place = incmap_tokens_string(scene, tokens, first, end);
    else if (is_place)
        incident->place = incmap_tokens_string(scene, tokens, first, name->end);
    else if (name->hit.kind == REGION)
        incident->place = name_string(scene, tokens, name);
    if (is_place && (incmap_area_contradicts(tokens, names, name) ||
                     incmap_area_is_stray(tokens, names, name))) {
        set_doubted(scene, tokens, names, draft, name, incident, main_code);
    } else {
        set_known(scene, tokens, names, name, incident);
        if (is_place && !name->is_known)
            name = set_unknown_or_town(scene, tokens, names, draft, name, incident, main_code);
    }
    set_roles(names, name, index);
}
