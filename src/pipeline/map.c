/* SPDX-License-Identifier: MIT */
/*
 * The public face of a map: incmap.h in terms of the pipeline.
 */
#include "base/output.h"
#include "base/text.h"
#include "pipeline/annotate.h"
#include "pipeline/filter.h"
#include "pipeline/pipeline.h"
#include "pipeline/report.h"
#include "pipeline/results.h"
#include "pipeline/stream.h"

#include <math.h>
#include <string.h>
#include <unistd.h>

#define MAX_INPUTS 100000

static void
clear_input(gpointer data)
{
    g_free(((IncmapMapInput *)data)->words);
    g_free(((IncmapMapInput *)data)->layer);
    g_free(((IncmapMapInput *)data)->sql);
}

IncmapMap *
incmap_map_new(IncmapSession *session)
{
    g_return_val_if_fail(session != NULL, NULL);
    IncmapMap *map = g_new0(IncmapMap, 1);
    map->session = session;
    incmap_options_init(&map->options);
    map->inputs = g_array_new(FALSE, TRUE, sizeof(IncmapMapInput));
    g_array_set_clear_func(map->inputs, clear_input);
    map->scene = incmap_scene_new();
    map->stdin_fd = -1;
    return map;
}

void
incmap_map_free(IncmapMap *map)
{
    if (map == NULL)
        return;
    if (map->composition != NULL)
        map->session->compose->composition_free(map->composition);
    incmap_scene_free(map->scene);
    incmap_options_clear(&map->options);
    g_array_unref(map->inputs);
    if (map->stdin_fd >= 0)
        close(map->stdin_fd);
    g_free(map);
}

gboolean
incmap_map_set(IncmapMap *map, const char *key, const char *value, GError **error)
{
    g_return_val_if_fail(map != NULL && key != NULL && value != NULL, FALSE);
    g_return_val_if_fail(map->n_done == 0, FALSE);
    return incmap_options_set(&map->options, key, value, error);
}

static void
add_input(IncmapMap *map, IncmapInputForm form, const char *words, IncmapLonLat point)
{
    IncmapMapInput input = {form, g_strdup(words), point, NULL, NULL};
    g_array_append_val(map->inputs, input);
}

static gboolean
add_directory(IncmapMap *map, const char *path, GError **error)
{
    g_autoptr(GPtrArray) paths = incmap_folder_list(path, error);
    for (guint i = 0; paths != NULL && i < paths->len; i++)
        add_input(map, INCMAP_INPUT_FILE, g_ptr_array_index(paths, i), (IncmapLonLat){0});
    return paths != NULL;
}

const char *
incmap_map_get_style(const IncmapMap *map)
{
    g_return_val_if_fail(map != NULL, NULL);
    return map->options.style;
}

gboolean
incmap_map_add_input(IncmapMap *map, const char *path, GError **error)
{
    g_return_val_if_fail(map != NULL && path != NULL, FALSE);
    if (map->inputs->len >= MAX_INPUTS)
        return incmap_fail(error, INCMAP_ERROR_INPUT, "more than %d inputs", MAX_INPUTS);
    if (g_file_test(path, G_FILE_TEST_IS_DIR))
        return add_directory(map, path, error);
    add_input(map, INCMAP_INPUT_FILE, path, (IncmapLonLat){0});
    return TRUE;
}

void
incmap_map_add_place(IncmapMap *map, const char *place)
{
    g_return_if_fail(map != NULL && place != NULL);
    g_autofree char *valid = g_utf8_make_valid(place, -1);
    add_input(map, INCMAP_INPUT_PLACE, valid, (IncmapLonLat){0});
}

gboolean
incmap_map_add_point(IncmapMap *map, const char *lat_lon, GError **error)
{
    g_return_val_if_fail(map != NULL && lat_lon != NULL, FALSE);
    char *middle = NULL, *end = NULL;
    double lat_deg = g_ascii_strtod(lat_lon, &middle), lon_deg = NAN;
    if (middle != lat_lon && *middle == ',')
        lon_deg = g_ascii_strtod(middle + 1, &end);
    if (end == NULL || end == middle + 1 || *end != '\0' || !isfinite(lat_deg) ||
        !isfinite(lon_deg))
        return incmap_fail(error, INCMAP_ERROR_USAGE,
                           "\"%s\" is not a point; write it as lat,lon: 19.95,2.97", lat_lon);
    if (fabs(lat_deg) > 90 || fabs(lon_deg) > 180)
        return incmap_fail(error, INCMAP_ERROR_USAGE, "point %s: %s is outside -%d to %d", lat_lon,
                           fabs(lat_deg) > 90 ? "the latitude" : "the longitude",
                           fabs(lat_deg) > 90 ? 90 : 180, fabs(lat_deg) > 90 ? 90 : 180);
    add_input(map, INCMAP_INPUT_POINT, lat_lon, (IncmapLonLat){lon_deg, lat_deg});
    return TRUE;
}

static gboolean
parse_stage(const char *text, IncmapStage *out_stage, GError **error)
{
    for (int i = 0; i < INCMAP_N_STAGES; i++) {
        if (strcmp(incmap_stage_ids[i], text) == 0) {
            *out_stage = (IncmapStage)i;
            return TRUE;
        }
    }
    return incmap_fail(error, INCMAP_ERROR_USAGE,
                       "unknown stage \"%s\"; there are read, locate, project, arrange", text);
}

gboolean
incmap_map_run(IncmapMap *map, const char *stage, GError **error)
{
    g_return_val_if_fail(map != NULL && stage != NULL, FALSE);
    IncmapStage to = INCMAP_STAGE_READ;
    return parse_stage(stage, &to, error) && incmap_pipeline_run(map, to, error);
}

gboolean
incmap_map_draw(IncmapMap *map, const char *path, const char *format, GError **error)
{
    g_return_val_if_fail(map != NULL && path != NULL, FALSE);
    int chosen = 0;
    return incmap_format_choose(path, format, &chosen, error) &&
           incmap_pipeline_run(map, INCMAP_STAGE_ARRANGE, error) &&
           incmap_pipeline_draw(map, map->session->composer, path, chosen, error);
}

static void
append_file_part(GString *out, const char *text)
{
    for (const char *p = text != NULL ? text : ""; *p != '\0'; p++) {
        gboolean is_unfit = (guchar)*p < 0x20 || strchr("/\\:*?\"<>|", *p) != NULL;
        g_string_append_c(out, is_unfit ? '-' : *p);
    }
}

char *
incmap_map_expand(const IncmapMap *map, const char *template_text)
{
    g_return_val_if_fail(map != NULL && template_text != NULL, NULL);
    const IncmapIncident *incident = map->scene->incidents->len > 0
                                         ? &g_array_index(map->scene->incidents, IncmapIncident, 0)
                                         : NULL;
    GString *out = g_string_new(NULL);
    for (const char *p = template_text; *p != '\0';) {
        if (incident != NULL && g_str_has_prefix(p, "{id}")) {
            append_file_part(out, incident->id);
            p += strlen("{id}");
        } else if (incident != NULL && g_str_has_prefix(p, "{place}")) {
            append_file_part(out, incident->place != NULL ? incident->place : incident->id);
            p += strlen("{place}");
        } else if (g_str_has_prefix(p, "{n}")) {
            g_string_append_printf(out, "%u", MAX(map->number, 1));
            p += strlen("{n}");
        } else {
            g_string_append_c(out, *p++);
        }
    }
    return g_string_free(out, FALSE);
}

guint
incmap_map_get_n_incidents(const IncmapMap *map)
{
    g_return_val_if_fail(map != NULL, 0);
    return map->scene->incidents->len;
}

/* What a part of the map has to say is said by the whole. */
static void
copy_lines(const IncmapScene *from, IncmapScene *to)
{
    for (guint i = 0; i < from->notes->len; i++)
        incmap_scene_note(to, "%s", (const char *)g_ptr_array_index(from->notes, i));
    for (guint i = 0; i < from->explain->len; i++)
        incmap_scene_explain(to, "%s", (const char *)g_ptr_array_index(from->explain, i));
}

/* Several documents: each is read and located on its own, as if it had come alone; @append gets
 * each as a map. */
typedef void (*AppendFunc)(const IncmapMap *one, guint index, int format, GString *out);

static gboolean
append_each_document(IncmapMap *map, AppendFunc append, int format, GString *out, GError **error)
{
    for (guint i = 0; i < map->inputs->len; i++) {
        g_autoptr(IncmapMap) one = incmap_map_new(map->session);
        incmap_options_clear(&one->options);
        incmap_options_copy(&one->options, &map->options);
        const IncmapMapInput *input = &g_array_index(map->inputs, IncmapMapInput, i);
        add_input(one, input->form, input->words, input->point);
        if (!incmap_pipeline_run(one, INCMAP_STAGE_LOCATE, error))
            return FALSE;
        append(one, i, format, out);
        copy_lines(one->scene, map->scene);
    }
    return TRUE;
}

static void
append_result(const IncmapMap *one, guint index, int format, GString *out)
{
    if (format == INCMAP_RESULT_CSV) {
        incmap_result_csv(one, index == 0, out);
    } else {
        g_autofree char *text = incmap_result_document(one, 0);
        g_string_append(out, text);
    }
}

static void
append_annotated(const IncmapMap *one, guint index, int form, GString *out)
{
    (void)index;
    incmap_annotate(one, (IncmapAnnotateForm)form, out);
}

/* The texts with their names marked; @form: "text", "ansi" or "html". */
static char *
format_annotated(IncmapMap *map, const char *form_name, GError **error)
{
    IncmapAnnotateForm form = INCMAP_ANNOTATE_TEXT;
    if (!incmap_annotate_parse(form_name, &form, error))
        return NULL;
    g_autoptr(GString) out = g_string_new(NULL);
    incmap_annotate_begin(form, out);
    if (map->inputs->len > 1) {
        if (!append_each_document(map, append_annotated, (int)form, out, error))
            return NULL;
    } else if (incmap_pipeline_run(map, INCMAP_STAGE_LOCATE, error)) {
        incmap_annotate(map, form, out);
    } else {
        return NULL;
    }
    incmap_annotate_end(form, out);
    return g_strdup(out->str);
}

char *
incmap_map_format(IncmapMap *map, const char *what, const char *format, GError **error)
{
    g_return_val_if_fail(map != NULL && what != NULL && format != NULL, NULL);
    IncmapResultFormat chosen = INCMAP_RESULT_JSON;
    if (strcmp(what, "annotated") == 0)
        return format_annotated(map, format, error);
    if (!incmap_result_format_parse(format, &chosen, error))
        return NULL;
    gboolean wants_rows = strcmp(what, "rows") == 0;
    map->keeps_stdin = wants_rows;
    if (!wants_rows && map->inputs->len > 1 && chosen != INCMAP_RESULT_GEOJSON) {
        g_autoptr(GString) out = g_string_new(NULL);
        return append_each_document(map, append_result, (int)chosen, out, error)
                   ? g_strdup(out->str)
                   : NULL;
    }
    if (!incmap_pipeline_run(map, INCMAP_STAGE_LOCATE, error))
        return NULL;
    if (wants_rows)
        return incmap_result_rows(map, chosen, error);
    if (chosen == INCMAP_RESULT_GEOJSON)
        return incmap_result_geojson(map);
    if (chosen == INCMAP_RESULT_CSV) {
        g_autoptr(GString) out = g_string_new(NULL);
        incmap_result_csv(map, TRUE, out);
        return g_strdup(out->str);
    }
    return incmap_result_document(map, chosen == INCMAP_RESULT_JSONL ? 0 : 2);
}

gboolean
incmap_map_write_rows(IncmapMap *map, const char *path, const char *format, GError **error)
{
    g_return_val_if_fail(map != NULL && path != NULL && format != NULL, FALSE);
    gboolean is_done = FALSE;
    if (strcmp(format, "csv") == 0 && !incmap_stream_rows(map, path, &is_done, error))
        return FALSE;
    if (is_done)
        return TRUE;
    g_autofree char *text = incmap_map_format(map, "rows", format, error);
    return text != NULL && incmap_write_text(path, text, error);
}

char *
incmap_map_dump(IncmapMap *map, const char *stage, GError **error)
{
    g_return_val_if_fail(map != NULL && stage != NULL, NULL);
    IncmapStage to = INCMAP_STAGE_READ;
    if (!parse_stage(stage, &to, error) || !incmap_pipeline_run(map, to, error))
        return NULL;
    return incmap_scene_dump(map->scene, to);
}

char *
incmap_map_report(IncmapMap *map, GError **error)
{
    g_return_val_if_fail(map != NULL, NULL);
    if (!incmap_pipeline_run(map, INCMAP_STAGE_ARRANGE, error))
        return NULL;
    return incmap_report_format(map);
}

char **
incmap_map_get_lines(const IncmapMap *map, const char *kind)
{
    g_return_val_if_fail(map != NULL && kind != NULL, NULL);
    GPtrArray *lines = g_ptr_array_new();
    const GPtrArray *from = strcmp(kind, "notes") == 0     ? map->scene->notes
                            : strcmp(kind, "explain") == 0 ? map->scene->explain
                                                           : NULL;
    for (guint i = 0; from != NULL && i < from->len; i++)
        g_ptr_array_add(lines, g_strdup(g_ptr_array_index(from, i)));
    for (guint i = 0; strcmp(kind, "timing") == 0 && i <= INCMAP_N_STAGES; i++)
        g_ptr_array_add(lines, g_strdup_printf("%-8s %8.2f ms",
                                               i < INCMAP_N_STAGES ? incmap_stage_ids[i] : "draw",
                                               (double)map->elapsed_us[i] / 1000));
    g_ptr_array_add(lines, NULL);
    return (char **)g_ptr_array_free(lines, FALSE);
}

guint
incmap_map_get_n_left_out(const IncmapMap *map)
{
    g_return_val_if_fail(map != NULL, 0);
    return map->n_stream_left_out + incmap_report_count_left_out(map);
}

const char *
incmap_nearest(const char *word, const char *const *words)
{
    g_return_val_if_fail(word != NULL && words != NULL, NULL);
    return incmap_text_nearest(word, words);
}

gboolean
incmap_write_text(const char *path, const char *text, GError **error)
{
    g_return_val_if_fail(path != NULL && text != NULL, FALSE);
    return incmap_output_write(path, text, strlen(text), error);
}
