/* SPDX-License-Identifier: MIT */
#include "style/document.h"

#include <glib/gstdio.h>

struct IncmapStyleDocument {
    IncmapArena *arena;
    GPtrArray *files; /* names, by IncmapValue.file; the first is for values from nowhere */
    const char *kind; /* "style" */
    IncmapError code;
};

IncmapStyleDocument *
incmap_document_new_for(const char *kind, IncmapError code)
{
    IncmapStyleDocument *document = g_new0(IncmapStyleDocument, 1);
    document->arena = incmap_arena_new();
    document->files = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(document->files, g_strdup(kind));
    document->kind = kind;
    document->code = code;
    return document;
}

IncmapStyleDocument *
incmap_document_new(void)
{
    return incmap_document_new_for("style", INCMAP_ERROR_STYLE);
}

const char *const *
incmap_document_get_files(const IncmapStyleDocument *document, guint *out_n)
{
    *out_n = document->files->len - 1;
    return (const char *const *)document->files->pdata + 1;
}

void
incmap_document_free(IncmapStyleDocument *document)
{
    if (document == NULL)
        return;
    incmap_arena_free(document->arena);
    g_ptr_array_unref(document->files);
    g_free(document);
}

IncmapArena *
incmap_document_get_arena(const IncmapStyleDocument *document)
{
    return document->arena;
}

guint16
incmap_document_add_file(IncmapStyleDocument *document, const char *name)
{
    g_assert(document->files->len < G_MAXUINT16);
    g_ptr_array_add(document->files, g_strdup(name));
    return (guint16)(document->files->len - 1);
}

gboolean
incmap_document_load(IncmapStyleDocument *document, const char *path, IncmapValue *out_root,
                     GError **error)
{
    if (document->files->len > INCMAP_DOCUMENT_MAX_FILES)
        return incmap_fail(error, document->code, "%s: a %s can have at most %u files", path,
                           document->kind, INCMAP_DOCUMENT_MAX_FILES);
    GStatBuf status;
    if (g_stat(path, &status) != 0)
        return incmap_fail(error, document->code, "%s: cannot be read: no such file", path);
    if (!S_ISREG(status.st_mode))
        return incmap_fail(error, document->code, "%s: is not a file", path);
    if (status.st_size < 0 || (guint64)status.st_size > INCMAP_DOCUMENT_MAX_BYTES)
        return incmap_fail(error, document->code,
                           "%s: is larger than %" G_GSIZE_FORMAT " bytes, the most a %s may have",
                           path, INCMAP_DOCUMENT_MAX_BYTES, document->kind);
    g_autofree char *text = NULL;
    gsize n_bytes = 0;
    g_autoptr(GError) reason = NULL;
    if (!g_file_get_contents(path, &text, &n_bytes, &reason))
        return incmap_fail(error, document->code, "%s: cannot be read: %s", path, reason->message);
    return incmap_document_parse(document, path, text, n_bytes, out_root, error);
}

char *
incmap_document_format_place(const IncmapStyleDocument *document, const IncmapValue *at)
{
    const char *file = g_ptr_array_index(document->files, at->file);
    if (at->line == 0)
        return g_strdup(file);
    return g_strdup_printf("%s:%u:%u", file, at->line, at->column);
}

gboolean
incmap_document_fail(const IncmapStyleDocument *document, const IncmapValue *at, GError **error,
                     const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *message = g_strdup_vprintf(format, args);
    va_end(args);
    g_autofree char *place = incmap_document_format_place(document, at);
    return incmap_fail(error, document->code, "%s: %s", place, message);
}
