/* SPDX-License-Identifier: MIT */
#ifndef INCMAP_STYLE_STYLE_PRIVATE_H
#define INCMAP_STYLE_STYLE_PRIVATE_H

#include "style/incmap-table.h"
#include "style/style.h"

struct IncmapStyle {
    IncmapStyleDocument *document; /* owns all that layers and values point to */
    char *name;
    const char *sprite;          /* a folder of icons, from the style's own; NULL */
    GPtrArray *notes;            /* owned text */
    GPtrArray *layers;           /* IncmapStyleLayer, in the document's arena */
    const IncmapValue *settings; /* of the `incmap` section, by row of incmap-table.c */
    const gboolean *has_setting; /* by row: whether the file has it */
};

/* Adds "place: message" to the notes. */
void incmap_style_add_note(IncmapStyle *style, const IncmapValue *at, const char *format, ...)
    G_GNUC_PRINTF(3, 4);

/* Reads one item of `layers` and adds it to the style; @defaults by IncmapStyleProperty. */
gboolean incmap_style_read_layer(IncmapStyle *style, const IncmapValue *value,
                                 const IncmapStyleSlot *defaults, GError **error);

/* Reads the `incmap` section; %NULL: there is none. */
gboolean incmap_style_read_incmap(IncmapStyle *style, const IncmapValue *section, GError **error);

/* A member that must be text; %NULL in @out_text when absent. */
gboolean incmap_style_read_text(const IncmapStyle *style, const IncmapValue *object,
                                const char *key, const char **out_text, GError **error);

/* Fails for a key that is not known, with the nearest of @n_known @known ones. */
gboolean incmap_style_fail_key(const IncmapStyle *style, const IncmapValue *key, const char *where,
                               const char *const *known, GError **error);

#endif
