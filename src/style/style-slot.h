/* SPDX-License-Identifier: MIT */
/*
 * A property of a layer as it is kept for evaluation.
 */
#ifndef INCMAP_STYLE_STYLE_SLOT_H
#define INCMAP_STYLE_STYLE_SLOT_H

#include "style/style-layer.h"

struct IncmapStyleSlot {
    const IncmapExpression *expression; /* NULL: the constant is the value */
    IncmapValue constant;               /* else the default, to fall back to */
    gboolean is_set;                    /* by the style */
};

/**
 * incmap_style_slot_compile:
 * @document: keeps the expressions
 * @property: which property
 * @value: what the style says, constant, expression or function
 * @fallback: the property's default
 * @out_slot: (out): the property, ready
 * @error: set on failure
 *
 * Returns: whether @value is right for @property
 */
gboolean incmap_style_slot_compile(IncmapStyleDocument *document, IncmapStyleProperty property,
                                   const IncmapValue *value, const IncmapValue *fallback,
                                   IncmapStyleSlot *out_slot, GError **error);

/* The defaults of all properties as slots, by IncmapStyleProperty; kept by @document. */
IncmapStyleSlot *incmap_style_slot_new_defaults(IncmapStyleDocument *document);

#endif
