/* SPDX-License-Identifier: MIT */
/*
 * A value of a style file or of an expression: small, passed by value, never changed. What it
 * points to belongs to an arena: a document's for what a file says, an evaluation's for what an
 * expression makes. Values read from a file know their place in it; others have line 0.
 */
#ifndef INCMAP_STYLE_VALUE_H
#define INCMAP_STYLE_VALUE_H

#include "style/arena.h"
#include "style/color.h"

typedef enum IncmapStyleKind {
    INCMAP_VALUE_NULL,
    INCMAP_VALUE_BOOL,
    INCMAP_VALUE_NUMBER,
    INCMAP_VALUE_STRING,
    INCMAP_VALUE_ARRAY,
    INCMAP_VALUE_OBJECT,
    /* only expressions make these: */
    INCMAP_VALUE_COLOR,
    INCMAP_VALUE_FORMATTED,
    INCMAP_VALUE_COLLATOR,
} IncmapStyleKind;

typedef struct IncmapValue IncmapValue;
typedef struct IncmapMember IncmapMember;
typedef struct IncmapFormatted IncmapFormatted;
typedef struct IncmapSection IncmapSection;
typedef struct IncmapCollator IncmapCollator;

struct IncmapValue {
    IncmapStyleKind kind;
    guint n;        /* items, members or sections; bytes of a string */
    guint32 line;   /* from 1; 0 when not from a file */
    guint16 column; /* from 1, in characters; stays at its largest value on longer lines */
    guint16 file;   /* index in the document's files */
    union {
        gboolean is_true;
        double number;
        const char *string; /* UTF-8 and ends with NUL */
        const IncmapValue *items;
        const IncmapMember *members; /* in the order of the file */
        const IncmapColor *color;
        const IncmapSection *sections;
        const IncmapCollator *collator;
    } as;
};

struct IncmapMember {
    IncmapValue key; /* a string */
    IncmapValue value;
};

/* A run of text with one look. */
struct IncmapSection {
    const char *text;
    const char *font;         /* names joined with commas; NULL: as the layer says */
    double scale;             /* of the font size; 0: as the layer says */
    const IncmapColor *color; /* NULL: as the layer says */
};

struct IncmapCollator {
    gboolean is_case_sensitive;
    gboolean is_diacritic_sensitive;
    const char *locale; /* NULL: none asked for */
};

IncmapValue incmap_value_new_null(void);
IncmapValue incmap_value_new_bool(gboolean is_true);
IncmapValue incmap_value_new_number(double number);
/* Borrows @text. */
IncmapValue incmap_value_new_string(const char *text);
IncmapValue incmap_value_new_color(IncmapArena *arena, const IncmapColor *color);
/* Borrows @items. */
IncmapValue incmap_value_new_array(const IncmapValue *items, guint n_items);

/* @value with the place of @at. */
IncmapValue incmap_value_placed(IncmapValue value, const IncmapValue *at);

/* The member called @key, or %NULL when there is none or @object is none. */
const IncmapValue *incmap_value_find(const IncmapValue *object, const char *key);

/* Whether @value is the string @text. */
gboolean incmap_value_is_string(const IncmapValue *value, const char *text);

/* Same kind and same contents, however deep. */
gboolean incmap_value_equal(const IncmapValue *a, const IncmapValue *b);

/* What a person would call this kind of value: "a number". */
const char *incmap_value_describe(const IncmapValue *value);

/* Compact JSON; colours and formatted text as strings. Free with g_free(). */
char *incmap_value_format_json(const IncmapValue *value);

/* The same, cut after a few words for messages. Free with g_free(). */
char *incmap_value_format_brief(const IncmapValue *value);

/* As `to-string` has it: strings bare, null empty, the rest as JSON. Free with g_free(). */
char *incmap_value_format_text(const IncmapValue *value);

/* The shortest decimal digits that mean @number, with an exponent only when very long. */
char *incmap_value_format_number(double number);

#endif
