/* SPDX-License-Identifier: MIT */
#include "draw/pictures.h"

#include "base/error.h"
#include "base/module.h"
#include "draw/picture-check.h"
#include "draw/picture-svg.h"
#include "draw/vector/module.h"

#include <math.h>
#include <string.h>

/** Picture: a file as it was read; kept also when it is broken, so that it is told once */
typedef struct Picture Picture;
struct Picture {
    gpointer handle; /* of the module; NULL: broken */
    double width_pt, height_pt;
    GError *error;
};

typedef struct Store Store;
struct Store {
    IncmapPictures base;
    const IncmapPictureTable *table; /* NULL until it is loaded */
    char **folders;
    GHashTable *pictures; /* name → Picture */
};

static void
picture_free(gpointer data)
{
    Picture *picture = data;
    g_clear_error(&picture->error);
    g_free(picture);
}

static void
forget(Store *store)
{
    GHashTableIter iter;
    gpointer value;
    g_hash_table_iter_init(&iter, store->pictures);
    while (g_hash_table_iter_next(&iter, NULL, &value)) {
        Picture *picture = value;
        if (picture->handle != NULL)
            store->table->close(picture->handle);
    }
    g_hash_table_remove_all(store->pictures);
}

void
incmap_pictures_free(IncmapPictures *pictures)
{
    if (pictures == NULL)
        return;
    Store *store = (Store *)pictures;
    forget(store);
    g_hash_table_unref(store->pictures);
    g_strfreev(store->folders);
    g_free(store);
}

void
incmap_pictures_set_folders(IncmapPictures *pictures, const char *const *folders)
{
    Store *store = (Store *)pictures;
    forget(store);
    g_strfreev(store->folders);
    store->folders = g_strdupv((char **)folders);
}

/* A name may come from data: it must not lead out of the folders. */
static gboolean
is_safe(const char *name)
{
    if (*name == '\0' || g_path_is_absolute(name) || strlen(name) > 255 || strchr(name, ':') ||
        strchr(name, '\\'))
        return FALSE;
    g_auto(GStrv) parts = g_strsplit(name, "/", -1);
    return !g_strv_contains((const char *const *)parts, "..");
}

char *
incmap_pictures_find(const IncmapPictures *pictures, const char *name)
{
    const Store *store = (const Store *)pictures;
    if (!is_safe(name))
        return NULL;
    const char *ending = g_str_has_suffix(name, ".svg") ? "" : ".svg";
    for (char **folder = store->folders; folder != NULL && *folder != NULL; folder++) {
        g_autofree char *file = g_strconcat(name, ending, NULL);
        g_autofree char *path = g_build_filename(*folder, file, NULL);
        if (g_file_test(path, G_FILE_TEST_IS_REGULAR))
            return g_steal_pointer(&path);
    }
    return NULL;
}

static gboolean
read_bytes(const char *path, char **out_bytes, gsize *out_n, GError **error)
{
    g_autoptr(GError) cause = NULL;
    if (!g_file_get_contents(path, out_bytes, out_n, &cause))
        return incmap_fail(error, INCMAP_ERROR_STYLE, "%s: %s", path, cause->message);
    if (*out_n <= INCMAP_PICTURE_MAX_BYTES)
        return TRUE;
    g_clear_pointer(out_bytes, g_free);
    return incmap_fail(error, INCMAP_ERROR_STYLE,
                       "%s: an icon of %" G_GSIZE_FORMAT " bytes; at most %" G_GSIZE_FORMAT
                       " are read",
                       path, *out_n, INCMAP_PICTURE_MAX_BYTES);
}

static gboolean
measure_picture(const Store *store, Picture *picture, const char *path, GError **error)
{
    double width_pt = 0, height_pt = 0;
    if (!store->table->measure(picture->handle, &width_pt, &height_pt))
        return incmap_fail(error, INCMAP_ERROR_STYLE,
                           "%s: the icon says no size; give it width and height or a viewBox",
                           path);
    if (!(width_pt > 0 && height_pt > 0) || !isfinite(width_pt) || !isfinite(height_pt) ||
        width_pt > INCMAP_PICTURE_MAX_PT || height_pt > INCMAP_PICTURE_MAX_PT)
        return incmap_fail(error, INCMAP_ERROR_STYLE,
                           "%s: an icon of %g × %g points; its sides are between 0 and %g", path,
                           width_pt, height_pt, INCMAP_PICTURE_MAX_PT);
    picture->width_pt = width_pt;
    picture->height_pt = height_pt;
    return TRUE;
}

static gboolean
read_picture(Store *store, const char *name, Picture *picture, GError **error)
{
    g_autofree char *path = incmap_pictures_find(&store->base, name);
    g_autofree char *bytes = NULL;
    gsize n_bytes = 0;
    if (path == NULL)
        return incmap_fail(error, INCMAP_ERROR_STYLE,
                           "there is no icon \"%s\"; \"%s%s\" beside the style would be", name,
                           name, g_str_has_suffix(name, ".svg") ? "" : ".svg");
    if (!read_bytes(path, &bytes, &n_bytes, error) ||
        !incmap_picture_check(path, bytes, n_bytes, error))
        return FALSE;
    if (store->table == NULL)
        store->table = incmap_module_load("incmap-svg.so", INCMAP_PICTURE_SYMBOL,
                                          INCMAP_PICTURE_VERSION, error);
    if (store->table == NULL)
        return FALSE;
    GError *failure = NULL;
    picture->handle = store->table->open((const guint8 *)bytes, n_bytes, &failure);
    if (picture->handle == NULL) {
        g_propagate_prefixed_error(error, failure, "%s: not an SVG picture: ", path);
        return FALSE;
    }
    if (measure_picture(store, picture, path, error))
        return TRUE;
    store->table->close(g_steal_pointer(&picture->handle));
    return FALSE;
}

static const Picture *
get_picture(Store *store, const char *name)
{
    Picture *picture = g_hash_table_lookup(store->pictures, name);
    if (picture == NULL) {
        picture = g_new0(Picture, 1);
        g_hash_table_insert(store->pictures, g_strdup(name), picture);
        read_picture(store, name, picture, &picture->error);
    }
    return picture;
}

gboolean
incmap_pictures_load(IncmapPictures *pictures, const char *name, GError **error)
{
    const Picture *picture = get_picture((Store *)pictures, name);
    if (picture->error != NULL && error != NULL)
        *error = g_error_copy(picture->error);
    return picture->handle != NULL;
}

static gboolean
measure_name(gpointer data, const char *name, double *out_width_pt, double *out_height_pt)
{
    const Picture *picture = get_picture(data, name);
    *out_width_pt = picture->width_pt;
    *out_height_pt = picture->height_pt;
    return picture->handle != NULL;
}

IncmapPictures *
incmap_pictures_new(void)
{
    Store *store = g_new0(Store, 1);
    store->base = (IncmapPictures){store, measure_name};
    store->pictures = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, picture_free);
    return &store->base;
}

void
incmap_pictures_paint(IncmapPictures *pictures, cairo_t *cr, const IncmapItem *item)
{
    Store *store = (Store *)pictures;
    const Picture *picture = get_picture(store, item->picture);
    if (picture->handle == NULL)
        return;
    IncmapPoint centre = incmap_box_centre(item->box);
    cairo_save(cr);
    cairo_translate(cr, centre.x_pt, centre.y_pt);
    cairo_rotate(cr, item->angle_rad);
    cairo_scale(cr, incmap_box_width(item->box) / picture->width_pt,
                incmap_box_height(item->box) / picture->height_pt);
    cairo_translate(cr, -picture->width_pt / 2, -picture->height_pt / 2);
    if (item->opacity < 1)
        cairo_push_group(cr);
    store->table->paint(picture->handle, cr, picture->width_pt, picture->height_pt);
    if (item->opacity < 1) {
        cairo_pop_group_to_source(cr);
        cairo_paint_with_alpha(cr, item->opacity);
    }
    cairo_restore(cr);
}

char *
incmap_pictures_format_svg(IncmapPictures *pictures, const char *name, const char *id,
                           double *out_width_pt, double *out_height_pt)
{
    Store *store = (Store *)pictures;
    const Picture *picture = get_picture(store, name);
    if (picture->handle == NULL)
        return NULL;
    *out_width_pt = picture->width_pt;
    *out_height_pt = picture->height_pt;
    IncmapPictureSvg svg = {0};
    cairo_t *cr = incmap_picture_svg_begin(&svg, picture->width_pt, picture->height_pt);
    store->table->paint(picture->handle, cr, picture->width_pt, picture->height_pt);
    return incmap_picture_svg_end(&svg, id);
}
