/* SPDX-License-Identifier: MIT */
#include "read/drafts.h"

#include <math.h>
#include <string.h>

enum { TOWN = 0, ADMIN1 = 1, ADMIN2 = 2, COUNTRY = 3, REGION = 4 };

void
incmap_draft_init(IncmapDraft *draft, guint32 sentence)
{
    memset(draft, 0, sizeof *draft);
    draft->place = draft->vague = -1;
    draft->sentence = draft->place_sentence = sentence;
    draft->figures = g_array_new(FALSE, TRUE, sizeof(IncmapFigure));
    draft->sentences = g_array_new(FALSE, FALSE, sizeof(guint32));
    g_array_append_val(draft->sentences, sentence);
}

void
incmap_draft_clear(gpointer data)
{
    IncmapDraft *draft = data;
    g_clear_pointer(&draft->figures, g_array_unref);
    g_clear_pointer(&draft->sentences, g_array_unref);
}

static const IncmapName *
get_name(const GArray *names, gint32 index)
{
    return &g_array_index(names, IncmapName, index);
}

static gboolean
same_place(const IncmapTokens *tokens, const GArray *names, gint32 a, gint32 b)
{
    const IncmapName *x = get_name(names, a), *y = get_name(names, b);
    if (x->end - x->first != y->end - y->first)
        return FALSE;
    for (guint32 i = 0; i < x->end - x->first; i++) {
        if (strcmp(incmap_tokens_get(tokens, x->first + i)->folded,
                   incmap_tokens_get(tokens, y->first + i)->folded) != 0)
            return FALSE;
    }
    return TRUE;
}

int
incmap_draft_closeness(const GArray *names, gint32 place)
{
    if (place < 0)
        return -1;
    switch (get_name(names, place)->hit.kind) {
    case COUNTRY:
        return 0;
    case REGION:
        return 1;
    case ADMIN1:
        return 2;
    case ADMIN2:
        return 3;
    default:
        return 4;
    }
}

static const char *
sure_country(const GArray *names, gint32 index)
{
    const IncmapName *name = get_name(names, index);
    return incmap_name_is_doubtful(name) ? NULL : name->country;
}

static gboolean
same_country(const GArray *names, gint32 a, gint32 b)
{
    const char *x = sure_country(names, a), *y = sure_country(names, b);
    return x == NULL || y == NULL || x[0] == 0 || y[0] == 0 || strcmp(x, y) == 0;
}

/* Whether the one can lie in the other: a town in a province, a village that no gazetteer has in
 * a district. */
static gboolean
can_contain(const GArray *names, gint32 a, gint32 b)
{
    int x = incmap_draft_closeness(names, a), y = incmap_draft_closeness(names, b);
    const IncmapNameHit *one = &get_name(names, a)->hit, *other = &get_name(names, b)->hit;
    if (x == y ||
        (x >= 3 && y >= 3 && one->name != NULL && other->name != NULL && MIN(x, y) != 3) ||
        !same_country(names, a, b))
        return FALSE;
    return MIN(x, y) < 2 || one->admin1_code == NULL || other->admin1_code == NULL ||
           one->admin1_code[0] == 0 || other->admin1_code[0] == 0 ||
           strcmp(one->admin1_code, other->admin1_code) == 0;
}

/* Hazards last: what a later day brings without a place of its own belongs to the same one. */
static gboolean
goes_on(const IncmapDraft *old, const IncmapDraft *draft)
{
    enum { MAX_DAYS = 3 };
    IncmapFamily family = old->trigger->family;
    gboolean is_hazard = family == INCMAP_FAMILY_WATER || family == INCMAP_FAMILY_WIND ||
                         family == INCMAP_FAMILY_FLAME || family == INCMAP_FAMILY_LAVA ||
                         family == INCMAP_FAMILY_SLOPE || family == INCMAP_FAMILY_DRY;
    return is_hazard && draft->place < 0 &&
           draft->when.date.from_julian <= old->when.date.to_julian + MAX_DAYS &&
           old->when.date.from_julian <= draft->when.date.to_julian;
}

static gboolean
dates_conflict(const IncmapDraft *a, const IncmapDraft *b)
{
    if (a->when.date.from_julian == 0 || b->when.date.from_julian == 0 || a->when.is_speech ||
        b->when.is_speech)
        return FALSE;
    return a->when.date.to_julian < b->when.date.from_julian ||
           b->when.date.to_julian < a->when.date.from_julian;
}

/* What one hazard brings with it: a quake landslides, a storm floods, a crash a fire. */
static const struct {
    IncmapFamily cause, effect;
} followers[] = {
    {INCMAP_FAMILY_QUAKE, INCMAP_FAMILY_SLOPE}, {INCMAP_FAMILY_QUAKE, INCMAP_FAMILY_BREAK},
    {INCMAP_FAMILY_QUAKE, INCMAP_FAMILY_FLAME}, {INCMAP_FAMILY_WATER, INCMAP_FAMILY_WIND},
    {INCMAP_FAMILY_WATER, INCMAP_FAMILY_SLOPE}, {INCMAP_FAMILY_WATER, INCMAP_FAMILY_BREAK},
    {INCMAP_FAMILY_WIND, INCMAP_FAMILY_SLOPE},  {INCMAP_FAMILY_WIND, INCMAP_FAMILY_BREAK},
    {INCMAP_FAMILY_WIND, INCMAP_FAMILY_CRASH},  {INCMAP_FAMILY_FLAME, INCMAP_FAMILY_BREAK},
    {INCMAP_FAMILY_FLAME, INCMAP_FAMILY_CRASH}, {INCMAP_FAMILY_ARMED, INCMAP_FAMILY_FLAME},
    {INCMAP_FAMILY_ARMED, INCMAP_FAMILY_BREAK}, {INCMAP_FAMILY_CROWD, INCMAP_FAMILY_ARMED},
    {INCMAP_FAMILY_CROWD, INCMAP_FAMILY_FLAME}, {INCMAP_FAMILY_LAVA, INCMAP_FAMILY_QUAKE},
    {INCMAP_FAMILY_LAVA, INCMAP_FAMILY_FLAME},  {INCMAP_FAMILY_SLOPE, INCMAP_FAMILY_BREAK},
    {INCMAP_FAMILY_DRY, INCMAP_FAMILY_ILLNESS}, {INCMAP_FAMILY_ARMED, INCMAP_FAMILY_CRASH},
    {INCMAP_FAMILY_CRASH, INCMAP_FAMILY_BREAK},
};

static gboolean
goes_with(IncmapFamily a, IncmapFamily b)
{
    for (gsize i = 0; i < G_N_ELEMENTS(followers); i++) {
        if ((followers[i].cause == a && followers[i].effect == b) ||
            (followers[i].cause == b && followers[i].effect == a))
            return TRUE;
    }
    return FALSE;
}

static gboolean
families_fit(const IncmapTokens *tokens, const GArray *names, const IncmapDraft *old,
             const IncmapDraft *draft)
{
    IncmapFamily a = old->trigger->family, b = draft->trigger->family;
    if (a == b || a == INCMAP_FAMILY_ANY || b == INCMAP_FAMILY_ANY)
        return TRUE;
    if (!goes_with(a, b))
        return FALSE;
    return draft->place < 0 || old->place < 0 ||
           same_place(tokens, names, old->place, draft->place) ||
           can_contain(names, old->place, draft->place);
}

/* "Two killed as lorries collide in Nakuru" above "two people were killed near Gilgil" */
static gboolean
is_headline_of(const GArray *names, const IncmapDraft *old, const IncmapDraft *draft)
{
    IncmapFamily a = old->trigger->family, b = draft->trigger->family;
    gboolean fits = a == b || a == INCMAP_FAMILY_ANY || b == INCMAP_FAMILY_ANY || goes_with(a, b);
    if (!old->is_headline || !fits || dates_conflict(old, draft) ||
        (old->place >= 0 && draft->place >= 0 && !same_country(names, old->place, draft->place)))
        return FALSE;
    for (guint i = 0; i < old->figures->len; i++) {
        const IncmapFigure *one = &g_array_index(old->figures, IncmapFigure, i);
        for (guint j = 0; j < draft->figures->len; j++) {
            const IncmapFigure *other = &g_array_index(draft->figures, IncmapFigure, j);
            if (one->kind == other->kind && one->low == other->low)
                return TRUE;
        }
    }
    return FALSE;
}

/* A sentence that only says where the quake's centre was. */
static gboolean
is_epicentre_of(const GArray *names, const IncmapDraft *old, const IncmapDraft *draft)
{
    enum { VAGUE = 2 };
    return old->trigger->family == INCMAP_FAMILY_QUAKE &&
           draft->trigger->family == INCMAP_FAMILY_QUAKE && draft->trigger->rank <= VAGUE &&
           (old->place < 0 || draft->place < 0 || same_country(names, old->place, draft->place));
}

static gboolean
can_merge(const IncmapTokens *tokens, const GArray *names, const IncmapDraft *old,
          const IncmapDraft *draft)
{
    if (is_headline_of(names, old, draft) || is_epicentre_of(names, old, draft))
        return TRUE;
    if (!families_fit(tokens, names, old, draft))
        return FALSE;
    if (old->place >= 0 && draft->place >= 0)
        return (same_place(tokens, names, old->place, draft->place) ||
                can_contain(names, old->place, draft->place)) &&
               !dates_conflict(old, draft);
    gboolean is_whole = draft->figures->len > 0 && (draft->place >= 0 || draft->vague >= 0);
    int exact = is_whole ? 2 : 3;
    if (dates_conflict(old, draft) && !goes_on(old, draft) && draft->when.rank >= exact &&
        old->when.rank >= exact)
        return FALSE;
    gint32 old_area = old->place >= 0 ? old->place : old->vague;
    gint32 new_area = draft->place >= 0 ? draft->place : draft->vague;
    if (old_area < 0 || new_area < 0 || incmap_draft_closeness(names, old_area) == 1 ||
        incmap_draft_closeness(names, new_area) == 1)
        return TRUE;
    return same_country(names, old_area, new_area);
}

/* Only the last few can be meant: a text that lists events would otherwise be read in quadratic
 * time. */
IncmapDraft *
incmap_drafts_find(GArray *drafts, const IncmapTokens *tokens, const GArray *names,
                   const IncmapDraft *draft)
{
    enum { MAX_LOOKED_AT = 24 };
    guint n = 0;
    for (guint i = drafts->len; i-- > 0 && n < MAX_LOOKED_AT && !draft->is_separate; n++) {
        IncmapDraft *old = &g_array_index(drafts, IncmapDraft, i);
        if (can_merge(tokens, names, old, draft))
            return old;
    }
    return NULL;
}

static gboolean
is_compatible(const char *a, const char *b)
{
    return a == NULL || b == NULL || strcmp(a, b) == 0;
}

/* "25 killed" in a headline and "at least 25 people, officials said" below it are one figure. */
static gboolean
is_same_figure(const IncmapFigure *a, const IncmapFigure *b)
{
    if (a->kind != b->kind || a->is_part != b->is_part ||
        !is_compatible(a->claimed_by, b->claimed_by) || !is_compatible(a->who, b->who))
        return FALSE;
    if (a->quantity == b->quantity)
        return (isnan(a->low) && isnan(b->low)) || (a->low == b->low && a->high == b->high);
    gboolean is_bound =
        (a->quantity == INCMAP_QUANTITY_EXACT && b->quantity == INCMAP_QUANTITY_AT_LEAST) ||
        (a->quantity == INCMAP_QUANTITY_AT_LEAST && b->quantity == INCMAP_QUANTITY_EXACT);
    return is_bound && a->low == b->low;
}

/* Takes over what @figure says more than @old. */
static void
complete_figure(IncmapFigure *old, const IncmapFigure *figure)
{
    gboolean is_bound =
        figure->quantity == INCMAP_QUANTITY_AT_LEAST && old->quantity != figure->quantity;
    if ((old->claimed_by == NULL && figure->claimed_by != NULL) || is_bound) {
        IncmapFigure better = *figure;
        better.who = figure->who != NULL ? figure->who : old->who;
        if (figure->claimed_by == NULL) {
            better.claimed_by = old->claimed_by;
            better.claim = old->claim;
            better.is_official = old->is_official;
        }
        if (!is_bound && old->quantity == INCMAP_QUANTITY_AT_LEAST) {
            better.quantity = old->quantity;
            better.high = old->high;
        }
        *old = better;
    } else if (old->who == NULL) {
        old->who = figure->who;
    }
}

static void
merge_figures(IncmapDraft *old, const GArray *figures)
{
    enum { MAX_FIGURES = 64 };
    for (guint i = 0; i < figures->len; i++) {
        const IncmapFigure *figure = &g_array_index(figures, IncmapFigure, i);
        IncmapFigure *same = NULL;
        for (guint j = 0; j < old->figures->len && same == NULL; j++) {
            IncmapFigure *other = &g_array_index(old->figures, IncmapFigure, j);
            if (is_same_figure(other, figure))
                same = other;
        }
        if (same != NULL)
            complete_figure(same, figure);
        else if (old->figures->len < MAX_FIGURES)
            g_array_append_val(old->figures, *figure);
    }
}

void
incmap_draft_refine(IncmapDraft *old, const IncmapTokens *tokens, const GArray *names,
                    const IncmapDraft *draft)
{
    if (draft->place < 0)
        return;
    int is_closer =
        incmap_draft_closeness(names, draft->place) > incmap_draft_closeness(names, old->place);
    gboolean is_inside = old->place >= 0 && !same_place(tokens, names, old->place, draft->place) &&
                         can_contain(names, old->place, draft->place);
    if (old->place >= 0 && !(is_closer && is_inside))
        return;
    if (old->place < 0 && old->vague >= 0 && !same_country(names, old->vague, draft->place))
        return;
    old->place = draft->place;
    old->place_sentence = draft->place_sentence;
    old->near_words = draft->near_words != NULL ? draft->near_words : old->near_words;
}

void
incmap_draft_merge(IncmapDraft *old, const IncmapTokens *tokens, const GArray *names,
                   const IncmapDraft *draft)
{
    gboolean is_same_family =
        draft->trigger != NULL && (draft->trigger->family == old->trigger->family ||
                                   old->trigger->family == INCMAP_FAMILY_ANY);
    /* what was told first stands when it was plain: a bombing stays one, though air strikes follow
     */
    enum { PLAIN = 5 };
    if (is_same_family && draft->trigger->rank > old->trigger->rank && !draft->is_weak &&
        !draft->is_accused &&
        (old->trigger->rank < PLAIN || draft->trigger->event == old->trigger->event)) {
        old->trigger = draft->trigger;
        old->token = draft->token;
        old->sentence = draft->sentence;
    }
    /* a headline says less than the sentence below it */
    gboolean is_bare = old->when.rank == 0 && old->figures->len == 0;
    if (is_bare && old->place >= 0 && draft->place >= 0 &&
        same_place(tokens, names, old->place, draft->place))
        old->place_sentence = draft->place_sentence;
    if (old->is_headline && draft->place >= 0) {
        old->place = draft->place;
        old->place_sentence = draft->place_sentence;
    }
    old->is_headline = FALSE;
    incmap_draft_refine(old, tokens, names, draft);
    if (old->near_words == NULL)
        old->near_words = draft->near_words;
    if (old->vague < 0)
        old->vague = draft->vague;
    if (draft->when.rank > old->when.rank && !draft->when.is_past)
        old->when = draft->when;
    old->is_weak &= draft->is_weak;
    merge_figures(old, draft->figures);
    g_array_append_vals(old->sentences, draft->sentences->data, draft->sentences->len);
}
