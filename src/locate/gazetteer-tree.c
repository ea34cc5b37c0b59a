/* SPDX-License-Identifier: MIT */
/*
 * Building the indices of nearness: the k-d tree of towns (Bentley, CACM 18(9),
 * 1975), laid flat so that the middle of each range is its root, and the
 * skeletons with their variants.
 */
#include <math.h>
#include <string.h>

#include "locate/gazetteer-index.h"
#include "locate/skeleton.h"

static void
swap_nodes(IncmapTreeNode *a, IncmapTreeNode *b)
{
    IncmapTreeNode kept = *a;
    *a = *b;
    *b = kept;
}

static gboolean
is_before(const IncmapTreeNode *a, const IncmapTreeNode *b, int axis)
{
    return a->xyz[axis] < b->xyz[axis] || (a->xyz[axis] == b->xyz[axis] && a->place < b->place);
}

/* Moves the node that belongs in the middle there, smaller ones before it (Hoare's selection). */
static void
select_middle(IncmapTreeNode *nodes, gsize n, int axis)
{
    gsize low = 0, high = n - 1, middle = n / 2;
    while (low < high) {
        IncmapTreeNode pivot = nodes[(low + high) / 2];
        gsize i = low, j = high;
        while (i <= j) {
            while (is_before(&nodes[i], &pivot, axis))
                i++;
            while (is_before(&pivot, &nodes[j], axis))
                j--;
            if (i > j)
                break;
            swap_nodes(&nodes[i++], &nodes[j]);
            if (j-- == 0)
                break;
        }
        if (middle <= j && j != G_MAXSIZE)
            high = j;
        else if (middle >= i)
            low = i;
        else
            return;
    }
}

static void
arrange_nodes(IncmapTreeNode *nodes, gsize n, int axis)
{
    while (n > 1) {
        select_middle(nodes, n, axis);
        axis = (axis + 1) % 3;
        arrange_nodes(nodes, n / 2, axis);
        nodes += n / 2 + 1;
        n -= n / 2 + 1;
    }
}

void
incmap_build_tree(IncmapGazetteerBuilder *builder)
{
    g_autofree IncmapTreeNode *nodes = g_new0(IncmapTreeNode, builder->n_towns + 1);
    gsize n = 0;
    for (guint i = 0; i < builder->places->len; i++) {
        const IncmapBuildPlace *built = &g_array_index(builder->places, IncmapBuildPlace, i);
        const IncmapPlaceRecord *place = &built->record;
        if (place->kind != INCMAP_PLACE_TOWN || built->is_site)
            continue;
        double lon = place->lon_e7 * (G_PI / 180e7), lat = place->lat_e7 * (G_PI / 180e7);
        nodes[n++] = (IncmapTreeNode){
            {(float)(cos(lat) * cos(lon)), (float)(cos(lat) * sin(lon)), (float)sin(lat)}, i};
    }
    arrange_nodes(nodes, n, 0);
    builder->sections[INCMAP_SECTION_TREE] = g_byte_array_new();
    g_byte_array_append(builder->sections[INCMAP_SECTION_TREE], (const guint8 *)nodes,
                        (guint)(n * sizeof(IncmapTreeNode)));
}

typedef struct KeySkeleton KeySkeleton;
struct KeySkeleton {
    char text[INCMAP_SKELETON_MAX + 4]; /* NUL-terminated */
    IncmapSkeletonKey key;
};

static int
compare_skeletons(gconstpointer a, gconstpointer b)
{
    const KeySkeleton *p = a, *q = b;
    int order = strcmp(p->text, q->text);
    return order != 0 ? order : p->key.key < q->key.key ? -1 : p->key.key > q->key.key;
}

static GArray *
collect_skeletons(const IncmapGazetteerBuilder *builder)
{
    const GByteArray *keys = builder->sections[INCMAP_SECTION_KEYS];
    const IncmapKeyRecord *records = (const IncmapKeyRecord *)keys->data;
    guint32 n_keys = keys->len / sizeof(IncmapKeyRecord) - 1;
    GArray *skeletons = g_array_new(FALSE, TRUE, sizeof(KeySkeleton));
    for (guint32 i = 0; i < n_keys; i++) {
        const char *text =
            (const char *)builder->sections[INCMAP_SECTION_KEY_TEXT]->data + records[i].text;
        KeySkeleton made = {.key = {i, incmap_skeleton_signature(text)}};
        if (incmap_skeleton_make(text, made.text) > 0)
            g_array_append_val(skeletons, made);
    }
    g_array_sort(skeletons, compare_skeletons);
    return skeletons;
}

/* Two passes over the variants fill the buckets: the first counts, the second places. */
typedef struct Buckets Buckets;
struct Buckets {
    guint32 *starts;
    guint32 *variants; /* NULL in the first pass */
    guint32 mask;
    guint32 skeleton;
};

static void
count_or_place(const char *variant, gsize length, gpointer data)
{
    Buckets *buckets = data;
    guint32 bucket = (guint32)incmap_gazetteer_hash(variant, length) & buckets->mask;
    if (buckets->variants == NULL)
        buckets->starts[bucket]++;
    else
        buckets->variants[--buckets->starts[bucket]] = buckets->skeleton;
}

static void
each_skeleton(const GByteArray *records, const GByteArray *texts, Buckets *buckets)
{
    const IncmapSkeletonRecord *skeletons = (const IncmapSkeletonRecord *)records->data;
    guint32 n = records->len / sizeof(IncmapSkeletonRecord) - 1;
    /* Backwards, since places are handed out from the end of a bucket. */
    for (guint32 i = n; i-- > 0;) {
        const char *text = (const char *)texts->data + skeletons[i].text;
        buckets->skeleton = i;
        incmap_skeleton_each_variant(text, strlen(text), count_or_place, buckets);
    }
}

static void
write_buckets(IncmapGazetteerBuilder *builder, const GByteArray *records, const GByteArray *texts)
{
    guint32 n_buckets = 2, n = records->len / sizeof(IncmapSkeletonRecord);
    while (n_buckets < 4 * n)
        n_buckets *= 2;
    g_autofree guint32 *starts = g_new0(guint32, n_buckets + 1);
    Buckets buckets = {.starts = starts, .mask = n_buckets - 1};
    each_skeleton(records, texts, &buckets);
    for (guint32 i = 1; i <= n_buckets; i++)
        starts[i] += starts[i - 1];
    g_autofree guint32 *variants = g_new0(guint32, starts[n_buckets] + 1);
    guint32 n_variants = starts[n_buckets];
    buckets.variants = variants;
    each_skeleton(records, texts, &buckets);
    builder->sections[INCMAP_SECTION_VARIANTS] = g_byte_array_new();
    g_byte_array_append(builder->sections[INCMAP_SECTION_VARIANTS], (const guint8 *)variants,
                        n_variants * (guint)sizeof(guint32));
    builder->sections[INCMAP_SECTION_BUCKETS] = g_byte_array_new();
    g_byte_array_append(builder->sections[INCMAP_SECTION_BUCKETS], (const guint8 *)starts,
                        (n_buckets + 1) * (guint)sizeof(guint32));
}

void
incmap_build_skeletons(IncmapGazetteerBuilder *builder)
{
    g_autoptr(GArray) skeletons = collect_skeletons(builder);
    GByteArray *records = g_byte_array_new(), *texts = g_byte_array_new();
    GByteArray *keys = g_byte_array_new();
    const char *before = NULL;
    for (guint32 i = 0; i < skeletons->len; i++) {
        const KeySkeleton *skeleton = &g_array_index(skeletons, KeySkeleton, i);
        if (before == NULL || strcmp(before, skeleton->text) != 0) {
            IncmapSkeletonRecord record = {texts->len, i};
            g_byte_array_append(records, (const guint8 *)&record, sizeof(record));
            g_byte_array_append(texts, (const guint8 *)skeleton->text,
                                (guint)strlen(skeleton->text) + 1);
        }
        g_byte_array_append(keys, (const guint8 *)&skeleton->key, sizeof(skeleton->key));
        before = skeleton->text;
    }
    IncmapSkeletonRecord sentinel = {0, skeletons->len};
    g_byte_array_append(records, (const guint8 *)&sentinel, sizeof(sentinel));
    builder->sections[INCMAP_SECTION_SKELETONS] = records;
    builder->sections[INCMAP_SECTION_SKELETON_TEXT] = texts;
    builder->sections[INCMAP_SECTION_SKELETON_KEYS] = keys;
    write_buckets(builder, records, texts);
}
