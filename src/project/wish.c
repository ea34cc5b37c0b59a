/* SPDX-License-Identifier: MIT */
/*
 * An extent as a user writes it: four numbers, "world", or a country.
 */
#include "project/view.h"

#include <math.h>
#include <string.h>

/* Four numbers with commas or spaces between them; FALSE for anything else. */
static gboolean
parse_numbers(const char *text, double *out_numbers)
{
    for (int i = 0; i < 4; i++) {
        char *end = NULL;
        out_numbers[i] = g_ascii_strtod(text, &end);
        if (end == text || !isfinite(out_numbers[i]))
            return FALSE;
        text = end + strspn(end, " \t");
        if (i < 3 && *text == ',')
            text++;
    }
    return *text == '\0';
}

static gboolean
check_numbers(const double *number, IncmapExtent *out_extent, GError **error)
{
    if (fabs(number[1]) > 90 || fabs(number[3]) > 90 || number[1] >= number[3])
        return incmap_fail(error, INCMAP_ERROR_USAGE,
                           "extent: south %g and north %g must rise within -90 to 90; the order is "
                           "west,south,east,north",
                           number[1], number[3]);
    if (fabs(number[0]) > 360 || fabs(number[2]) > 540 || number[0] == number[2])
        return incmap_fail(error, INCMAP_ERROR_USAGE,
                           "extent: longitudes %g and %g are no range of degrees", number[0],
                           number[2]);
    double span = number[2] - number[0];
    if (span > 360)
        span = 360;
    while (span <= 0)
        span += 360;
    double west = incmap_wrap_lon(number[0]);
    *out_extent = (IncmapExtent){west, number[1], west + span, number[3]};
    return TRUE;
}

gboolean
incmap_view_read_wish(IncmapView *view, IncmapScene *scene, const IncmapLayers *layers,
                      const char *wish, GError **error)
{
    double numbers[4];
    IncmapFeature country;
    if (g_ascii_strcasecmp(wish, "world") == 0) {
        view->is_world = TRUE;
        view->reason = "the world, as asked for";
    } else if (parse_numbers(wish, numbers)) {
        IncmapExtent extent;
        if (!check_numbers(numbers, &extent, error))
            return FALSE;
        incmap_view_add_extent(view, extent);
        view->is_exact = TRUE;
        view->asked = extent;
        view->reason = "the extent asked for";
    } else if (incmap_find_country(layers, wish, &country)) {
        incmap_view_add_country(view, layers, country.code, NULL, 0);
        view->reason = incmap_scene_printf(scene, "%s, as asked for",
                                           country.name != NULL ? country.name : wish);
    } else {
        return incmap_fail(error, INCMAP_ERROR_USAGE,
                           "extent \"%s\" is neither west,south,east,north nor \"world\" nor a "
                           "country",
                           wish);
    }
    return TRUE;
}
