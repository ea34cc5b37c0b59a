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

/* A reader files the page under where it happened. */
#define MAX_KEYWORDS 24

static void
add_keyword(GPtrArray *words, const char *shown, const char *own)
{
    const char *word = shown != NULL ? shown : own;
    if (word != NULL && *word != '\0' && words->len < MAX_KEYWORDS &&
        !g_ptr_array_find_with_equal_func(words, word, g_str_equal, NULL))
        g_ptr_array_add(words, (gpointer)word);
}

/* Countries, then provinces, then places; NULL when there are none. */
static char *
make_keywords(const IncmapScene *scene)
{
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    for (int pass = 0; pass < 3; pass++) {
        for (guint i = 0; i < scene->fixes->len && words->len < MAX_KEYWORDS; i++) {
            const IncmapFix *fix = &g_array_index(scene->fixes, IncmapFix, i);
            if (pass == 0)
                add_keyword(words, fix->shown_country, fix->country);
            else if (pass == 1)
                add_keyword(words, fix->shown_admin1, fix->admin1);
            else
                add_keyword(words, fix->shown_name, fix->name);
        }
    }
    if (words->len == 0)
        return NULL;
    g_ptr_array_add(words, NULL);
    return g_strjoinv(", ", (char **)words->pdata);
}

static cairo_surface_t *
make_surface(GByteArray *bytes, double width_pt, double height_pt, const char *title)
{
    cairo_surface_t *surface =
        cairo_pdf_surface_create_for_stream(on_write, bytes, width_pt, height_pt);
    set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title);
    set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "incmap");
    /* Cairo would write the time of day; this is replaced in incmap_pdf_settle_date(). */
    set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z");
    return surface;
}

cairo_surface_t *
incmap_pdf_surface_new(GByteArray *bytes, const IncmapScene *scene)
{
    const IncmapPage *page = &scene->page;
    g_autofree char *keywords = make_keywords(scene);
    cairo_surface_t *surface =
        make_surface(bytes, scene->frame.width_pt, scene->frame.height_pt, page->title);
    set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, page->description);
    set_metadata(surface, CAIRO_PDF_METADATA_KEYWORDS, keywords);
    return surface;
}

cairo_surface_t *
incmap_pdf_book_surface_new(GByteArray *bytes, const char *title)
{
    return make_surface(bytes, 1, 1, title);
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
