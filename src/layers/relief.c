/* SPDX-License-Identifier: MIT */
#include "layers/relief.h"

#include "base/error.h"

#include <math.h>
#include <string.h>
#include <zlib.h>

#define MAGIC "INCMREL1"
#define HEAD_BYTES 20u
#define FLAT 128
#define MAX_SIDE 100000u
#define M_PER_DEG 111195.0

struct IncmapRelief {
    GMappedFile *file;
    const guint8 *bytes;
    guint width, height, tile;
    guint8 **tiles; /* unpacked; NULL: not yet */
    gboolean *is_flat;
    guint n_columns, n_tiles;
};

static guint32
read_number(const guint8 *at)
{
    return (guint32)at[0] | (guint32)at[1] << 8 | (guint32)at[2] << 16 | (guint32)at[3] << 24;
}

void
incmap_relief_free(IncmapRelief *relief)
{
    if (relief == NULL)
        return;
    for (guint i = 0; relief->tiles != NULL && i < relief->n_tiles; i++)
        g_free(relief->tiles[i]);
    g_free(relief->tiles);
    g_free(relief->is_flat);
    g_mapped_file_unref(relief->file);
    g_free(relief);
}

/* Whether sizes and offsets are such as this program writes. */
static gboolean
read_head(IncmapRelief *relief)
{
    gsize n_bytes = g_mapped_file_get_length(relief->file);
    relief->bytes = (const guint8 *)g_mapped_file_get_contents(relief->file);
    if (n_bytes < HEAD_BYTES || memcmp(relief->bytes, MAGIC, strlen(MAGIC)) != 0)
        return FALSE;
    guint width = read_number(relief->bytes + 8), height = read_number(relief->bytes + 12);
    guint tile = read_number(relief->bytes + 16);
    if (width == 0 || height == 0 || tile == 0 || width > MAX_SIDE || height > MAX_SIDE ||
        tile > 4096 || width % tile != 0 || height % tile != 0)
        return FALSE;
    relief->width = width;
    relief->height = height;
    relief->tile = tile;
    relief->n_columns = width / tile;
    relief->n_tiles = relief->n_columns * (height / tile);
    if (n_bytes < HEAD_BYTES + (gsize)relief->n_tiles * 8)
        return FALSE;
    for (guint i = 0; i < relief->n_tiles; i++) {
        const guint8 *entry = relief->bytes + HEAD_BYTES + (gsize)i * 8;
        if ((gsize)read_number(entry) + read_number(entry + 4) > n_bytes)
            return FALSE;
    }
    return TRUE;
}

IncmapRelief *
incmap_relief_open(const char *path, GError **error)
{
    g_autoptr(GError) cause = NULL;
    GMappedFile *file = g_mapped_file_new(path, FALSE, &cause);
    if (file == NULL) {
        incmap_fail(error, INCMAP_ERROR_LAYER, "%s: %s", path, cause->message);
        return NULL;
    }
    g_autoptr(IncmapRelief) relief = g_new0(IncmapRelief, 1);
    relief->file = file;
    if (!read_head(relief)) {
        incmap_fail(error, INCMAP_ERROR_LAYER, "%s: not a relief that this program can read", path);
        return NULL;
    }
    relief->tiles = g_new0(guint8 *, relief->n_tiles);
    relief->is_flat = g_new0(gboolean, relief->n_tiles);
    return g_steal_pointer(&relief);
}

/* NULL: all of it is flat, or it can't be unpacked. */
static const guint8 *
get_tile(IncmapRelief *relief, guint index)
{
    if (relief->tiles[index] != NULL || relief->is_flat[index])
        return relief->tiles[index];
    const guint8 *entry = relief->bytes + HEAD_BYTES + (gsize)index * 8;
    uLongf n_cells = (uLongf)relief->tile * relief->tile;
    guint32 offset = read_number(entry), length = read_number(entry + 4);
    uLongf n_got = n_cells;
    g_autofree guint8 *cells = g_malloc(n_cells);
    if (length == 0 || uncompress(cells, &n_got, relief->bytes + offset, length) != Z_OK ||
        n_got != n_cells) {
        relief->is_flat[index] = TRUE;
        return NULL;
    }
    relief->tiles[index] = g_steal_pointer(&cells);
    return relief->tiles[index];
}

static double
get_cell(IncmapRelief *relief, int x, int y)
{
    guint column = (guint)((x % (int)relief->width + (int)relief->width) % (int)relief->width);
    guint row = (guint)CLAMP(y, 0, (int)relief->height - 1);
    const guint8 *tile =
        get_tile(relief, row / relief->tile * relief->n_columns + column / relief->tile);
    if (tile == NULL)
        return 0;
    return (tile[row % relief->tile * relief->tile + column % relief->tile] - FLAT) / 120.0;
}

double
incmap_relief_get(IncmapRelief *relief, IncmapLonLat at)
{
    double x = (at.lon_deg + 180) / 360 * relief->width - 0.5;
    double y = (90 - at.lat_deg) / 180 * relief->height - 0.5;
    if (!isfinite(x) || !isfinite(y) || fabs(x) > 1e6)
        return 0;
    int x0 = (int)floor(x), y0 = (int)floor(y);
    double tx = x - x0, ty = y - y0;
    double above = get_cell(relief, x0, y0) * (1 - tx) + get_cell(relief, x0 + 1, y0) * tx;
    double below = get_cell(relief, x0, y0 + 1) * (1 - tx) + get_cell(relief, x0 + 1, y0 + 1) * tx;
    return above * (1 - ty) + below * ty;
}

double
incmap_relief_cell_m(const IncmapRelief *relief)
{
    return M_PER_DEG * 180 / relief->height;
}
