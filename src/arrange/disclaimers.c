/* SPDX-License-Identifier: MIT */
#include "arrange/disclaimers.h"

#include "arrange/look.h"

#include <string.h>

/* A row applies when a border between @a and @b is in view that isn't agreed; without @b, when the
 * area @a is. The wording follows the notes that United Nations maps carry in the same cases. */
static const struct {
    const char *a, *b;
    const char *words;
} rows[] = {
    {"SD", "SS",
     "Final boundary between the Republic of Sudan and the Republic of South Sudan has not yet been "
     "determined."},
    {"IN", "PK",
     "Dashed line in Jammu and Kashmir: approximate Line of Control agreed upon by India and "
     "Pakistan; the final status has not been agreed upon by the parties."},
    {"EH", NULL, "The status of Western Sahara is not settled."},
    {"FK", NULL,
     "A dispute exists between Argentina and the United Kingdom concerning sovereignty over the "
     "Falkland Islands (Malvinas)."},
    {"XK", NULL,
     "References to Kosovo are to be understood in the context of Security Council resolution 1244 "
     "(1999)."},
    {"UA", "UA", "Crimea is shown as part of Ukraine (General Assembly resolution 68/262); it is "
                 "held by Russia."},
    {"XN", NULL, "Northern Cyprus is recognised by Turkey alone."},
    {"XS", NULL, "Somaliland has declared itself independent and is not recognised."},
};

static gboolean
has_area(const IncmapArrange *arrange, const char *code)
{
    const IncmapLandLayer *layer = incmap_arrange_land(arrange, "countries");
    for (guint i = 0; layer != NULL && i < layer->features->len; i++) {
        const IncmapLandFeature *feature = &g_array_index(layer->features, IncmapLandFeature, i);
        if (g_strcmp0(feature->id, code) == 0 && feature->area_pt2 > 4)
            return TRUE;
    }
    return FALSE;
}

static gboolean
has_border(const IncmapArrange *arrange, const char *a, const char *b)
{
    const IncmapLandLayer *layer = incmap_arrange_land(arrange, "borders");
    for (guint i = 0; layer != NULL && i < layer->features->len; i++) {
        const IncmapLandFeature *feature = &g_array_index(layer->features, IncmapLandFeature, i);
        const char *left = incmap_land_text(feature, "code");
        const char *right = incmap_land_text(feature, "code2");
        gboolean is_pair = (g_strcmp0(left, a) == 0 && g_strcmp0(right, b) == 0) ||
                           (g_strcmp0(left, b) == 0 && g_strcmp0(right, a) == 0);
        if (is_pair && g_strcmp0(incmap_land_text(feature, "kind"), "agreed") != 0)
            return TRUE;
    }
    return FALSE;
}

void
incmap_disclaimers_add(const IncmapArrange *arrange, GString *text)
{
    if (!incmap_look_is(arrange, "disclaimer.is-shown"))
        return;
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        gboolean is_in_view = rows[i].b != NULL ? has_border(arrange, rows[i].a, rows[i].b)
                                                : has_area(arrange, rows[i].a);
        if (is_in_view)
            g_string_append_printf(text, " %s", rows[i].words);
    }
    g_string_append(text, " The boundaries and names shown on this map do not imply endorsement "
                          "or acceptance by its publisher.");
}
