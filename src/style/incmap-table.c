/* SPDX-License-Identifier: MIT */
#include "style/incmap-table.h"

#include <math.h>
#include <string.h>

#define NUMBER(key, fallback, unit, min, max, doc)                                                 \
    {                                                                                              \
        key, INCMAP_TABLE_NUMBER, fallback, unit, min, max, NULL, doc                              \
    }
#define STRING(key, fallback, doc)                                                                 \
    {                                                                                              \
        key, INCMAP_TABLE_STRING, fallback, NULL, 0, 0, NULL, doc                                  \
    }
#define WORD(key, fallback, choices, doc)                                                          \
    {                                                                                              \
        key, INCMAP_TABLE_WORD, fallback, NULL, 0, 0, choices, doc                                 \
    }
#define COLOR(key, fallback, doc)                                                                  \
    {                                                                                              \
        key, INCMAP_TABLE_COLOR, fallback, NULL, 0, 0, NULL, doc                                   \
    }
#define BOOL(key, fallback, doc)                                                                   \
    {                                                                                              \
        key, INCMAP_TABLE_BOOL, fallback, NULL, 0, 0, NULL, doc                                    \
    }
#define VALUE(key, fallback, doc)                                                                  \
    {                                                                                              \
        key, INCMAP_TABLE_VALUE, fallback, NULL, 0, 0, NULL, doc                                   \
    }

#define FACE(key, font, size, color, spacing, leading, halo, doc)                                  \
    STRING(key ".font", font, doc ": family, weight, slant"),                                      \
        NUMBER(key ".size", size, "pt", 1, 400, doc ": size"),                                     \
        COLOR(key ".color", color, doc ": colour"),                                                \
        NUMBER(key ".spacing", spacing, "em", -0.2, 10, doc ": letter-spacing"),                   \
        NUMBER(key ".leading", leading, "pt", 0, 600, doc ": from baseline to baseline"),          \
        NUMBER(key ".halo", halo, "pt", 0, 20, doc ": halo on each side")
#define SHAPES "circle square triangle diamond burst cross star hexagon drop triangle-down pentagon"
#define SYMBOL(event, shape, color, edge)                                                          \
    WORD("symbols." event ".shape", shape, SHAPES, event ": shape"),                               \
        COLOR("symbols." event ".color", color, event ": colour"),                                 \
        COLOR("symbols." event ".edge", edge, event ": outline; transparent: none"),               \
        WORD("symbols." event ".pattern", "none", "none hatch vertical dots",                      \
             event ": lines or dots over the colour of arcs and bars, for print without colour"),  \
        COLOR("symbols." event ".pattern-color", "'#1a1d21'", event ": colour of that pattern"),   \
        STRING("symbols." event ".image", "''",                                                    \
               event ": an SVG file beside the style, drawn instead of the shape")

/* clang-format off */
static const IncmapTableRow rows[] = {
    NUMBER("page.reference-width", "1200", "pt", 36, 14400, "page width at which lengths are as written; others scale by the fourth root of the ratio"),
    NUMBER("page.margin", "30", "pt", 0, 1000, "white edge around everything"),
    COLOR("page.background", "'#ffffff'", "colour of the page"),
    NUMBER("page.min-type", "6", "pt", 1, 24, "no text is set smaller"),
    NUMBER("frame.width", "0", "pt", 0, 20, "line around the map; 0: none"),
    COLOR("frame.color", "'#6d6a64'", "colour of that line"),
    FACE("title", "'Inter Display Bold'", "30", "'#121212'", "-0.012", "34", "0", "headline"),
    FACE("subtitle", "'Inter'", "13.5", "'#262523'", "0", "18", "0", "line below the headline"),
    FACE("foot", "'Inter'", "9", "'#6d6a64'", "0", "12.5", "0", "credits and notes at the foot"),

    COLOR("ground.sea", "'#d3e0e8'", "water, for halos"),
    COLOR("ground.land", "'#e6e4dd'", "land, for halos"),
    COLOR("ground.focus", "'#fffbf3'", "the country that the map is about, for halos"),

    WORD("names.provinces", "incident", "none incident focus", "which provinces are named: none, those with incidents, all of the country"),
    NUMBER("names.small-below", "0.045", NULL, 0, 1, "share of the map below which a country is named in the small face"),
    NUMBER("names.provinces-above", "1", NULL, 0, 1, "share of the map that the country fills from which on all its provinces are named"),
    NUMBER("names.river-rank", "2", NULL, 0, 9, "rivers up to this rank are named"),
    NUMBER("names.river-repeat", "420", "pt", 50, 10000, "a longer course is named twice"),
    NUMBER("names.nature-rank", "3", NULL, 0, 9, "seas, deserts and ranges up to this rank are named"),
    NUMBER("names.desert-spread", "3.95", "em", 0, 20, "widest gap between the letters of a desert or range"),
    FACE("names.focus", "'Inter SemiBold'", "22.5", "'#4a463e'", "0.42", "29", "0", "name of the country that the map is about"),
    FACE("names.country", "'Inter Medium'", "11.25", "'#77726a'", "0.28", "14.5", "0", "names of other countries"),
    FACE("names.small", "'Inter Medium'", "8.6", "'#77726a'", "0.17", "11", "0", "names of countries that take little of the map"),
    FACE("names.province", "'Inter SemiBold'", "8.25", "'#7d6d40'", "0.16", "10.8", "0", "names of provinces"),
    FACE("names.river", "'P052 Italic'", "11.6", "'#4f7d93'", "0.14", "14", "0", "names of rivers"),
    FACE("names.lake", "'P052 Italic'", "10", "'#4f7d93'", "0.02", "12", "0", "names of lakes"),
    FACE("names.sea", "'P052 Italic'", "12.75", "'#4f7d93'", "0.04", "15", "0", "names of oceans, seas and gulfs"),
    FACE("names.desert", "'P052 Italic'", "15", "'#978d78'", "0.3", "18", "0", "names of deserts and ranges"),

    NUMBER("towns.max", "17", NULL, 0, 1000, "towns on a map of 690,000 square points; others by the fourth root of the ratio"),
    NUMBER("towns.other-share", "0.42", NULL, 0, 1, "share of them that may lie in other countries"),
    NUMBER("towns.min-distance", "30", "pt", 0, 1000, "between two towns"),
    NUMBER("towns.radius", "2.05", "pt", 0, 50, "of a dot"),
    NUMBER("towns.capital-radius", "2.4", "pt", 0, 50, "half the side of a capital's square"),
    NUMBER("towns.ring-width", "0.8", "pt", 0, 20, "ring around a dot"),
    COLOR("towns.ring-color", "'#ffffff'", "colour of that ring"),
    NUMBER("towns.gap", "3", "pt", 0, 50, "between symbol and name"),
    FACE("towns.focus", "'Inter Medium'", "10.9", "'#262523'", "0", "13", "1.5", "towns of the country that the map is about"),
    FACE("towns.other", "'Inter'", "10.1", "'#4c4a46'", "0", "12", "1.5", "other towns"),

    NUMBER("groups.merge-distance", "0", "pt", 0, 200, "places nearer than this share a symbol; 0: only equal places"),
    NUMBER("groups.min-radius", "6.4", "pt", 1, 200, "smallest ring of several incidents"),
    NUMBER("groups.band-width", "2.6", "pt", 0.2, 50, "smallest width of its arcs"),
    COLOR("groups.edge-color", "'#262523'", "thin lines around the ring"),
    COLOR("groups.separator-color", "'#ffffff'", "lines between the arcs"),
    NUMBER("groups.separator-width", "0.7", "pt", 0, 10, "their width"),
    FACE("groups.count", "'Inter Bold'", "6.8", "'#121212'", "0", "8", "0", "number in the middle of a ring"),

    BOOL("incident.is-shown", "true", "the program's own symbols, names, callouts and legend of incidents are drawn; false where layers with the source incidents take their place"),
    NUMBER("incident.min-radius", "4.35", "pt", 0.2, 200, "smallest symbol"),
    NUMBER("incident.max-radius", "24", "pt", 0.2, 500, "largest symbol"),
    NUMBER("incident.radius-per-root", "1.1", "pt", 0, 100, "radius is this times the square root of the value"),
    NUMBER("incident.keyline-width", "1.1", "pt", 0, 20, "pale line around a symbol"),
    COLOR("incident.keyline-color", "'#ffffff'", "colour of that line, and of hollow symbols"),
    COLOR("incident.single-color", "'transparent'", "of all symbols when only one type is on the map; transparent: the type's own"),
    WORD("incident.single-shape", "none", "none " SHAPES, "of all symbols when only one type is on the map; none: the type's own"),
    NUMBER("incident.target-max", "6", NULL, 0, 1000, "up to this many places get a wide pale circle"),
    NUMBER("incident.max-named", "24", NULL, 0, 10000, "up to this many places are named"),
    NUMBER("incident.max-keyed", "20", NULL, 0, 20,
           "up to this many names without room get a number and a key"),
    FACE("incident.name", "'Inter Bold'", "11.6", "'#121212'", "0", "14", "1.6", "places of the most important incidents"),
    FACE("incident.small", "'Inter SemiBold'", "10.4", "'#121212'", "0", "13", "1.6", "places of other incidents"),

    NUMBER("precision.ring-width", "0.9", "pt", 0, 20, "dashed ring of a place that is not exactly known"),
    NUMBER("precision.dash", "2.6", "pt", 0.1, 50, "length of its dashes"),
    COLOR("precision.tint", "'#f3dcb4'", "ground of a province, when no more is known"),
    WORD("precision.tint-pattern", "none", "none hatch vertical dots", "lines or dots on that ground, for print without colour"),
    COLOR("precision.tint-ink", "'#8a8a8a'", "colour of those lines or dots"),

    NUMBER("callout.max", "3", NULL, 0, 100, "callouts on a map"),
    NUMBER("callout.max-groups", "6", NULL, 0, 10000, "with more places than this there are none"),
    NUMBER("callout.max-width", "214", "pt", 20, 1000, "widest text"),
    NUMBER("callout.min-width", "90", "pt", 0, 1000, "narrowest text"),
    NUMBER("callout.padding", "15", "pt", 0, 200, "between edge and text"),
    NUMBER("callout.inset", "24", "pt", 0, 500, "from the edge of the map"),
    BOOL("callout.names-beside", "false", "the place is also named beside its symbol"),
    BOOL("callout.is-numbered", "false", "callouts carry a number; larger places first"),
    NUMBER("callout.top-rule", "0", "pt", 0, 20, "line along the top of a callout; 0: none"),
    COLOR("callout.background", "'#ffffff'", "ground of a callout"),
    COLOR("callout.rule-color", "'#cfcbc2'", "line below its heading; transparent: none"),
    FACE("callout.heading", "'Inter Display Bold'", "15", "'#121212'", "0", "18", "0", "first line of a callout"),
    FACE("callout.date", "'Inter Medium'", "10.5", "'#121212'", "0", "13", "0", "second line of a callout"),
    FACE("callout.claim", "'Inter'", "9.4", "'#6d6a64'", "0", "12", "0", "words that say whose a figure is"),
    FACE("callout.figure", "'Inter'", "10.9", "'#121212'", "0", "14", "0", "figures in a callout"),

    COLOR("leader.color", "'#262523'", "leader lines"),
    NUMBER("leader.width", "0.75", "pt", 0, 20, "their width"),
    NUMBER("leader.gap", "1", "pt", 0, 50, "between symbol and leader"),
    COLOR("leader.casing-color", "'transparent'", "pale line below a leader"),
    NUMBER("leader.casing-width", "0", "pt", 0, 20, "width of that line"),

    COLOR("own.color", "'#8a4a08'", "lines and points of a file of one's own that the style doesn't name"),
    COLOR("own.fill", "'#8a4a0818'", "its areas"),
    NUMBER("own.width", "1", "pt", 0, 20, "its lines"),
    NUMBER("own.radius", "2", "pt", 0, 50, "its points"),
    BOOL("graticule.is-labelled", "false", "degrees stand along the upper and the left edge"),
    FACE("graticule", "'Inter'", "8", "'#77726a'", "0", "10", "0", "degrees along the edge"),
    BOOL("disclaimer.is-shown", "false", "the foot says what the boundaries do not imply"),
    NUMBER("furniture.inset", "15", "pt", 0, 500, "scale bar, inset and legend from the edge of the map"),
    WORD("inset.kind", "globe", "none globe locator", "what says where on earth the map is"),
    NUMBER("inset.size", "45", "pt", 5, 1000, "radius of the globe, side of the locator"),
    COLOR("inset.sea", "'#ffffff'", "water"),
    COLOR("inset.land", "'#cbc7bd'", "land"),
    COLOR("inset.focus", "'#4a463e'", "the country that the map is about"),
    COLOR("inset.outline", "'#a9a497'", "edge of the inset"),
    COLOR("inset.dot-color", "'#d0021b'", "dot or frame of the place"),
    NUMBER("inset.dot-radius", "2.6", "pt", 0.2, 50, "dot of the place"),
    FACE("scale", "'Inter'", "9", "'#4c4a46'", "0", "11", "0", "scale bar"),
    NUMBER("scale.share", "0.095", NULL, 0.02, 0.6, "length of the scale bar, of the map's width"),
    BOOL("legend.is-on-map", "true", "the legend stands on the map, not in the panel"),
    COLOR("legend.background", "'#ffffffd9'", "ground of the legend"),
    FACE("legend", "'Inter'", "9.4", "'#262523'", "0", "13", "0", "legend on the map"),

    NUMBER("story.width", "0", "pt", 0, 2000, "column of headline and figures at the left of a wide page, beside the map and not above it; 0: none; grows with the square root of the page's width"),
    NUMBER("story.fade", "80", "pt", 0, 1000, "from the column's edge over the map, until the page's colour is gone"),
    NUMBER("story.inset", "36", "pt", 0, 500, "from the edges of the page to the column's text"),
    NUMBER("story.scale", "1.3", NULL, 0.5, 4, "size of the column's figures, of that on callouts"),
    WORD("panel.side", "none", "none right", "where the panel stands"),
    NUMBER("panel.width", "205.5", "pt", 50, 2000, "of the panel"),
    NUMBER("panel.gutter", "15", "pt", 0, 500, "between map and panel"),
    STRING("panel.kicker-text", "''", "words above the headline; empty: SITUATION MAP in the map's language"),
    NUMBER("panel.bars-height", "58", "pt", 5, 1000, "of the tallest bar"),
    COLOR("panel.rule-color", "'#c9cdd2'", "lines between sections"),
    COLOR("panel.accent-color", "'#a50f15'", "key figure of the killed"),
    FACE("panel.kicker", "'Inter SemiBold'", "7", "'#1b6ca8'", "0.08", "9", "0", "line above the headline of a panel"),
    FACE("panel.period", "'Inter Medium'", "7.2", "'#4a5058'", "0", "9.4", "0", "period in a panel"),
    FACE("panel.figure", "'Inter Bold'", "17", "'#1a1d21'", "0", "20", "0", "key figures"),
    FACE("panel.heading", "'Inter Bold'", "8", "'#1a1d21'", "0", "10", "0", "headings in a panel"),
    FACE("panel.table", "'Inter'", "7.2", "'#1a1d21'", "0", "9", "0", "tables in a panel"),
    FACE("panel.note", "'Inter'", "6.4", "'#6a7078'", "0", "8", "0", "small print in a panel"),

    SYMBOL("battle", "circle", "'#a50f15'", "'transparent'"),
    SYMBOL("explosion", "burst", "'#f28e2b'", "'#8a4a08'"),
    SYMBOL("civilians", "square", "'#332288'", "'transparent'"),
    SYMBOL("protest", "triangle", "'#66ccee'", "'#1f6e8c'"),
    SYMBOL("riot", "diamond", "'#009e73'", "'transparent'"),
    SYMBOL("strategic", "cross", "'#6b7280'", "'transparent'"),
    SYMBOL("state-based", "circle", "'#a50f15'", "'transparent'"),
    SYMBOL("non-state", "diamond", "'#e08214'", "'#8a4a08'"),
    SYMBOL("one-sided", "square", "'#332288'", "'transparent'"),
    SYMBOL("earthquake", "circle", "'#d95f02b3'", "'#8a3a00'"),
    SYMBOL("volcano", "triangle", "'#8c0d12'", "'transparent'"),
    SYMBOL("flood", "drop", "'#1b6ca8'", "'transparent'"),
    SYMBOL("storm", "star", "'#4d5d8c'", "'transparent'"),
    SYMBOL("landslide", "triangle-down", "'#8c510a'", "'transparent'"),
    SYMBOL("drought", "hexagon", "'#d8a657'", "'#8a5a10'"),
    SYMBOL("fire", "burst", "'#9e1b32'", "'transparent'"),
    SYMBOL("tsunami", "diamond", "'#123f6b'", "'transparent'"),
    SYMBOL("disease", "cross", "'#7a0177'", "'transparent'"),
    SYMBOL("accident", "hexagon", "'#54585e'", "'transparent'"),
    SYMBOL("crime", "pentagon", "'#7f3b08'", "'transparent'"),
    SYMBOL("other", "pentagon", "'#8a8f96'", "'transparent'"),
};
/* clang-format on */

const IncmapTableRow *
incmap_table_get_rows(guint *out_n_rows)
{
    *out_n_rows = G_N_ELEMENTS(rows);
    return rows;
}

/* Keys → row + 1, made once: arranging a map asks some ten thousand times. */
static GHashTable *
get_index(void)
{
    static gsize index; /* a GHashTable that lives as long as the program */
    if (g_once_init_enter(&index)) {
        GHashTable *made = g_hash_table_new(g_str_hash, g_str_equal);
        for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
            g_hash_table_insert(made, (gpointer)rows[i].key, GUINT_TO_POINTER(i + 1));
        g_once_init_leave(&index, (gsize)made);
    }
    return (GHashTable *)index;
}

int
incmap_table_find(const char *key)
{
    return (int)GPOINTER_TO_UINT(g_hash_table_lookup(get_index(), key)) - 1;
}

const char *
incmap_table_kind_get_name(IncmapTableKind kind)
{
    static const char *const names[] = {"number", "text", "word", "colour", "boolean", "any"};
    return names[kind];
}
