/* SPDX-License-Identifier: MIT */
#include "style/style.h"

#include "style/nearest.h"
#include "style/style-merge.h"
#include "style/style-private.h"
#include "style/style-slot.h"

#include <string.h>

#define MAX_LAYERS 1000u

static const char *const root_keys[] = {"version", "name",     "extends", "layers",
                                        "incmap",  "metadata", NULL};

/* the web's own, accepted so that its styles can be used as they are */
static const char *const web_keys[] = {"sources",        "sprite",     "glyphs",  "center",
                                       "centerAltitude", "zoom",       "bearing", "pitch",
                                       "roll",           "light",      "sky",     "projection",
                                       "terrain",        "transition", "state",   "fog",
                                       "font-faces",     "fitBounds",  NULL};

void
incmap_style_add_note(IncmapStyle *style, const IncmapValue *at, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *message = g_strdup_vprintf(format, args);
    va_end(args);
    g_autofree char *place = incmap_document_format_place(style->document, at);
    g_ptr_array_add(style->notes, g_strdup_printf("%s: %s", place, message));
}

gboolean
incmap_style_fail(const IncmapStyle *style, const IncmapValue *value, GError **error,
                  const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *message = g_strdup_vprintf(format, args);
    va_end(args);
    return incmap_document_fail(style->document, value, error, "%s", message);
}

gboolean
incmap_style_fail_key(const IncmapStyle *style, const IncmapValue *key, const char *where,
                      const char *const *known, GError **error)
{
    IncmapNearest nearest = {.wanted = key->as.string};
    for (guint i = 0; known[i] != NULL; i++)
        incmap_nearest_offer(&nearest, known[i]);
    if (nearest.best != NULL)
        return incmap_style_fail(style, key, error,
                                 "unknown key \"%s\" in %s; did you mean \"%s\"?", key->as.string,
                                 where, nearest.best);
    return incmap_style_fail(style, key, error, "unknown key \"%s\" in %s", key->as.string, where);
}

gboolean
incmap_style_read_text(const IncmapStyle *style, const IncmapValue *object, const char *key,
                       const char **out_text, GError **error)
{
    const IncmapValue *value = incmap_value_find(object, key);
    if (value != NULL && value->kind != INCMAP_VALUE_STRING)
        return incmap_style_fail(style, value, error, "%s is text, not %s", key,
                                 incmap_value_describe(value));
    *out_text = value != NULL ? value->as.string : NULL;
    return TRUE;
}

/* On the web an address; a folder of SVG files can be used as it is. */
static gboolean
is_icon_folder(const IncmapMember *member)
{
    return strcmp(member->key.as.string, "sprite") == 0 &&
           member->value.kind == INCMAP_VALUE_STRING &&
           strstr(member->value.as.string, "://") == NULL;
}

static gboolean
read_root_keys(IncmapStyle *style, const IncmapValue *root, GError **error)
{
    for (guint i = 0; i < root->n; i++) {
        const IncmapValue *key = &root->as.members[i].key;
        if (is_icon_folder(&root->as.members[i]))
            style->sprite = root->as.members[i].value.as.string;
        else if (g_strv_contains(web_keys, key->as.string))
            incmap_style_add_note(style, key, "\"%s\" has no meaning on a printed map",
                                  key->as.string);
        else if (!g_strv_contains(root_keys, key->as.string))
            return incmap_style_fail_key(style, key, "a style", root_keys, error);
    }
    const IncmapValue *version = incmap_value_find(root, "version");
    if (version != NULL && (version->kind != INCMAP_VALUE_NUMBER || version->as.number != 8))
        return incmap_style_fail(style, version, error, "the version of a style is 8");
    const char *name = NULL;
    if (!incmap_style_read_text(style, root, "name", &name, error))
        return FALSE;
    if (name != NULL) {
        g_free(style->name);
        style->name = g_strdup(name);
    }
    return TRUE;
}

static gboolean
read_layers(IncmapStyle *style, const IncmapValue *root, GError **error)
{
    const IncmapValue *layers = incmap_value_find(root, "layers");
    if (layers == NULL)
        return incmap_style_fail(style, root, error, "a style needs \"layers\"");
    if (layers->kind != INCMAP_VALUE_ARRAY)
        return incmap_style_fail(style, layers, error, "\"layers\" is a list, not %s",
                                 incmap_value_describe(layers));
    if (layers->n > MAX_LAYERS)
        return incmap_style_fail(style, layers, error, "more than %u layers", MAX_LAYERS);
    const IncmapStyleSlot *defaults = incmap_style_slot_new_defaults(style->document);
    for (guint i = 0; i < layers->n; i++) {
        if (!incmap_style_read_layer(style, &layers->as.items[i], defaults, error))
            return FALSE;
    }
    return TRUE;
}

static IncmapStyle *
style_new(const char *path)
{
    IncmapStyle *style = g_new0(IncmapStyle, 1);
    style->document = incmap_document_new();
    style->notes = g_ptr_array_new_with_free_func(g_free);
    style->layers = g_ptr_array_new();
    style->name = g_path_get_basename(path);
    char *ending = strrchr(style->name, '.');
    if (ending != NULL && ending > style->name)
        *ending = '\0';
    return style;
}

static gboolean
read_root(IncmapStyle *style, const IncmapValue *root, GError **error)
{
    if (root->kind != INCMAP_VALUE_OBJECT)
        return incmap_style_fail(style, root, error, "a style is a mapping with \"layers\", not %s",
                                 incmap_value_describe(root));
    return read_root_keys(style, root, error) && read_layers(style, root, error) &&
           incmap_style_read_incmap(style, incmap_value_find(root, "incmap"), error);
}

IncmapStyle *
incmap_style_load(const char *path, GError **error)
{
    return incmap_style_load_full(path, NULL, error);
}

IncmapStyle *
incmap_style_load_full(const char *path, const char *const *search_dirs, GError **error)
{
    g_return_val_if_fail(path != NULL, NULL);
    g_autoptr(IncmapStyle) style = style_new(path);
    IncmapValue root;
    if (!incmap_style_merge_load(style->document, path, search_dirs, &root, error) ||
        !read_root(style, &root, error))
        return NULL;
    return g_steal_pointer(&style);
}

IncmapStyle *
incmap_style_parse(const char *name, const char *text, gsize n_bytes, GError **error)
{
    g_return_val_if_fail(name != NULL && text != NULL, NULL);
    g_autoptr(IncmapStyle) style = style_new(name);
    IncmapValue root;
    if (!incmap_document_parse(style->document, name, text, n_bytes, &root, error) ||
        !read_root(style, &root, error))
        return NULL;
    return g_steal_pointer(&style);
}

void
incmap_style_free(IncmapStyle *style)
{
    if (style == NULL)
        return;
    incmap_document_free(style->document);
    g_ptr_array_unref(style->notes);
    g_ptr_array_unref(style->layers);
    g_free(style->name);
    g_free(style);
}

const char *
incmap_style_get_name(const IncmapStyle *style)
{
    return style->name;
}

const GPtrArray *
incmap_style_get_notes(const IncmapStyle *style)
{
    return style->notes;
}

char **
incmap_style_list_icon_folders(const IncmapStyle *style)
{
    guint n_files;
    const char *const *files = incmap_document_get_files(style->document, &n_files);
    GPtrArray *folders = g_ptr_array_new();
    for (guint i = 0; i < n_files; i++) {
        if (!g_file_test(files[i], G_FILE_TEST_IS_REGULAR))
            continue; /* a text in memory */
        char *folder = g_path_get_dirname(files[i]);
        if (style->sprite != NULL && folders->len == 0)
            g_ptr_array_add(folders, g_build_filename(folder, style->sprite, NULL));
        g_ptr_array_add(folders, folder);
    }
    g_ptr_array_add(folders, NULL);
    return (char **)g_ptr_array_free(folders, FALSE);
}

guint
incmap_style_get_n_layers(const IncmapStyle *style)
{
    return style->layers->len;
}

const IncmapStyleLayer *
incmap_style_get_layer(const IncmapStyle *style, guint i)
{
    g_return_val_if_fail(i < style->layers->len, NULL);
    return g_ptr_array_index(style->layers, i);
}

const IncmapStyleLayer *
incmap_style_find_layer(const IncmapStyle *style, const char *id)
{
    for (guint i = 0; i < style->layers->len; i++) {
        const IncmapStyleLayer *layer = g_ptr_array_index(style->layers, i);
        if (strcmp(layer->id, id) == 0)
            return layer;
    }
    return NULL;
}
