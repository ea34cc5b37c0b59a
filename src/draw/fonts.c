/* SPDX-License-Identifier: MIT */
#include "draw/fonts.h"

#include "base/error.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

struct IncmapFonts {
    PangoFontMap *maps[2]; /* by IncmapFontSet; NULL: not loaded, or no small set here */
    PangoContext *contexts[2];
    GHashTable *small_families; /* folded family names of the small set */
};

/* Only files whose caches fontconfig keeps anyway are listed, so nothing is scanned twice. The
 * globs keep the other 400 Noto files from being compared at every match. */
static const char small_config[] =
    "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig>"
    "<dir>/usr/share/fonts/opentype/inter</dir>"
    "<dir>/usr/share/fonts/opentype/urw-base35</dir>"
    "<dir>/usr/share/fonts/truetype/noto</dir>"
    "<dir>/usr/share/fonts/truetype/dejavu</dir>"
    "<cachedir>/var/cache/fontconfig</cachedir>"
    "<cachedir prefix=\"xdg\">fontconfig</cachedir>"
    "<selectfont><acceptfont>"
    "<glob>*/Inter-*.otf</glob><glob>*/InterDisplay-*.otf</glob><glob>*/P052-*.otf</glob>"
    "<glob>*/NotoSans-*.ttf</glob><glob>*/NotoSansArabic-*.ttf</glob>"
    "<glob>*/NotoSerif-*.ttf</glob><glob>*/DejaVuSans*.ttf</glob>"
    "</acceptfont><rejectfont><glob>*</glob></rejectfont></selectfont></fontconfig>";

/*
 * A new font map makes fontconfig load its default configuration, in a thread of its own, unless
 * the process has one already: 4 ms for nothing. So what is opened here becomes that.
 */
static void
set_up(IncmapFonts *fonts, IncmapFontSet set, FcConfig *config)
{
    FcConfigSetCurrent(config);
    PangoFontMap *map = pango_cairo_font_map_new();
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), config);
    FcConfigDestroy(config);
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map), 72);

    PangoContext *context = pango_font_map_create_context(map);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(context, FALSE);
    /* Left alone, it would be taken from the locale, and with it the glyphs. */
    pango_context_set_language(context, pango_language_from_string("en"));
    pango_context_set_base_dir(context, PANGO_DIRECTION_WEAK_LTR);
    fonts->maps[set] = map;
    fonts->contexts[set] = context;
}

static void
list_families(IncmapFonts *fonts, FcFontSet *files)
{
    for (int i = 0; i < files->nfont; i++) {
        FcChar8 *family = NULL;
        for (int n = 0; FcPatternGetString(files->fonts[i], FC_FAMILY, n, &family) == FcResultMatch;
             n++)
            g_hash_table_add(fonts->small_families, g_ascii_strdown((const char *)family, -1));
    }
}

/* Whoever points fontconfig at a file of their own wants those fonts and no others. */
static gboolean
has_own_config(void)
{
    return g_getenv("FONTCONFIG_FILE") != NULL || g_getenv("FONTCONFIG_PATH") != NULL ||
           g_getenv("FONTCONFIG_SYSROOT") != NULL;
}

static void
load_small(IncmapFonts *fonts)
{
    FcConfig *config = FcConfigCreate();
    if (!FcConfigParseAndLoadFromMemory(config, (const FcChar8 *)small_config, FcTrue) ||
        !FcConfigBuildFonts(config)) {
        FcConfigDestroy(config);
        return;
    }
    list_families(fonts, FcConfigGetFonts(config, FcSetSystem));
    set_up(fonts, INCMAP_FONT_SET_SMALL, config);
}

IncmapFonts *
incmap_fonts_new(GError **error)
{
    g_autoptr(IncmapFonts) fonts = g_new0(IncmapFonts, 1);
    fonts->small_families = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    if (!has_own_config())
        load_small(fonts);
    if (g_hash_table_size(fonts->small_families) > 0)
        return g_steal_pointer(&fonts);

    FcConfig *config = FcInitLoadConfigAndFonts();
    FcFontSet *files = config != NULL ? FcConfigGetFonts(config, FcSetSystem) : NULL;
    if (files == NULL || files->nfont == 0) {
        if (config != NULL)
            FcConfigDestroy(config);
        incmap_fail(error, INCMAP_ERROR_OUTPUT,
                    "no font is installed; install fonts-inter or fonts-dejavu-core");
        return NULL;
    }
    set_up(fonts, INCMAP_FONT_SET_FULL, config);
    return g_steal_pointer(&fonts);
}

void
incmap_fonts_free(IncmapFonts *fonts)
{
    if (fonts == NULL)
        return;
    for (int set = 0; set < 2; set++) {
        g_clear_object(&fonts->contexts[set]);
        g_clear_object(&fonts->maps[set]);
    }
    g_clear_pointer(&fonts->small_families, g_hash_table_unref);
    g_free(fonts);
}

IncmapFontSet
incmap_fonts_choose_set(IncmapFonts *fonts, const char *families)
{
    if (fonts->contexts[INCMAP_FONT_SET_SMALL] == NULL || families == NULL)
        return INCMAP_FONT_SET_FULL;
    const char *end = strchr(families, ',');
    g_autofree char *first =
        g_ascii_strdown(families, end != NULL ? end - families : (gssize)strlen(families));
    return g_hash_table_contains(fonts->small_families, g_strstrip(first)) ? INCMAP_FONT_SET_SMALL
                                                                           : INCMAP_FONT_SET_FULL;
}

PangoContext *
incmap_fonts_get_context(IncmapFonts *fonts, IncmapFontSet set)
{
    if (fonts->contexts[set] == NULL && set == INCMAP_FONT_SET_FULL) {
        FcConfig *config = FcInitLoadConfigAndFonts();
        if (config != NULL)
            set_up(fonts, INCMAP_FONT_SET_FULL, config);
    }
    return fonts->contexts[set] != NULL ? fonts->contexts[set]
                                        : fonts->contexts[INCMAP_FONT_SET_SMALL];
}
