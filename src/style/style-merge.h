/* SPDX-License-Identifier: MIT */
/*
 * `extends`: a style that says only what is different from another one.
 */
#ifndef INCMAP_STYLE_STYLE_MERGE_H
#define INCMAP_STYLE_STYLE_MERGE_H

#include "style/document.h"

/**
 * incmap_style_merge_load:
 * @document: keeps all values
 * @path: a style file
 * @search_dirs: (nullable): folders for the styles it extends, after its own folder
 * @out_root: (out): the file, laid over those it extends
 * @error: set on failure
 *
 * Mappings are merged key by key, layers by their `id`, and null takes a key away. Everything
 * else, such as a property, is replaced as a whole. New layers come last, or before the layer that
 * their `before` names.
 *
 * Returns: whether all files could be read
 */
gboolean incmap_style_merge_load(IncmapStyleDocument *document, const char *path,
                                 const char *const *search_dirs, IncmapValue *out_root,
                                 GError **error);

#endif
