/* SPDX-License-Identifier: MIT */
/*
 * The command line. A command is one file: its options, its help, one function.
 * This folder sees nothing of the program but incmap.h.
 */
#pragma once

#include "incmap.h"

/* Exit statuses. */
typedef enum {
    INCMAP_EXIT_DONE = 0,
    INCMAP_EXIT_FAILED = 1, /* input, data, output */
    INCMAP_EXIT_USAGE = 2,
    INCMAP_EXIT_LEFT_OUT = 3, /* done, but something was left out and --strict was given */
} IncmapExit;

/** IncmapCommand: one row of the table of commands */
typedef struct IncmapCommand IncmapCommand;
struct IncmapCommand {
    const char *name;
    const char *arguments; /* "[OPTION…] FILE…" */
    const char *summary;   /* one line */
    const char *details;   /* after the options: an example at least */
    IncmapExit (*run)(const IncmapCommand *command, int argc, char **argv);
};

extern const IncmapCommand incmap_command_check;
extern const IncmapCommand incmap_command_doctor;
extern const IncmapCommand incmap_command_draw;
extern const IncmapCommand incmap_command_gazetteer;
extern const IncmapCommand incmap_command_help;
extern const IncmapCommand incmap_command_list;
extern const IncmapCommand incmap_command_locate;
extern const IncmapCommand incmap_command_read;
extern const IncmapCommand incmap_command_run;
extern const IncmapCommand incmap_command_snippet;
extern const IncmapCommand incmap_command_watch;

extern const IncmapCommand *const incmap_commands[]; /* by alphabet; NULL-terminated */

IncmapExit incmap_cli_run(int argc, char **argv);

/* The command of that name; NULL after an error was printed. */
const IncmapCommand *incmap_cli_find_command(const char *name);

/* --- printing ----------------------------------------------------------------------------- */

typedef enum { INCMAP_PRINT_RESULT, INCMAP_PRINT_MESSAGE } IncmapPrint;

/* The one function that writes to the terminal: results to standard output, messages to standard
 * error. FALSE when that failed. */
gboolean incmap_cli_print(IncmapPrint to, const char *text);

/* Severities as syslog counts them. */
typedef enum {
    INCMAP_LEVEL_ERROR = 3,
    INCMAP_LEVEL_WARNING = 4,
    INCMAP_LEVEL_NOTICE = 5,
    INCMAP_LEVEL_INFO = 6,
} IncmapLevel;

/* "incmap: " and a line on standard error; to the journal its severity and the line. */
void incmap_cli_say_at(IncmapLevel level, const char *message);

/* As above, a warning. */
void incmap_cli_say(const char *format, ...) G_GNUC_PRINTF(1, 2);

/* Prints the error and frees it. Returns the exit status that fits its code. */
IncmapExit incmap_cli_fail(GError *error);

/* As above for a usage error. */
IncmapExit incmap_cli_fail_usage(const char *format, ...) G_GNUC_PRINTF(1, 2);

/* Prints what a map wants the user to know: notes always, reasons with @explains, timings when
 * INCMAP_DEBUG asks for them. */
void incmap_cli_say_lines(const IncmapMap *map, gboolean explains);

/* --- options ------------------------------------------------------------------------------ */

/* Which commands an option of a map belongs to. */
typedef enum {
    INCMAP_USE_READ = 1 << 0,
    INCMAP_USE_LOCATE = 1 << 1,
    INCMAP_USE_DRAW = 1 << 2,
} IncmapUse;

/** IncmapArguments: what is left of the command line after its options */
typedef struct IncmapArguments IncmapArguments;
struct IncmapArguments {
    char **operands; /* owned, NULL-terminated */
    guint n_operands;
    gboolean is_help;     /* help was asked for; nothing else is to be done … */
    IncmapExit help_exit; /* … than to end with this status */
};

void incmap_arguments_clear(IncmapArguments *arguments);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(IncmapArguments, incmap_arguments_clear)

/**
 * incmap_cli_parse:
 * @own: (nullable): options of the command itself
 * @map: (nullable): takes the options of maps
 * @uses: which of those the command has
 */
gboolean incmap_cli_parse(const IncmapCommand *command, const GOptionEntry *own, IncmapMap *map,
                          guint uses, int argc, char **argv, IncmapArguments *out_arguments,
                          GError **error);
