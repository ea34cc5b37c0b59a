/* SPDX-License-Identifier: MIT */
#include "cli/journal.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* More notes than this are counted, not shown: the report has them all. */
#define MAX_NOTES 10

gboolean
incmap_cli_print(IncmapPrint to, const char *text)
{
    FILE *stream = to == INCMAP_PRINT_RESULT ? stdout : stderr;
    if (fputs(text, stream) >= 0 && fflush(stream) == 0)
        return TRUE;
    if (to == INCMAP_PRINT_RESULT)
        incmap_cli_say("cannot write standard output: %s", g_strerror(errno));
    return FALSE;
}

void
incmap_cli_say_at(IncmapLevel level, const char *message)
{
    g_autofree char *line = incmap_journal_is_journal(STDERR_FILENO)
                                ? g_strdup_printf("<%d>%s\n", level, message)
                                : g_strdup_printf("incmap: %s\n", message);
    incmap_cli_print(INCMAP_PRINT_MESSAGE, line);
}

void
incmap_cli_say(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *message = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    incmap_cli_say_at(INCMAP_LEVEL_WARNING, message);
}

static IncmapExit
choose_exit(const GError *error)
{
    if (error->domain == G_OPTION_ERROR)
        return INCMAP_EXIT_USAGE;
    if (error->domain != INCMAP_ERROR)
        return INCMAP_EXIT_FAILED;
    switch ((IncmapError)error->code) {
    case INCMAP_ERROR_USAGE:
    case INCMAP_ERROR_PLACE:
    case INCMAP_ERROR_PROJECTION:
    case INCMAP_ERROR_JOB:
        return INCMAP_EXIT_USAGE;
    case INCMAP_ERROR_INPUT:
    case INCMAP_ERROR_STYLE:
    case INCMAP_ERROR_LAYER:
    case INCMAP_ERROR_OUTPUT:
        break;
    }
    return INCMAP_EXIT_FAILED;
}

IncmapExit
incmap_cli_fail(GError *error)
{
    g_autoptr(GError) owned = error;
    incmap_cli_say_at(INCMAP_LEVEL_ERROR, owned->message);
    return choose_exit(owned);
}

IncmapExit
incmap_cli_fail_usage(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *message = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    incmap_cli_say_at(INCMAP_LEVEL_ERROR, message);
    return INCMAP_EXIT_USAGE;
}

static void
say_all(const IncmapMap *map, const char *kind, const char *prefix, guint max)
{
    g_auto(GStrv) lines = incmap_map_get_lines(map, kind);
    guint n = g_strv_length(lines);
    for (guint i = 0; i < MIN(n, max); i++)
        incmap_cli_say("%s%s", prefix, lines[i]);
    if (n > max)
        incmap_cli_say("%sand %u more, see --report", prefix, n - max);
}

void
incmap_cli_say_lines(const IncmapMap *map, gboolean explains)
{
    const char *debug = g_getenv("INCMAP_DEBUG");
    say_all(map, "notes", "note: ", MAX_NOTES);
    if (explains)
        say_all(map, "explain", "", G_MAXUINT);
    if (debug != NULL && strstr(debug, "timing") != NULL)
        say_all(map, "timing", "timing: ", G_MAXUINT);
}
