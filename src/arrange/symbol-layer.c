/* SPDX-License-Identifier: MIT */
#include "arrange/symbol-layer.h"

#include "arrange/symbol-spots.h"

#include <math.h>
#include <string.h>

#define SHEET INCMAP_SHEET_TOWNS
/* Texts keep this far from the map's edge, in page points. */
#define EDGE_PT 3.0
#define MAX_SYMBOLS 20000u
/* An icon that fits a text is as large as the box, though shapes of one area are smaller. */
#define SQUARE_SHARE 0.886

/** Placed: an icon with a text, where they stand */
typedef struct Placed Placed;
struct Placed {
    IncmapTextSpec text;
    IncmapIconSpec icon;
    IncmapPoint at;
    gboolean has_text, has_icon;
    IncmapPoint text_origin; /* upper left, not turned */
    double text_angle_rad;
    int justify;
    IncmapBox icon_box; /* not turned */
    double icon_angle_rad;
    double sort_key;
    guint order;
};

static void
clear_placed(gpointer data)
{
    incmap_text_spec_clear(&((Placed *)data)->text);
}

static void
free_placed(gpointer list)
{
    if (list != NULL)
        g_array_unref(list);
}

/** Placer: a layer whose symbols are being placed */
typedef struct Placer Placer;
struct Placer {
    IncmapPainter *painter;
    IncmapArrange *arrange;
    const IncmapStyleLayer *layer;
    GArray *placed; /* Placed */
    guint n_vague;
    GHashTable *missing; /* names of icons that there aren't */
};

static IncmapPoint
turn(IncmapPoint point, IncmapPoint around, double angle_rad)
{
    double x_pt = point.x_pt - around.x_pt, y_pt = point.y_pt - around.y_pt;
    double cosine = cos(angle_rad), sine = sin(angle_rad);
    return (IncmapPoint){around.x_pt + x_pt * cosine - y_pt * sine,
                         around.y_pt + x_pt * sine + y_pt * cosine};
}

static IncmapQuad
turned_quad(IncmapBox box, IncmapPoint around, double angle_rad)
{
    IncmapQuad quad = incmap_quad_from_box(box);
    for (int i = 0; i < 4 && angle_rad != 0; i++)
        quad.corner[i] = turn(quad.corner[i], around, angle_rad);
    return quad;
}

/* A block of this size whose part @anchor stands on the point. */
static IncmapBox
box_at(IncmapPoint at, const IncmapAnchor *anchor, double width_pt, double height_pt)
{
    double x_pt = at.x_pt + anchor->offset.x_pt - (anchor->dx + 1) * width_pt / 2;
    double y_pt = at.y_pt + anchor->offset.y_pt - (anchor->dy + 1) * height_pt / 2;
    return (IncmapBox){x_pt, y_pt, x_pt + width_pt, y_pt + height_pt};
}

static gboolean
is_free(const IncmapArrange *arrange, const IncmapQuad *quad, IncmapOverlap overlap)
{
    if (overlap == INCMAP_OVERLAP_ALWAYS)
        return TRUE;
    IncmapBox room = incmap_box_grow(arrange->frame->map, -EDGE_PT);
    return incmap_box_contains(room, incmap_quad_box(quad)) &&
           !incmap_obstacles_hit(arrange->obstacles, quad,
                                 overlap == INCMAP_OVERLAP_COOPERATIVE ? INCMAP_OWNER_COOPERATIVE
                                                                       : INCMAP_OWNER_NONE);
}

static IncmapBox
pad(IncmapBox box, const double sides[4])
{
    return (IncmapBox){box.x0_pt - sides[3], box.y0_pt - sides[0], box.x1_pt + sides[1],
                       box.y1_pt + sides[2]};
}

static IncmapBox
text_box(const Placed *placed, const IncmapAnchor *anchor)
{
    return box_at(placed->at, anchor, placed->text.text.width_pt, placed->text.text.height_pt);
}

/* The icon's own box, or that of the text it fits. */
static IncmapBox
icon_box(const Placed *placed, const IncmapAnchor *text_anchor)
{
    const IncmapIconSpec *icon = &placed->icon;
    IncmapBox box = box_at(placed->at, &icon->anchor, icon->width_pt, icon->height_pt);
    if (!placed->text.has_text || text_anchor == NULL)
        return box;
    IncmapBox text = pad(text_box(placed, text_anchor), icon->fit_pt);
    double more = !icon->icon.is_picture && icon->icon.symbol.shape == INCMAP_SHAPE_SQUARE
                      ? 1 / SQUARE_SHARE
                      : 1;
    IncmapPoint middle = incmap_box_centre(text);
    if (icon->fits_width) {
        box.x0_pt = middle.x_pt - incmap_box_width(text) * more / 2;
        box.x1_pt = middle.x_pt + incmap_box_width(text) * more / 2;
    }
    if (icon->fits_height) {
        box.y0_pt = middle.y_pt - incmap_box_height(text) * more / 2;
        box.y1_pt = middle.y_pt + incmap_box_height(text) * more / 2;
    }
    return box;
}

static IncmapQuad
text_quad(const Placed *placed, const IncmapAnchor *anchor)
{
    const double sides[4] = {placed->text.padding_pt, placed->text.padding_pt,
                             placed->text.padding_pt, placed->text.padding_pt};
    return turned_quad(pad(text_box(placed, anchor), sides), placed->at, placed->text_angle_rad);
}

static IncmapQuad
icon_quad(const Placed *placed, IncmapBox box)
{
    return turned_quad(pad(box, placed->icon.padding_pt), placed->at, placed->icon_angle_rad);
}

/* What of a symbol has room when the text has this anchor; the specification's rules for halves
 * that may stand alone. */
static void
try_anchor(const Placer *placer, Placed *placed, const IncmapAnchor *anchor)
{
    gboolean wants_text = placed->text.has_text, wants_icon = placed->icon.has_icon;
    gboolean text_alone = !wants_icon || placed->icon.is_optional;
    gboolean icon_alone = !wants_text || placed->text.is_optional;
    placed->has_text = placed->has_icon = FALSE;
    if (wants_text) {
        IncmapQuad quad = text_quad(placed, anchor);
        placed->has_text = is_free(placer->arrange, &quad, placed->text.overlap);
    }
    if (wants_icon) {
        placed->icon_box = icon_box(placed, wants_text ? anchor : NULL);
        IncmapQuad quad = icon_quad(placed, placed->icon_box);
        placed->has_icon = is_free(placer->arrange, &quad, placed->icon.overlap);
    }
    if (!text_alone)
        placed->has_text = placed->has_text && placed->has_icon;
    if (!icon_alone)
        placed->has_icon = placed->has_icon && placed->has_text;
}

static int
owner_of(Placer *placer, IncmapOverlap overlap)
{
    return overlap == INCMAP_OVERLAP_COOPERATIVE ? INCMAP_OWNER_COOPERATIVE
                                                 : placer->arrange->next_owner++;
}

static void
take_ground(Placer *placer, const Placed *placed, const IncmapAnchor *anchor)
{
    IncmapObstacles *obstacles = placer->arrange->obstacles;
    if (placed->has_text && !placed->text.can_be_covered)
        incmap_obstacles_add(obstacles, text_quad(placed, anchor),
                             owner_of(placer, placed->text.overlap));
    if (placed->has_icon && !placed->icon.can_be_covered)
        incmap_obstacles_add(obstacles, icon_quad(placed, placed->icon_box),
                             owner_of(placer, placed->icon.overlap));
}

/* Tries the anchors in turn: the first one with room for all, else the first with room for the
 * half that may stand alone. */
static gboolean
place_one(Placer *placer, Placed *placed)
{
    Placed half = {0};
    const IncmapAnchor *half_anchor = NULL, *anchor = placed->text.anchors;
    guint n = placed->text.has_text ? placed->text.n_anchors : 1;
    for (guint i = 0; i < n; i++) {
        anchor = &placed->text.anchors[i];
        try_anchor(placer, placed, anchor);
        if (placed->has_text == placed->text.has_text && placed->has_icon == placed->icon.has_icon)
            break;
        if (half_anchor == NULL && (placed->has_text || placed->has_icon)) {
            half = *placed;
            half_anchor = anchor;
        }
        placed->has_text = placed->has_icon = FALSE;
    }
    if (!placed->has_text && !placed->has_icon) {
        if (half_anchor == NULL)
            return FALSE;
        *placed = half;
        anchor = half_anchor;
    }
    IncmapBox box = text_box(placed, anchor);
    placed->text_origin = (IncmapPoint){box.x0_pt, box.y0_pt};
    placed->justify = placed->text.justify == 2 ? anchor->dx : placed->text.justify;
    take_ground(placer, placed, anchor);
    return TRUE;
}

/* The direction of the line, on its feet when it is to be. */
static double
line_angle(const IncmapSpot *spot, gboolean is_kept_upright)
{
    double angle_rad = spot->angle_rad;
    if (is_kept_upright && fabs(angle_rad) > G_PI_2)
        angle_rad += angle_rad > 0 ? -G_PI : G_PI;
    return angle_rad;
}

static void
drop(Placer *placer, const Placed *placed)
{
    const char *what = placed->text.has_text ? placed->text.text.plain : placed->icon.icon.name;
    incmap_arrange_drop(placer->arrange, what, "symbol", "no free position on its feature");
}

static void
add_at_spot(Placer *placer, const IncmapPainted *painted, const IncmapSpot *spot, gboolean is_along)
{
    Placed placed = {.at = spot->at, .sort_key = painted->sort_key, .order = placer->placed->len};
    incmap_icon_spec_read(placer->painter, placer->layer, &placed.icon);
    incmap_text_spec_read(placer->painter, placer->layer, &placed.text);
    if (placed.icon.missing != NULL)
        g_hash_table_add(placer->missing, (gpointer)placed.icon.missing);
    if (is_along && !placed.text.is_level && placed.text.has_text) {
        incmap_rich_text_clear(&placed.text.text); /* set along the line */
        placed.text.has_text = FALSE;
    }
    placed.text_angle_rad = placed.text.angle_rad;
    placed.icon_angle_rad = placed.icon.angle_rad;
    if (is_along && !placed.icon.is_level)
        placed.icon_angle_rad += line_angle(spot, placed.icon.is_kept_upright);
    if ((!placed.text.has_text && !placed.icon.has_icon) || placer->placed->len >= MAX_SYMBOLS) {
        clear_placed(&placed);
        return;
    }
    if (place_one(placer, &placed)) {
        g_array_append_val(placer->placed, placed);
        placer->n_vague += placed.has_icon && incmap_painted_is_vague(painted);
        return;
    }
    if (!is_along || placed.text.has_text) /* of many arrows on a line some find no room */
        drop(placer, &placed);
    clear_placed(&placed);
}

static void
add_feature(Placer *placer, const IncmapPainted *painted)
{
    incmap_painter_set(placer->painter, painted);
    IncmapPlacement placement = incmap_symbol_placement(placer->painter, placer->layer);
    double spacing_pt = incmap_style_layer_number(placer->layer, INCMAP_PROPERTY_SYMBOL_SPACING,
                                                  &placer->painter->eval) *
                        placer->arrange->unit;
    gboolean is_along =
        placement != INCMAP_PLACEMENT_POINT && painted->geometry != INCMAP_GEOMETRY_POINT;
    if (is_along)
        incmap_symbol_text_along(placer->painter, placer->layer, painted, placement, spacing_pt);
    g_autoptr(GArray) spots =
        incmap_symbol_spots(painted, placement, spacing_pt, placer->arrange->frame->map);
    for (guint i = 0; i < spots->len; i++) {
        incmap_painter_set(placer->painter, painted);
        add_at_spot(placer, painted, &g_array_index(spots, IncmapSpot, i), is_along);
    }
}

static void
tell(const Placer *placer)
{
    IncmapScene *scene = placer->arrange->scene;
    g_autoptr(GList) names =
        g_list_sort(g_hash_table_get_keys(placer->missing), (GCompareFunc)(gpointer)strcmp);
    for (const GList *one = names; one != NULL; one = one->next)
        incmap_scene_note(scene,
                          "layer \"%s\" of the style: there is no icon \"%s\"; \"%s.svg\" beside "
                          "the style would be",
                          placer->layer->id, (const char *)one->data, (const char *)one->data);
    incmap_painter_note_vague(placer->painter, placer->layer, placer->n_vague);
}

static GArray *
place_layer(IncmapPainter *painter, const IncmapStyleLayer *layer)
{
    g_autoptr(GArray) list = incmap_painter_list(painter, layer, INCMAP_PROPERTY_SYMBOL_SORT_KEY);
    g_autoptr(GHashTable) missing = g_hash_table_new(g_str_hash, g_str_equal);
    Placer placer = {.painter = painter,
                     .arrange = painter->arrange,
                     .layer = layer,
                     .placed = g_array_new(FALSE, TRUE, sizeof(Placed)),
                     .missing = missing};
    g_array_set_clear_func(placer.placed, clear_placed);
    for (guint i = 0; i < list->len; i++)
        add_feature(&placer, &g_array_index(list, IncmapPainted, i));
    incmap_eval_set_feature(&painter->eval, NULL);
    tell(&placer);
    return placer.placed;
}

static void
draw_text(IncmapArrange *arrange, const Placed *placed)
{
    int label = -1;
    guint index = incmap_typeset_label(arrange, placed->text.text.plain, "symbol", -1);
    if (placed->text.overlap == INCMAP_OVERLAP_NEVER && !placed->text.can_be_covered)
        label = (int)index;
    IncmapPoint origin = {placed->text_origin.x_pt + placed->text.shift.x_pt,
                          placed->text_origin.y_pt + placed->text.shift.y_pt};
    IncmapPoint pivot = {placed->at.x_pt + placed->text.shift.x_pt,
                         placed->at.y_pt + placed->text.shift.y_pt};
    incmap_rich_text_set(arrange, SHEET, &placed->text.text, origin, pivot, placed->text_angle_rad,
                         placed->justify, label);
}

static void
draw_icon(IncmapArrange *arrange, const Placed *placed)
{
    IncmapPoint centre = incmap_box_centre(placed->icon_box);
    IncmapPoint turned = turn(centre, placed->at, placed->icon_angle_rad);
    double x_pt = turned.x_pt - centre.x_pt + placed->icon.shift.x_pt;
    double y_pt = turned.y_pt - centre.y_pt + placed->icon.shift.y_pt;
    IncmapBox box = {placed->icon_box.x0_pt + x_pt, placed->icon_box.y0_pt + y_pt,
                     placed->icon_box.x1_pt + x_pt, placed->icon_box.y1_pt + y_pt};
    incmap_icon_draw(arrange, SHEET, &placed->icon.icon, &placed->icon.look, box,
                     placed->icon_angle_rad);
    IncmapMark mark = {"icon", incmap_box_centre(box), box, -1, 0};
    if (placed->icon.overlap == INCMAP_OVERLAP_NEVER && !placed->icon.can_be_covered)
        g_array_append_val(arrange->scene->page.marks, mark);
}

static int
compare_height(gconstpointer a, gconstpointer b)
{
    const Placed *x = a, *y = b;
    if (x->at.y_pt != y->at.y_pt)
        return x->at.y_pt < y->at.y_pt ? -1 : 1;
    return (x->order > y->order) - (x->order < y->order);
}

/* Where symbols may overlap, those farther down lie on those farther up, unless the style orders
 * them itself. */
static void
draw_layer(IncmapPainter *painter, const IncmapStyleLayer *layer, GArray *placed)
{
    const char *order =
        incmap_style_layer_string(layer, INCMAP_PROPERTY_SYMBOL_Z_ORDER, &painter->eval);
    gboolean is_sorted = incmap_style_layer_has(layer, INCMAP_PROPERTY_SYMBOL_SORT_KEY);
    if (g_strcmp0(order, "viewport-y") == 0 || (g_strcmp0(order, "auto") == 0 && !is_sorted))
        g_array_sort(placed, compare_height);
    incmap_arrange_group(painter->arrange, SHEET, layer->id, NULL);
    for (guint i = 0; i < placed->len; i++) {
        const Placed *one = &g_array_index(placed, Placed, i);
        if (one->has_icon)
            draw_icon(painter->arrange, one);
        if (one->has_text)
            draw_text(painter->arrange, one);
    }
    incmap_arrange_end_group(painter->arrange, SHEET);
}

void
incmap_symbol_layers_place(IncmapArrange *arrange)
{
    g_auto(IncmapPainter) painter;
    incmap_painter_init(&painter, arrange);
    guint n = incmap_style_get_n_layers(arrange->style);
    g_autoptr(GPtrArray) placed = g_ptr_array_new_with_free_func(free_placed);
    g_ptr_array_set_size(placed, (gint)n);
    for (guint i = n; i-- > 0;) {
        const IncmapStyleLayer *layer = incmap_style_get_layer(arrange->style, i);
        if (layer->type == INCMAP_STYLE_LAYER_SYMBOL)
            placed->pdata[i] = place_layer(&painter, layer);
    }
    for (guint i = 0; i < n; i++) {
        if (placed->pdata[i] != NULL)
            draw_layer(&painter, incmap_style_get_layer(arrange->style, i), placed->pdata[i]);
    }
}
