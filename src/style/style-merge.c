/* SPDX-License-Identifier: MIT */
#include "style/style-merge.h"

#include <string.h>

#define MAX_EXTENDS 8u

typedef struct Merge Merge;
struct Merge {
    IncmapStyleDocument *document;
    IncmapArena *arena;
    const char *const *search_dirs;
};

/* how far the merging of a mapping goes down */
typedef enum Level {
    LEVEL_ROOT,  /* of the file */
    LEVEL_LAYER, /* `paint` and `layout` are merged, all else is replaced */
    LEVEL_FLAT,  /* all members are replaced */
    LEVEL_DEEP,  /* mappings in mappings are merged */
} Level;

static IncmapValue merge_objects(const Merge *merge, const IncmapValue *base,
                                 const IncmapValue *over, Level level);

static IncmapValue
make_object(const Merge *merge, const IncmapValue *at, const GArray *members)
{
    IncmapMember *copy = incmap_arena_new_array(merge->arena, IncmapMember, members->len);
    if (members->len > 0)
        memcpy(copy, members->data, members->len * sizeof *copy);
    return incmap_value_placed(
        (IncmapValue){.kind = INCMAP_VALUE_OBJECT, .n = members->len, .as.members = copy}, at);
}

static const IncmapValue *
find_layer(const IncmapValue *layers, const IncmapValue *like)
{
    const IncmapValue *id = incmap_value_find(like, "id");
    if (id == NULL || id->kind != INCMAP_VALUE_STRING)
        return NULL;
    for (guint i = 0; i < layers->n; i++) {
        const IncmapValue *other = incmap_value_find(&layers->as.items[i], "id");
        if (incmap_value_is_string(other, id->as.string))
            return &layers->as.items[i];
    }
    return NULL;
}

static gboolean
has_id(const IncmapValue *layer, const char *id)
{
    const IncmapValue *own = incmap_value_find(layer, "id");
    return own != NULL && incmap_value_is_string(own, id);
}

/* A new layer among @n others: last, or where its `before` says. */
static void
insert_layer(IncmapValue *items, guint n, const IncmapValue *layer)
{
    const IncmapValue *before = incmap_value_find(layer, "before");
    guint at = 0;
    while (at < n && (before == NULL || before->kind != INCMAP_VALUE_STRING ||
                      !has_id(&items[at], before->as.string)))
        at++;
    memmove(items + at + 1, items + at, (n - at) * sizeof *items);
    items[at] = *layer;
}

static IncmapValue
merge_layers(const Merge *merge, const IncmapValue *base, const IncmapValue *over)
{
    if (base->kind != INCMAP_VALUE_ARRAY || over->kind != INCMAP_VALUE_ARRAY)
        return *over;
    IncmapValue *items = incmap_arena_new_array(merge->arena, IncmapValue, base->n + over->n);
    guint n = 0;
    for (guint i = 0; i < base->n; i++) {
        const IncmapValue *changed = find_layer(over, &base->as.items[i]);
        items[n++] = changed != NULL
                         ? merge_objects(merge, &base->as.items[i], changed, LEVEL_LAYER)
                         : base->as.items[i];
    }
    for (guint i = 0; i < over->n; i++) {
        if (find_layer(base, &over->as.items[i]) == NULL)
            insert_layer(items, n++, &over->as.items[i]);
    }
    return incmap_value_placed(incmap_value_new_array(items, n), over);
}

static IncmapValue
merge_member(const Merge *merge, const char *key, const IncmapValue *base, const IncmapValue *over,
             Level level)
{
    gboolean are_objects = base->kind == INCMAP_VALUE_OBJECT && over->kind == INCMAP_VALUE_OBJECT;
    if (level == LEVEL_ROOT && strcmp(key, "layers") == 0)
        return merge_layers(merge, base, over);
    if (are_objects && level == LEVEL_ROOT)
        return merge_objects(merge, base, over, LEVEL_DEEP);
    if (are_objects && level == LEVEL_LAYER)
        return merge_objects(merge, base, over, LEVEL_FLAT);
    if (are_objects && level == LEVEL_DEEP)
        return merge_objects(merge, base, over, LEVEL_DEEP);
    return *over;
}

static IncmapValue
merge_objects(const Merge *merge, const IncmapValue *base, const IncmapValue *over, Level level)
{
    g_autoptr(GArray) members = g_array_new(FALSE, FALSE, sizeof(IncmapMember));
    for (guint i = 0; i < base->n; i++) {
        IncmapMember member = base->as.members[i];
        const IncmapValue *changed = incmap_value_find(over, member.key.as.string);
        if (level == LEVEL_ROOT && strcmp(member.key.as.string, "extends") == 0)
            continue;
        if (changed != NULL && changed->kind == INCMAP_VALUE_NULL)
            continue;
        if (changed != NULL)
            member.value = merge_member(merge, member.key.as.string, &member.value, changed, level);
        g_array_append_val(members, member);
    }
    for (guint i = 0; i < over->n; i++) {
        const IncmapMember *member = &over->as.members[i];
        if (incmap_value_find(base, member->key.as.string) == NULL &&
            member->value.kind != INCMAP_VALUE_NULL)
            g_array_append_val(members, *member);
    }
    return make_object(merge, over, members);
}

/* The file of the style @name in @dir, or NULL. */
static char *
find_in_dir(const char *dir, const char *name, const char *path)
{
    static const char *const endings[] = {"", ".yaml", ".yml", ".json"};
    for (guint i = 0; i < G_N_ELEMENTS(endings); i++) {
        g_autofree char *file = g_strconcat(name, endings[i], NULL);
        g_autofree char *candidate = g_build_filename(dir, file, NULL);
        if (g_file_test(candidate, G_FILE_TEST_IS_REGULAR) && strcmp(candidate, path) != 0)
            return g_steal_pointer(&candidate);
    }
    return NULL;
}

static char *
find_extended(const Merge *merge, const char *path, const IncmapValue *name, GError **error)
{
    if (name->kind != INCMAP_VALUE_STRING || name->n == 0 || strpbrk(name->as.string, "/\\")) {
        incmap_document_fail(merge->document, name, error,
                             "\"extends\" takes the name of a style, without a folder");
        return NULL;
    }
    g_autofree char *own_dir = g_path_get_dirname(path);
    char *found = find_in_dir(own_dir, name->as.string, path);
    for (guint i = 0; found == NULL && merge->search_dirs != NULL && merge->search_dirs[i] != NULL;
         i++)
        found = find_in_dir(merge->search_dirs[i], name->as.string, path);
    if (found == NULL)
        incmap_document_fail(merge->document, name, error,
                             "style \"%s\" is neither beside this file nor among the styles",
                             name->as.string);
    return found;
}

static gboolean
load_merged(const Merge *merge, const char *path, guint depth, IncmapValue *out_root,
            GError **error)
{
    IncmapValue root;
    if (!incmap_document_load(merge->document, path, &root, error))
        return FALSE;
    if (root.kind != INCMAP_VALUE_OBJECT)
        return incmap_document_fail(merge->document, &root, error,
                                    "a style is a mapping with \"layers\", not %s",
                                    incmap_value_describe(&root));
    const IncmapValue *extends = incmap_value_find(&root, "extends");
    if (extends == NULL) {
        *out_root = root;
        return TRUE;
    }
    if (depth >= MAX_EXTENDS)
        return incmap_document_fail(merge->document, extends, error,
                                    "more than %u styles extend each other, or one extends itself",
                                    MAX_EXTENDS);
    g_autofree char *found = find_extended(merge, path, extends, error);
    IncmapValue base;
    if (found == NULL || !load_merged(merge, found, depth + 1, &base, error))
        return FALSE;
    *out_root = merge_objects(merge, &base, &root, LEVEL_ROOT);
    return TRUE;
}

gboolean
incmap_style_merge_load(IncmapStyleDocument *document, const char *path,
                        const char *const *search_dirs, IncmapValue *out_root, GError **error)
{
    Merge merge = {document, incmap_document_get_arena(document), search_dirs};
    return load_merged(&merge, path, 0, out_root, error);
}
