/* SPDX-License-Identifier: MIT */
/*
 * The static types of expressions. They are checked when a style is compiled; evaluation checks
 * again what a type leaves open.
 */
#ifndef INCMAP_STYLE_TYPE_H
#define INCMAP_STYLE_TYPE_H

#include "style/value.h"

typedef enum IncmapTypeKind {
    INCMAP_TYPE_NULL,
    INCMAP_TYPE_NUMBER,
    INCMAP_TYPE_STRING,
    INCMAP_TYPE_BOOLEAN,
    INCMAP_TYPE_COLOR,
    INCMAP_TYPE_OBJECT,
    INCMAP_TYPE_VALUE, /* any of the others but a collator */
    INCMAP_TYPE_COLLATOR,
    INCMAP_TYPE_FORMATTED,
    INCMAP_TYPE_PADDING,    /* four numbers: top, right, bottom, left */
    INCMAP_TYPE_OFFSETS,    /* anchor names and offsets in turn */
    INCMAP_TYPE_NUMBERS,    /* one number or a list of them */
    INCMAP_TYPE_COLORS,     /* one colour or a list of them */
    INCMAP_TYPE_PROJECTION, /* a projection's name, or two and how far from one to the other */
    INCMAP_TYPE_ARRAY,
} IncmapTypeKind;

typedef struct IncmapType IncmapType;
struct IncmapType {
    IncmapTypeKind kind;
    int n_items;            /* of an array; -1: any number */
    const IncmapType *item; /* of an array, else NULL */
};

/* Any kind but an array. */
const IncmapType *incmap_type_get(IncmapTypeKind kind);

/* @n_items may be -1 for any number. */
const IncmapType *incmap_type_new_array(IncmapArena *arena, const IncmapType *item, int n_items);

/* The narrowest type of @value. */
const IncmapType *incmap_type_of_value(IncmapArena *arena, const IncmapValue *value);

gboolean incmap_type_equal(const IncmapType *a, const IncmapType *b);

/* Whether everything of type @actual can stand where @expected is wanted. */
gboolean incmap_type_accepts(const IncmapType *expected, const IncmapType *actual);

/* As `typeof` says it: `array<number, 2>`. Free with g_free(). */
char *incmap_type_format(const IncmapType *type);

#endif
