/* SPDX-License-Identifier: MIT */
#include "style/style.h"
#include "style/document.h"
#include <string.h>
struct IncmapStyle { IncmapStyleDocument *document; IncmapValue root; GArray *layers; };
typedef struct { const IncmapExpression *e; } Prop;
static void add_props(IncmapStyleDocument *d, GHashTable *t, const IncmapValue *o) {
    if (!o) return;
    for (guint i = 0; i < o->n; i++) {
        const char *k = o->as.members[i].key.as.string;
        IncmapExpressionSpec spec = {0};
        IncmapTypeKind kind = strstr(k,"color") ? INCMAP_TYPE_COLOR : strstr(k,"dash") ? INCMAP_TYPE_VALUE : (strstr(k,"cap")||strstr(k,"join")) ? INCMAP_TYPE_STRING : INCMAP_TYPE_NUMBER;
        spec.type = incmap_type_get(kind);
        GError *err = NULL;
        if (kind == INCMAP_TYPE_VALUE) { g_hash_table_insert(t, (char*)k, (gpointer)&o->as.members[i].value); continue; }
        const IncmapExpression *e = incmap_expression_compile(d, &o->as.members[i].value, &spec, &err);
        if (!e) g_error("%s", err->message);
        g_hash_table_insert(t, (char *)k, (gpointer)e);
    }
}
IncmapStyle *incmap_style_load(const char *path, GError **error) {
    IncmapStyle *s = g_new0(IncmapStyle, 1);
    s->document = incmap_document_new();
    if (!incmap_document_load(s->document, path, &s->root, error)) return NULL;
    s->layers = g_array_new(FALSE, TRUE, sizeof(IncmapStyleLayer));
    const IncmapValue *ls = incmap_value_find(&s->root, "layers");
    for (guint i = 0; i < ls->n; i++) {
        const IncmapValue *l = &ls->as.items[i];
        IncmapStyleLayer o = {0};
        o.id = incmap_value_find(l, "id")->as.string;
        const char *t = incmap_value_find(l, "type")->as.string;
        o.type = !strcmp(t,"fill")?INCMAP_STYLE_FILL:!strcmp(t,"line")?INCMAP_STYLE_LINE:INCMAP_STYLE_OTHER;
        const IncmapValue *sl = incmap_value_find(l, "source-layer");
        o.source_layer = sl ? sl->as.string : NULL;
        const IncmapValue *f = incmap_value_find(l, "filter");
        if (f) { o.filter = incmap_filter_compile(s->document, f, error); if (!o.filter) return NULL; }
        o.properties = g_hash_table_new(g_str_hash, g_str_equal);
        add_props(s->document, o.properties, incmap_value_find(l, "paint"));
        add_props(s->document, o.properties, incmap_value_find(l, "layout"));
        g_array_append_val(s->layers, o);
    }
    return s;
}
void incmap_style_free(IncmapStyle *s) { (void)s; }
guint incmap_style_n_layers(const IncmapStyle *s) { return s->layers->len; }
const IncmapStyleLayer *incmap_style_get_layer(const IncmapStyle *s, guint i) { return &g_array_index(s->layers, IncmapStyleLayer, i); }
gboolean incmap_style_layer_shows(const IncmapStyleLayer *l, IncmapEval *e) { IncmapValue v; return !l->filter || (incmap_expression_evaluate(l->filter, e, &v) && v.as.is_true); }
static gboolean get(const IncmapStyleLayer *l, const char *k, IncmapEval *e, IncmapValue *v) { const IncmapExpression *x = g_hash_table_lookup(l->properties, k); return x && incmap_expression_evaluate(x, e, v); }
double incmap_style_layer_number(const IncmapStyleLayer *l, const char *k, IncmapEval *e) { IncmapValue v; return get(l,k,e,&v) ? v.as.number : 1; }
IncmapColor incmap_style_layer_color(const IncmapStyleLayer *l, const char *k, IncmapEval *e) { IncmapValue v; return get(l,k,e,&v) ? *v.as.color : (IncmapColor){0}; }
const char *incmap_style_layer_string(const IncmapStyleLayer *l, const char *k, IncmapEval *e) { IncmapValue v; return get(l,k,e,&v) ? v.as.string : NULL; }
const double *incmap_style_layer_array(const IncmapStyleLayer *l, const char *k, IncmapEval *e, gsize *n) { (void)e; static double d[8]; const IncmapValue *v = g_hash_table_lookup(l->properties, k); *n = 0; if (!v) return d; for (guint i = 0; i < MIN(v->n, 8); i++) d[i] = v->as.items[i].as.number; *n = v->n; return d; }
static const IncmapValue *find(const IncmapStyle *s, const char *key) {
    const IncmapValue *v = incmap_value_find(&s->root, "incmap");
    char **w = g_strsplit(key, ".", -1);
    for (char **x = w; *x && v; x++) v = incmap_value_find(v, *x);
    g_strfreev(w);
    return v;
}
double incmap_style_incmap_number(const IncmapStyle *s, const char *k) { const IncmapValue *v = find(s,k); return v ? v->as.number : 0; }
gboolean incmap_style_incmap_bool(const IncmapStyle *s, const char *k) { const IncmapValue *v = find(s,k); return v ? v->as.is_true : 0; }
const char *incmap_style_incmap_string(const IncmapStyle *s, const char *k) { const IncmapValue *v = find(s,k); return v && v->kind == INCMAP_VALUE_STRING ? v->as.string : "Inter"; }
IncmapColor incmap_style_incmap_color(const IncmapStyle *s, const char *k) { const IncmapValue *v = find(s,k); IncmapColor c = {0}; if (v && v->kind == INCMAP_VALUE_STRING) incmap_color_parse(v->as.string, &c); return c; }
