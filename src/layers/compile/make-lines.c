/* SPDX-License-Identifier: MIT */
#include "layers/compile/make.h"

#include <string.h>

#define CREDIT_AREAS "Natural Earth"
#define CREDIT_WATER "GSHHG"
#define NO_GROUP G_MAXUINT32

/* Groups of arcs that become one feature, under a key that sorts as their ids do. */
typedef struct Groups Groups;
struct Groups {
    GPtrArray *keys;   /* of each arc, NULL for none; owned */
    GPtrArray *sorted; /* each once */
    guint32 *of_arcs;
};

static int
compare_texts(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void
groups_init(Groups *groups)
{
    groups->keys = g_ptr_array_new_with_free_func(g_free);
    groups->sorted = g_ptr_array_new();
    groups->of_arcs = NULL;
}

static void
groups_clear(Groups *groups)
{
    g_ptr_array_unref(groups->sorted);
    g_ptr_array_unref(groups->keys);
    g_free(groups->of_arcs);
}

/* Numbers the groups once every arc has its key. */
static void
groups_number(Groups *groups)
{
    g_autoptr(GHashTable) numbers = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < groups->keys->len; i++)
        if (groups->keys->pdata[i] != NULL && g_hash_table_add(numbers, groups->keys->pdata[i]))
            g_ptr_array_add(groups->sorted, groups->keys->pdata[i]);
    g_ptr_array_sort(groups->sorted, compare_texts);
    for (guint i = 0; i < groups->sorted->len; i++)
        g_hash_table_insert(numbers, groups->sorted->pdata[i], GUINT_TO_POINTER(i));
    groups->of_arcs = g_new(guint32, (gsize)groups->keys->len + 1);
    for (guint i = 0; i < groups->keys->len; i++)
        groups->of_arcs[i] =
            groups->keys->pdata[i] == NULL
                ? NO_GROUP
                : GPOINTER_TO_UINT(g_hash_table_lookup(numbers, groups->keys->pdata[i]));
}

typedef void (*DescribeFunc)(const IncmapMaking *making, GStrv key, IncmapEntry *entry);

/* Adds a feature for each group; a key's parts are separated by "\001". */
static void
add_groups(IncmapMaking *making, Groups *groups, DescribeFunc describe)
{
    groups_number(groups);
    g_autoptr(IncmapChains) chains = incmap_chains_new();
    incmap_chains_add_lines(chains, making->arcs, groups->of_arcs);
    incmap_chains_sort(chains);
    const IncmapChain *first = (const IncmapChain *)(gpointer)chains->chains->data;
    const IncmapChain *end = first + chains->chains->len;
    while (first < end) {
        guint32 n = 1;
        while (first + n < end && first[n].group == first->group)
            n++;
        g_auto(GStrv) key = g_strsplit(groups->sorted->pdata[first->group], "\001", -1);
        IncmapEntry entry = {0};
        describe(making, key, &entry);
        incmap_book_add(making->book, &entry, chains, first, n);
        g_free((gpointer)entry.names);
        first += n;
    }
}

static const char *
get_code(const IncmapMaking *making, gint32 owner)
{
    return making->sources->countries[making->sources->admin1_countries[owner]];
}

static char *
format_pair(const char *a, const char *b)
{
    return strcmp(a, b) <= 0 ? g_strdup_printf("%s|%s", a, b) : g_strdup_printf("%s|%s", b, a);
}

static gboolean
is_inner(const IncmapArc *arc)
{
    return arc->theme == INCMAP_THEME_AREAS && arc->left != INCMAP_OPEN &&
           arc->right != INCMAP_OPEN;
}

static gboolean
is_border(const IncmapMaking *making, const IncmapArc *arc)
{
    return is_inner(arc) &&
           (arc->mark != 0 || get_code(making, arc->left) != get_code(making, arc->right));
}

static void
describe_coast(const IncmapMaking *making, GStrv key, IncmapEntry *entry)
{
    (void)making;
    entry->id = entry->code = key[0];
}

void
incmap_make_coast(IncmapMaking *making)
{
    Groups groups = {0};
    groups_init(&groups);
    for (guint i = 0; i < making->arcs->arcs->len; i++) {
        const IncmapArc *arc = incmap_arcs_get(making->arcs, i);
        gint32 owner = arc->left != INCMAP_OPEN ? arc->left : arc->right;
        gboolean is_coast = arc->theme == INCMAP_THEME_AREAS && !is_inner(arc) && !arc->is_seam;
        g_ptr_array_add(groups.keys, is_coast ? g_strdup(get_code(making, owner)) : NULL);
    }
    incmap_book_begin(making->book, INCMAP_LAYER_COAST, CREDIT_AREAS, INCMAP_BOOK_PLAIN);
    add_groups(making, &groups, describe_coast);
    groups_clear(&groups);
}

/* Key: id, status, note. */
static void
describe_border(const IncmapMaking *making, GStrv key, IncmapEntry *entry)
{
    (void)making;
    entry->id = key[0];
    entry->kind = key[1];
    entry->name = key[2];
    char *bar = strchr(key[0], '|');
    entry->code2 = g_intern_string(bar + 1);
    g_autofree char *code = g_strndup(key[0], (gsize)(bar - key[0]));
    entry->code = g_intern_string(code);
}

void
incmap_make_borders(IncmapMaking *making)
{
    Groups groups = {0};
    groups_init(&groups);
    for (guint i = 0; i < making->arcs->arcs->len; i++) {
        const IncmapArc *arc = incmap_arcs_get(making->arcs, i);
        if (!is_border(making, arc)) {
            g_ptr_array_add(groups.keys, NULL);
            continue;
        }
        g_autofree char *id =
            format_pair(get_code(making, arc->left), get_code(making, arc->right));
        GStrv status = making->statuses->pdata[arc->mark];
        g_ptr_array_add(groups.keys, g_strdup_printf("%s\001%s\001%s", id, status[0], status[1]));
    }
    incmap_book_begin(making->book, INCMAP_LAYER_BORDERS, CREDIT_AREAS, INCMAP_BOOK_PLAIN);
    add_groups(making, &groups, describe_border);
    groups_clear(&groups);
}

/* Key: id, country. */
static void
describe_admin1_line(const IncmapMaking *making, GStrv key, IncmapEntry *entry)
{
    (void)making;
    entry->id = key[0];
    entry->code = key[1];
}

void
incmap_make_admin1_lines(IncmapMaking *making)
{
    GStrv ids = making->sources->admin1_ids;
    Groups groups = {0};
    groups_init(&groups);
    for (guint i = 0; i < making->arcs->arcs->len; i++) {
        const IncmapArc *arc = incmap_arcs_get(making->arcs, i);
        if (!is_inner(arc) || is_border(making, arc)) {
            g_ptr_array_add(groups.keys, NULL);
            continue;
        }
        g_autofree char *id = format_pair(ids[arc->left], ids[arc->right]);
        g_ptr_array_add(groups.keys, g_strdup_printf("%s\001%s", id, get_code(making, arc->left)));
    }
    incmap_book_begin(making->book, INCMAP_LAYER_ADMIN1_LINES, CREDIT_AREAS, INCMAP_BOOK_PLAIN);
    add_groups(making, &groups, describe_admin1_line);
    groups_clear(&groups);
}

/* Key: rank, shape; numbers of fixed width, since keys are sorted as text. */
static void
describe_shape(const IncmapMaking *making, const IncmapShapes *shapes, GStrv key,
               IncmapEntry *entry)
{
    (void)making;
    guint32 shape = (guint32)g_ascii_strtoull(key[1], NULL, 10);
    entry->rank = (gint32)g_ascii_strtoll(key[0], NULL, 10);
    entry->name = incmap_shapes_get(shapes, shape, "name");
}

static void
describe_river(const IncmapMaking *making, GStrv key, IncmapEntry *entry)
{
    describe_shape(making, making->sources->rivers, key, entry);
    entry->names = incmap_sources_water_names(making->sources, entry->name);
}

static guint32
parse_km(const char *text)
{
    return (guint32)MIN(g_ascii_strtoull(text, NULL, 10), 100000);
}

static void
describe_label(const IncmapMaking *making, GStrv key, IncmapEntry *entry)
{
    const IncmapShapes *labels = making->sources->labels;
    describe_shape(making, labels, key, entry);
    guint32 shape = (guint32)g_ascii_strtoull(key[1], NULL, 10);
    entry->name = incmap_shapes_get(labels, shape, "name_en");
    entry->kind = incmap_shapes_get(labels, shape, "kind");
    entry->min_km = parse_km(incmap_shapes_get(labels, shape, "min_km"));
    entry->max_km = parse_km(incmap_shapes_get(labels, shape, "max_km"));
    const char **names = g_new0(const char *, making->sources->languages->len);
    for (guint i = 0; i + 1 < making->sources->languages->len; i++) {
        g_autofree char *column =
            g_strconcat("name_", (const char *)making->sources->languages->pdata[i], NULL);
        names[i] = incmap_shapes_get(labels, shape, column);
    }
    entry->names = names;
}

static void
group_shapes(IncmapMaking *making, Groups *groups, IncmapTheme theme, const IncmapShapes *shapes)
{
    groups_init(groups);
    for (guint i = 0; i < making->arcs->arcs->len; i++) {
        const IncmapArc *arc = incmap_arcs_get(making->arcs, i);
        char *key = NULL;
        if (arc->theme == theme) {
            const char *rank = incmap_shapes_get(shapes, arc->shape, "rank");
            key = g_strdup_printf("%03d\001%09u",
                                  CLAMP((int)g_ascii_strtoll(rank, NULL, 10), 0, 999), arc->shape);
        }
        g_ptr_array_add(groups->keys, key);
    }
}

void
incmap_make_rivers(IncmapMaking *making)
{
    Groups groups = {0};
    group_shapes(making, &groups, INCMAP_THEME_RIVERS, making->sources->rivers);
    incmap_book_begin(making->book, INCMAP_LAYER_RIVERS, CREDIT_WATER, INCMAP_BOOK_NAMED);
    add_groups(making, &groups, describe_river);
    groups_clear(&groups);
}

void
incmap_make_labels(IncmapMaking *making)
{
    Groups groups = {0};
    group_shapes(making, &groups, INCMAP_THEME_LABELS, making->sources->labels);
    incmap_book_begin(making->book, INCMAP_LAYER_LABELS, NULL, INCMAP_BOOK_NAMED);
    add_groups(making, &groups, describe_label);
    groups_clear(&groups);
}
