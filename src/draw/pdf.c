/* SPDX-License-Identifier: MIT */
#include "draw/pdf.h"

#include <cairo-pdf.h>
#include <string.h>

static cairo_status_t
on_write(void *closure, const unsigned char *data, unsigned int length)
{
    g_byte_array_append(closure, data, length);
    return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata(cairo_surface_t *surface, cairo_pdf_metadata_t key, const char *text)
{
    if (text != NULL && text[0] != '\0')
        cairo_pdf_surface_set_metadata(surface, key, text);
}

cairo_surface_t *
incmap_pdf_surface_new(GByteArray *bytes, double width_pt, double height_pt, const IncmapPage *page)
{
    cairo_surface_t *surface =
        cairo_pdf_surface_create_for_stream(on_write, bytes, width_pt, height_pt);
    set_metadata(surface, CAIRO_PDF_METADATA_TITLE, page->title);
    set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, page->description);
    set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "incmap");
    /* Cairo would write the time of day; this is replaced in incmap_pdf_settle_date(). */
    set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z");
    return surface;
}

static char *
find_date(GByteArray *bytes, gsize *out_length)
{
    static const char key[] = "/CreationDate (";
    for (guint i = bytes->len; i-- > 0;) { /* it stands near the end */
        char *start = (char *)bytes->data + i;
        if (*start != '/' || bytes->len - i < sizeof key - 1 ||
            memcmp(start, key, sizeof key - 1) != 0)
            continue;
        char *end = memchr(start, ')', bytes->len - i);
        if (end == NULL)
            return NULL;
        *out_length = (gsize)(end - start) + 1;
        return start;
    }
    return NULL;
}

void
incmap_pdf_settle_date(GByteArray *bytes, const char *date_iso)
{
    gsize length = 0;
    char *entry = find_date(bytes, &length);
    if (entry == NULL)
        return;
    memset(entry, ' ', length);
    guint64 parts[3] = {0};
    const char *p = date_iso != NULL ? date_iso : "";
    for (int i = 0; i < 3; i++) {
        char *end;
        parts[i] = g_ascii_strtoull(p, &end, 10);
        p = *end == '-' ? end + 1 : end;
    }
    if (parts[0] > 9999 || parts[1] > 12 || parts[2] > 31 ||
        !g_date_valid_dmy((GDateDay)parts[2], (GDateMonth)parts[1], (GDateYear)parts[0]))
        return;
    char text[64];
    int n = g_snprintf(text, sizeof text, "/CreationDate (D:%04u%02u%02u)", (guint)parts[0],
                       (guint)parts[1], (guint)parts[2]);
    if ((gsize)n <= length)
        memcpy(entry, text, (gsize)n);
}
