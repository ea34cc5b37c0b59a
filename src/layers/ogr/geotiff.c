/* SPDX-License-Identifier: MIT */
/*
 * A picture with its place on the earth. It is made in memory, so that it goes to the disk as all
 * results do: whole or not at all.
 */
#include "layers/ogr/ogr.h"

#include "base/error.h"

#include <cpl_string.h>
#include <cpl_vsi.h>

#define MEMORY_FILE "/vsimem/incmap-map.tif"

static gboolean
write_bands(GDALDatasetH dataset, const IncmapRaster *raster)
{
    gsize row_bytes = (gsize)raster->width_px * 3;
    for (int band = 1; band <= 3; band++) {
        GDALRasterBandH out = GDALGetRasterBand(dataset, band);
        GDALSetRasterColorInterpretation(out, (GDALColorInterp)(GCI_RedBand + band - 1));
        if (GDALRasterIO(out, GF_Write, 0, 0, (int)raster->width_px, (int)raster->height_px,
                         (void *)(raster->pixels + band - 1), (int)raster->width_px,
                         (int)raster->height_px, GDT_Byte, 3, (int)row_bytes) != CE_None)
            return FALSE;
    }
    return TRUE;
}

static gboolean
write_dataset(const IncmapRaster *raster, OGRSpatialReferenceH reference)
{
    char **options = NULL;
    double transform[] = {raster->west_m,   raster->m_per_px, 0, raster->north_m, 0,
                          -raster->m_per_px};
    options = CSLSetNameValue(options, "COMPRESS", "DEFLATE");
    options = CSLSetNameValue(options, "PREDICTOR", "2");
    options = CSLSetNameValue(options, "PHOTOMETRIC", "RGB");
    GDALDatasetH dataset =
        GDALCreate(GDALGetDriverByName("GTiff"), MEMORY_FILE, (int)raster->width_px,
                   (int)raster->height_px, 3, GDT_Byte, options);
    CSLDestroy(options);
    if (dataset == NULL)
        return FALSE;
    g_autofree char *dpi = g_strdup_printf("%d", (int)(raster->dpi + 0.5));
    gboolean is_good = GDALSetGeoTransform(dataset, transform) == CE_None &&
                       GDALSetSpatialRef(dataset, reference) == CE_None;
    GDALSetMetadataItem(dataset, "TIFFTAG_XRESOLUTION", dpi, NULL);
    GDALSetMetadataItem(dataset, "TIFFTAG_YRESOLUTION", dpi, NULL);
    GDALSetMetadataItem(dataset, "TIFFTAG_RESOLUTIONUNIT", "2", NULL);
    GDALSetMetadataItem(dataset, "TIFFTAG_SOFTWARE", "incmap", NULL);
    is_good = is_good && write_bands(dataset, raster);
    GDALClose(dataset);
    return is_good;
}

/* Some projections have no place in a GeoTIFF: what was written is read again. */
static gboolean
holds_reference(OGRSpatialReferenceH reference)
{
    GDALDatasetH dataset = GDALOpen(MEMORY_FILE, GA_ReadOnly);
    OGRSpatialReferenceH found = dataset != NULL ? GDALGetSpatialRef(dataset) : NULL;
    const char *wanted_name = OSRGetAttrValue(reference, "PROJECTION", 0);
    const char *found_name = found != NULL ? OSRGetAttrValue(found, "PROJECTION", 0) : NULL;
    gboolean is_held = found != NULL && g_strcmp0(wanted_name, found_name) == 0;
    if (dataset != NULL)
        GDALClose(dataset);
    return is_held;
}

static GByteArray *
take_file(void)
{
    vsi_l_offset length = 0;
    GByte *bytes = VSIGetMemFileBuffer(MEMORY_FILE, &length, FALSE);
    if (bytes == NULL || length > G_MAXUINT)
        return NULL;
    return g_byte_array_append(g_byte_array_new(), bytes, (guint)length);
}

GByteArray *
incmap_ogr_format_raster(const IncmapRaster *raster, GError **error)
{
    GByteArray *bytes = NULL;
    incmap_ogr_init();
    incmap_ogr_begin();
    OGRSpatialReferenceH reference = OSRNewSpatialReference(NULL);
    char *wkt = (char *)raster->crs;
    if (OSRImportFromWkt(reference, &wkt) != OGRERR_NONE || !write_dataset(raster, reference))
        incmap_ogr_fail(error, "GeoTIFF", "cannot be made");
    else if (!holds_reference(reference))
        incmap_fail(error, INCMAP_ERROR_PROJECTION,
                    "a GeoTIFF can't hold this map's projection; choose another one with "
                    "--projection, or PNG with .pgw and .prj");
    else
        bytes = take_file();
    OSRDestroySpatialReference(reference);
    VSIUnlink(MEMORY_FILE);
    VSIUnlink(MEMORY_FILE ".aux.xml");
    incmap_ogr_end();
    return bytes;
}
