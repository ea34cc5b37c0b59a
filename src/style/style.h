/* SPDX-License-Identifier: MIT */
/*
 * A style file: what is drawn, in which order and how. Layers speak the vocabulary of the
 * MapLibre Style Specification, with sizes in points; the `incmap` section speaks for all that
 * only a printed map has.
 */
#ifndef INCMAP_STYLE_STYLE_H
#define INCMAP_STYLE_STYLE_H

#include "style/style-layer.h"

typedef struct IncmapStyle IncmapStyle;

/**
 * incmap_style_load:
 * @path: a style file, YAML or JSON
 * @error: set on failure, with file, line and column
 *
 * Returns: (transfer full): the style; free with incmap_style_free()
 */
IncmapStyle *incmap_style_load(const char *path, GError **error);

/**
 * incmap_style_load_full:
 * @path: a style file, YAML or JSON
 * @search_dirs: (nullable): where the styles lie that it extends, after its own folder; ends
 *   with %NULL
 * @error: set on failure
 *
 * Returns: (transfer full): the style; free with incmap_style_free()
 */
IncmapStyle *incmap_style_load_full(const char *path, const char *const *search_dirs,
                                    GError **error);

/* As incmap_style_load(), from memory and without `extends`; @name stands in messages. */
IncmapStyle *incmap_style_parse(const char *name, const char *text, gsize n_bytes, GError **error);

void incmap_style_free(IncmapStyle *style);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IncmapStyle, incmap_style_free)

/* As the file says, or the name of the file. */
const char *incmap_style_get_name(const IncmapStyle *style);

/* (element-type utf8): what was accepted but has no effect, each with its place. */
const GPtrArray *incmap_style_get_notes(const IncmapStyle *style);

/* Where the files of icons are looked for: the folder that `sprite` names, that of the style, those
 * of the styles that it extends. Returns: (transfer full): free with g_strfreev() */
char **incmap_style_list_icon_folders(const IncmapStyle *style);

guint incmap_style_get_n_layers(const IncmapStyle *style);

/* From the bottom up. */
const IncmapStyleLayer *incmap_style_get_layer(const IncmapStyle *style, guint i);

const IncmapStyleLayer *incmap_style_find_layer(const IncmapStyle *style, const char *id);

/*
 * Keys of the `incmap` section by their dotted path, such as "page.margin". Every key is a row
 * of incmap-table.c, with its default; another key or another kind is a mistake of the
 * programmer.
 */
double incmap_style_incmap_number(const IncmapStyle *style, const char *key);
const char *incmap_style_incmap_string(const IncmapStyle *style, const char *key);
IncmapColor incmap_style_incmap_color(const IncmapStyle *style, const char *key);
gboolean incmap_style_incmap_bool(const IncmapStyle *style, const char *key);
const IncmapValue *incmap_style_incmap_value(const IncmapStyle *style, const char *key);

/* Whether the file itself says something about @key. */
gboolean incmap_style_incmap_has(const IncmapStyle *style, const char *key);

/* Fails at the place of @value, for those who read an incmap_style_incmap_value(). */
gboolean incmap_style_fail(const IncmapStyle *style, const IncmapValue *value, GError **error,
                           const char *format, ...) G_GNUC_PRINTF(4, 5);

#endif
