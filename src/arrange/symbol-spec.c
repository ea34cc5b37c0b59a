/* SPDX-License-Identifier: MIT */
#include "arrange/symbol-spec.h"

#include <math.h>
#include <string.h>

#define RAD_PER_DEG (G_PI / 180)

static double
number(IncmapPainter *painter, const IncmapStyleLayer *layer, IncmapStyleProperty property)
{
    return incmap_style_layer_number(layer, property, &painter->eval);
}

static const char *
word(IncmapPainter *painter, const IncmapStyleLayer *layer, IncmapStyleProperty property)
{
    return incmap_style_layer_string(layer, property, &painter->eval);
}

static gboolean
flag(IncmapPainter *painter, const IncmapStyleLayer *layer, IncmapStyleProperty property)
{
    return incmap_style_layer_bool(layer, property, &painter->eval);
}

/* The newer word where the style has it, else the older switch. */
static IncmapOverlap
overlap(IncmapPainter *painter, const IncmapStyleLayer *layer, IncmapStyleProperty mode,
        IncmapStyleProperty allow)
{
    const char *said = word(painter, layer, mode);
    if (said == NULL)
        return flag(painter, layer, allow) ? INCMAP_OVERLAP_ALWAYS : INCMAP_OVERLAP_NEVER;
    return strcmp(said, "always") == 0        ? INCMAP_OVERLAP_ALWAYS
           : strcmp(said, "cooperative") == 0 ? INCMAP_OVERLAP_COOPERATIVE
                                              : INCMAP_OVERLAP_NEVER;
}

/* "top-left": the upper left corner stands on the point. */
static IncmapAnchor
parse_anchor(const char *name)
{
    IncmapAnchor anchor = {0};
    if (name == NULL)
        return anchor;
    anchor.dx = strstr(name, "left") != NULL ? -1 : strstr(name, "right") != NULL ? 1 : 0;
    anchor.dy = strstr(name, "top") != NULL ? -1 : strstr(name, "bottom") != NULL ? 1 : 0;
    return anchor;
}

/* The text goes away from its point, on the side that the anchor says. */
static void
set_away(IncmapAnchor *anchor, double x_pt, double y_pt)
{
    anchor->offset = (IncmapPoint){-anchor->dx * fabs(x_pt), -anchor->dy * fabs(y_pt)};
}

static void
set_radial(IncmapAnchor *anchor, double distance_pt)
{
    double along_pt = anchor->dx != 0 && anchor->dy != 0 ? distance_pt / G_SQRT2 : distance_pt;
    anchor->offset = (IncmapPoint){-anchor->dx * along_pt, -anchor->dy * along_pt};
}

/* Anchors and offsets in turn: "top", [0, 1], "left", [1, 0]. */
static gboolean
read_offset_list(IncmapPainter *painter, const IncmapStyleLayer *layer, double em_pt,
                 IncmapTextSpec *spec)
{
    IncmapValue list = incmap_style_layer_value(layer, INCMAP_PROPERTY_TEXT_VARIABLE_ANCHOR_OFFSET,
                                                &painter->eval);
    for (guint i = 0; list.kind == INCMAP_VALUE_ARRAY && i + 1 < list.n; i += 2) {
        const IncmapValue *name = &list.as.items[i], *shift = &list.as.items[i + 1];
        if (spec->n_anchors == INCMAP_MAX_ANCHORS || name->kind != INCMAP_VALUE_STRING ||
            shift->kind != INCMAP_VALUE_ARRAY || shift->n != 2)
            continue;
        IncmapAnchor anchor = parse_anchor(name->as.string);
        anchor.offset = (IncmapPoint){shift->as.items[0].as.number * em_pt,
                                      shift->as.items[1].as.number * em_pt};
        spec->anchors[spec->n_anchors++] = anchor;
    }
    return spec->n_anchors > 0;
}

static void
read_anchors(IncmapPainter *painter, const IncmapStyleLayer *layer, double em_pt,
             IncmapTextSpec *spec)
{
    const char *names[INCMAP_MAX_ANCHORS];
    double offset[2] = {0, 0};
    if (read_offset_list(painter, layer, em_pt, spec))
        return;
    guint n = incmap_style_layer_strings(layer, INCMAP_PROPERTY_TEXT_VARIABLE_ANCHOR,
                                         &painter->eval, names, INCMAP_MAX_ANCHORS);
    gboolean is_variable = n > 0;
    if (!is_variable)
        names[n++] = word(painter, layer, INCMAP_PROPERTY_TEXT_ANCHOR);
    incmap_style_layer_array(layer, INCMAP_PROPERTY_TEXT_OFFSET, &painter->eval, offset, 2);
    double radial_pt = number(painter, layer, INCMAP_PROPERTY_TEXT_RADIAL_OFFSET) * em_pt;
    for (guint i = 0; i < n; i++) {
        IncmapAnchor anchor = parse_anchor(names[i]);
        if (radial_pt != 0)
            set_radial(&anchor, radial_pt);
        else if (is_variable)
            set_away(&anchor, offset[0] * em_pt, offset[1] * em_pt);
        else
            anchor.offset = (IncmapPoint){offset[0] * em_pt, offset[1] * em_pt};
        spec->anchors[spec->n_anchors++] = anchor;
    }
}

/* A stack of names: the first says weight and slant, all of them say the family. */
static void
read_font(IncmapPainter *painter, const IncmapStyleLayer *layer, IncmapFont *font)
{
    IncmapArrange *arrange = painter->arrange;
    const char *names[8];
    guint n = incmap_style_layer_strings(layer, INCMAP_PROPERTY_TEXT_FONT, &painter->eval, names,
                                         G_N_ELEMENTS(names));
    if (!incmap_style_layer_has(layer, INCMAP_PROPERTY_TEXT_FONT) || n == 0) {
        incmap_look_parse_font(arrange->scene, incmap_look_string(arrange, "towns.other.font"),
                               font);
        return;
    }
    g_autoptr(GString) families = g_string_new(NULL);
    for (guint i = n; i-- > 0;) {
        *font = (IncmapFont){0};
        incmap_look_parse_font(arrange->scene, names[i], font);
        g_string_prepend(families, i + 1 < n ? ", " : "");
        g_string_prepend(families, font->family);
    }
    font->family = incmap_scene_string(arrange->scene, families->str);
}

static void
read_face(IncmapPainter *painter, const IncmapStyleLayer *layer, IncmapFace *face)
{
    IncmapArrange *arrange = painter->arrange;
    *face = (IncmapFace){0};
    read_font(painter, layer, &face->font);
    face->font.size_pt = MAX(number(painter, layer, INCMAP_PROPERTY_TEXT_SIZE) * arrange->unit,
                             incmap_look_min_type(arrange));
    face->font.spacing_em = number(painter, layer, INCMAP_PROPERTY_TEXT_LETTER_SPACING);
    face->leading_pt =
        number(painter, layer, INCMAP_PROPERTY_TEXT_LINE_HEIGHT) * face->font.size_pt;
    double opacity = number(painter, layer, INCMAP_PROPERTY_TEXT_OPACITY);
    face->color = incmap_style_layer_color(layer, INCMAP_PROPERTY_TEXT_COLOR, &painter->eval);
    face->color.a *= opacity;
    face->halo = incmap_style_layer_color(layer, INCMAP_PROPERTY_TEXT_HALO_COLOR, &painter->eval);
    face->halo.a *= opacity;
    /* The specification's limit: a quarter of the size. */
    face->halo_pt = MIN(number(painter, layer, INCMAP_PROPERTY_TEXT_HALO_WIDTH) * arrange->unit,
                        face->font.size_pt / 4);
}

/* Rotations that refer to the map count from its north. */
static double
rotation(IncmapPainter *painter, const IncmapStyleLayer *layer, IncmapStyleProperty degrees,
         const char *alignment)
{
    double deg = number(painter, layer, degrees);
    if (g_strcmp0(alignment, "map") == 0 &&
        incmap_symbol_placement(painter, layer) == INCMAP_PLACEMENT_POINT)
        deg += painter->arrange->frame->north_deg;
    return deg * RAD_PER_DEG;
}

static int
parse_justify(const char *name)
{
    return g_strcmp0(name, "left") == 0    ? -1
           : g_strcmp0(name, "right") == 0 ? 1
           : g_strcmp0(name, "auto") == 0  ? 2
                                           : 0;
}

void
incmap_text_spec_read(IncmapPainter *painter, const IncmapStyleLayer *layer,
                      IncmapTextSpec *out_spec)
{
    IncmapTextSpec spec = {0};
    IncmapArrange *arrange = painter->arrange;
    read_face(painter, layer, &spec.face);
    double em_pt = spec.face.font.size_pt;
    const char *transform = word(painter, layer, INCMAP_PROPERTY_TEXT_TRANSFORM);
    IncmapValue value = incmap_style_layer_value(layer, INCMAP_PROPERTY_TEXT_FIELD, &painter->eval);
    double width_pt = incmap_symbol_placement(painter, layer) == INCMAP_PLACEMENT_POINT
                          ? number(painter, layer, INCMAP_PROPERTY_TEXT_MAX_WIDTH) * em_pt
                          : INFINITY;
    spec.has_text =
        incmap_rich_text_make(arrange, &value, &spec.face,
                              g_strcmp0(transform, "uppercase") == 0   ? INCMAP_TRANSFORM_UPPER
                              : g_strcmp0(transform, "lowercase") == 0 ? INCMAP_TRANSFORM_LOWER
                                                                       : INCMAP_TRANSFORM_NONE,
                              width_pt, &spec.text);
    read_anchors(painter, layer, em_pt, &spec);
    spec.justify = parse_justify(word(painter, layer, INCMAP_PROPERTY_TEXT_JUSTIFY));
    const char *turned = word(painter, layer, INCMAP_PROPERTY_TEXT_ROTATION_ALIGNMENT);
    spec.is_level = turned != NULL && g_str_has_prefix(turned, "viewport");
    spec.angle_rad = rotation(painter, layer, INCMAP_PROPERTY_TEXT_ROTATE, turned);
    spec.padding_pt = number(painter, layer, INCMAP_PROPERTY_TEXT_PADDING) * arrange->unit;
    spec.max_turn_rad = number(painter, layer, INCMAP_PROPERTY_TEXT_MAX_ANGLE) * RAD_PER_DEG;
    spec.shift = incmap_paint_shift(painter, layer, INCMAP_PROPERTY_TEXT_TRANSLATE);
    spec.overlap =
        overlap(painter, layer, INCMAP_PROPERTY_TEXT_OVERLAP, INCMAP_PROPERTY_TEXT_ALLOW_OVERLAP);
    spec.can_be_covered = flag(painter, layer, INCMAP_PROPERTY_TEXT_IGNORE_PLACEMENT);
    spec.is_optional = flag(painter, layer, INCMAP_PROPERTY_TEXT_OPTIONAL);
    *out_spec = spec;
}

void
incmap_text_spec_clear(IncmapTextSpec *spec)
{
    if (spec->has_text)
        incmap_rich_text_clear(&spec->text);
}

static void
read_look(IncmapPainter *painter, const IncmapStyleLayer *layer, IncmapIconLook *look)
{
    look->opacity = number(painter, layer, INCMAP_PROPERTY_ICON_OPACITY);
    look->has_color = incmap_style_layer_has(layer, INCMAP_PROPERTY_ICON_COLOR);
    look->color = incmap_style_layer_color(layer, INCMAP_PROPERTY_ICON_COLOR, &painter->eval);
    look->halo = incmap_style_layer_color(layer, INCMAP_PROPERTY_ICON_HALO_COLOR, &painter->eval);
    look->halo.a *= look->opacity;
    look->halo_pt =
        number(painter, layer, INCMAP_PROPERTY_ICON_HALO_WIDTH) * painter->arrange->unit;
}

/* One number for all sides, two for upright and level ones, three or four as in CSS. */
static void
read_sides(IncmapPainter *painter, const IncmapStyleLayer *layer, IncmapStyleProperty property,
           double sides[4])
{
    double read[4] = {0};
    guint n = incmap_style_layer_array(layer, property, &painter->eval, read, 4);
    if (n == 0)
        read[n++] = number(painter, layer, property);
    static const guint from[5][4] = {{0}, {0, 0, 0, 0}, {0, 1, 0, 1}, {0, 1, 2, 1}, {0, 1, 2, 3}};
    for (guint i = 0; i < 4; i++)
        sides[i] = read[from[n][i]] * painter->arrange->unit;
}

static void
read_fit(IncmapPainter *painter, const IncmapStyleLayer *layer, IncmapIconSpec *spec)
{
    const char *fit = word(painter, layer, INCMAP_PROPERTY_ICON_TEXT_FIT);
    gboolean is_both = g_strcmp0(fit, "both") == 0;
    spec->fits_width = is_both || g_strcmp0(fit, "width") == 0;
    spec->fits_height = is_both || g_strcmp0(fit, "height") == 0;
    read_sides(painter, layer, INCMAP_PROPERTY_ICON_TEXT_FIT_PADDING, spec->fit_pt);
}

void
incmap_icon_spec_read(IncmapPainter *painter, const IncmapStyleLayer *layer,
                      IncmapIconSpec *out_spec)
{
    IncmapIconSpec spec = {0};
    IncmapArrange *arrange = painter->arrange;
    const char *name = word(painter, layer, INCMAP_PROPERTY_ICON_IMAGE);
    spec.has_icon = incmap_icon_find(arrange, name, &spec.icon);
    if (!spec.has_icon && name != NULL && *name != '\0')
        spec.missing = incmap_scene_string(arrange->scene, name);
    double size = number(painter, layer, INCMAP_PROPERTY_ICON_SIZE);
    double offset[2] = {0, 0};
    spec.width_pt = spec.icon.width_pt * size;
    spec.height_pt = spec.icon.height_pt * size;
    read_look(painter, layer, &spec.look);
    read_fit(painter, layer, &spec);
    read_sides(painter, layer, INCMAP_PROPERTY_ICON_PADDING, spec.padding_pt);
    spec.anchor = parse_anchor(word(painter, layer, INCMAP_PROPERTY_ICON_ANCHOR));
    incmap_style_layer_array(layer, INCMAP_PROPERTY_ICON_OFFSET, &painter->eval, offset, 2);
    spec.anchor.offset =
        (IncmapPoint){offset[0] * size * arrange->unit, offset[1] * size * arrange->unit};
    const char *turned = word(painter, layer, INCMAP_PROPERTY_ICON_ROTATION_ALIGNMENT);
    spec.is_level = g_strcmp0(turned, "viewport") == 0;
    spec.angle_rad = rotation(painter, layer, INCMAP_PROPERTY_ICON_ROTATE, turned);
    spec.shift = incmap_paint_shift(painter, layer, INCMAP_PROPERTY_ICON_TRANSLATE);
    spec.overlap =
        overlap(painter, layer, INCMAP_PROPERTY_ICON_OVERLAP, INCMAP_PROPERTY_ICON_ALLOW_OVERLAP);
    spec.can_be_covered = flag(painter, layer, INCMAP_PROPERTY_ICON_IGNORE_PLACEMENT);
    spec.is_optional = flag(painter, layer, INCMAP_PROPERTY_ICON_OPTIONAL);
    spec.is_kept_upright = flag(painter, layer, INCMAP_PROPERTY_ICON_KEEP_UPRIGHT);
    if (spec.has_icon && !(spec.width_pt > 0 && spec.height_pt > 0))
        spec.has_icon = FALSE;
    *out_spec = spec;
}

IncmapPlacement
incmap_symbol_placement(IncmapPainter *painter, const IncmapStyleLayer *layer)
{
    const char *name = word(painter, layer, INCMAP_PROPERTY_SYMBOL_PLACEMENT);
    return g_strcmp0(name, "line") == 0          ? INCMAP_PLACEMENT_LINE
           : g_strcmp0(name, "line-center") == 0 ? INCMAP_PLACEMENT_LINE_CENTER
                                                 : INCMAP_PLACEMENT_POINT;
}
