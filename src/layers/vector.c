/* SPDX-License-Identifier: MIT */
/*
 * The door to the module with GDAL: finds it, loads it once and passes calls
 * on. It refuses names that would lead GDAL to the network before GDAL hears
 * of them.
 */
#include "layers/vector-module.h"

#include "base/error.h"
#include "base/module.h"
#include "base/text.h"

#include <string.h>

#define MODULE_FILE "incmap-gdal.so"

/* Reading files inside local archives is all that GDAL's virtual files are wanted for. */
static const char *const local_prefixes[] = {
    "/vsizip/", "/vsigzip/", "/vsitar/", "/vsistdin/", "/vsimem/", NULL,
};
static const char *const remote_words[] = {
    "/vsicurl",  "/vsis3",      "/vsigs",   "/vsiaz",      "/vsiadls", "/vsioss",
    "/vsiswift", "/vsiwebhdfs", "/vsihdfs", "/vsisubfile", "://",      NULL,
};

static gboolean
check_path(const char *path, GError **error)
{
    if (g_str_has_prefix(path, "PG:") || g_str_has_prefix(path, "postgresql://"))
        return TRUE;
    gboolean is_local = !g_str_has_prefix(path, "/vsi");
    for (guint i = 0; local_prefixes[i] != NULL; i++)
        is_local |= g_str_has_prefix(path, local_prefixes[i]);
    g_autofree char *folded = g_ascii_strdown(path, -1);
    for (guint i = 0; remote_words[i] != NULL; i++)
        is_local &= strstr(folded, remote_words[i]) == NULL;
    if (!is_local)
        return incmap_fail(error, INCMAP_ERROR_INPUT,
                           "%s: not a local file; fetch it first, this program never uses the "
                           "network",
                           path);
    return TRUE;
}

/* The module, loaded by the first call; the same for the whole process and never freed. */
static const IncmapVectorModule *
get_module(GError **error)
{
    static const IncmapVectorModule *loaded;
    static GMutex mutex;
    g_mutex_lock(&mutex);
    if (loaded == NULL)
        loaded = incmap_module_load(MODULE_FILE, INCMAP_VECTOR_MODULE_SYMBOL,
                                    INCMAP_VECTOR_MODULE_VERSION, error);
    const IncmapVectorModule *module = loaded;
    g_mutex_unlock(&mutex);
    return module;
}

IncmapVector *
incmap_vector_open_query(const char *path, const IncmapVectorQuery *query, GError **error)
{
    g_return_val_if_fail(path != NULL && query != NULL, NULL);
    if (!check_path(path, error))
        return NULL;
    const IncmapVectorModule *module = get_module(error);
    return module != NULL ? module->open(path, query, error) : NULL;
}

IncmapVector *
incmap_vector_open(const char *path, const char *layer, GError **error)
{
    IncmapVectorQuery query = {.layer = layer};
    return incmap_vector_open_query(path, &query, error);
}

gboolean
incmap_vector_is_database(const char *path)
{
    return g_str_has_prefix(path, "PG:") || g_str_has_prefix(path, "postgresql://");
}

char *
incmap_vector_shown_path(const char *path)
{
    return incmap_text_hide_password(path);
}

GByteArray *
incmap_raster_format(const IncmapRaster *raster, GError **error)
{
    g_return_val_if_fail(raster != NULL, NULL);
    const IncmapVectorModule *module = get_module(error);
    return module != NULL ? module->format_raster(raster, error) : NULL;
}

void
incmap_vector_free(IncmapVector *vector)
{
    if (vector != NULL)
        get_module(NULL)->free(vector);
}

guint
incmap_vector_n_fields(const IncmapVector *vector)
{
    g_return_val_if_fail(vector != NULL, 0);
    return get_module(NULL)->n_fields(vector);
}

const char *
incmap_vector_field_name(const IncmapVector *vector, guint field)
{
    g_return_val_if_fail(field < incmap_vector_n_fields(vector), NULL);
    return get_module(NULL)->field_name(vector, field);
}

IncmapVectorType
incmap_vector_field_type(const IncmapVector *vector, guint field)
{
    g_return_val_if_fail(field < incmap_vector_n_fields(vector), INCMAP_VECTOR_TEXT);
    return get_module(NULL)->field_type(vector, field);
}

int
incmap_vector_find_field(const IncmapVector *vector, const char *name)
{
    for (guint i = 0; i < incmap_vector_n_fields(vector); i++)
        if (g_ascii_strcasecmp(incmap_vector_field_name(vector, i), name) == 0)
            return (int)i;
    return -1;
}

gboolean
incmap_vector_next(IncmapVector *vector, IncmapVectorRow *out_row, GError **error)
{
    g_return_val_if_fail(vector != NULL && out_row != NULL, FALSE);
    return get_module(NULL)->next(vector, out_row, error);
}

gpointer
incmap_archive_open(const char *path, GError **error)
{
    g_return_val_if_fail(path != NULL, NULL);
    const IncmapVectorModule *module = check_path(path, error) ? get_module(error) : NULL;
    return module != NULL ? module->archive_open(path, error) : NULL;
}

gssize
incmap_archive_read(gpointer archive, void *buffer, gsize length)
{
    return get_module(NULL)->archive_read(archive, buffer, length);
}

void
incmap_archive_close(gpointer archive)
{
    if (archive != NULL)
        get_module(NULL)->archive_close(archive);
}
