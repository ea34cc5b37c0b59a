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
#include "locate/mention-finder.h"

enum { MAX_ANCHORS = 64 };

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
get_term(IncmapFinder *finder, guint i, const char *folded, gint container)
{
    IncmapTypeWord type = incmap_mention_type(finder, incmap_finder_mention(finder, i));
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
add_adjective(IncmapFinder *finder, IncmapMention *mention, const char *folded)
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

static void
add_term(IncmapFinder *finder, guint i, gint container)
{
    IncmapMention *mention = incmap_finder_mention(finder, i);
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

/* "Iran, Iraq" are two countries, and "Iowa, Ohio and Utah" three states. */
static gboolean
are_equals(const IncmapFinder *finder, gint inner, gint outer, gboolean is_in_row)
{
    IncmapPlaceKind kind = incmap_finder_first_kind(finder, inner);
    if (kind != incmap_finder_first_kind(finder, outer))
        return FALSE;
    return kind == INCMAP_PLACE_COUNTRY || (kind == INCMAP_PLACE_ADMIN1 && is_in_row);
}

/* Whether some sense of @inner lies in one of @outer; in a row only the usual senses count, since
 * among so many namesakes one fits by chance. */
static gboolean
can_contain(const IncmapFinder *finder, gint outer, gint inner, gboolean is_in_row)
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
is_in_row(const IncmapFinder *finder, guint i, guint n)
{
    IncmapJoint before = i > 0 ? finder->joints[i - 1] : INCMAP_JOINT_NONE;
    IncmapJoint behind = i + 1 < n ? finder->joints[i + 1] : INCMAP_JOINT_NONE;
    return before == INCMAP_JOINT_COMMA || before == INCMAP_JOINT_ROW ||
           behind == INCMAP_JOINT_ROW || behind == INCMAP_JOINT_COMMA;
}

/* The term that the text puts mention @i in; -1. */
static gint
find_container(const IncmapFinder *finder, guint i, guint n, gint bare)
{
    gboolean is_comma = finder->joints[i] == INCMAP_JOINT_COMMA;
    if (!is_comma && finder->joints[i] != INCMAP_JOINT_INSIDE)
        return -1;
    gint outer = finder->term_of[i + 1];
    gboolean is_row = is_comma && is_in_row(finder, i, n);
    if (outer < 0 || outer == bare || !can_contain(finder, outer, bare, is_row) ||
        (is_comma && are_equals(finder, bare, outer, is_row)))
        return -1;
    return outer;
}

static void
link_row(IncmapFinder *finder, gint first, gint second)
{
    if (first < 0 || second < 0 || first == second)
        return;
    g_array_index(finder->terms.terms, IncmapTerm, first).row_behind = second;
    g_array_index(finder->terms.terms, IncmapTerm, second).row_before = first;
}

/* "Augusta's Highland Park" */
static void
link_owner(IncmapFinder *finder, gint outer, gint inner)
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
build_terms(IncmapFinder *finder)
{
    guint n = finder->n;
    for (guint i = 0; i < n; i++)
        finder->joints[i] = (guint8)incmap_mention_joint(finder, i);
    for (guint i = n; i-- > 0;) {
        add_term(finder, i, -1);
        gint bare = finder->term_of[i];
        gint container = bare < 0 ? -1 : find_container(finder, i, n, bare);
        if (container < 0)
            continue;
        g_array_index(finder->terms.terms, IncmapTerm, bare).n_mentions--;
        add_term(finder, i, container);
        g_array_index(finder->terms.terms, IncmapTerm, container).holds_others = TRUE;
        if (finder->joints[i] == INCMAP_JOINT_COMMA && is_in_row(finder, i, n))
            g_array_index(finder->terms.terms, IncmapTerm, finder->term_of[i]).is_list = TRUE;
    }
    for (guint i = 0; i + 1 < n; i++) {
        gint term = finder->term_of[i], next = finder->term_of[i + 1];
        if (finder->joints[i] == INCMAP_JOINT_OWNER)
            link_owner(finder, term, next);
        else if (finder->joints[i] == INCMAP_JOINT_ROW ||
                 (finder->joints[i] == INCMAP_JOINT_COMMA && term >= 0 &&
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
    IncmapFinder finder = {.locator = locator,
                           .text = document->text,
                           .length = document->text != NULL ? document->length : 0,
                           .first = document->first_mention,
                           .n = document->n_mentions};
    finder.by_key = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    finder.term_of = g_new(gint, finder.n);
    finder.joints = g_new0(guint8, finder.n);
    incmap_terms_init(&finder.terms);
    build_terms(&finder);
    incmap_mention_weigh_manner(&finder);
    link_alike(&finder.terms);
    incmap_terms_weigh(&finder.terms);
    incmap_mention_set_fixes(&finder);
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
