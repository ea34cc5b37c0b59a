/* SPDX-License-Identifier: MIT */
#include "draw/svg-picture.h"

#include "draw/cairo-image.h"
#include "draw/svg-format.h"

#include <string.h>

void
incmap_svg_add_image(GString *out, const IncmapItem *item)
{
    g_autoptr(GByteArray) png = incmap_cairo_image_encode(item->image);
    if (png == NULL)
        return;
    g_autofree char *text = g_base64_encode(png->data, png->len);
    g_string_append(out, "<image");
    incmap_svg_add_box(out, item->box);
    g_string_append_printf(
        out, " preserveAspectRatio=\"none\" href=\"data:image/png;base64,%s\"/>\n", text);
}

char *
incmap_svg_picture_id(const char *name)
{
    g_autofree char *base = g_path_get_basename(name);
    if (g_str_has_suffix(base, ".svg"))
        base[strlen(base) - strlen(".svg")] = '\0';
    return g_strconcat("icon-", base, NULL);
}

gboolean
incmap_svg_add_picture(GString *out, IncmapPictures *pictures, const char *name, const char *id)
{
    double width_pt, height_pt;
    g_autofree char *body = incmap_pictures_format_svg(pictures, name, id, &width_pt, &height_pt);
    if (body == NULL)
        return FALSE;
    g_string_append_printf(out, "<symbol id=\"%s\" viewBox=\"0 0 ", id);
    incmap_svg_add_number(out, width_pt);
    g_string_append_c(out, ' ');
    incmap_svg_add_number(out, height_pt);
    g_string_append_printf(out, "\" preserveAspectRatio=\"none\">%s</symbol>\n", body);
    return TRUE;
}

void
incmap_svg_add_use(GString *out, const char *id, const IncmapItem *item)
{
    IncmapPoint centre = incmap_box_centre(item->box);
    g_string_append_printf(out, "<use href=\"#%s\"", id);
    incmap_svg_add_box(out, item->box);
    if (item->opacity < 1)
        incmap_svg_add_number_attribute(out, "opacity", item->opacity);
    if (item->angle_rad != 0) {
        g_string_append(out, " transform=\"rotate(");
        incmap_svg_add_number(out, item->angle_rad * 180 / G_PI);
        g_string_append_c(out, ' ');
        incmap_svg_add_number(out, centre.x_pt);
        g_string_append_c(out, ' ');
        incmap_svg_add_number(out, centre.y_pt);
        g_string_append(out, ")\"");
    }
    g_string_append(out, "/>\n");
}

char *
incmap_svg_symbol_shape(const IncmapItem *item)
{
    GString *out = g_string_new("<path fill-rule=\"evenodd\" d=\"");
    IncmapSvgPath data = {.out = out};
    incmap_svg_path_add(&data, &item->path, item->at);
    g_string_append(out, "\"/>");
    return g_string_free(out, FALSE);
}
