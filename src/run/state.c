/* SPDX-License-Identifier: MIT */
#include "run/state.h"

#include "base/output.h"

#include <string.h>

#define FIRST_LINE "incmap-state 1"
#define N_FIELDS_MAX 8
#define SEEN_PER_LINE 64

static void
free_written(gpointer data)
{
    IncmapWritten *written = data;
    g_free(written->path);
    g_free(written);
}

GPtrArray *
incmap_written_array_new(void)
{
    return g_ptr_array_new_with_free_func(free_written);
}

IncmapLeafState *
incmap_leaf_state_new(void)
{
    IncmapLeafState *leaf = g_new0(IncmapLeafState, 1);
    leaf->written = incmap_written_array_new();
    leaf->seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return leaf;
}

void
incmap_leaf_state_free(IncmapLeafState *leaf)
{
    if (leaf == NULL)
        return;
    g_free(leaf->digest);
    g_ptr_array_unref(leaf->written);
    g_hash_table_unref(leaf->seen);
    g_free(leaf);
}

static void
free_entry(gpointer data)
{
    IncmapEntryState *entry = data;
    g_free(entry->digest);
    g_hash_table_unref(entry->leaves);
    g_free(entry);
}

IncmapState *
incmap_state_new(void)
{
    IncmapState *state = g_new0(IncmapState, 1);
    incmap_digests_init(&state->digests);
    state->fonts = g_ptr_array_new_with_free_func(g_free);
    state->entries = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_entry);
    return state;
}

void
incmap_state_free(IncmapState *state)
{
    if (state == NULL)
        return;
    incmap_digests_clear(&state->digests);
    g_ptr_array_unref(state->fonts);
    g_hash_table_unref(state->entries);
    g_free(state);
}

IncmapEntryState *
incmap_state_get_entry(IncmapState *state, const char *name)
{
    IncmapEntryState *entry = g_hash_table_lookup(state->entries, name);
    if (entry != NULL)
        return entry;
    entry = g_new0(IncmapEntryState, 1);
    entry->leaves = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
                                          (GDestroyNotify)incmap_leaf_state_free);
    g_hash_table_insert(state->entries, g_strdup(name), entry);
    return entry;
}

/* --- reading: one line a fact, fields by tabs ------------------------------------------------ */

/** Parse: the state while it is read, and what the next lines belong to */
typedef struct Parse Parse;
struct Parse {
    IncmapState *state;
    IncmapEntryState *entry;
    IncmapLeafState *leaf;
};

static gint64
to_number(const char *text)
{
    return g_ascii_strtoll(text, NULL, 10);
}

static IncmapStamp
parse_stamp(char *const *fields)
{
    return (IncmapStamp){to_number(fields[0]), to_number(fields[1]), to_number(fields[2]),
                         (guint64)to_number(fields[3])};
}

static void
add_seen(IncmapLeafState *leaf, const char *words)
{
    g_auto(GStrv) hashes = g_strsplit(words, " ", -1);
    for (guint i = 0; hashes[i] != NULL; i++) {
        if (hashes[i][0] != '\0')
            g_hash_table_replace(leaf->seen, g_strdup(hashes[i] + 1),
                                 GINT_TO_POINTER(hashes[i][0] == '+'));
    }
}

static gboolean
parse_line(Parse *parse, char *const *fields, guint n)
{
    const char *kind = fields[0];
    if (strcmp(kind, "file") == 0 && n == 7) {
        IncmapStamp stamp = parse_stamp(fields + 2);
        g_autofree char *path = g_strcompress(fields[6]);
        incmap_digests_add(&parse->state->digests, path, &stamp, fields[1]);
    } else if (strcmp(kind, "font") == 0 && n == 2) {
        g_ptr_array_add(parse->state->fonts, g_strcompress(fields[1]));
    } else if (strcmp(kind, "map") == 0 && n == 3) {
        g_autofree char *name = g_strcompress(fields[2]);
        parse->entry = incmap_state_get_entry(parse->state, name);
        g_free(parse->entry->digest);
        parse->entry->digest = fields[1][0] != '-' ? g_strdup(fields[1]) : NULL;
        parse->leaf = NULL;
    } else if (strcmp(kind, "leaf") == 0 && n == 4 && parse->entry != NULL) {
        parse->leaf = incmap_leaf_state_new();
        parse->leaf->digest = g_strdup(fields[1]);
        parse->leaf->n_left_out = (guint)to_number(fields[2]);
        g_hash_table_replace(parse->entry->leaves, g_strcompress(fields[3]), parse->leaf);
    } else if (strcmp(kind, "out") == 0 && n == 6 && parse->leaf != NULL) {
        IncmapWritten *written = g_new0(IncmapWritten, 1);
        written->stamp = parse_stamp(fields + 1);
        written->path = g_strcompress(fields[5]);
        g_ptr_array_add(parse->leaf->written, written);
    } else if (strcmp(kind, "seen") == 0 && n == 2 && parse->leaf != NULL) {
        add_seen(parse->leaf, fields[1]);
    } else {
        return FALSE;
    }
    return TRUE;
}

/* The last line is "end" and the digest of all before it. */
static gboolean
is_whole(const char *text, gsize length)
{
    static const gsize end_length = 4 + 64 + 1;
    if (length < end_length + strlen(FIRST_LINE) || text[length - 1] != '\n' ||
        !g_str_has_prefix(text, FIRST_LINE "\n"))
        return FALSE;
    const char *end = text + length - end_length;
    g_autofree char *digest =
        g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)text, (gsize)(end - text));
    return memcmp(end, "end\t", 4) == 0 && memcmp(end + 4, digest, 64) == 0;
}

static IncmapState *
parse_state(char *text)
{
    g_autoptr(IncmapState) state = incmap_state_new();
    Parse parse = {.state = state};
    char *rest = strchr(text, '\n') + 1;
    while (*rest != '\0') {
        char *line = rest, *fields[N_FIELDS_MAX + 1] = {NULL};
        char *end = strchr(line, '\n');
        guint n = 0;
        rest = end != NULL ? end + 1 : line + strlen(line);
        if (end != NULL)
            *end = '\0';
        for (char *p = line; p != NULL && n < N_FIELDS_MAX; n++) {
            fields[n] = p;
            p = strchr(p, '\t');
            if (p != NULL)
                *p++ = '\0';
        }
        if (strcmp(fields[0], "end") == 0)
            break;
        if (!parse_line(&parse, fields, n))
            return NULL;
    }
    return g_steal_pointer(&state);
}

IncmapState *
incmap_state_load(const char *path, char **out_problem)
{
    g_autofree char *text = NULL;
    gsize length = 0;
    g_autoptr(GError) failure = NULL;
    *out_problem = NULL;
    if (!g_file_get_contents(path, &text, &length, &failure)) {
        if (!g_error_matches(failure, G_FILE_ERROR, G_FILE_ERROR_NOENT))
            *out_problem = g_strdup(failure->message);
        return incmap_state_new();
    }
    IncmapState *state = is_whole(text, length) ? parse_state(text) : NULL;
    if (state != NULL)
        return state;
    *out_problem =
        g_strdup_printf("%s: damaged or of another version; every map is drawn again", path);
    return incmap_state_new();
}

/* --- writing ---------------------------------------------------------------------------------- */

static void
append_path(GString *out, const char *path)
{
    /* Only what would break a line or field is escaped; UTF-8 stays readable. */
    g_autofree char *escaped = g_strescape(path, NULL);
    g_string_append_printf(out, "\t%s\n", escaped);
}

static void
append_stamp(GString *out, const IncmapStamp *stamp)
{
    g_string_append_printf(out,
                           "\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT
                           "\t%" G_GUINT64_FORMAT,
                           stamp->size, stamp->modified_ns, stamp->changed_ns, stamp->inode);
}

/* Keys in the order of the alphabet, so that the same state has the same bytes. */
static GList *
sorted_keys(GHashTable *table)
{
    return g_list_sort(g_hash_table_get_keys(table), (GCompareFunc)strcmp);
}

static void
append_leaf(GString *out, const char *group, const IncmapLeafState *leaf)
{
    g_string_append_printf(out, "leaf\t%s\t%u", leaf->digest, leaf->n_left_out);
    append_path(out, group);
    for (guint i = 0; i < leaf->written->len; i++) {
        const IncmapWritten *written = g_ptr_array_index(leaf->written, i);
        g_string_append(out, "out");
        append_stamp(out, &written->stamp);
        append_path(out, written->path);
    }
    g_autoptr(GList) hashes = sorted_keys(leaf->seen);
    guint n = 0;
    for (const GList *at = hashes; at != NULL; at = at->next, n++) {
        g_string_append(out, n % SEEN_PER_LINE != 0 ? " " : n > 0 ? "\nseen\t" : "seen\t");
        gboolean is_new = GPOINTER_TO_INT(g_hash_table_lookup(leaf->seen, at->data));
        g_string_append_printf(out, "%c%s", is_new ? '+' : '=', (const char *)at->data);
    }
    if (n > 0)
        g_string_append_c(out, '\n');
}

static void
append_entries(GString *out, const IncmapState *state)
{
    g_autoptr(GList) names = sorted_keys(state->entries);
    for (const GList *at = names; at != NULL; at = at->next) {
        const IncmapEntryState *entry = g_hash_table_lookup(state->entries, at->data);
        g_string_append_printf(out, "map\t%s", entry->digest != NULL ? entry->digest : "-");
        append_path(out, at->data);
        g_autoptr(GList) groups = sorted_keys(entry->leaves);
        for (const GList *leaf = groups; leaf != NULL; leaf = leaf->next)
            append_leaf(out, leaf->data, g_hash_table_lookup(entry->leaves, leaf->data));
    }
}

gboolean
incmap_state_save(const IncmapState *state, const char *path, GError **error)
{
    g_autoptr(GString) out = g_string_new(FIRST_LINE "\n");
    g_autoptr(GList) files = sorted_keys(state->digests.files);
    for (const GList *at = files; at != NULL; at = at->next) {
        const IncmapFileDigest *file = g_hash_table_lookup(state->digests.files, at->data);
        if (!file->is_used)
            continue;
        g_string_append_printf(out, "file\t%s", file->sha256);
        append_stamp(out, &file->stamp);
        append_path(out, at->data);
    }
    for (guint i = 0; i < state->fonts->len; i++) {
        g_string_append(out, "font");
        append_path(out, g_ptr_array_index(state->fonts, i));
    }
    append_entries(out, state);
    g_autofree char *digest =
        g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)out->str, out->len);
    g_string_append_printf(out, "end\t%s\n", digest);
    return incmap_output_write(path, out->str, out->len, error);
}
