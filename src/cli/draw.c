/* SPDX-License-Identifier: MIT */
#include "cli/cli.h"

#include <string.h>
#include <unistd.h>

/** DrawOptions: the options of the command itself */
typedef struct DrawOptions DrawOptions;
struct DrawOptions {
    char **outputs;
    char *format, *report, *dump, *each;
    gboolean explains, is_strict, is_checked;
};

static void
draw_options_clear(DrawOptions *options)
{
    g_strfreev(options->outputs);
    g_free(options->format);
    g_free(options->report);
    g_free(options->dump);
    g_free(options->each);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(DrawOptions, draw_options_clear)

/* Draws one map into every output, all from one arrangement. */
static gboolean
draw_outputs(IncmapMap *map, const DrawOptions *options, GError **error)
{
    for (guint i = 0; options->outputs != NULL && options->outputs[i] != NULL; i++) {
        if (!incmap_map_draw(map, options->outputs[i], options->format, error))
            return FALSE;
    }
    if (options->report == NULL)
        return TRUE;
    g_autofree char *report = incmap_map_report(map, error);
    return report != NULL && incmap_write_text(options->report, report, error);
}

/** Progress: what is kept from map to map */
typedef struct Progress Progress;
struct Progress {
    gint64 start_us;
    gboolean explains;
    guint n_left_out;
};

/* Tells what a map has to say, and how far it is: on a terminal and after a second of work. */
static void
show_progress(const IncmapMap *part, guint n_done, guint n_all, gpointer data)
{
    Progress *progress = data;
    incmap_cli_say_lines(part, progress->explains);
    progress->n_left_out += incmap_map_get_n_left_out(part);
    if (!isatty(STDERR_FILENO) || g_get_monotonic_time() - progress->start_us < G_USEC_PER_SEC)
        return;
    g_autofree char *line =
        g_strdup_printf("\r%u of %u maps%s", n_done, n_all, n_done == n_all ? "\n" : "");
    incmap_cli_print(INCMAP_PRINT_MESSAGE, line);
}

static gboolean
draw_each(IncmapMap *map, const DrawOptions *options, guint *n_left_out, GError **error)
{
    Progress progress = {.start_us = g_get_monotonic_time(), .explains = options->explains};
    gboolean is_drawn =
        incmap_map_draw_each(map, (const char *const *)options->outputs, options->format,
                             options->report, show_progress, &progress, error);
    *n_left_out = progress.n_left_out;
    return is_drawn;
}

/* One message for each finding; faults count as something left out. */
static gboolean
say_findings(IncmapMap *map, guint *n_left_out, GError **error)
{
    guint n_faults = 0;
    g_autofree char *findings = incmap_map_check(map, "text", &n_faults, error);
    if (findings == NULL)
        return FALSE;
    g_auto(GStrv) lines = g_strsplit(findings, "\n", -1);
    for (guint i = 0; lines[i] != NULL; i++) {
        if (lines[i][0] != '\0')
            incmap_cli_say("%s", lines[i]);
    }
    *n_left_out += n_faults;
    return TRUE;
}

static gboolean fail_usage(GError **error, const char *format, ...) G_GNUC_PRINTF(2, 3);

static gboolean
fail_usage(GError **error, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *message = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_set_error_literal(error, INCMAP_ERROR, INCMAP_ERROR_USAGE, message);
    return FALSE;
}

static gboolean
check_options(const DrawOptions *options, const IncmapArguments *arguments, GError **error)
{
    if (arguments->n_operands == 0)
        return fail_usage(error, "no input; name a file, or - for standard input");
    if (options->outputs == NULL && options->dump == NULL)
        return fail_usage(error, "no output; say where with -o map.png");
    if (options->each == NULL)
        return TRUE;
    if (strcmp(options->each, "row") != 0)
        return fail_usage(error, "unknown value \"%s\" of --each; there is row", options->each);
    if (options->dump != NULL)
        return fail_usage(error, "--each and --dump can't be combined");
    for (guint i = 0; options->outputs[i] != NULL; i++) {
        if (strstr(options->outputs[i], "{id}") == NULL &&
            strstr(options->outputs[i], "{place}") == NULL &&
            strstr(options->outputs[i], "{n}") == NULL)
            return fail_usage(error,
                              "%s would be written again for each row; put {id}, {place} or {n} "
                              "into it",
                              options->outputs[i]);
    }
    return TRUE;
}

static IncmapExit
draw(IncmapMap *map, const DrawOptions *options, const IncmapArguments *arguments)
{
    GError *error = NULL;
    guint n_left_out = 0;
    if (!check_options(options, arguments, &error))
        return incmap_cli_fail(error);
    for (guint i = 0; i < arguments->n_operands; i++) {
        if (!incmap_map_add_input(map, arguments->operands[i], &error))
            return incmap_cli_fail(error);
    }
    if (options->dump != NULL) {
        g_autofree char *dump = incmap_map_dump(map, options->dump, &error);
        if (dump == NULL || !incmap_write_text("-", dump, &error))
            return incmap_cli_fail(error);
    }
    gboolean is_drawn = options->each != NULL ? draw_each(map, options, &n_left_out, &error)
                                              : draw_outputs(map, options, &error);
    if (!is_drawn)
        return incmap_cli_fail(error);
    if (options->each == NULL) {
        incmap_cli_say_lines(map, options->explains);
        n_left_out = incmap_map_get_n_left_out(map);
        if (options->is_checked && !say_findings(map, &n_left_out, &error))
            return incmap_cli_fail(error);
    }
    return options->is_strict && n_left_out > 0 ? INCMAP_EXIT_LEFT_OUT : INCMAP_EXIT_DONE;
}

static IncmapExit
run(const IncmapCommand *command, int argc, char **argv)
{
    g_auto(DrawOptions) options = {0};
    const GOptionEntry own[] = {
        {"output", 'o', 0, G_OPTION_ARG_FILENAME_ARRAY, &options.outputs,
         "Picture (.png, .svg, .pdf, .html, .tif) or .geojson, .kml, .pgw, .prj; may be repeated",
         "FILE"},
        {"format", 'f', 0, G_OPTION_ARG_STRING, &options.format,
         "png, svg, pdf, html, tif … where the ending of a file can't say", "FORMAT"},
        {"report", 0, 0, G_OPTION_ARG_FILENAME, &options.report,
         "Write what is on the map and why as JSON", "FILE"},
        {"each", 0, 0, G_OPTION_ARG_STRING, &options.each,
         "One map a row: --each row -o 'out/{id}.png'; {place} and {n} work too", "WHAT"},
        {"dump", 0, 0, G_OPTION_ARG_STRING, &options.dump,
         "Print the scene after read, locate, project or arrange", "STAGE"},
        {"explain", 0, 0, G_OPTION_ARG_NONE, &options.explains,
         "Say how the input was understood and the map chosen", NULL},
        {"check", 0, 0, G_OPTION_ARG_NONE, &options.is_checked,
         "Say what an editor would mend; see also `incmap check`", NULL},
        {"strict", 0, 0, G_OPTION_ARG_NONE, &options.is_strict,
         "Exit status 3 when something was left out", NULL},
        {NULL},
    };
    g_autoptr(IncmapSession) session = incmap_session_new();
    g_autoptr(IncmapMap) map = incmap_map_new(session);
    g_auto(IncmapArguments) arguments = {0};
    GError *error = NULL;
    if (!incmap_cli_parse(command, own, map, INCMAP_USE_DRAW, argc, argv, &arguments, &error))
        return incmap_cli_fail(error);
    return arguments.is_help ? arguments.help_exit : draw(map, &options, &arguments);
}

const IncmapCommand incmap_command_draw = {
    .name = "draw",
    .arguments = "[OPTION…] FILE…",
    .summary = "Draws a finished map from a news text or a table",
    .details = "FILE is a text (.txt, .md), a table (.csv, .tsv, or what GDAL reads), or - for\n"
               "standard input. Nothing is printed when all went well.\n\n"
               "Examples:\n"
               "  incmap draw dispatch.txt --date 2024-08-05 -o map.png -o map.svg\n"
               "  incmap draw incidents.csv --since -7d --style sitrep --size a4l -o week.pdf",
    .run = run,
};
