/* SPDX-License-Identifier: MIT */
/*
 * The fonts of the machine, in two steps: first the few directories that hold
 * the families of the supplied styles, which load in under a millisecond; the
 * whole fontconfig of the user, which takes ten times longer, only when a
 * family or a character isn't among those.
 *
 * Text is laid out at 72 dpi, unhinted, so 1 pt is 1 unit and a width is the
 * same at every output size.
 */
#pragma once

#include <glib.h>
#include <pango/pango.h>

typedef enum {
    INCMAP_FONT_SET_SMALL, /* the directories of the default families */
    INCMAP_FONT_SET_FULL,  /* whatever fontconfig knows */
} IncmapFontSet;

typedef struct IncmapFonts IncmapFonts;

IncmapFonts *incmap_fonts_new(GError **error);
void incmap_fonts_free(IncmapFonts *fonts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IncmapFonts, incmap_fonts_free)

/* Files and folders that say which fonts there are; free with g_strfreev(). */
char **incmap_fonts_list_sources(void);

/* The file that a family (NULL: any) is in; NULL when it isn't installed. Transfer full. */
char *incmap_fonts_find(const char *family);

/* The smaller set that has the first family of @families, a list as in a style. */
IncmapFontSet incmap_fonts_choose_set(IncmapFonts *fonts, const char *families);

/* The context to lay text out in; the full set is loaded at the first call for it.
 * Returns: (transfer none) */
PangoContext *incmap_fonts_get_context(IncmapFonts *fonts, IncmapFontSet set);
