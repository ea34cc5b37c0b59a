/* SPDX-License-Identifier: MIT */
/*
 * The files a style is made of, as values, each knowing its line and column. YAML 1.2 with its
 * core types; JSON is a part of it.
 */
#ifndef INCMAP_STYLE_DOCUMENT_H
#define INCMAP_STYLE_DOCUMENT_H

#include "base/error.h"
#include "style/value.h"

/* limits of one document */
#define INCMAP_DOCUMENT_MAX_BYTES ((gsize)8 << 20)
#define INCMAP_DOCUMENT_MAX_VALUES 500000u /* with every alias counted as what it stands for */
#define INCMAP_DOCUMENT_MAX_DEPTH 64u
#define INCMAP_DOCUMENT_MAX_FILES 64u

typedef struct IncmapStyleDocument IncmapStyleDocument;

IncmapStyleDocument *incmap_document_new(void);
/* For another kind of file: @kind is what messages call it, @code what its faults are. Static. */
IncmapStyleDocument *incmap_document_new_for(const char *kind, IncmapError code);
void incmap_document_free(IncmapStyleDocument *document);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IncmapStyleDocument, incmap_document_free)

/* Owned by the document; lives as long. */
IncmapArena *incmap_document_get_arena(const IncmapStyleDocument *document);

/**
 * incmap_document_load:
 * @document: where the values are kept
 * @path: a YAML or JSON file
 * @out_root: (out): its root
 * @error: set on failure
 *
 * Can be called again for further files.
 *
 * Returns: whether the file could be read and is well-formed
 */
gboolean incmap_document_load(IncmapStyleDocument *document, const char *path,
                              IncmapValue *out_root, GError **error);

/* As incmap_document_load(), from memory; @name stands in messages. */
gboolean incmap_document_parse(IncmapStyleDocument *document, const char *name, const char *text,
                               gsize n_bytes, IncmapValue *out_root, GError **error);

/* Fails with "file:line:column: " before the message. Always %FALSE. */
gboolean incmap_document_fail(const IncmapStyleDocument *document, const IncmapValue *at,
                              GError **error, const char *format, ...) G_GNUC_PRINTF(4, 5);

/* "file:line:column", or less when not from a file. Free with g_free(). */
char *incmap_document_format_place(const IncmapStyleDocument *document, const IncmapValue *at);

/* The files loaded so far; as long as the document loads no other. */
const char *const *incmap_document_get_files(const IncmapStyleDocument *document, guint *out_n);

/* Registers a file name; its index goes into IncmapValue.file. */
guint16 incmap_document_add_file(IncmapStyleDocument *document, const char *name);

#endif
