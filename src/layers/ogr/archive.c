/* SPDX-License-Identifier: MIT */
/*
 * Text inside a .zip or .gz file, as bytes one behind the other.
 */
#define _GNU_SOURCE /* stat64 */
#include "layers/ogr/ogr.h"

#include "base/error.h"

#include <cpl_string.h>
#include <cpl_vsi.h>

/* The largest file in a zip: beside the data there may be a readme. */
static char *
find_largest(const char *folder)
{
    char **names = VSIReadDir(folder);
    char *best = NULL;
    vsi_l_offset best_size = 0;
    for (char **name = names; name != NULL && *name != NULL; name++) {
        g_autofree char *path = g_strconcat(folder, "/", *name, NULL);
        VSIStatBufL status;
        if (VSIStatL(path, &status) != 0 || VSI_ISDIR(status.st_mode) ||
            (best != NULL && (vsi_l_offset)status.st_size <= best_size))
            continue;
        best_size = (vsi_l_offset)status.st_size;
        g_free(best);
        best = g_steal_pointer(&path);
    }
    CSLDestroy(names);
    return best;
}

gpointer
incmap_ogr_archive_open(const char *path, GError **error)
{
    g_autofree char *absolute = g_canonicalize_filename(path, NULL);
    incmap_ogr_init();
    incmap_ogr_begin();
    gboolean is_zip = g_str_has_suffix(path, ".zip");
    g_autofree char *folder = g_strconcat(is_zip ? "/vsizip/" : "/vsigzip/", absolute, NULL);
    g_autofree char *inside = is_zip ? find_largest(folder) : g_strdup(folder);
    VSILFILE *file = inside != NULL ? VSIFOpenL(inside, "rb") : NULL;
    incmap_ogr_end();
    if (file == NULL)
        incmap_fail(error, INCMAP_ERROR_INPUT, "%s: no file can be read from this archive", path);
    return file;
}

gssize
incmap_ogr_archive_read(gpointer archive, void *buffer, gsize length)
{
    incmap_ogr_begin();
    gsize n = VSIFReadL(buffer, 1, length, archive);
    incmap_ogr_end();
    return n == 0 && !VSIFEofL(archive) ? -1 : (gssize)n;
}

void
incmap_ogr_archive_close(gpointer archive)
{
    if (archive != NULL)
        VSIFCloseL(archive);
}
