/* SPDX-License-Identifier: MIT */
/*
 * One line of text, shaped: glyphs in visual order with their advances, from
 * left to right as seen. What is measured and what is painted are this same
 * object, so they cannot differ.
 */
#pragma once

#include "draw/fonts.h"
#include "scene/display.h"

#include <pango/pango.h>

typedef struct IncmapLine IncmapLine;
struct IncmapLine {
    char *text;             /* as shaped: valid UTF-8 without control characters */
    PangoLayout *layout;    /* owns the line */
    PangoLayoutLine *line;  /* NULL for an empty text */
    IncmapFontSet font_set; /* the set it was shaped with */
    IncmapFont font;        /* as asked for, or what its script asks for */
    char *family;           /* of it, owned; NULL */
    double width_pt;
    gboolean is_rtl;
    gboolean is_spaced; /* letter-spacing was applied somewhere */
    gboolean has_joins; /* some of it is in a script that joins its letters */
    guint n_missing;
};

IncmapLine *incmap_line_new(IncmapFonts *fonts, const char *text, const IncmapFont *font);
void incmap_line_free(IncmapLine *line);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IncmapLine, incmap_line_free)

/* @text as it can be shown and written in XML: valid UTF-8, line ends and tabs as spaces, other
 * control characters and noncharacters dropped. Returns: (transfer full) */
char *incmap_line_clean_text(const char *text);

/* The description of a font at 72 dpi. Returns: (transfer full) */
PangoFontDescription *incmap_line_describe_font(const IncmapFont *font);
