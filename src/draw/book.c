/* SPDX-License-Identifier: MIT */
#include "draw/book.h"

#include "base/error.h"
#include "base/output.h"
#include "draw/canvas.h"
#include "draw/pdf.h"

#include <cairo-pdf.h>

struct IncmapBook {
    GByteArray *bytes;
    cairo_surface_t *surface;
    guint n_pages;
};

IncmapBook *
incmap_book_new(const char *title)
{
    IncmapBook *book = g_new0(IncmapBook, 1);
    book->bytes = g_byte_array_new();
    book->surface = incmap_pdf_book_surface_new(book->bytes, title);
    return book;
}

void
incmap_book_free(IncmapBook *book)
{
    if (book == NULL)
        return;
    cairo_surface_destroy(book->surface); /* may still write */
    g_byte_array_unref(book->bytes);
    g_free(book);
}

static gboolean
check(const IncmapBook *book, GError **error)
{
    cairo_status_t status = cairo_surface_status(book->surface);
    return status == CAIRO_STATUS_SUCCESS ||
           incmap_fail(error, INCMAP_ERROR_OUTPUT, "cannot draw page %u: %s", book->n_pages,
                       cairo_status_to_string(status));
}

gboolean
incmap_book_add(IncmapBook *book, const IncmapScene *scene, const IncmapDrawOptions *options,
                const char *label, GError **error)
{
    book->n_pages++;
    cairo_pdf_surface_set_size(book->surface, scene->frame.width_pt, scene->frame.height_pt);
    g_autoptr(IncmapCanvas) canvas = incmap_canvas_page_new(scene, options, book->surface);
    if (!incmap_draw_on(canvas, scene, NULL, error) || !check(book, error))
        return FALSE;
    g_autofree char *valid = g_utf8_make_valid(label, -1);
    g_autofree char *target = g_strdup_printf("page=%u pos=[0 0]", book->n_pages);
    cairo_pdf_surface_add_outline(book->surface, CAIRO_PDF_OUTLINE_ROOT, valid, target,
                                  (cairo_pdf_outline_flags_t)0);
    return check(book, error);
}

gboolean
incmap_book_write(IncmapBook *book, const char *path, const char *date_iso, GError **error)
{
    cairo_surface_finish(book->surface);
    if (!check(book, error))
        return FALSE;
    incmap_pdf_settle_date(book->bytes, date_iso);
    return incmap_output_write(path, book->bytes->data, book->bytes->len, error);
}
