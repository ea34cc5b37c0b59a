/* SPDX-License-Identifier: MIT */
#include "cli/cli.h"

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

/* Reads and locates one input. */
static gboolean
check_input(IncmapSession *session, const char *path, GString *text, guint *n_left_out,
            GError **error)
{
    g_autoptr(IncmapMap) map = incmap_map_new(session);
    if (!incmap_map_add_input(map, path, error) || !incmap_map_run(map, "locate", error))
        return FALSE;
    guint n_incidents = incmap_map_get_n_incidents(map), n_lost = incmap_map_get_n_left_out(map);
    g_auto(GStrv) notes = incmap_map_get_lines(map, "notes");
    g_string_append_printf(text, "%s: %u incident%s, %u without a place\n", path, n_incidents,
                           n_incidents == 1 ? "" : "s", n_lost);
    for (guint i = 0; notes[i] != NULL; i++)
        g_string_append_printf(text, "%s: %s\n", path, notes[i]);
    *n_left_out += n_lost;
    return TRUE;
}

static IncmapExit
check_all(IncmapSession *session, const IncmapArguments *arguments, gboolean is_strict)
{
    g_autoptr(GString) text = g_string_new(NULL);
    guint n_left_out = 0;
    GError *error = NULL;
    gboolean is_good = arguments->n_operands > 0 || check_installation(session, text, &error);
    for (guint i = 0; is_good && i < arguments->n_operands; i++) {
        const char *path = arguments->operands[i];
        if (is_yaml(path) && incmap_job_probe(path)) {
            is_good = check_job(path, text, &error);
        } else if (is_yaml(path)) {
            g_autofree char *sentence = incmap_session_check(session, path, &error);
            is_good = sentence != NULL;
            g_string_append_printf(text, "%s%s", is_good ? sentence : "", is_good ? "\n" : "");
        } else {
            is_good = check_input(session, path, text, &n_left_out, &error);
        }
    }
    gboolean is_printed = incmap_cli_print(INCMAP_PRINT_RESULT, text->str);
    if (!is_good)
        return incmap_cli_fail(error);
    if (!is_printed)
        return INCMAP_EXIT_FAILED;
    return is_strict && n_left_out > 0 ? INCMAP_EXIT_LEFT_OUT : INCMAP_EXIT_DONE;
}

static IncmapExit
run(const IncmapCommand *command, int argc, char **argv)
{
    gboolean is_strict = FALSE;
    const GOptionEntry own[] = {
        {"strict", 0, 0, G_OPTION_ARG_NONE, &is_strict,
         "Exit status 3 when an incident has no place", NULL},
        {NULL},
    };
    g_auto(IncmapArguments) arguments = {0};
    GError *error = NULL;
    if (!incmap_cli_parse(command, own, NULL, 0, argc, argv, &arguments, &error))
        return incmap_cli_fail(error);
    if (arguments.is_help)
        return arguments.help_exit;
    g_autoptr(IncmapSession) session = incmap_session_new();
    return check_all(session, &arguments, is_strict);
}

const IncmapCommand incmap_command_check = {
    .name = "check",
    .arguments = "[OPTION…] [FILE…]",
    .summary = "Looks for faults in inputs, styles, jobs and, without a file, the installation",
    .details = "A FILE that ends in .yaml is a style or a job, any other is an input.\n\n"
               "Example:\n  incmap check incidents.csv",
    .run = run,
};
