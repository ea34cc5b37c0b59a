/* SPDX-License-Identifier: MIT */
/*
 * Feeds bytes to the style loader, then evaluates every property of every layer.
 */
#include "style/style.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n_bytes);

static gboolean
find_property(const void *data, const char *name, IncmapValue *out_value)
{
    (void)data;
    switch (name[0]) {
    case 'n':
        *out_value = incmap_value_new_number(strlen(name) * 1.5);
        return TRUE;
    case 's':
        *out_value = incmap_value_new_string(name);
        return TRUE;
    case 'b':
        *out_value = incmap_value_new_bool(TRUE);
        return TRUE;
    default:
        return FALSE;
    }
}

static IncmapValue
list_properties(const void *data, IncmapArena *arena)
{
    IncmapMember *member = incmap_arena_new_array(arena, IncmapMember, 1);
    (void)data;
    member->key = incmap_value_new_string("n");
    member->value = incmap_value_new_number(1);
    return (IncmapValue){.kind = INCMAP_VALUE_OBJECT, .n = 1, .as.members = member};
}

static void
evaluate_layer(const IncmapStyleLayer *layer, IncmapEval *eval)
{
    double numbers[8];
    const char *texts[8];
    incmap_style_layer_accepts(layer, eval);
    for (guint i = 0; i < layer->n_slots; i++) {
        IncmapStyleProperty property = (IncmapStyleProperty)(layer->first_property + i);
        incmap_style_layer_number(layer, property, eval);
        incmap_style_layer_color(layer, property, eval);
        incmap_style_layer_text(layer, property, eval);
        incmap_style_layer_array(layer, property, eval, numbers, 8);
        incmap_style_layer_strings(layer, property, eval, texts, 8);
        IncmapValue value = incmap_style_layer_value(layer, property, eval);
        g_autofree char *json = incmap_value_format_json(&value);
        g_assert_true(g_utf8_validate(json, -1, NULL));
    }
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n_bytes)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(IncmapStyle) style = incmap_style_parse("fuzz", (const char *)bytes, n_bytes, &error);
    g_assert_true((style == NULL) == (error != NULL));
    if (style == NULL) {
        g_assert_true(g_utf8_validate(error->message, -1, NULL));
        return 0;
    }
    g_auto(IncmapEval) eval = {0};
    incmap_eval_init(&eval);
    const IncmapStyleFeature feature = {.geometry_type = "Polygon",
                                        .id = incmap_value_new_number(1),
                                        .find = find_property,
                                        .list = list_properties};
    for (guint pass = 0; pass < 3; pass++) {
        incmap_eval_set_feature(&eval, pass == 2 ? NULL : &feature);
        eval.zoom = pass == 0 ? 5 : eval.zoom;
        for (guint i = 0; i < incmap_style_get_n_layers(style); i++)
            evaluate_layer(incmap_style_get_layer(style, i), &eval);
    }
    return 0;
}
