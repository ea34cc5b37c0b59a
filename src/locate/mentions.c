/* SPDX-License-Identifier: MIT */
/*
 * The places that a text mentions, resolved together: what stands around a
 * mention ("X, Maine", "X district", "Y's X") becomes part of its term, the
 * terms are weighed against each other, and each mention gets the best sense of
 * its term.
 */
#include <math.h>
#include <string.h>

#include "base/geodesy.h"
#include "base/text.h"
#include "locate/locator.h"
#include "locate/senses.h"

enum { MAX_ANCHORS = 64, MAX_GAP = 28 };

/** Joint: how a mention is bound to the next one */
typedef enum {
    JOINT_NONE,
    JOINT_COMMA,  /* "X, Y": Y may contain X, or both stand in a row */
    JOINT_INSIDE, /* "X in Y", "X (Y)", "X district of Y" */
    JOINT_OWNER,  /* "X's Y": X may contain Y */
    JOINT_ROW,    /* "X and Y" */
} Joint;

typedef struct Finder Finder;
struct Finder {
    IncmapLocator *locator;
    const char *text; /* of the document; NULL: none */
    gsize length;
    guint first, n; /* its mentions */
    IncmapTerms terms;
    GHashTable *by_key; /* char * → term + 1 */
    gint *term_of;      /* term of each mention; -1 */
    guint8 *joints;     /* Joint to the mention behind */
};

static IncmapMention *
mention_at(const Finder *finder, guint i)
{
    return &g_array_index(finder->locator->scene->mentions, IncmapMention, finder->first + i);
}

/* Whether @gap reads "district of" or "area in": only small words, and the last is a preposition.
 */
static gboolean
is_inside_gap(const char *gap, gsize length)
{
    g_autofree char *words = g_strndup(gap, length);
    g_auto(GStrv) parts = g_strsplit(g_strstrip(words), " ", 5);
    guint n = g_strv_length(parts);
    if (n == 0 || n > 4 || gap[0] != ' ')
        return FALSE;
    guint last = n > 1 && strcmp(parts[n - 1], "the") == 0 ? n - 2 : n - 1;
    if (strcmp(parts[last], "in") == 0)
        return last == 0 || incmap_words_type(parts[0]) != INCMAP_TYPE_NONE;
    return strcmp(parts[last], "of") == 0 && last > 0 &&
           incmap_words_type(parts[last - 1]) != INCMAP_TYPE_NONE;
}

static Joint
find_joint(const Finder *finder, guint i)
{
    if (finder->text == NULL || i + 1 >= finder->n)
        return JOINT_NONE;
    const IncmapMention *mention = mention_at(finder, i), *next = mention_at(finder, i + 1);
    if (next->start < mention->end || next->start > finder->length ||
        next->start - mention->end > MAX_GAP)
        return JOINT_NONE;
    const char *gap = finder->text + mention->end;
    gsize n_gap = next->start - mention->end;
    static const struct {
        const char *gap;
        Joint joint;
    } joints[] = {
        {", ", JOINT_COMMA},
        {",", JOINT_COMMA},
        {" (", JOINT_INSIDE},
        {"'s ", JOINT_OWNER},
        {"\342\200\231s ", JOINT_OWNER},
        {" and ", JOINT_ROW},
        {", and ", JOINT_ROW},
        {" or ", JOINT_ROW},
        {" and the ", JOINT_ROW},
        {", in ", JOINT_INSIDE},
        {"., ", JOINT_COMMA},
        {", and in ", JOINT_ROW},
        {" to ", JOINT_ROW},
        {"/", JOINT_ROW},
        {" & ", JOINT_ROW},
    };
    for (gsize j = 0; j < G_N_ELEMENTS(joints); j++)
        if (strlen(joints[j].gap) == n_gap && memcmp(joints[j].gap, gap, n_gap) == 0)
            return joints[j].joint;
    return is_inside_gap(gap, n_gap) ? JOINT_INSIDE : JOINT_NONE;
}

/* The type word behind a mention ("Arghistan district") or before it ("the province of Gao"). */
static IncmapTypeWord
find_type(const Finder *finder, const IncmapMention *mention)
{
    if (finder->text == NULL || mention->end > finder->length)
        return INCMAP_TYPE_NONE;
    const char *at = finder->text + mention->end;
    gsize n = 0;
    if (at[0] == ' ')
        while (g_ascii_isalpha(at[1 + n]) && n < 20)
            n++;
    if (n > 0) {
        g_autofree char *word = g_ascii_strdown(at + 1, (gssize)n);
        IncmapTypeWord type = incmap_words_type(word);
        gboolean is_plain = type == INCMAP_TYPE_TOWN || type == INCMAP_TYPE_PROVINCE ||
                            type == INCMAP_TYPE_DISTRICT || type == INCMAP_TYPE_WATER;
        /* "Ohio state", "Gao town hall", "Iowa City" */
        if (is_plain && g_ascii_islower(at[1]))
            return type;
    }
    const char *start = finder->text + mention->start;
    gboolean has_of = mention->start > 4 && memcmp(start - 4, " of ", 4) == 0;
    const char *end = has_of                                   ? start - 4
                      : mention->start > 1 && start[-1] == ' ' ? start - 1
                                                               : start;
    const char *from = end;
    while (from > finder->text && g_ascii_isalpha(from[-1]) && end - from < 20)
        from--;
    if (from == end || (!has_of && end == start))
        return INCMAP_TYPE_NONE;
    g_autofree char *word = g_ascii_strdown(from, end - from);
    IncmapTypeWord type = incmap_words_type(word);
    gboolean is_usual = type == INCMAP_TYPE_TOWN || (has_of && type != INCMAP_TYPE_SITE);
    return is_usual && (has_of || g_ascii_islower(*from)) ? type : INCMAP_TYPE_NONE;
}

/* Adjectives that the reader of the text did not mark: "Chinese" is no town, and "Canadian" is the
 * small one in Texas only when the text says so. */
static gboolean
is_adjective(IncmapLocator *locator, const char *folded)
{
    g_autoptr(GArray) matches = g_array_new(FALSE, FALSE, sizeof(IncmapNameMatch));
    gboolean has_demonym = FALSE;
    incmap_gazetteer_match(locator->gazetteer, folded, 0, matches);
    for (guint i = 0; i < matches->len; i++) {
        const IncmapNameMatch *match = &g_array_index(matches, IncmapNameMatch, i);
        if (match->kind == INCMAP_NAME_DEMONYM)
            has_demonym = TRUE;
        else if (match->kind <= INCMAP_NAME_SHORT &&
                 (match->place.kind != INCMAP_PLACE_TOWN || match->place.population > 50000))
            return FALSE;
    }
    return has_demonym;
}

static void
fix_adjective(IncmapLocator *locator, const IncmapPlace *country, IncmapFix *fix)
{
    incmap_fix_describe(locator, country, fix);
    fix->precision = INCMAP_PRECISION_COUNTRY;
    fix->radius_km = country->radius_km;
    fix->score = 0.9;
    fix->reason = "an adjective that means the country";
}

/* The term of a mention inside @container (-1: not said); made when it is new. */
static gint
get_term(Finder *finder, guint i, const char *folded, gint container)
{
    IncmapTypeWord type = find_type(finder, mention_at(finder, i));
    g_autofree char *key = g_strdup_printf("%s\x1F%d\x1F%d", folded, (int)type, container);
    gpointer known = g_hash_table_lookup(finder->by_key, key);
    if (known != NULL)
        return GPOINTER_TO_INT(known) - 1;
    IncmapTerm term = {.folded = g_strdup(folded), .type = type, .container = container};
    term.alike = term.row_before = term.row_behind = -1;
    incmap_term_find_senses(finder->locator->gazetteer, &term);
    gint made = (gint)finder->terms.terms->len;
    g_array_append_val(finder->terms.terms, term);
    g_hash_table_insert(finder->by_key, g_steal_pointer(&key), GINT_TO_POINTER(made + 1));
    return made;
}

/* An adjective is a term with one sense, which no mention refers to. */
static void
add_adjective(Finder *finder, IncmapMention *mention, const char *folded)
{
    IncmapLocator *locator = finder->locator;
    const char *code = incmap_gazetteer_demonym(locator->gazetteer, folded);
    IncmapPlace country;
    if (code == NULL || !incmap_gazetteer_country(locator->gazetteer, code, &country))
        return;
    fix_adjective(locator, &country, &mention->fix);
    g_autofree char *key = g_strdup_printf("\x1F%s", code);
    guint index = GPOINTER_TO_UINT(g_hash_table_lookup(finder->by_key, key));
    if (index == 0) {
        IncmapTerm term = {.folded = g_strdup(key),
                           .container = -1,
                           .alike = -1,
                           .row_before = -1,
                           .row_behind = -1};
        incmap_term_set_sense(&term, &country);
        g_array_append_val(finder->terms.terms, term);
        index = finder->terms.terms->len;
        g_hash_table_insert(finder->by_key, g_steal_pointer(&key), GUINT_TO_POINTER(index));
    }
    g_array_index(finder->terms.terms, IncmapTerm, index - 1).n_mentions++;
}

/* What only newspapers of one country write, and what it weighs beside a name. */
static const struct {
    const char *words, *country;
    double weight;
} manners[] = {
    {"sheriff", "US", 0.5},
    {"Sheriff", "US", 0.5},
    {"school district", "US", 0.4},
    {"School District", "US", 0.5},
    {"high school", "US", 0.2},
    {"High School", "US", 0.3},
    {"Interstate ", "US", 0.5},
    {"U.S. Highway", "US", 0.5},
    {"State Police", "US", 0.3},
    {"County", "US", 0.2},
    {"grand jury", "US", 0.4},
    {"Circuit Court", "US", 0.4},
    {"Superior Court", "US", 0.4},
    {"City Council", "US", 0.2},
    {"state Rep.", "US", 0.5},
    {"State Rep.", "US", 0.5},
    {"state Sen.", "US", 0.5},
    {"felony", "US", 0.4},
    {"Police Department", "US", 0.2},
    {"United Methodist", "US", 0.4},
    {"Wal-Mart", "US", 0.3},
    {"Walmart", "US", 0.3},
    {"downtown", "US", 0.1},
    {"eighth-grade", "US", 0.3},
    {"ninth-grade", "US", 0.3},
    {"fire district", "US", 0.2},
    {"township", "US", 0.2},
    {"Crown Court", "GB", 0.6},
    {"agistrates", "GB", 0.4},
    {"borough council", "GB", 0.5},
    {"county council", "GB", 0.4},
    {"Borough Council", "GB", 0.6},
    {"Constabulary", "GB", 0.6},
    {"\302\243", "GB", 0.4},
    {"pensioner", "GB", 0.3},
    {"Met Police", "GB", 0.5},
    {"primary school", "GB", 0.2},
    {"Garda\303\255", "IE", 0.8},
    {"gardai", "IE", 0.8},
    {"Gardai", "IE", 0.8},
    {"Taoiseach", "IE", 0.8},
    {"RCMP", "CA", 0.8},
    {"lakh", "IN", 0.6},
    {"crore", "IN", 0.6},
    {"panchayat", "IN", 0.6},
    {"barangay", "PH", 0.8},
};

static void
weigh_manner(Finder *finder)
{
    for (gsize i = 0; i < G_N_ELEMENTS(manners) && finder->text != NULL; i++)
        if (strstr(finder->text, manners[i].words) != NULL)
            incmap_terms_count_country(&finder->terms, manners[i].country, manners[i].weight);
}

static void
add_term(Finder *finder, guint i, gint container)
{
    IncmapMention *mention = mention_at(finder, i);
    mention->fix = (IncmapFix){.precision = INCMAP_PRECISION_NONE, .reason = "no words"};
    finder->term_of[i] = -1;
    const char *words = mention->lookup != NULL ? mention->lookup : mention->text;
    if (words == NULL)
        return;
    mention->fix.reason = "no gazetteer has it";
    if (mention->is_site)
        return;
    g_autofree char *folded = incmap_text_fold(words);
    if (mention->is_demonym || is_adjective(finder->locator, folded)) {
        add_adjective(finder, mention, folded);
        return;
    }
    gint index = get_term(finder, i, folded, container);
    IncmapTerm *term = &g_array_index(finder->terms.terms, IncmapTerm, index);
    term->n_mentions++;
    term->is_dateline |= mention->role == INCMAP_ROLE_DATELINE;
    finder->term_of[i] = index;
}

/* The kind of place that a name means by itself. */
static IncmapPlaceKind
first_kind(const Finder *finder, gint index)
{
    const GArray *senses = g_array_index(finder->terms.terms, IncmapTerm, index).senses;
    return senses->len == 0 ? INCMAP_PLACE_TOWN
                            : g_array_index(senses, IncmapSense, 0).match.place.kind;
}

/* "Iran, Iraq" are two countries, and "Iowa, Ohio and Utah" three states. */
static gboolean
are_equals(const Finder *finder, gint inner, gint outer, gboolean is_in_row)
{
    IncmapPlaceKind kind = first_kind(finder, inner);
    if (kind != first_kind(finder, outer))
        return FALSE;
    return kind == INCMAP_PLACE_COUNTRY || (kind == INCMAP_PLACE_ADMIN1 && is_in_row);
}

/* Whether some sense of @inner lies in one of @outer; in a row only the usual senses count, since
 * among so many namesakes one fits by chance. */
static gboolean
can_contain(const Finder *finder, gint outer, gint inner, gboolean is_in_row)
{
    const GArray *wide = g_array_index(finder->terms.terms, IncmapTerm, outer).senses;
    const GArray *narrow = g_array_index(finder->terms.terms, IncmapTerm, inner).senses;
    if (!is_in_row)
        return wide->len > 0;
    for (guint i = 0; i < wide->len; i++) {
        const IncmapSense *a = &g_array_index(wide, IncmapSense, i);
        if (a->prior < g_array_index(wide, IncmapSense, 0).prior - 2)
            break;
        for (guint j = 0; j < narrow->len; j++) {
            const IncmapSense *b = &g_array_index(narrow, IncmapSense, j);
            if (b->prior > g_array_index(narrow, IncmapSense, 0).prior - 5 &&
                incmap_place_lies_in(&b->match.place, &a->match.place))
                return TRUE;
        }
    }
    return FALSE;
}

/* Whether mention @i stands in a row of names, so that the comma behind it need not bind. */
static gboolean
is_in_row(const Finder *finder, guint i, guint n)
{
    Joint before = i > 0 ? finder->joints[i - 1] : JOINT_NONE;
    Joint behind = i + 1 < n ? finder->joints[i + 1] : JOINT_NONE;
    return before == JOINT_COMMA || before == JOINT_ROW || behind == JOINT_ROW ||
           behind == JOINT_COMMA;
}

/* The term that the text puts mention @i in; -1. */
static gint
find_container(const Finder *finder, guint i, guint n, gint bare)
{
    gboolean is_comma = finder->joints[i] == JOINT_COMMA;
    if (!is_comma && finder->joints[i] != JOINT_INSIDE)
        return -1;
    gint outer = finder->term_of[i + 1];
    gboolean is_row = is_comma && is_in_row(finder, i, n);
    if (outer < 0 || outer == bare || !can_contain(finder, outer, bare, is_row) ||
        (is_comma && are_equals(finder, bare, outer, is_row)))
        return -1;
    return outer;
}

static void
link_row(Finder *finder, gint first, gint second)
{
    if (first < 0 || second < 0 || first == second)
        return;
    g_array_index(finder->terms.terms, IncmapTerm, first).row_behind = second;
    g_array_index(finder->terms.terms, IncmapTerm, second).row_before = first;
}

/* "Augusta's Highland Park" */
static void
link_owner(Finder *finder, gint outer, gint inner)
{
    if (outer < 0 || inner < 0 || outer == inner || !can_contain(finder, outer, inner, TRUE))
        return;
    IncmapTerm *term = &g_array_index(finder->terms.terms, IncmapTerm, inner);
    if (term->container >= 0)
        return;
    term->container = outer;
    term->is_list = TRUE;
    g_array_index(finder->terms.terms, IncmapTerm, outer).holds_others = TRUE;
}

/* From the last to the first, since what contains a name usually stands behind it. */
static void
build_terms(Finder *finder)
{
    guint n = finder->n;
    for (guint i = 0; i < n; i++)
        finder->joints[i] = (guint8)find_joint(finder, i);
    for (guint i = n; i-- > 0;) {
        add_term(finder, i, -1);
        gint bare = finder->term_of[i];
        gint container = bare < 0 ? -1 : find_container(finder, i, n, bare);
        if (container < 0)
            continue;
        g_array_index(finder->terms.terms, IncmapTerm, bare).n_mentions--;
        add_term(finder, i, container);
        g_array_index(finder->terms.terms, IncmapTerm, container).holds_others = TRUE;
        if (finder->joints[i] == JOINT_COMMA && is_in_row(finder, i, n))
            g_array_index(finder->terms.terms, IncmapTerm, finder->term_of[i]).is_list = TRUE;
    }
    for (guint i = 0; i + 1 < n; i++) {
        gint term = finder->term_of[i], next = finder->term_of[i + 1];
        if (finder->joints[i] == JOINT_OWNER)
            link_owner(finder, term, next);
        else if (finder->joints[i] == JOINT_ROW ||
                 (finder->joints[i] == JOINT_COMMA && term >= 0 &&
                  g_array_index(finder->terms.terms, IncmapTerm, term).container < 0))
            link_row(finder, term, next);
    }
}

/* Terms of one name share what the text says of one of them. */
static void
link_alike(IncmapTerms *terms)
{
    g_autoptr(GHashTable) held = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < terms->terms->len; i++) {
        const IncmapTerm *term = &g_array_index(terms->terms, IncmapTerm, i);
        gpointer known = g_hash_table_lookup(held, term->folded);
        if (term->container >= 0 && (known == NULL || !term->is_list))
            g_hash_table_insert(held, term->folded, GUINT_TO_POINTER(i + 1));
    }
    for (guint i = 0; i < terms->terms->len; i++) {
        IncmapTerm *term = &g_array_index(terms->terms, IncmapTerm, i);
        gpointer known = g_hash_table_lookup(held, term->folded);
        if (term->container < 0 && known != NULL)
            term->alike = (gint)GPOINTER_TO_UINT(known) - 1;
    }
}

static gboolean
is_area(const Finder *finder, gint index)
{
    return index >= 0 && first_kind(finder, index) == INCMAP_PLACE_ADMIN1;
}

/* "Kidal" is the town and not the region around it, when the town is of weight there and nothing
 * in the text speaks of areas. */
static guint
prefer_seat(const Finder *finder, const IncmapTerm *term)
{
    const IncmapSense *area = &g_array_index(term->senses, IncmapSense, 0);
    if (area->match.place.kind != INCMAP_PLACE_ADMIN1 || term->type != INCMAP_TYPE_NONE ||
        term->holds_others || is_area(finder, term->row_before) ||
        is_area(finder, term->row_behind))
        return 0;
    for (guint i = 1; i < term->senses->len; i++) {
        const IncmapPlace *town = &g_array_index(term->senses, IncmapSense, i).match.place;
        if (town->kind == INCMAP_PLACE_TOWN &&
            strcmp(town->admin1_code, area->match.place.admin1_code) == 0 &&
            town->population > 0.2 * area->match.place.population &&
            (strncmp(town->feature_code, "PPLA", 5) == 0 || town->population > 20000))
            return i;
    }
    return 0;
}

static void
rank_term(const Finder *finder, const IncmapTerm *term, IncmapRanked *ranked)
{
    guint chosen = prefer_seat(finder, term);
    const IncmapSense *best = &g_array_index(term->senses, IncmapSense, chosen);
    double share = 0;
    for (guint i = 0; i < term->senses->len; i++) {
        const IncmapSense *sense = &g_array_index(term->senses, IncmapSense, i);
        /* a town and the area around it are one sense at two precisions */
        double km = incmap_distance_km(sense->match.place.point, best->match.place.point);
        gboolean is_around =
            sense->match.place.kind == INCMAP_PLACE_ADMIN1 &&
            (incmap_place_lies_in(&best->match.place, &sense->match.place) ||
             (km < 1.3 * sense->match.place.radius_km &&
              g_strcmp0(sense->match.place.country_code, best->match.place.country_code) == 0));
        if (km < 5 || i == chosen || is_around) {
            share += sense->share;
            continue;
        }
        ranked->n_others++;
        if (!ranked->has_second) {
            ranked->has_second = TRUE;
            ranked->second = sense->match;
            ranked->second_score = sense->share;
        }
    }
    ranked->best = best->match;
    ranked->type = term->type;
    ranked->score = fmin(share, 1) * 0.95;
}

/* Spelt in a way that no gazetteer has, in a text about one country. */
static void
find_misspelt(Finder *finder, const char *country_code, IncmapMention *mention)
{
    IncmapStated stated = {.has_country = FALSE};
    IncmapRanked ranked;
    const char *words = mention->lookup != NULL ? mention->lookup : mention->text;
    if (country_code == NULL ||
        !incmap_gazetteer_country(finder->locator->gazetteer, country_code, &stated.country))
        return;
    stated.has_country = TRUE;
    if (!incmap_rank_name(finder->locator, words, &stated, &ranked) || ranked.is_elsewhere ||
        ranked.is_part || ranked.score < 0.2)
        return;
    incmap_fix_use(finder->locator, &ranked, &stated, &mention->fix);
}

static const char *
main_country(const Finder *finder)
{
    g_autoptr(GHashTable) sums = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
    const char *best = NULL;
    double most = 0;
    for (guint i = 0; i < finder->terms.terms->len; i++) {
        const IncmapTerm *term = &g_array_index(finder->terms.terms, IncmapTerm, i);
        if (term->senses->len == 0)
            continue;
        const IncmapSense *sense = &g_array_index(term->senses, IncmapSense, 0);
        const char *code = sense->match.place.country_code;
        double *sum = g_hash_table_lookup(sums, code);
        if (code[0] == '\0')
            continue;
        if (sum == NULL) {
            sum = g_new0(double, 1);
            g_hash_table_insert(sums, (gpointer)code, sum);
        }
        *sum += sense->share * term->n_mentions;
        if (*sum > most) {
            most = *sum;
            best = code;
        }
    }
    return best;
}

/* "Friedensburg, Pa.", with no such place in Pennsylvania: in Pennsylvania, then. */
static gboolean
fix_in_container(Finder *finder, const IncmapTerm *term, IncmapMention *mention)
{
    if (term->container < 0 || term->is_list)
        return FALSE;
    const IncmapTerm *outer = &g_array_index(finder->terms.terms, IncmapTerm, term->container);
    const IncmapSense *area = &g_array_index(outer->senses, IncmapSense, 0);
    if (area->match.place.kind != INCMAP_PLACE_ADMIN1 &&
        area->match.place.kind != INCMAP_PLACE_ADMIN2)
        return FALSE;
    for (guint i = 0; i < term->senses->len; i++) {
        const IncmapPlace *place = &g_array_index(term->senses, IncmapSense, i).match.place;
        if (incmap_place_lies_in(place, &area->match.place) ||
            incmap_locate_is_beside(finder->locator->layers, place, &area->match.place) ||
            place->kind == INCMAP_PLACE_COUNTRY || place->index == area->match.place.index)
            return FALSE;
    }
    IncmapLocator *locator = finder->locator;
    incmap_fix_describe(locator, &area->match.place, &mention->fix);
    mention->fix.radius_km = area->match.place.radius_km;
    mention->fix.precision = area->match.place.kind == INCMAP_PLACE_ADMIN1
                                 ? INCMAP_PRECISION_PROVINCE
                                 : INCMAP_PRECISION_DISTRICT;
    mention->fix.score = 0.7 * area->share;
    mention->fix.reason = incmap_scene_printf(
        locator->scene, "no gazetteer has it in %s, where the text puts it", mention->fix.name);
    return TRUE;
}

static void
set_fixes(Finder *finder)
{
    IncmapLocator *locator = finder->locator;
    const char *country = main_country(finder);
    const IncmapStated nothing = {.has_country = FALSE};
    for (guint i = 0; i < finder->n; i++) {
        IncmapMention *mention = mention_at(finder, i);
        if (finder->term_of[i] < 0)
            continue;
        const IncmapTerm *term =
            &g_array_index(finder->terms.terms, IncmapTerm, finder->term_of[i]);
        if (fix_in_container(finder, term, mention))
            continue;
        if (term->senses->len == 0) {
            find_misspelt(finder, country, mention);
            continue;
        }
        IncmapRanked ranked = {.score = 0};
        rank_term(finder, term, &ranked);
        incmap_fix_use(locator, &ranked, &nothing, &mention->fix);
    }
}

/* What the text is sure of helps to locate the phrases of its incidents. */
static void
leave_context(IncmapLocator *locator)
{
    const GArray *mentions = locator->scene->mentions;
    for (guint i = 0; i < mentions->len; i++) {
        const IncmapMention *mention = &g_array_index(mentions, IncmapMention, i);
        const IncmapFix *fix = &mention->fix;
        if (fix->score > 0.7 && fix->precision <= INCMAP_PRECISION_DISTRICT &&
            !mention->is_demonym && locator->anchors->len < MAX_ANCHORS)
            g_array_append_val(locator->anchors, fix->point);
        if (fix->score > 0.8 && fix->country_code != NULL) {
            guint count =
                GPOINTER_TO_UINT(g_hash_table_lookup(locator->countries, fix->country_code));
            g_hash_table_insert(locator->countries, (gpointer)fix->country_code,
                                GUINT_TO_POINTER(count + 1));
        }
    }
    g_hash_table_remove_all(locator->fixes);
}

static void
locate_document(IncmapLocator *locator, const IncmapDocument *document)
{
    Finder finder = {.locator = locator,
                     .text = document->text,
                     .length = document->text != NULL ? document->length : 0,
                     .first = document->first_mention,
                     .n = document->n_mentions};
    finder.by_key = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    finder.term_of = g_new(gint, finder.n);
    finder.joints = g_new0(guint8, finder.n);
    incmap_terms_init(&finder.terms);
    build_terms(&finder);
    weigh_manner(&finder);
    link_alike(&finder.terms);
    incmap_terms_weigh(&finder.terms);
    set_fixes(&finder);
    incmap_locate_sites(locator, document);
    incmap_terms_clear(&finder.terms);
    g_hash_table_unref(finder.by_key);
    g_free(finder.term_of);
    g_free(finder.joints);
}

void
incmap_locate_mentions(IncmapLocator *locator)
{
    const IncmapScene *scene = locator->scene;
    if (scene->mentions->len == 0)
        return;
    guint32 done = 0;
    for (guint i = 0; i < scene->documents->len; i++) {
        const IncmapDocument *document = &g_array_index(scene->documents, IncmapDocument, i);
        if (document->n_mentions > 0)
            locate_document(locator, document);
        done = MAX(done, document->first_mention + document->n_mentions);
    }
    /* mentions without a document are located without a text */
    IncmapDocument rest = {.first_mention = done, .n_mentions = scene->mentions->len - done};
    if (rest.n_mentions > 0)
        locate_document(locator, &rest);
    leave_context(locator);
}
