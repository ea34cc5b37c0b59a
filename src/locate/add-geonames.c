/* SPDX-License-Identifier: MIT */
/*
 * GeoNames dumps → a gazetteer. Ids are looked up in a plain array, since
 * GeoNames counts them from 1 without large gaps; it costs memory only where it
 * is touched.
 */
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "locate/add.h"
#include "locate/dump-lines.h"
#include "locate/geonames.h"

#define MAX_DENSE_ID (1 << 26)
/* So many places tell where an admin-1 code lies. */
#define MAX_VOTES 60

/* For which areas of the layers the places of one of GeoNames' admin-1 codes speak. */
typedef struct Votes Votes;
struct Votes {
    guint n;
    GHashTable *counts; /* char * code → guint */
};

typedef struct Dump Dump;
struct Dump {
    IncmapAddition *addition;
    guint32 *dense;        /* id → place + 1 */
    GHashTable *sparse;    /* the same for larger ids: gint64 * → place + 1 */
    GHashTable *votes;     /* "ML.08" → Votes * */
    gboolean has_names;    /* a dump of alternate names is there: the column is not needed */
    guint64 n_done, n_all; /* bytes */
    guint n_faults[INCMAP_N_DUMP_FAULTS], first_line[INCMAP_N_DUMP_FAULTS];
    guint n_lines;
    GString *key;
};

static void
free_votes(gpointer data)
{
    Votes *votes = data;
    g_hash_table_unref(votes->counts);
    g_free(votes);
}

static guint32 *
find_slot(Dump *dump, gint64 id)
{
    if (id < MAX_DENSE_ID)
        return &dump->dense[id];
    guint32 *slot = g_hash_table_lookup(dump->sparse, &id);
    if (slot == NULL) {
        slot = g_new0(guint32, 1);
        g_hash_table_insert(dump->sparse, g_memdup2(&id, sizeof(id)), slot);
    }
    return slot;
}

static void
count_fault(Dump *dump, IncmapDumpFault fault, guint line)
{
    dump->n_lines++;
    if (dump->n_faults[fault]++ == 0)
        dump->first_line[fault] = line;
}

/* What was left out of one file; fails when that is most of it. */
static gboolean
tell_faults(Dump *dump, const char *path, GError **error)
{
    guint n_bad = dump->n_lines - dump->n_faults[INCMAP_DUMP_FINE];
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = INCMAP_DUMP_FINE + 1; i < INCMAP_N_DUMP_FAULTS; i++) {
        if (dump->n_faults[i] > 0)
            g_string_append_printf(text, "%s%u %s (line %u)", text->len > 0 ? ", " : "",
                                   dump->n_faults[i], incmap_dump_fault_words(i),
                                   dump->first_line[i]);
    }
    gboolean is_hopeless = n_bad > dump->n_lines / 2 &&
                           dump->n_faults[INCMAP_DUMP_UNKNOWN] < n_bad / 2 &&
                           dump->n_faults[INCMAP_DUMP_DUPLICATE] < n_bad / 2;
    if (n_bad > 0 && !is_hopeless)
        g_ptr_array_add(dump->addition->notes,
                        g_strdup_printf("%s: %u of %u lines left out: %s", path, n_bad,
                                        dump->n_lines, text->str));
    guint n_lines = dump->n_lines;
    memset(dump->n_faults, 0, sizeof(dump->n_faults));
    dump->n_lines = 0;
    if (is_hopeless)
        return incmap_fail(
            error, INCMAP_ERROR_INPUT,
            "%s: %u of %u lines can't be used: %s; is this a GeoNames dump in UTF-8?", path, n_bad,
            n_lines, text->str);
    return TRUE;
}

static void
vote(Dump *dump, const IncmapDumpPlace *place)
{
    IncmapFeature area;
    g_string_printf(dump->key, "%s.%s", place->country_code, place->admin1);
    Votes *votes = g_hash_table_lookup(dump->votes, dump->key->str);
    if (votes == NULL) {
        votes = g_new0(Votes, 1);
        votes->counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
        g_hash_table_insert(dump->votes, g_strdup(dump->key->str), votes);
    }
    if (place->feature_class != 'P' || votes->n >= MAX_VOTES || dump->addition->layers == NULL ||
        !incmap_layers_at(dump->addition->layers, INCMAP_LAYER_ADMIN1, place->point, &area) ||
        area.id == NULL || g_strcmp0(area.code, place->country_code) != 0)
        return;
    votes->n++;
    guint n = GPOINTER_TO_UINT(g_hash_table_lookup(votes->counts, area.id));
    g_hash_table_replace(votes->counts, g_strdup(area.id), GUINT_TO_POINTER(n + 1));
}

/* Whether the standard gazetteer has an admin-1 area of that name in the country. */
static gboolean
has_admin1(const Dump *dump, const IncmapDumpPlace *place)
{
    const char *words[] = {place->name, place->ascii_name};
    for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
        if (words[i][0] != '\0' &&
            incmap_add_area_code(dump->addition->base, words[i], INCMAP_PLACE_ADMIN1,
                                 place->country_code)[0] != '\0')
            return TRUE;
    return FALSE;
}

static void
add_alternates(Dump *dump, guint32 added, const IncmapDumpPlace *source)
{
    IncmapGazetteerBuilder *builder = dump->addition->builder;
    if (source->ascii_name[0] != '\0' && strcmp(source->ascii_name, source->name) != 0)
        incmap_gazetteer_builder_add_name(builder, added, source->ascii_name, NULL,
                                          INCMAP_NAME_ALTERNATE);
    if (dump->has_names)
        return;
    for (char *name = source->alternates; name != NULL && *name != '\0';) {
        char *comma = strchr(name, ',');
        if (comma != NULL)
            *comma = '\0';
        if (*name != '\0' && strcmp(name, source->name) != 0)
            incmap_gazetteer_builder_add_name(builder, added, name, NULL, INCMAP_NAME_ALTERNATE);
        name = comma != NULL ? comma + 1 : NULL;
    }
}

static IncmapDumpFault
add_place(Dump *dump, char *line, gsize length)
{
    IncmapDumpPlace source;
    IncmapPlaceKind kind = INCMAP_PLACE_TOWN;
    double radius_km = 0;
    IncmapDumpFault fault = incmap_dump_parse_place(line, length, &source);
    if (fault != INCMAP_DUMP_FINE)
        return fault;
    guint32 *slot = find_slot(dump, source.id);
    if (*slot != 0)
        return INCMAP_DUMP_DUPLICATE;
    if (!incmap_dump_classify(&source, &kind, &radius_km))
        return INCMAP_DUMP_FINE;
    if (kind == INCMAP_PLACE_ADMIN1) {
        if (has_admin1(dump, &source))
            return INCMAP_DUMP_FINE;
        kind = INCMAP_PLACE_REGION; /* an area that the layers don't have */
    }
    if (source.admin1[0] != '\0')
        vote(dump, &source);
    const char *code = source.feature_code;
    if (code[0] == '\0')
        code = source.feature_class == 'P' || source.feature_class == '\0' ? "PPL" : "SPT";
    IncmapPlace place = {
        .id = source.id,
        .kind = kind,
        .name = source.name,
        .feature_code = code,
        .point = source.point,
        .population = source.population,
        .country_code = source.country_code,
        .admin1_code = source.admin1[0] != '\0' ? dump->key->str : "",
        .radius_km = radius_km,
    };
    guint32 added = incmap_gazetteer_builder_add(dump->addition->builder, &place);
    *slot = added + 1;
    add_alternates(dump, added, &source);
    return INCMAP_DUMP_FINE;
}

static IncmapDumpFault
add_name(Dump *dump, char *line, gsize length)
{
    IncmapDumpName name;
    IncmapDumpFault fault = incmap_dump_parse_name(line, length, &name);
    if (fault != INCMAP_DUMP_FINE || !name.is_wanted)
        return fault;
    guint32 place = *find_slot(dump, name.id);
    if (place == 0)
        return INCMAP_DUMP_UNKNOWN;
    incmap_gazetteer_builder_add_name(dump->addition->builder, place - 1, name.name, name.language,
                                      name.kind);
    return INCMAP_DUMP_FINE;
}

static IncmapDumpFault
add_area(Dump *dump, char *line, gsize length)
{
    gint64 id = 0;
    const char *names[2] = {NULL};
    IncmapDumpFault fault = incmap_dump_parse_area(line, length, &id, &names[0], &names[1]);
    if (fault != INCMAP_DUMP_FINE)
        return fault;
    guint32 place = *find_slot(dump, id);
    /* The dump of a country lacks the areas of the others: nothing to be told. */
    for (gsize i = 0; place != 0 && i < G_N_ELEMENTS(names); i++)
        incmap_gazetteer_builder_add_name(dump->addition->builder, place - 1, names[i], NULL,
                                          INCMAP_NAME_ALTERNATE);
    return INCMAP_DUMP_FINE;
}

static IncmapDumpFault (*const adders[])(Dump *dump, char *line, gsize length) = {
    [INCMAP_DUMP_PLACES] = add_place,
    [INCMAP_DUMP_ALTERNATES] = add_name,
    [INCMAP_DUMP_AREAS] = add_area,
};

/* Reads all of a file, when it is of the kind wanted now. */
static gboolean
read_file(Dump *dump, const char *path, IncmapDumpKind wanted, guint *n_found, GError **error)
{
    g_autoptr(IncmapDumpLines) lines = incmap_dump_lines_open(path, error);
    IncmapDumpKind kind = INCMAP_DUMP_NONE;
    g_autoptr(GError) failure = NULL;
    gsize length = 0;
    if (lines == NULL)
        return FALSE;
    for (char *line; (line = incmap_dump_lines_next(lines, &length, &failure)) != NULL;) {
        if (length == 0 || line[0] == '#')
            continue;
        if (kind == INCMAP_DUMP_NONE) {
            kind = incmap_dump_recognise(line, length);
            /* A broken first line: the caller knows that it is a dump. */
            kind = kind == INCMAP_DUMP_NONE ? INCMAP_DUMP_PLACES : kind;
            if (kind != wanted)
                return TRUE;
            (*n_found)++;
        }
        count_fault(dump, adders[kind](dump, line, length), lines->line);
        if (lines->line % 65536 == 0 && dump->addition->progress != NULL)
            dump->addition->progress(
                path, 0.5 * (double)(dump->n_done + lines->n_read) / (double)MAX(dump->n_all, 1),
                dump->addition->progress_data);
    }
    dump->n_done += lines->n_all;
    if (failure == NULL)
        return tell_faults(dump, path, error);
    g_propagate_error(error, g_steal_pointer(&failure));
    return FALSE;
}

/* The area that most of a code's places lie in; "" when none is known. */
static const char *
choose_area(const Votes *votes)
{
    const char *best = "";
    guint most = 0;
    GHashTableIter iter;
    gpointer code, count;
    g_hash_table_iter_init(&iter, votes->counts);
    while (g_hash_table_iter_next(&iter, &code, &count)) {
        guint n = GPOINTER_TO_UINT(count);
        if (n > most || (n == most && strcmp(code, best) < 0)) {
            most = n;
            best = code;
        }
    }
    return best;
}

static void
settle_admin1(Dump *dump)
{
    GHashTableIter iter;
    gpointer code, votes;
    g_hash_table_iter_init(&iter, dump->votes);
    while (g_hash_table_iter_next(&iter, &code, &votes))
        incmap_gazetteer_builder_rename_admin1(dump->addition->builder, code, choose_area(votes));
    incmap_gazetteer_builder_settle_admin1(dump->addition->builder);
}

static gboolean
read_files(Dump *dump, const char *const *files, GError **error)
{
    static const IncmapDumpKind order[] = {INCMAP_DUMP_PLACES, INCMAP_DUMP_ALTERNATES,
                                           INCMAP_DUMP_AREAS};
    for (gsize i = 0; i < G_N_ELEMENTS(order); i++) {
        guint n_found = 0;
        for (guint j = 0; files[j] != NULL; j++)
            if (!read_file(dump, files[j], order[i], &n_found, error))
                return FALSE;
        if (order[i] == INCMAP_DUMP_PLACES && n_found == 0)
            return incmap_fail(error, INCMAP_ERROR_USAGE,
                               "%s: names and codes belong to places; name the dump of the places "
                               "in the same command",
                               files[0]);
    }
    return TRUE;
}

gboolean
incmap_add_geonames(IncmapAddition *addition, const char *const *files, GError **error)
{
    Dump dump = {.addition = addition, .key = g_string_new(NULL)};
    dump.dense = g_new0(guint32, MAX_DENSE_ID);
    dump.sparse = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
    dump.votes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_votes);
    for (guint i = 0; files[i] != NULL; i++) {
        g_autoptr(IncmapDumpLines) lines = incmap_dump_lines_open(files[i], NULL);
        gsize length = 0;
        const char *line = lines != NULL ? incmap_dump_lines_next(lines, &length, NULL) : NULL;
        if (line != NULL) {
            dump.n_all += lines->n_all;
            dump.has_names |= incmap_dump_recognise(line, length) == INCMAP_DUMP_ALTERNATES;
        }
    }
    gboolean is_read = read_files(&dump, files, error);
    if (is_read) {
        settle_admin1(&dump);
        incmap_gazetteer_builder_set_credit(addition->builder, "GeoNames (CC BY 4.0)");
    }
    g_free(dump.dense);
    g_hash_table_unref(dump.sparse);
    g_hash_table_unref(dump.votes);
    g_string_free(dump.key, TRUE);
    return is_read;
}
