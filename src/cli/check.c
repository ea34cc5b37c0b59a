/* SPDX-License-Identifier: MIT */
#include "cli/cli.h"

#include <string.h>

static gboolean
is_yaml(const char *path)
{
    return g_str_has_suffix(path, ".yaml") || g_str_has_suffix(path, ".yml");
}

static gboolean
check_job(const char *path, GString *text, GError **error)
{
    g_autoptr(IncmapJob) job = incmap_job_load(path, error);
    if (job == NULL)
        return FALSE;
    guint n = incmap_job_get_n_maps(job);
    g_string_append_printf(text, "%s: %u map%s\n", path, n, n == 1 ? "" : "s");
    return TRUE;
}

/* The data files and styles of the installation. */
static gboolean
check_installation(IncmapSession *session, GString *text, GError **error)
{
    g_auto(GStrv) styles = incmap_session_list(session, "styles", error);
    if (styles == NULL)
        return FALSE;
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    g_ptr_array_add(names, (gpointer) "layers");
    g_ptr_array_add(names, (gpointer) "gazetteer");
    for (guint i = 0; styles[i] != NULL; i += 2)
        g_ptr_array_add(names, styles[i]);
    for (guint i = 0; i < names->len; i++) {
        g_autofree char *sentence =
            incmap_session_check(session, g_ptr_array_index(names, i), error);
        if (sentence == NULL)
            return FALSE;
        g_string_append_printf(text, "%s\n", sentence);
    }
    return TRUE;
}

/** Check: the command line, which every input's map takes its options from */
typedef struct Check Check;
struct Check {
    const IncmapCommand *command;
    int argc;
    char **argv;
    IncmapSession *session;
    gboolean is_strict;
    char *format; /* NULL: text */
    guint n_faults;
};

static gboolean
is_json(const Check *check)
{
    return g_strcmp0(check->format, "json") == 0;
}

/* The command's own options, and those of @map. */
static gboolean
parse(const Check *check, IncmapMap *map, gboolean *is_strict, char **format,
      IncmapArguments *arguments, GError **error)
{
    const GOptionEntry own[] = {
        {"format", 'f', 0, G_OPTION_ARG_STRING, format, "text (default) or json", "FORMAT"},
        {"strict", 0, 0, G_OPTION_ARG_NONE, is_strict,
         "Exit status 3 when there is a fault or an incident has no place", NULL},
        {NULL},
    };
    return incmap_cli_parse(check->command, own, map, INCMAP_USE_DRAW, check->argc, check->argv,
                            arguments, error);
}

static void
append_lines(GString *text, const char *path, const char *lines)
{
    g_auto(GStrv) each = g_strsplit(lines, "\n", -1);
    for (guint i = 0; each[i] != NULL; i++) {
        if (each[i][0] != '\0')
            g_string_append_printf(text, "%s: %s\n", path, each[i]);
    }
}

/* Arranges the map of one input, with the options of the command line. */
static gboolean
check_input(Check *check, const char *path, GString *text, GError **error)
{
    g_autoptr(IncmapMap) map = incmap_map_new(check->session);
    g_autofree char *format = NULL;
    g_auto(IncmapArguments) ignored = {0};
    gboolean is_strict = FALSE;
    guint n_faults = 0;
    if (!parse(check, map, &is_strict, &format, &ignored, error) ||
        !incmap_map_add_input(map, path, error))
        return FALSE;
    g_autofree char *findings =
        incmap_map_check(map, is_json(check) ? "json" : "text", &n_faults, error);
    if (findings == NULL)
        return FALSE;
    guint n_incidents = incmap_map_get_n_incidents(map), n_lost = incmap_map_get_n_left_out(map);
    check->n_faults += n_faults + n_lost;
    if (is_json(check)) {
        g_string_append(text, findings);
        return TRUE;
    }
    g_auto(GStrv) notes = incmap_map_get_lines(map, "notes");
    g_string_append_printf(text, "%s: %u incident%s, %u without a place\n", path, n_incidents,
                           n_incidents == 1 ? "" : "s", n_lost);
    for (guint i = 0; notes[i] != NULL; i++)
        g_string_append_printf(text, "%s: %s\n", path, notes[i]);
    append_lines(text, path, findings);
    return TRUE;
}

static gboolean
check_style(IncmapSession *session, const char *name, GString *text, GError **error)
{
    g_autofree char *sentence = incmap_session_check(session, name, error);
    if (sentence == NULL)
        return FALSE;
    g_string_append_printf(text, "%s\n", sentence);
    return TRUE;
}

static gboolean
check_operand(Check *check, const char *path, GString *text, GError **error)
{
    if (is_yaml(path) && incmap_job_probe(path))
        return check_job(path, text, error);
    return is_yaml(path) ? check_style(check->session, path, text, error)
                         : check_input(check, path, text, error);
}

/* Without an input: the style that --style names, or all of the installation. */
static gboolean
check_data(Check *check, const IncmapMap *options, GString *text, GError **error)
{
    const char *style = incmap_map_get_style(options);
    return style != NULL ? check_style(check->session, style, text, error)
                         : check_installation(check->session, text, error);
}

static IncmapExit
run(const IncmapCommand *command, int argc, char **argv)
{
    g_autoptr(IncmapSession) session = incmap_session_new();
    g_autoptr(IncmapMap) options = incmap_map_new(session);
    Check check = {.command = command, .argc = argc, .argv = argv, .session = session};
    g_auto(IncmapArguments) arguments = {0};
    g_autofree char *format = NULL;
    GError *error = NULL;
    if (!parse(&check, options, &check.is_strict, &format, &arguments, &error))
        return incmap_cli_fail(error);
    if (arguments.is_help)
        return arguments.help_exit;
    if (format != NULL && strcmp(format, "text") != 0 && strcmp(format, "json") != 0)
        return incmap_cli_fail_usage("unknown format \"%s\"; there are text, json", format);
    check.format = format;
    g_autoptr(GString) text = g_string_new(NULL);
    gboolean is_good = arguments.n_operands > 0 || check_data(&check, options, text, &error);
    for (guint i = 0; is_good && i < arguments.n_operands; i++)
        is_good = check_operand(&check, arguments.operands[i], text, &error);
    gboolean is_printed = incmap_cli_print(INCMAP_PRINT_RESULT, text->str);
    if (!is_good)
        return incmap_cli_fail(error);
    if (!is_printed)
        return INCMAP_EXIT_FAILED;
    return check.is_strict && check.n_faults > 0 ? INCMAP_EXIT_LEFT_OUT : INCMAP_EXIT_DONE;
}

const IncmapCommand incmap_command_check = {
    .name = "check",
    .arguments = "[OPTION…] [FILE…]",
    .summary =
        "Looks for faults in maps, inputs, styles, jobs and, without a file, the installation",
    .details = "A FILE that ends in .yaml is a style or a job, any other is an input: its map is\n"
               "arranged with the options given and judged as an editor would.\n\n"
               "Example:\n  incmap check incidents.csv --style sitrep --size a4l",
    .run = run,
};
