/* SPDX-License-Identifier: MIT */
#include "pipeline/compose.h"

#include "arrange/arrange.h"
#include "arrange/judge.h"
#include "arrange/words.h"
#include "draw/book.h"
#include "draw/draw.h"
#include "draw/fonts.h"
#include "draw/measure.h"
#include "draw/pictures.h"
#include "layers/worldview.h"
#include "pipeline/icons.h"
#include "project/project.h"
#include "project/relief.h"
#include "project/transform.h"
#include "scene/dump.h"
#include "style/style-list.h"
#include "style/style.h"

/* From this many incidents on, their density is what people read off the map. */
#define MIN_DENSITY_INCIDENTS 30

/* What can still be read: on a screen, and on paper. */
#define MIN_SCREEN_TYPE_PX 11
#define MIN_PRINT_TYPE_PT 6

struct IncmapComposer {
    char *style_path;
    IncmapStyle *style;
    IncmapMeasure *measure;
    IncmapPictures *pictures;
    IncmapRelief *relief; /* NULL until a style shows it */
};

struct IncmapComposition {
    IncmapLayout layout;
};

static void
composer_free(IncmapComposer *composer)
{
    if (composer == NULL)
        return;
    g_free(composer->style_path);
    incmap_style_free(composer->style);
    incmap_measure_free(composer->measure);
    incmap_pictures_free(composer->pictures);
    incmap_relief_free(composer->relief);
    g_free(composer);
}

static IncmapComposer *
composer_new(GError **error)
{
    IncmapMeasure *measure = incmap_measure_new(error);
    if (measure == NULL)
        return NULL;
    IncmapComposer *composer = g_new0(IncmapComposer, 1);
    composer->measure = measure;
    composer->pictures = incmap_pictures_new();
    return composer;
}

static gboolean
choose_style(IncmapComposer *composer, const char *path, const char *styles_folder, GError **error)
{
    if (g_strcmp0(composer->style_path, path) == 0)
        return TRUE;
    const char *const folders[] = {styles_folder, NULL};
    g_autoptr(IncmapStyle) style = incmap_style_load_full(path, folders, error);
    g_clear_pointer(&composer->style_path, g_free); /* its pictures are forgotten now */
    if (style == NULL || !incmap_icons_use(composer->pictures, style, error))
        return FALSE;
    incmap_style_free(composer->style);
    composer->style = g_steal_pointer(&style);
    composer->style_path = g_strdup(path);
    return TRUE;
}

static IncmapArrangeOptions
make_arrange_options(const IncmapComposer *composer, const IncmapComposeOptions *options)
{
    return (IncmapArrangeOptions){
        .pictures = composer->pictures,
        .width_pt = options->map->size.width_pt,
        .height_pt = options->map->size.height_pt,
        .title = options->map->title,
        .subtitle = options->map->subtitle,
        .language = options->map->language != NULL ? options->map->language : "en",
        .organisation = options->map->organisation,
        .wants_disclaimers = options->map->disclaimers != NULL,
        .as_of_julian = options->map->date_julian,
        .fade_days = options->map->fade_days,
        .min_type_pt = options->map->size.is_screen
                           ? MIN_SCREEN_TYPE_PX * 72 / options->map->size.dpi
                           : MIN_PRINT_TYPE_PT,
        .worldview = options->map->worldview != NULL
                         ? incmap_worldview_find(options->map->worldview)->name
                         : NULL,
    };
}

/* The locator inset around the origin; the arrange stage moves it to a free corner. A map without
 * one is still a map, so a failure is only told to those who ask. */
static void
make_inset(IncmapScene *scene, const IncmapLayers *layers, IncmapLayout *layout)
{
    if (layout->inset_pt <= 0 || scene->frame.is_world)
        return;
    /* Of a map of a city a globe says less than the country does. */
    if (layout->is_globe && scene->focus_country != NULL &&
        incmap_frame_width_km(&scene->frame) < INCMAP_CITY_KM) {
        layout->is_globe = FALSE;
        layout->inset_pt *= 2; /* a side instead of a radius */
    }
    double size_pt = layout->inset_pt;
    g_autoptr(GError) failure = NULL;
    IncmapBox box = {-size_pt / 2, -size_pt / 2, size_pt / 2, size_pt / 2};
    scene->inset = layout->is_globe ? incmap_project_globe(scene, layers, scene->frame.centre,
                                                           (IncmapPoint){0, 0}, size_pt, &failure)
                                    : incmap_project_locator(scene, layers, box, &failure);
    if (scene->inset == NULL)
        incmap_scene_explain(scene, "no locator inset: %s", failure->message);
}

static gboolean
has_source(const IncmapStyle *style, const char *name)
{
    for (guint i = 0; i < incmap_style_get_n_layers(style); i++) {
        if (g_strcmp0(incmap_style_get_layer(style, i)->source_layer, name) == 0)
            return TRUE;
    }
    return FALSE;
}

static gboolean
has_vague_province(const IncmapScene *scene)
{
    for (guint i = 0; i < scene->fixes->len; i++) {
        if (g_array_index(scene->fixes, IncmapFix, i).precision == INCMAP_PRECISION_PROVINCE)
            return TRUE;
    }
    return FALSE;
}

/* From these zooms on rivers of the next rank can be told from each other; with lakes of a like
 * size they are half of all vertices of a map of the world. */
static gint32
river_rank(double zoom)
{
    return zoom < 2.5 ? 1 : zoom < 3.8 ? 2 : zoom < 5.5 ? 4 : 9;
}

/* The layers that the style draws, and those that names are placed by. Provinces are shown of the
 * country that the map is about, and wherever no more than the province is known. */
static guint
choose_layers(const IncmapScene *scene, const IncmapStyle *style,
              IncmapLandRequest requests[INCMAP_N_LAYERS])
{
    guint n = 0;
    const char *focus = scene->focus_country;
    gboolean is_vague = has_vague_province(scene);
    for (int layer = 0; layer < INCMAP_N_LAYERS; layer++) {
        IncmapLandRequest request = {.layer = (IncmapLayerId)layer};
        gboolean is_province = layer == INCMAP_LAYER_ADMIN1 || layer == INCMAP_LAYER_ADMIN1_LINES;
        if (layer == INCMAP_LAYER_LAND && !has_source(style, "land"))
            continue;
        if (is_province && focus == NULL && !is_vague)
            continue;
        if (is_province && !is_vague)
            request.code = focus;
        if (layer == INCMAP_LAYER_RIVERS)
            request.max_rank = river_rank(scene->frame.zoom);
        requests[n++] = request;
    }
    return n;
}

/* Light and shade, where the style has a layer for it. */
static gboolean
make_relief(IncmapComposer *composer, IncmapScene *scene, const IncmapComposeOptions *options,
            GError **error)
{
    gboolean is_wanted = FALSE;
    for (guint i = 0; i < incmap_style_get_n_layers(composer->style); i++) {
        const IncmapStyleLayer *layer = incmap_style_get_layer(composer->style, i);
        is_wanted |= layer->type == INCMAP_STYLE_LAYER_HILLSHADE && layer->is_visible;
    }
    if (is_wanted && options->relief_path == NULL)
        incmap_scene_note(scene, "the map lacks the relief that its style shows: relief.inm is not "
                                 "installed");
    if (!is_wanted || options->relief_path == NULL)
        return TRUE;
    if (composer->relief == NULL)
        composer->relief = incmap_relief_open(options->relief_path, error);
    if (composer->relief == NULL)
        return FALSE;
    incmap_project_relief(scene, composer->relief);
    return TRUE;
}

static IncmapComposition *
project(IncmapComposer *composer, IncmapScene *scene, const IncmapLayers *layers,
        const IncmapComposeOptions *options, GError **error)
{
    IncmapArrangeOptions arrange_options = make_arrange_options(composer, options);
    IncmapLayout layout = {0};
    if (!incmap_arrange_layout(scene, composer->style, composer->measure, &arrange_options, &layout,
                               error))
        return NULL;
    IncmapProjectOptions project_options = {
        .width_pt = arrange_options.width_pt,
        .height_pt = arrange_options.height_pt,
        .map = layout.map,
        .projection = options->map->projection,
        .extent = options->extent,
        .has_extent = options->has_box,
        .extent_box = options->box,
        .is_equal_area_wanted = scene->incidents->len >= MIN_DENSITY_INCIDENTS,
        .reserve_left_pt = layout.reserve_left_pt,
        .reserve_right_pt = layout.reserve_right_pt,
        .reserve_top_pt = layout.reserve_top_pt,
        .reserve_bottom_pt = layout.reserve_bottom_pt,
        .can_reserve_opposite = incmap_box_width(layout.story) <= 0,
    };
    if (!incmap_project_frame(scene, layers, &project_options, error))
        return NULL;
    IncmapLandRequest requests[INCMAP_N_LAYERS];
    IncmapLandOptions land_options = {.language = options->map->language,
                                      .worldview = options->map->worldview,
                                      .requests = requests,
                                      .n_requests = choose_layers(scene, composer->style, requests),
                                      .has_graticule = has_source(composer->style, "graticule")};
    if (!incmap_project_land(scene, layers, &land_options, error))
        return NULL;
    if (!make_relief(composer, scene, options, error))
        return NULL;
    make_inset(scene, layers, &layout);
    IncmapComposition *composition = g_new0(IncmapComposition, 1);
    composition->layout = layout;
    return composition;
}

static void
composition_free(IncmapComposition *composition)
{
    g_free(composition);
}

static char **
list_style_notes(const IncmapComposer *composer)
{
    const GPtrArray *notes = incmap_style_get_notes(composer->style);
    char **lines = g_new0(char *, notes->len + 1);
    for (guint i = 0; i < notes->len; i++)
        lines[i] = g_strdup(notes->pdata[i]);
    return lines;
}

static void
note_style(const IncmapComposer *composer, IncmapScene *scene)
{
    const GPtrArray *notes = incmap_style_get_notes(composer->style);
    if (notes->len == 1)
        incmap_scene_note(scene, "%s", (const char *)notes->pdata[0]);
    else if (notes->len > 1)
        incmap_scene_note(scene, "%s, and so have %u more; \"incmap check %s\" names them",
                          (const char *)notes->pdata[0], notes->len - 1, composer->style_path);
}

/* Characters without a glyph are named once, whatever text they stand in. */
static void
note_missing_glyphs(IncmapComposer *composer, IncmapScene *scene)
{
    g_autoptr(GArray) missing = incmap_measure_missing(composer->measure);
    if (missing->len == 0)
        return;
    g_autoptr(GString) list = g_string_new(NULL);
    for (guint i = 0; i < MIN(missing->len, 8); i++)
        g_string_append_printf(list, "%sU+%04X", i == 0 ? "" : ", ",
                               g_array_index(missing, gunichar, i));
    incmap_scene_note(scene,
                      "no installed font has %s%s; install a font for this script "
                      "(fonts-noto-core, fonts-noto-cjk)",
                      list->str, missing->len > 8 ? " and others" : "");
}

static void
arrange(IncmapComposer *composer, IncmapScene *scene, const IncmapComposition *composition,
        const IncmapComposeOptions *options)
{
    IncmapArrangeOptions arrange_options = make_arrange_options(composer, options);
    incmap_arrange_scene(scene, composer->style, composer->measure, &arrange_options,
                         &composition->layout);
    note_missing_glyphs(composer, scene);
    note_style(composer, scene);
}

static GArray *
judge(IncmapComposer *composer, IncmapScene *scene, const IncmapComposeOptions *options)
{
    IncmapJudgeOptions judge_options = {
        .dpi = options->map->size.dpi,
        .is_screen = options->map->size.is_screen,
        .has_date = options->map->date_julian != 0,
        .has_organisation = options->map->organisation != NULL,
        .has_disclaimers = options->map->disclaimers != NULL,
    };
    return incmap_judge_page(scene, composer->style, &judge_options);
}

static IncmapDrawOptions
make_draw_options(const IncmapComposer *composer, const IncmapComposeOptions *options,
                  IncmapFormat format, char day[11])
{
    incmap_format_day(options->map->date_julian, day);
    return (IncmapDrawOptions){
        .format = format,
        .dpi = options->map->size.dpi,
        .language = options->map->language != NULL ? options->map->language : "en",
        .date_iso = day[0] != '\0' ? day : NULL,
        .measure = composer->measure,
        .pictures = composer->pictures,
    };
}

static gboolean
draw(IncmapComposer *composer, const IncmapScene *scene, const char *path, int format,
     const IncmapComposeOptions *options, GError **error)
{
    char day[11];
    IncmapDrawOptions draw_options =
        make_draw_options(composer, options, (IncmapFormat)format, day);
    return incmap_draw_file(scene, path, &draw_options, error);
}

static GByteArray *
draw_pixels(IncmapComposer *composer, const IncmapScene *scene, const IncmapComposeOptions *options,
            guint *out_width_px, guint *out_height_px, GError **error)
{
    char day[11];
    IncmapDrawOptions draw_options =
        make_draw_options(composer, options, INCMAP_FORMAT_PIXELS, day);
    incmap_draw_measure_px(scene, draw_options.dpi, out_width_px, out_height_px);
    return incmap_draw_bytes(scene, &draw_options, error);
}

static gboolean
book_add(IncmapBook *book, IncmapComposer *composer, const IncmapScene *scene,
         const IncmapComposeOptions *options, const char *label, GError **error)
{
    char day[11];
    IncmapDrawOptions draw_options = make_draw_options(composer, options, INCMAP_FORMAT_PDF, day);
    return incmap_book_add(book, scene, &draw_options, label, error);
}

static gboolean
book_write(IncmapBook *book, const char *path, const IncmapComposeOptions *options, GError **error)
{
    char day[11];
    incmap_format_day(options->map->date_julian, day);
    return incmap_book_write(book, path, day[0] != '\0' ? day : NULL, error);
}

static void
georeference(const IncmapScene *scene, IncmapGeoreference *out_at)
{
    const IncmapTransform *transform = scene->frame.transform;
    IncmapEastNorth corner = incmap_transform_from_page(transform, (IncmapPoint){0, 0});
    *out_at = (IncmapGeoreference){corner.east_m, corner.north_m, 1 / transform->pt_per_m};
}

static char *
describe_crs(const IncmapScene *scene, const char *dialect, GError **error)
{
    return incmap_transform_describe_crs(scene->frame.projection, dialect, error);
}

/* The one name of the module that is seen from outside. */
extern INCMAP_API const IncmapComposeTable incmap_compose_table;

const IncmapComposeTable incmap_compose_table = {
    .version = INCMAP_COMPOSE_VERSION,
    .composer_new = composer_new,
    .composer_free = composer_free,
    .choose_style = choose_style,
    .list_style_notes = list_style_notes,
    .project = project,
    .composition_free = composition_free,
    .arrange = arrange,
    .judge = judge,
    .draw = draw,
    .draw_pixels = draw_pixels,
    .book_new = incmap_book_new,
    .book_add = book_add,
    .book_write = book_write,
    .book_free = incmap_book_free,
    .georeference = georeference,
    .describe_crs = describe_crs,
    .list_font_sources = incmap_fonts_list_sources,
    .find_font = incmap_fonts_find,
    .describe_proj = incmap_transform_describe_database,
    .format_period = incmap_words_date,
    .list_projections = incmap_projection_names,
    .list_properties = incmap_style_list_properties,
    .describe_projection = incmap_projection_describe,
};
