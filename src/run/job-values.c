/* SPDX-License-Identifier: MIT */
#include "run/job-values.h"

#include "base/error.h"

char *
incmap_job_take_text(const IncmapJobReader *reader, const char *name, const IncmapValue *value,
                     GError **error)
{
    if (value->kind == INCMAP_VALUE_STRING || value->kind == INCMAP_VALUE_NUMBER)
        return incmap_value_format_text(value);
    incmap_document_fail(reader->document, value, error, "\"%s\" is a text, not %s", name,
                         incmap_value_describe(value));
    return NULL;
}

gboolean
incmap_job_place_failure(const IncmapJobReader *reader, const IncmapValue *value, GError *failure,
                         GError **error)
{
    g_autoptr(GError) owned = failure;
    return incmap_document_fail(reader->document, value, error, "%s", owned->message);
}

gboolean
incmap_job_check_fields(const IncmapJobReader *reader, const IncmapValue *value, const char *text,
                        GError **error)
{
    GError *failure = NULL;
    return incmap_fields_check(text, &failure) ||
           incmap_job_place_failure(reader, value, failure, error);
}

gboolean
incmap_job_read_items(const IncmapJobReader *reader, IncmapJobMap *map, const char *name,
                      const IncmapValue *value, IncmapJobRead *read, GError **error)
{
    if (value->kind != INCMAP_VALUE_ARRAY)
        return read(reader, map, name, value, error);
    for (guint i = 0; i < value->n; i++) {
        if (!read(reader, map, name, &value->as.items[i], error))
            return FALSE;
    }
    return TRUE;
}

gboolean
incmap_job_take_member(const IncmapJobReader *reader, const IncmapValue *object, const char *name,
                       char **out_text, GError **error)
{
    const IncmapValue *value = incmap_value_find(object, name);
    if (value == NULL || value->kind == INCMAP_VALUE_NULL)
        return TRUE;
    *out_text = incmap_job_take_text(reader, name, value, error);
    return *out_text != NULL;
}
