/* SPDX-License-Identifier: MIT */
/*
 * What a PDF has beside its page: title, subject, keywords and a date that is the
 * caller's, not the clock's.
 */
#pragma once

#include "scene/scene.h"

#include <cairo.h>

/* A PDF of one page that is written into @bytes, which must outlive it. */
cairo_surface_t *incmap_pdf_surface_new(GByteArray *bytes, const IncmapScene *scene);

/* The same for many pages, each of which sets its size. */
cairo_surface_t *incmap_pdf_book_surface_new(GByteArray *bytes, const char *title);

/*
 * Puts @date_iso ("2024-07-27"; %NULL: none) where Cairo has put its date. Bytes are
 * replaced, never inserted: the file's index holds their places.
 */
void incmap_pdf_settle_date(GByteArray *bytes, const char *date_iso);
