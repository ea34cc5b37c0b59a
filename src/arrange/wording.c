/* SPDX-License-Identifier: MIT */
#include "arrange/wording.h"

#include <string.h>

/* Type is made smaller by this, but never below the least size that is read on a screen: 11 pixels
 * at 96 to the inch. */
#define SMALLER 0.86
#define LEAST_PT 8.25

/* A line of fewer characters looks like a mistake. */
#define MIN_LINE 3
#define MIN_BROKEN 9

#define COST_BROKEN 1.6
#define COST_ABBREVIATED 2.2
#define COST_SMALLER 3.0

/* Words that maps abbreviate, in capitals and lower case as they stand here. */
static const struct {
    const char *word, *abbreviation;
} abbreviations[] = {
    {"Saint", "St."},
    {"Sainte", "Ste."},
    {"Sankt", "St."},
    {"Santa", "Sta."},
    {"Santo", "Sto."},
    {"Mount", "Mt."},
    {"Mountain", "Mtn."},
    {"Mountains", "Mts."},
    {"Fort", "Ft."},
    {"North", "N."},
    {"Northern", "N."},
    {"South", "S."},
    {"Southern", "S."},
    {"East", "E."},
    {"Eastern", "E."},
    {"West", "W."},
    {"Western", "W."},
    {"Island", "I."},
    {"Islands", "Is."},
    {"Lake", "L."},
    {"River", "R."},
    {"Point", "Pt."},
    {"Province", "Prov."},
    {"District", "Dist."},
    {"Department", "Dep."},
    {"Governorate", "Gov."},
    {"General", "Gen."},
    {"Colonel", "Col."},
    {"Doctor", "Dr."},
    {"President", "Pres."},
    {"International", "Int."},
    {"Junction", "Jct."},
    {"Nuevo", "Nvo."},
    {"Nueva", "Nva."},
    {"Nouveau", "Nouv."},
    {"Nouvelle", "Nouv."},
    {"an der", "a. d."},
    {"am", "a."},
    {"upon", "u."},
    {"sur", "s."},
};

/* Length of the table's word at the beginning of @at; @out_index is which. */
static gsize
match_word(const char *at, gsize *out_index)
{
    for (gsize i = 0; i < G_N_ELEMENTS(abbreviations); i++) {
        gsize length = strlen(abbreviations[i].word);
        char after = strncmp(at, abbreviations[i].word, length) == 0 ? at[length] : 'x';
        if (after == '\0' || after == ' ' || after == '-') {
            *out_index = i;
            return length;
        }
    }
    return 0;
}

char *
incmap_wording_abbreviate(const char *text)
{
    g_autoptr(GString) short_text = g_string_new(NULL);
    gboolean is_start = TRUE, is_changed = FALSE;
    for (const char *at = text; *at != '\0';) {
        gsize index = 0, length = is_start ? match_word(at, &index) : 0;
        /* The whole name is not abbreviated, nor its last word to nothing that says it. */
        if (length > 0 && length < strlen(text)) {
            g_string_append(short_text, abbreviations[index].abbreviation);
            at += length;
            is_changed = TRUE;
        } else {
            g_string_append_c(short_text, *at++);
        }
        is_start = at > text && (at[-1] == ' ' || at[-1] == '-');
    }
    return is_changed ? g_string_free(g_steal_pointer(&short_text), FALSE) : NULL;
}

/* The space or hyphen that divides the text most evenly: where the second line begins; NULL when
 * there is none. */
static const char *
find_break(const char *text)
{
    glong length = g_utf8_strlen(text, -1), best_uneven = G_MAXLONG, n = 0;
    const char *best = NULL;
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at), n++) {
        glong after = length - n - 1, uneven = ABS(after - n);
        if ((*at != ' ' && *at != '-') || n < MIN_LINE || after < MIN_LINE || uneven >= best_uneven)
            continue;
        best_uneven = uneven;
        best = at + 1;
    }
    return length >= MIN_BROKEN ? best : NULL;
}

static void
measure(const IncmapArrange *arrange, IncmapWording *wording)
{
    wording->width_pt = 0;
    for (guint i = 0; i < wording->n_lines; i++) {
        IncmapTextMetrics metrics =
            incmap_typeset_measure(arrange, wording->lines[i], &wording->type);
        wording->widths_pt[i] = metrics.width_pt;
        wording->width_pt = MAX(wording->width_pt, metrics.width_pt);
        wording->x_height_pt = metrics.x_height_pt;
        wording->cap_height_pt = metrics.cap_height_pt;
        wording->is_rtl = metrics.is_rtl;
    }
}

static gboolean
set_broken(const IncmapArrange *arrange, const char *text, IncmapWording *wording)
{
    const char *second = find_break(text);
    if (second == NULL)
        return FALSE;
    g_autofree char *first = g_strndup(text, (gsize)(second - text));
    wording->lines[0] = incmap_scene_string(arrange->scene, g_strchomp(first));
    wording->lines[1] = incmap_scene_string(arrange->scene, second);
    wording->n_lines = 2;
    wording->cost += COST_BROKEN;
    return TRUE;
}

static gboolean
set_abbreviated(const IncmapArrange *arrange, const char *text, IncmapWording *wording)
{
    g_autofree char *short_text = incmap_wording_abbreviate(text);
    if (short_text == NULL)
        return FALSE;
    wording->lines[0] = incmap_scene_string(arrange->scene, short_text);
    wording->cost += COST_ABBREVIATED;
    return TRUE;
}

gboolean
incmap_wording_make(const IncmapArrange *arrange, const char *text, const IncmapFace *type,
                    guint index, IncmapWording *out_wording)
{
    IncmapWording wording = {.lines = {text, NULL}, .n_lines = 1, .type = *type};
    if (index >= INCMAP_N_WORDINGS)
        return FALSE;
    if (index >= INCMAP_N_WORDINGS / 2) {
        double size_pt = MAX(type->font.size_pt * SMALLER, LEAST_PT);
        if (size_pt > type->font.size_pt * 0.97)
            return FALSE;
        wording.type.leading_pt *= size_pt / type->font.size_pt;
        wording.type.font.size_pt = size_pt;
        wording.cost = COST_SMALLER;
    }
    switch (index % (INCMAP_N_WORDINGS / 2)) {
    case 1:
        if (!set_broken(arrange, text, &wording))
            return FALSE;
        break;
    case 2:
        if (!set_abbreviated(arrange, text, &wording))
            return FALSE;
        break;
    default:
        break;
    }
    measure(arrange, &wording);
    *out_wording = wording;
    return TRUE;
}
