/* SPDX-License-Identifier: MIT */
#include "arrange/sizes.h"

#include "arrange/groups.h"
#include "arrange/typeset.h"
#include "arrange/words.h"

#include <math.h>

/* From one number to the next, in sizes of their type. */
#define STEP 1.2

static gboolean
is_measured(const IncmapArrange *arrange, const IncmapGroup *group)
{
    return g_array_index(arrange->scene->incidents, IncmapIncident,
                         g_array_index(group->members, guint32, 0))
               .value_kind == INCMAP_VALUE_MAGNITUDE;
}

/* The nearest of 1, 1.5, 2, 3, 4, 5, 6, 8 × 10^n by ratio, and whole. */
static double
round_value(double value)
{
    static const double steps[] = {1, 1.5, 2, 3, 4, 5, 6, 8, 10};
    double power = pow(10, floor(log10(value))), best = power;
    for (gsize i = 0; i < G_N_ELEMENTS(steps); i++) {
        if (fabs(log(steps[i] * power / value)) < fabs(log(best / value)))
            best = steps[i] * power;
    }
    return MAX(1, round(best));
}

static void
add_value(const IncmapArrange *arrange, IncmapSizes *sizes, double value)
{
    double radius_pt = incmap_groups_symbol_radius(arrange, value, sizes->is_magnitude);
    double least_pt = incmap_groups_symbol_radius(arrange, 0, sizes->is_magnitude);
    gboolean is_smaller = sizes->n == 0 || (value < sizes->values[sizes->n - 1] &&
                                            radius_pt < sizes->radii_pt[sizes->n - 1] * 0.87);
    if (!is_smaller || sizes->n >= INCMAP_SIZES_MAX || radius_pt <= least_pt * 1.02)
        return;
    sizes->values[sizes->n] = value;
    sizes->radii_pt[sizes->n++] = radius_pt;
}

static void
choose_magnitudes(const IncmapArrange *arrange, IncmapSizes *sizes, double least, double most)
{
    double top = round(most), bottom = MIN(top, MAX(round(least), top - 3));
    for (double value = top; value >= bottom; value--)
        add_value(arrange, sizes, value);
}

void
incmap_sizes_choose(const IncmapArrange *arrange, IncmapSizes *out_sizes)
{
    *out_sizes = (IncmapSizes){.n = 0};
    double least = INFINITY, most = 0;
    for (guint i = 0; i < arrange->groups->len; i++) {
        const IncmapGroup *group = &g_array_index(arrange->groups, IncmapGroup, i);
        if (group->precision == INCMAP_PRECISION_PROVINCE && group->members->len > 1)
            continue; /* a box has one size */
        out_sizes->is_magnitude |= is_measured(arrange, group);
        out_sizes->has_range |= incmap_groups_has_range(arrange, group);
        if (group->value > 0) {
            least = MIN(least, group->value);
            most = MAX(most, group->value);
        }
    }
    if (incmap_groups_is_few(arrange) || !(most > 0))
        return;
    if (out_sizes->is_magnitude) {
        choose_magnitudes(arrange, out_sizes, least, most);
        return;
    }
    double top = round_value(most);
    if (incmap_groups_symbol_radius(arrange, most, FALSE) <=
        incmap_groups_symbol_radius(arrange, 0, FALSE) * 1.2)
        return;
    add_value(arrange, out_sizes, top);
    add_value(arrange, out_sizes, round_value(top / 3.5));
    add_value(arrange, out_sizes, round_value(top / 14));
}

double
incmap_sizes_height(const IncmapSizes *sizes, const IncmapFace *face, double *out_text_pt)
{
    double largest_pt = sizes->n > 0 ? sizes->radii_pt[0] : 0;
    if (out_text_pt != NULL)
        *out_text_pt = largest_pt * 2 + face->font.size_pt * 1.2;
    return MAX(largest_pt * 2 + face->font.size_pt * 0.4, sizes->n * STEP * face->font.size_pt);
}

void
incmap_sizes_draw(IncmapArrange *arrange, IncmapSheet sheet, const IncmapSizes *sizes,
                  const IncmapFace *face, IncmapPoint at, const char *first_words,
                  const char *class_id)
{
    double text_pt, size_pt = face->font.size_pt;
    incmap_sizes_height(sizes, face, &text_pt);
    double largest_pt = sizes->radii_pt[0], x_pt = at.x_pt + largest_pt;
    double top_pt = at.y_pt + size_pt * 0.4, base_pt = top_pt + largest_pt * 2;
    double line_pt = -INFINITY; /* middle of the number above */
    for (guint i = 0; i < sizes->n; i++) {
        double circle_pt = base_pt - sizes->radii_pt[i] * 2;
        line_pt = MAX(circle_pt, line_pt + size_pt * STEP);
        IncmapItem *circle = incmap_arrange_add(arrange, sheet, INCMAP_ITEM_PATH);
        incmap_path_circle(&circle->path, (IncmapPoint){x_pt, base_pt - sizes->radii_pt[i]},
                           sizes->radii_pt[i]);
        incmap_path_move(&circle->path, x_pt, circle_pt);
        incmap_path_line(&circle->path, x_pt + largest_pt, circle_pt);
        incmap_path_line(&circle->path, at.x_pt + text_pt - size_pt * 0.4, line_pt);
        circle->paint.stroke = face->color;
        circle->paint.stroke_width_pt = 0.5 * arrange->unit;
        const char *number = incmap_say_number(arrange->scene, sizes->values[i]);
        incmap_typeset_line(arrange, sheet, i == 0 && first_words != NULL ? first_words : number,
                            face, (IncmapPoint){at.x_pt + text_pt, line_pt + size_pt * 0.36},
                            class_id);
    }
}
