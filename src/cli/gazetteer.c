/* SPDX-License-Identifier: MIT */
#include "cli/cli.h"

#include <string.h>
#include <unistd.h>

/* A progress line appears when the work lasts longer, and changes no more often. */
#define QUIET_US 1000000
#define STEP_US 200000

typedef struct Progress Progress;
struct Progress {
    gint64 next_us;
    gboolean is_shown;
};

static void
show_progress(const char *what, double share, gpointer data)
{
    Progress *progress = data;
    gint64 now_us = g_get_monotonic_time();
    if (now_us < progress->next_us || !isatty(STDERR_FILENO))
        return;
    g_autofree char *base = g_path_get_basename(what);
    g_autofree char *line = g_strdup_printf("\r\033[Kincmap: %s %3.0f %%", base, 100 * share);
    incmap_cli_print(INCMAP_PRINT_MESSAGE, line);
    progress->next_us = now_us + STEP_US;
    progress->is_shown = TRUE;
}

static void
end_progress(const Progress *progress)
{
    if (progress->is_shown)
        incmap_cli_print(INCMAP_PRINT_MESSAGE, "\r\033[K");
}

static IncmapExit
info(IncmapSession *session)
{
    GError *error = NULL;
    g_auto(GStrv) rows = incmap_session_describe_gazetteers(session, &error);
    g_autoptr(GString) text = g_string_new(NULL);
    if (rows == NULL)
        return incmap_cli_fail(error);
    for (guint i = 0; rows[i] != NULL; i += 2)
        g_string_append_printf(text, "%s: %s\n", rows[i], rows[i + 1]);
    return incmap_cli_print(INCMAP_PRINT_RESULT, text->str) ? INCMAP_EXIT_DONE : INCMAP_EXIT_FAILED;
}

static gboolean
remove_all(IncmapSession *session, char *const *names, GError **error)
{
    for (guint i = 0; names[i] != NULL; i++)
        if (!incmap_session_remove_gazetteer(session, names[i], error))
            return FALSE;
    return TRUE;
}

/* What the verb does; the verbs that need operands have some. */
static IncmapExit
run_verb(IncmapSession *session, const char *verb, char **operands, const char *name,
         const char *columns)
{
    Progress progress = {.next_us = g_get_monotonic_time() + QUIET_US};
    GError *error = NULL;
    gboolean is_done = FALSE;
    if (strcmp(verb, "info") == 0)
        return info(session);
    if (strcmp(verb, "add") == 0)
        is_done = incmap_session_add_gazetteer(session, (const char *const *)operands, name,
                                               columns, show_progress, &progress, &error);
    else if (strcmp(verb, "build") == 0)
        is_done = incmap_session_build_gazetteers(session, show_progress, &progress, &error);
    else
        is_done = remove_all(session, operands, &error);
    end_progress(&progress);
    g_auto(GStrv) notes = incmap_session_get_notes(session);
    for (guint i = 0; notes[i] != NULL; i++)
        incmap_cli_say("note: %s", notes[i]);
    return is_done ? INCMAP_EXIT_DONE : incmap_cli_fail(error);
}

static IncmapExit
run(const IncmapCommand *command, int argc, char **argv)
{
    static const char *const verbs[] = {"add", "build", "info", "remove", NULL};
    g_autofree char *name = NULL, *columns = NULL, *folder = NULL;
    const GOptionEntry own[] = {
        {"name", 0, 0, G_OPTION_ARG_FILENAME, &name, "What the gazetteer is called", "NAME"},
        {"columns", 0, 0, G_OPTION_ARG_FILENAME, &columns,
         "Roles of columns: name=NAME_1,country=CNTRY; also lat, lon, admin1, alternates, radius, "
         "population",
         "ROLES"},
        {"gazetteer", 0, 0, G_OPTION_ARG_FILENAME, &folder, "Folder of the gazetteers", "FOLDER"},
        {NULL},
    };
    g_autoptr(IncmapSession) session = incmap_session_new();
    g_auto(IncmapArguments) arguments = {0};
    GError *error = NULL;
    if (!incmap_cli_parse(command, own, NULL, 0, argc, argv, &arguments, &error))
        return incmap_cli_fail(error);
    if (arguments.is_help)
        return arguments.help_exit;
    const char *verb = arguments.n_operands > 0 ? arguments.operands[0] : "";
    if (!g_strv_contains(verbs, verb)) {
        const char *nearest = incmap_nearest(verb, verbs);
        return nearest != NULL && verb[0] != '\0'
                   ? incmap_cli_fail_usage("unknown action \"%s\"; did you mean \"%s\"?", verb,
                                           nearest)
                   : incmap_cli_fail_usage("say what to do: add, build, info or remove");
    }
    gboolean needs_operands = strcmp(verb, "add") == 0 || strcmp(verb, "remove") == 0;
    if (needs_operands != (arguments.n_operands > 1))
        return needs_operands ? incmap_cli_fail_usage("nothing to %s; name %s", verb,
                                                      verb[0] == 'a' ? "files" : "a gazetteer")
                              : incmap_cli_fail_usage("%s takes no further words", verb);
    if (folder != NULL && !incmap_session_set_gazetteers(session, folder, &error))
        return incmap_cli_fail(error);
    return run_verb(session, verb, arguments.operands + 1, name, columns);
}

const IncmapCommand incmap_command_gazetteer = {
    .name = "gazetteer",
    .arguments = "[OPTION…] add FILE…|build|info|remove NAME…",
    .summary = "Keeps gazetteers of one's own beside the standard one",
    .details =
        "add takes a table of places (CSV with name, latitude, longitude), GeoNames dumps\n"
        "(allCountries.txt, ML.txt or ML.zip, with alternateNamesV2.txt, admin1CodesASCII.txt,\n"
        "admin2Codes.txt in the same command), a vector layer of points or polygons, or a review\n"
        "file whose choices shall last. build makes all of them again after their files "
        "changed.\n\n"
        "Examples:\n"
        "  incmap gazetteer add ML.txt alternateNamesV2.txt\n"
        "  incmap gazetteer add wells.gpkg --columns name=NOM,country=PAYS\n"
        "  incmap gazetteer info\n"
        "  incmap gazetteer remove ML",
    .run = run,
};
