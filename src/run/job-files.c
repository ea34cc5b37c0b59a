/* SPDX-License-Identifier: MIT */
/*
 * What a map is read from and written into.
 */
#include "pipeline/pipeline.h"
#include "run/job-values.h"

#include <string.h>

static gboolean
read_input(const IncmapJobReader *reader, IncmapJobMap *map, const char *name,
           const IncmapValue *value, GError **error)
{
    static const char *const names[] = {"layer", "path", "sql", NULL};
    IncmapJobInput *input = g_new0(IncmapJobInput, 1);
    g_ptr_array_add(map->inputs, input);
    g_autofree char *path = NULL;
    if (value->kind == INCMAP_VALUE_OBJECT) {
        if (!incmap_job_check_keys(reader, value, "an input", names, error) ||
            !incmap_job_take_member(reader, value, "path", &path, error) ||
            !incmap_job_take_member(reader, value, "sql", &input->sql, error) ||
            !incmap_job_take_member(reader, value, "layer", &input->layer, error))
            return FALSE;
    } else if ((path = incmap_job_take_text(reader, name, value, error)) == NULL) {
        return FALSE;
    }
    if (path == NULL || path[0] == '\0')
        return incmap_document_fail(reader->document, value, error, "an input has a \"path\"");
    if (strcmp(path, "-") == 0)
        return incmap_document_fail(reader->document, value, error,
                                    "a job can't read standard input; name a file");
    if (input->sql != NULL && input->layer != NULL)
        return incmap_document_fail(reader->document, value, error,
                                    "an input has \"sql\" or \"layer\", not both");
    input->path = incmap_job_resolve(reader->job, path);
    return TRUE;
}

gboolean
incmap_job_read_inputs(const IncmapJobReader *reader, IncmapJobMap *map, const char *name,
                       const IncmapValue *value, GError **error)
{
    return incmap_job_read_items(reader, map, name, value, read_input, error);
}

static gboolean
check_output(const IncmapJobReader *reader, const IncmapValue *value, IncmapJobOutput *output,
             GError **error)
{
    GError *failure = NULL;
    IncmapSize size;
    double dpi = output->dpi != NULL ? g_ascii_strtod(output->dpi, NULL) : 0;
    if (!incmap_fields_check(output->path, &failure) ||
        !incmap_format_choose(output->path, NULL, &output->format, &failure) ||
        (output->size != NULL && !incmap_size_parse(output->size, dpi, &size, &failure)))
        return incmap_job_place_failure(reader, value, failure, error);
    return TRUE;
}

static gboolean
read_output(const IncmapJobReader *reader, IncmapJobMap *map, const char *name,
            const IncmapValue *value, GError **error)
{
    static const char *const names[] = {"dpi", "path", "size", NULL};
    IncmapJobOutput *output = g_new0(IncmapJobOutput, 1);
    g_ptr_array_add(map->outputs, output);
    g_autofree char *path = NULL;
    if (value->kind == INCMAP_VALUE_OBJECT) {
        if (!incmap_job_check_keys(reader, value, "an output", names, error) ||
            !incmap_job_take_member(reader, value, "path", &path, error) ||
            !incmap_job_take_member(reader, value, "size", &output->size, error) ||
            !incmap_job_take_member(reader, value, "dpi", &output->dpi, error))
            return FALSE;
    } else if ((path = incmap_job_take_text(reader, name, value, error)) == NULL) {
        return FALSE;
    }
    if (path == NULL || path[0] == '\0' || strcmp(path, "-") == 0)
        return incmap_document_fail(reader->document, value, error,
                                    "an output is a file; name it, as in out/{country}.png");
    output->path = incmap_job_resolve(reader->job, path);
    return check_output(reader, value, output, error);
}

gboolean
incmap_job_read_outputs(const IncmapJobReader *reader, IncmapJobMap *map, const char *name,
                        const IncmapValue *value, GError **error)
{
    return incmap_job_read_items(reader, map, name, value, read_output, error);
}

static gboolean
read_template(const IncmapJobReader *reader, char **field, const char *name,
              const IncmapValue *value, GError **error)
{
    g_autofree char *text = incmap_job_take_text(reader, name, value, error);
    if (text == NULL || !incmap_job_check_fields(reader, value, text, error))
        return FALSE;
    *field = incmap_job_resolve(reader->job, text);
    return TRUE;
}

gboolean
incmap_job_read_report(const IncmapJobReader *reader, IncmapJobMap *map, const char *name,
                       const IncmapValue *value, GError **error)
{
    return read_template(reader, &map->report, name, value, error);
}

gboolean
incmap_job_read_atlas(const IncmapJobReader *reader, IncmapJobMap *map, const char *name,
                      const IncmapValue *value, GError **error)
{
    if (!read_template(reader, &map->atlas, name, value, error))
        return FALSE;
    return g_str_has_suffix(map->atlas, ".pdf") ||
           incmap_document_fail(reader->document, value, error,
                                "an atlas is a PDF; call it out/atlas.pdf, say");
}
