/* SPDX-License-Identifier: MIT */
#include "cli/cli.h"

#include <string.h>

/* A word that is a file, or can only be meant as one, is a table; any other word is a name. */
static gboolean
is_table(const char *word)
{
    static const char *const endings[] = {".csv", ".tsv", ".geojson", ".json", ".gpkg", ".xlsx"};
    if (strcmp(word, "-") == 0 || g_file_test(word, G_FILE_TEST_IS_REGULAR))
        return TRUE;
    for (guint i = 0; i < G_N_ELEMENTS(endings); i++) {
        if (g_str_has_suffix(word, endings[i]))
            return TRUE;
    }
    return FALSE;
}

/* Names and tables don't mix: their rows have different columns. */
static gboolean
add_operands(IncmapMap *map, const IncmapArguments *arguments, char *const *points, GError **error)
{
    guint n_tables = 0, n_points = points != NULL ? g_strv_length((char **)points) : 0;
    for (guint i = 0; i < n_points; i++) {
        if (!incmap_map_add_point(map, points[i], error))
            return FALSE;
    }
    for (guint i = 0; i < arguments->n_operands; i++) {
        const char *word = arguments->operands[i];
        n_tables += is_table(word);
        if (!is_table(word))
            incmap_map_add_place(map, word);
        else if (!incmap_map_add_input(map, word, error))
            return FALSE;
    }
    /* Two columns on standard input look like a text; nobody asks for the places of one here. */
    if (arguments->n_operands == 1 && strcmp(arguments->operands[0], "-") == 0 &&
        !incmap_map_set(map, "as", "table", error))
        return FALSE;
    if (n_tables > 0 && n_tables < arguments->n_operands + n_points) {
        g_set_error(error, INCMAP_ERROR, INCMAP_ERROR_USAGE,
                    "names and tables can't be located in one run");
        return FALSE;
    }
    return TRUE;
}

static IncmapExit
run(const IncmapCommand *command, int argc, char **argv)
{
    g_autofree char *format = NULL, *output = NULL;
    g_auto(GStrv) points = NULL;
    gboolean explains = FALSE, is_strict = FALSE;
    const GOptionEntry own[] = {
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
         "File for the result; - is standard output", "FILE"},
        {"format", 'f', 0, G_OPTION_ARG_STRING, &format, "csv (default), json, jsonl or geojson",
         "FORMAT"},
        {"reverse", 0, 0, G_OPTION_ARG_STRING_ARRAY, &points,
         "Say what stands at a point; may be repeated", "LAT,LON"},
        {"explain", 0, 0, G_OPTION_ARG_NONE, &explains, "Say why each place was chosen", NULL},
        {"strict", 0, 0, G_OPTION_ARG_NONE, &is_strict, "Exit status 3 when a place is not found",
         NULL},
        {NULL},
    };
    g_autoptr(IncmapSession) session = incmap_session_new();
    g_autoptr(IncmapMap) map = incmap_map_new(session);
    g_auto(IncmapArguments) arguments = {0};
    GError *error = NULL;
    if (!incmap_cli_parse(command, own, map, INCMAP_USE_LOCATE, argc, argv, &arguments, &error))
        return incmap_cli_fail(error);
    if (arguments.is_help)
        return arguments.help_exit;
    if (arguments.n_operands == 0 && points == NULL)
        return incmap_cli_fail_usage(
            "nothing to locate; give names, a table, or --reverse LAT,LON");
    if (!add_operands(map, &arguments, points, &error))
        return incmap_cli_fail(error);
    if (!incmap_map_write_rows(map, output != NULL ? output : "-", format != NULL ? format : "csv",
                               &error))
        return incmap_cli_fail(error);
    incmap_cli_say_lines(map, explains);
    return is_strict && incmap_map_get_n_left_out(map) > 0 ? INCMAP_EXIT_LEFT_OUT
                                                           : INCMAP_EXIT_DONE;
}

const IncmapCommand incmap_command_locate = {
    .name = "locate",
    .arguments = "[OPTION…] NAME…|FILE",
    .summary = "Finds the places that names mean, or what stands at a point",
    .details =
        "A table keeps its rows and gets the columns lat, lon, precision, radius_km, score,\n"
        "matched, reason and the codes acled_precision and ucdp_precision. It has any of the\n"
        "columns place, admin1, admin2, country, notes,\n"
        "lat, lon.\n\n"
        "Examples:\n"
        "  incmap locate Tinzaouaten \"30 km north of Gao\"\n"
        "  incmap locate rows.csv -o located.csv\n"
        "  incmap locate --reverse 19.95,2.97",
    .run = run,
};
