/* SPDX-License-Identifier: MIT */
#include "pipeline/icons.h"

#include "arrange/icon.h"
#include "style/nearest.h"

#include <string.h>

/* Files in the folders, without their ending. */
static void
offer_files(IncmapNearest *nearest, char *const *folders, GPtrArray *names)
{
    for (guint i = 0; folders[i] != NULL; i++) {
        g_autoptr(GDir) dir = g_dir_open(folders[i], 0, NULL);
        const char *file;
        while (dir != NULL && (file = g_dir_read_name(dir)) != NULL) {
            if (!g_str_has_suffix(file, ".svg"))
                continue;
            g_ptr_array_add(names, g_strndup(file, strlen(file) - strlen(".svg")));
            incmap_nearest_offer(nearest, names->pdata[names->len - 1]);
        }
    }
}

static gboolean
fail_missing(const IncmapStyle *style, const IncmapValue *value, char *const *folders,
             GError **error)
{
    IncmapNearest nearest = {.wanted = value->as.string};
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    for (int shape = 0; shape < INCMAP_N_SHAPES; shape++)
        incmap_nearest_offer(&nearest, incmap_shape_id((IncmapShape)shape));
    for (int event = 0; event < INCMAP_N_EVENTS; event++)
        incmap_nearest_offer(&nearest, incmap_event_id((IncmapEvent)event));
    offer_files(&nearest, folders, names);
    return incmap_style_fail(
        style, value, error,
        "\"%s\" is no shape, no type of event and no SVG file beside the style%s%s%s",
        value->as.string, nearest.best ? "; did you mean \"" : "", nearest.best ? nearest.best : "",
        nearest.best ? "\"?" : "");
}

static gboolean
check_name(IncmapPictures *pictures, const IncmapStyle *style, const IncmapValue *value,
           char *const *folders, GError **error)
{
    g_autoptr(GError) cause = NULL;
    g_autofree char *path = incmap_pictures_find(pictures, value->as.string);
    if (path == NULL)
        return fail_missing(style, value, folders, error);
    if (incmap_pictures_load(pictures, value->as.string, &cause))
        return TRUE;
    return incmap_style_fail(style, value, error, "%s", cause->message);
}

static gboolean
check_layers(IncmapPictures *pictures, const IncmapStyle *style, char *const *folders,
             GError **error)
{
    for (guint i = 0; i < incmap_style_get_n_layers(style); i++) {
        const IncmapStyleLayer *layer = incmap_style_get_layer(style, i);
        if (layer->type != INCMAP_STYLE_LAYER_SYMBOL ||
            !incmap_style_layer_is_constant(layer, INCMAP_PROPERTY_ICON_IMAGE))
            continue;
        g_auto(IncmapEval) eval;
        incmap_eval_init(&eval);
        IncmapValue value = incmap_style_layer_value(layer, INCMAP_PROPERTY_ICON_IMAGE, &eval);
        if (value.kind == INCMAP_VALUE_STRING && *value.as.string != '\0' &&
            !incmap_icon_is_own(value.as.string) &&
            !check_name(pictures, style, &value, folders, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
check_symbols(IncmapPictures *pictures, const IncmapStyle *style, char *const *folders,
              GError **error)
{
    for (int event = 0; event < INCMAP_N_EVENTS; event++) {
        char key[64];
        g_snprintf(key, sizeof key, "symbols.%s.image", incmap_event_id((IncmapEvent)event));
        const IncmapValue *value = incmap_style_incmap_value(style, key);
        if (value->kind == INCMAP_VALUE_STRING && *value->as.string != '\0' &&
            !check_name(pictures, style, value, folders, error))
            return FALSE;
    }
    return TRUE;
}

gboolean
incmap_icons_use(IncmapPictures *pictures, const IncmapStyle *style, GError **error)
{
    g_auto(GStrv) folders = incmap_style_list_icon_folders(style);
    incmap_pictures_set_folders(pictures, (const char *const *)folders);
    return check_layers(pictures, style, folders, error) &&
           check_symbols(pictures, style, folders, error);
}
