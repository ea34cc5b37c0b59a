/* SPDX-License-Identifier: MIT */
/*
 * Functions as styles had them before expressions: `{stops: …, property: …, type: …}`.
 */
#ifndef INCMAP_STYLE_FUNCTION_H
#define INCMAP_STYLE_FUNCTION_H

#include "style/expression.h"

/* Rewrites the function @value as an expression into @out_value, kept by @document. */
gboolean incmap_function_convert(IncmapStyleDocument *document, const IncmapValue *value,
                                 const IncmapExpressionSpec *spec, IncmapValue *out_value,
                                 GError **error);

/* Rewrites text with "{name}" as an expression; other text stays as it is. */
IncmapValue incmap_function_convert_tokens(IncmapArena *arena, const IncmapValue *text);

#endif
