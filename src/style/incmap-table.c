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

#define CORNERS "auto none top-left top-right bottom-left bottom-right"

/* clang-format off */
static const IncmapTableRow rows[] = {
    NUMBER("page.width", "510", "pt", 36, 14400, "width of the page"),
    NUMBER("page.height", "0", "pt", 0, 14400, "height of the page; 0: as the map needs it"),
    NUMBER("page.margin", "20", "pt", 0, 1000, "white edge around the map"),
    COLOR("page.color", "white", "colour of the page"),
    NUMBER("page.frame-width", "0.5", "pt", 0, 100, "line around the map"),
    COLOR("page.frame-color", "'#555555'", "colour of that line"),

    STRING("text.font", "sans-serif", "font of everything around the map"),
    NUMBER("text.size", "8", "pt", 1, 200, "size of that font"),
    COLOR("text.color", "'#222222'", "colour of that text"),

    WORD("title.position", "top", "none top bottom", "where the title stands"),
    NUMBER("title.size", "14", "pt", 1, 400, "size of the title's font"),
    COLOR("title.color", "'#111111'", "colour of the title"),
    NUMBER("subtitle.size", "9", "pt", 1, 400, "size of the subtitle's font"),
    COLOR("subtitle.color", "'#444444'", "colour of the subtitle"),

    WORD("legend.position", "auto", CORNERS, "corner of the legend"),
    NUMBER("legend.size", "8", "pt", 1, 200, "size of the legend's font"),
    NUMBER("legend.padding", "6", "pt", 0, 100, "room inside the legend"),
    COLOR("legend.color", "'rgba(255, 255, 255, 0.9)'", "ground of the legend"),

    WORD("scale-bar.position", "auto", CORNERS, "corner of the scale bar"),
    WORD("scale-bar.units", "km", "km mi both", "units of the scale bar"),
    NUMBER("scale-bar.width", "120", "pt", 20, 2000, "longest scale bar"),

    WORD("inset.position", "auto", CORNERS, "corner of the locator map"),
    NUMBER("inset.width", "90", "pt", 20, 2000, "width of the locator map"),
    COLOR("inset.land-color", "'#dddddd'", "land in the locator map"),
    COLOR("inset.frame-color", "'#c00000'", "frame of the map in the locator map"),

    WORD("north-arrow.position", "none", CORNERS, "corner of the north arrow"),

    WORD("precision.draw", "ring", "none ring fade hatch", "how an uncertain place is drawn"),
    NUMBER("precision.smallest", "6", "pt", 0, 1000, "radius below which nothing is drawn"),
    COLOR("precision.color", "'#c00000'", "colour of an uncertain place"),
    NUMBER("precision.opacity", "0.15", NULL, 0, 1, "opacity of its area"),

    NUMBER("credits.size", "6", "pt", 1, 200, "size of the font of the credits"),
    COLOR("credits.color", "'#777777'", "colour of the credits"),

    VALUE("symbols", "{}", "symbols by event type"),
};
/* clang-format on */

const IncmapTableRow *
incmap_table_get_rows(guint *out_n_rows)
{
    *out_n_rows = G_N_ELEMENTS(rows);
    return rows;
}

int
incmap_table_find(const char *key)
{
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        if (strcmp(rows[i].key, key) == 0)
            return (int)i;
    }
    return -1;
}

const char *
incmap_table_kind_get_name(IncmapTableKind kind)
{
    static const char *const names[] = {"number", "text", "word", "colour", "boolean", "any"};
    return names[kind];
}
