/* SPDX-License-Identifier: MIT */
/*
 * GOption reads one command's options; what it doesn't know is answered here
 * with the nearest name.
 */
#include "cli/cli.h"

#include <string.h>

#define ALL (INCMAP_USE_READ | INCMAP_USE_LOCATE | INCMAP_USE_DRAW)
#define INPUT (INCMAP_USE_READ | INCMAP_USE_DRAW)

/* The options of a map, in the order of the help: what comes in, what is kept, where it is, what
 * the page looks like. */
static const struct {
    const char *name;
    const char *argument;
    const char *help;
    guint uses;
} map_options[] = {
    {"as", "KIND", "Kind of input: text or table", INPUT},
    {"columns", "ROLES", "Roles of columns: lat=Y,lon=X,place=town,date=day", ALL},
    {"layout", "NAME", "Layout of a table: acled, ucdp, usgs or generic", INPUT},
    {"input-layer", "NAME", "Layer of an input that has several", INPUT},
    {"date", "DAY", "Day the text was written: 2024-08-05", INPUT},
    {"since", "DAY", "First day: 2026-11-01, -7d, -2w, -3m or -1y", INPUT},
    {"until", "DAY", "Last day", INPUT},
    {"week", "WEEK", "One ISO week: 2026-W47", INPUT},
    {"type", "TYPES", "Only these event types: battle,protest", INPUT},
    {"country", "NAME", "Only this country, and incidents that name none are there", ALL},
    {"places", "FILE", "CSV of places that win over the gazetteer", ALL},
    {"gazetteer", "PATH", "Folder or file of added gazetteers; none for none", ALL},
    {"review", "FILE", "CSV that gets the doubtful places; its choices are obeyed", ALL},
    {"lang", "CODE", "Language of names: en, fr, ar, uk …", ALL},
    {"extent", "AREA", "west,south,east,north, world, a country or a region", INCMAP_USE_DRAW},
    {"worldview", "VIEW", "Whose view of disputed territories: iso, de-facto, ma, tr …",
     INCMAP_USE_DRAW},
    {"projection", "NAME", "Projection: a name, EPSG:n or a PROJ string", INCMAP_USE_DRAW},
    {"size", "SIZE", "1600x1000px, 180x120mm, 8x5in or a preset", INCMAP_USE_DRAW},
    {"dpi", "N", "Resolution; 96 for sizes in px (px*72/dpi points), 300 for others",
     INCMAP_USE_DRAW},
    {"style", "NAME", "Style: a name or a file", INCMAP_USE_DRAW},
    {"fade", "SPAN", "Older incidents paler, the newest ringed: 30d (or w, m, y), or all",
     INCMAP_USE_DRAW},
    {"title", "TEXT", "Headline; made from the incidents when not given", INCMAP_USE_DRAW},
    {"subtitle", "TEXT", "Second line of the title block", INCMAP_USE_DRAW},
    {"organisation", "NAME", "Publisher, for the credits", INCMAP_USE_DRAW},
    {"disclaimers", "FILE", "CSV of an organisation's own disclaimers", INCMAP_USE_DRAW},
    {"layer", "FILE", "Vector file drawn on top; may be repeated", INCMAP_USE_DRAW},
};

void
incmap_arguments_clear(IncmapArguments *arguments)
{
    g_clear_pointer(&arguments->operands, g_strfreev);
    arguments->n_operands = 0;
}

static gboolean
set_map_option(const char *option_name, const char *value, gpointer data, GError **error)
{
    if (!g_utf8_validate(value, -1, NULL)) {
        g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                    "the value of %s is not UTF-8; write it in UTF-8", option_name);
        return FALSE;
    }
    return incmap_map_set(data, option_name + strlen("--"), value, error);
}

/* The entries that GOption gets; names point to constant text. */
static GArray *
make_entries(const GOptionEntry *own, guint uses, gboolean *is_help)
{
    GArray *entries = g_array_new(TRUE, TRUE, sizeof(GOptionEntry));
    for (const GOptionEntry *entry = own; entry != NULL && entry->long_name != NULL; entry++)
        g_array_append_val(entries, *entry);
    for (guint i = 0; i < G_N_ELEMENTS(map_options); i++) {
        GOptionEntry entry = {
            .long_name = map_options[i].name,
            /* As bytes: GLib would convert from the locale's character set, and cron's has none. */
            .flags = G_OPTION_FLAG_FILENAME,
            .arg = G_OPTION_ARG_CALLBACK,
            .arg_data = (gpointer)set_map_option,
            .description = map_options[i].help,
            .arg_description = map_options[i].argument,
        };
        if ((map_options[i].uses & uses) != 0)
            g_array_append_val(entries, entry);
    }
    GOptionEntry help = {"help", 'h', 0, G_OPTION_ARG_NONE, is_help, "Show this help", NULL};
    g_array_append_val(entries, help);
    return entries;
}

static gboolean
fail_unknown(const IncmapCommand *command, const char *word, const GArray *entries, GError **error)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (guint i = 0; i < entries->len; i++)
        g_ptr_array_add(names, (gpointer)g_array_index(entries, GOptionEntry, i).long_name);
    g_ptr_array_add(names, NULL);
    g_autofree char *name = g_strdup(word + strspn(word, "-"));
    name[strcspn(name, "=")] = '\0';
    const char *nearest = incmap_nearest(name, (const char *const *)names->pdata);
    if (nearest != NULL && strlen(name) > 1)
        g_set_error(error, INCMAP_ERROR, INCMAP_ERROR_USAGE,
                    "unknown option \"%s\"; did you mean \"--%s\"?", word, nearest);
    else
        g_set_error(error, INCMAP_ERROR, INCMAP_ERROR_USAGE,
                    "unknown option \"%s\"; see `incmap help %s`", word, command->name);
    return FALSE;
}

static GOptionContext *
make_context(const IncmapCommand *command, const GArray *entries, IncmapMap *map)
{
    GOptionContext *context = g_option_context_new(command->arguments);
    GOptionGroup *group = g_option_group_new("map", "", "", map, NULL);
    g_option_group_add_entries(group, (const GOptionEntry *)(const void *)entries->data);
    g_option_context_set_main_group(context, group);
    g_option_context_set_help_enabled(context, FALSE);
    g_option_context_set_ignore_unknown_options(context, TRUE);
    g_option_context_set_summary(context, command->summary);
    g_option_context_set_description(context, command->details);
    return context;
}

/* GOption's help begins with the program's name as the process has it; ours is "incmap COMMAND". */
static gboolean
print_help(const IncmapCommand *command, GOptionContext *context)
{
    g_autofree char *help = g_option_context_get_help(context, TRUE, NULL);
    const char *rest = strchr(help, '\n');
    const char *usage_end = rest != NULL ? strchr(rest + 1, '\n') : NULL;
    g_autofree char *text =
        g_strdup_printf("Usage: incmap %s %s\n%s", command->name, command->arguments,
                        usage_end != NULL ? usage_end + 1 : "");
    return incmap_cli_print(INCMAP_PRINT_RESULT, text);
}

/* How many words stand after "--": they are operands whatever they look like. */
static guint
count_after_separator(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--") == 0)
            return (guint)(argc - i - 1);
    }
    return 0;
}

static gboolean
take_operands(const IncmapCommand *command, char **words, guint n_after, const GArray *entries,
              IncmapArguments *out_arguments, GError **error)
{
    guint n_words = g_strv_length(words);
    g_autoptr(GPtrArray) operands = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 1; i < n_words; i++) {
        gboolean is_after = i + n_after >= n_words;
        if (!is_after && strcmp(words[i], "--") == 0)
            continue;
        if (!is_after && words[i][0] == '-' && words[i][1] != '\0')
            return fail_unknown(command, words[i], entries, error);
        g_ptr_array_add(operands, g_strdup(words[i]));
    }
    out_arguments->n_operands = operands->len;
    g_ptr_array_add(operands, NULL);
    out_arguments->operands = (char **)g_ptr_array_steal(operands, NULL);
    return TRUE;
}

/* GOption begins its sentences with a capital. */
static void
propagate_lower(GError **error, GError *failure)
{
    if (failure->domain == G_OPTION_ERROR)
        failure->message[0] = g_ascii_tolower(failure->message[0]);
    g_propagate_error(error, failure);
}

gboolean
incmap_cli_parse(const IncmapCommand *command, const GOptionEntry *own, IncmapMap *map, guint uses,
                 int argc, char **argv, IncmapArguments *out_arguments, GError **error)
{
    gboolean is_help = FALSE;
    g_autoptr(GArray) entries = make_entries(own, uses, &is_help);
    g_autoptr(GOptionContext) context = make_context(command, entries, map);
    g_autoptr(GStrvBuilder) builder = g_strv_builder_new();
    for (int i = 0; i < argc; i++)
        g_strv_builder_add(builder, argv[i]);
    g_auto(GStrv) words = g_strv_builder_end(builder);
    GError *failure = NULL;
    if (!g_option_context_parse_strv(context, &words, &failure)) {
        propagate_lower(error, failure);
        return FALSE;
    }
    if (is_help) {
        out_arguments->is_help = TRUE;
        out_arguments->help_exit =
            print_help(command, context) ? INCMAP_EXIT_DONE : INCMAP_EXIT_FAILED;
        return TRUE;
    }
    return take_operands(command, words, count_after_separator(argc, argv), entries, out_arguments,
                         error);
}
