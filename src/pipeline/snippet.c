/* SPDX-License-Identifier: MIT */
/*
 * What people paste into pages, posts and papers: the picture with its alternative text, its size
 * and, of several sizes, the choice between them.
 */
#include "base/error.h"
#include "base/text.h"
#include "pipeline/picture.h"

#include <math.h>
#include <string.h>

#define MAX_PRINT_MM 170 /* wider than the text of any page: as wide as that, then */

/** Snippet: the files of one map */
typedef struct Snippet Snippet;
struct Snippet {
    GPtrArray *pictures;     /* IncmapPicture */
    const IncmapPicture *of; /* the first that says what it shows */
    GString *out;
};

static const IncmapPicture *
find_kind(const Snippet *snippet, IncmapPictureKind kind)
{
    for (guint i = 0; i < snippet->pictures->len; i++) {
        const IncmapPicture *picture = g_ptr_array_index(snippet->pictures, i);
        if (picture->kind == kind)
            return picture;
    }
    return NULL;
}

/* One line of text with each of @special behind @before or replaced. */
static void
add_escaped(GString *out, const char *text, const char *special, const char *const *replacements)
{
    for (const char *p = text != NULL ? text : ""; *p != '\0'; p++) {
        const char *found = strchr(special, *p);
        if (*p == '\n' || *p == '\r')
            g_string_append_c(out, ' ');
        else if (found != NULL)
            g_string_append(out, replacements[found - special]);
        else
            g_string_append_c(out, *p);
    }
}

static void
add_url(GString *out, const char *path)
{
    g_autofree char *url = g_uri_escape_string(path, "/", TRUE);
    g_string_append(out, url);
}

/* --- HTML ------------------------------------------------------------------------------------- */

static void
add_attribute(GString *out, const char *name, const char *text)
{
    g_autofree char *escaped = g_markup_escape_text(text != NULL ? text : "", -1);
    g_strdelimit(escaped, "\r\n", ' ');
    g_string_append_printf(out, " %s=\"%s\"", name, escaped);
}

static int
compare_widths(gconstpointer a, gconstpointer b)
{
    const IncmapPicture *const *left = a, *const *right = b;
    return (*left)->width_px < (*right)->width_px ? -1 : (*left)->width_px > (*right)->width_px;
}

/* The browser takes the smallest that is sharp on its screen. */
static void
add_srcset(const Snippet *snippet, int width_css)
{
    g_autoptr(GPtrArray) pngs = g_ptr_array_new();
    for (guint i = 0; i < snippet->pictures->len; i++) {
        IncmapPicture *picture = g_ptr_array_index(snippet->pictures, i);
        if (picture->kind == INCMAP_PICTURE_PNG)
            g_ptr_array_add(pngs, picture);
    }
    if (pngs->len < 2)
        return;
    g_ptr_array_sort(pngs, compare_widths);
    g_string_append(snippet->out, " srcset=\"");
    for (guint i = 0; i < pngs->len; i++) {
        const IncmapPicture *picture = g_ptr_array_index(pngs, i);
        g_string_append(snippet->out, i > 0 ? ", " : "");
        add_url(snippet->out, picture->path);
        g_string_append_printf(snippet->out, " %uw", picture->width_px);
    }
    g_string_append_printf(snippet->out, "\" sizes=\"(max-width: %dpx) 100vw, %dpx\"", width_css,
                           width_css);
}

static void
format_html(const Snippet *snippet)
{
    GString *out = snippet->out;
    const IncmapPicture *of = snippet->of, *svg = find_kind(snippet, INCMAP_PICTURE_SVG);
    const IncmapPicture *png = find_kind(snippet, INCMAP_PICTURE_PNG);
    const IncmapPicture *shown = png != NULL ? png : svg;
    int width_css = (int)lround(shown->width_pt * 96 / 72);
    int height_css = (int)lround(shown->height_pt * 96 / 72);
    gboolean has_choice = png != NULL && svg != NULL;
    g_string_append(out, "<figure");
    if (of->language != NULL)
        add_attribute(out, "lang", of->language);
    g_string_append(out, ">\n");
    if (has_choice) {
        g_string_append(out, "  <picture>\n  <source type=\"image/svg+xml\" srcset=\"");
        add_url(out, svg->path);
        g_string_append(out, "\">\n");
    }
    g_string_append(out, "  <img src=\"");
    add_url(out, shown->path);
    g_string_append_c(out, '"');
    add_srcset(snippet, width_css);
    g_string_append_printf(out, " width=\"%d\" height=\"%d\"", width_css, height_css);
    add_attribute(out, "alt", of->description != NULL ? of->description : of->title);
    g_string_append(out, " style=\"max-width: 100%; height: auto\">\n");
    if (has_choice)
        g_string_append(out, "  </picture>\n");
    if (of->title != NULL) {
        g_autofree char *title = g_markup_escape_text(of->title, -1);
        g_string_append_printf(out, "  <figcaption>%s</figcaption>\n", title);
    }
    g_string_append(out, "</figure>\n");
}

/* --- Markdown and LaTeX ----------------------------------------------------------------------- */

static void
format_markdown(const Snippet *snippet)
{
    static const char *const escapes[] = {"\\\\", "\\[",  "\\]",  "\\*",    "\\_",
                                          "\\`",  "&lt;", "&gt;", "&quot;", "&amp;"};
    const IncmapPicture *of = snippet->of, *svg = find_kind(snippet, INCMAP_PICTURE_SVG);
    const IncmapPicture *png = find_kind(snippet, INCMAP_PICTURE_PNG);
    g_string_append(snippet->out, "![");
    add_escaped(snippet->out, of->description != NULL ? of->description : of->title, "\\[]*_`<>\"&",
                escapes);
    g_string_append(snippet->out, "](");
    add_url(snippet->out, png != NULL ? png->path : svg->path);
    if (of->title != NULL) {
        g_string_append(snippet->out, " \"");
        add_escaped(snippet->out, of->title, "\\[]*_`<>\"&", escapes);
        g_string_append_c(snippet->out, '"');
    }
    g_string_append(snippet->out, ")\n");
}

static void
add_latex(GString *out, const char *text)
{
    static const char *const escapes[] = {
        "\\textbackslash{}",  "\\{", "\\}", "\\$", "\\&", "\\#", "\\_", "\\%", "\\textasciitilde{}",
        "\\textasciicircum{}"};
    add_escaped(out, text, "\\{}$&#_%~^", escapes);
}

static gboolean
format_latex(const Snippet *snippet, GError **error)
{
    GString *out = snippet->out;
    const IncmapPicture *of = snippet->of, *pdf = find_kind(snippet, INCMAP_PICTURE_PDF);
    const IncmapPicture *png = find_kind(snippet, INCMAP_PICTURE_PNG);
    const char *path = pdf != NULL ? pdf->path : png != NULL ? png->path : NULL;
    double width_mm = of->width_pt * 25.4 / 72;
    if (path == NULL)
        return incmap_fail(error, INCMAP_ERROR_INPUT,
                           "LaTeX takes PDF and PNG; name one of them, too");
    g_string_append(out, "% \\usepackage{graphicx}\n\\begin{figure}\n  \\centering\n"
                         "  \\includegraphics[width=");
    if (width_mm <= MAX_PRINT_MM)
        g_string_append_printf(out, "%dmm", (int)lround(width_mm));
    else
        g_string_append(out, "\\linewidth");
    g_string_append(out, ",alt={");
    add_latex(out, of->description != NULL ? of->description : of->title);
    g_string_append_printf(out, "}]{\\detokenize{%s}}\n", path);
    if (of->title != NULL) {
        g_string_append(out, "  \\caption{");
        add_latex(out, of->title);
        g_string_append(out, "}\n");
    }
    g_string_append(out, "\\end{figure}\n");
    return TRUE;
}

/* --- all -------------------------------------------------------------------------------------- */

/* Pictures of one map have one shape; another would be drawn out of it. */
static gboolean
check_shapes(const Snippet *snippet, GError **error)
{
    double ratio = snippet->of->width_pt / snippet->of->height_pt;
    for (guint i = 0; i < snippet->pictures->len; i++) {
        const IncmapPicture *picture = g_ptr_array_index(snippet->pictures, i);
        if (picture->width_pt > 0 &&
            fabs(picture->width_pt / picture->height_pt / ratio - 1) > 0.01)
            return incmap_fail(error, INCMAP_ERROR_INPUT,
                               "%s has another shape than %s; name pictures of one map, each in "
                               "a snippet of its own otherwise",
                               picture->path, snippet->of->path);
    }
    return TRUE;
}

static gboolean
load_pictures(Snippet *snippet, const char *const *paths, GError **error)
{
    for (guint i = 0; paths[i] != NULL; i++) {
        IncmapPicture *picture = incmap_picture_load(paths[i], error);
        if (picture == NULL)
            return FALSE;
        g_ptr_array_add(snippet->pictures, picture);
        if (snippet->of == NULL && picture->kind != INCMAP_PICTURE_PDF)
            snippet->of = picture;
    }
    if (snippet->of == NULL)
        return incmap_fail(error, INCMAP_ERROR_INPUT,
                           "the words of a map stand in its PNG and SVG; name one of them, too");
    if (snippet->of->title == NULL && snippet->of->description == NULL)
        return incmap_fail(error, INCMAP_ERROR_INPUT,
                           "%s: holds no title and no description; draw it with incmap",
                           snippet->of->path);
    return check_shapes(snippet, error);
}

static gboolean
fail_format(const char *name, GError **error)
{
    static const char *const names[] = {"html", "markdown", "latex", NULL};
    const char *nearest = incmap_text_nearest(name, names);
    return incmap_fail(error, INCMAP_ERROR_USAGE, "unknown format \"%s\"; %s%s%s", name,
                       nearest != NULL ? "did you mean \"" : "there are html, markdown, latex",
                       nearest != NULL ? nearest : "", nearest != NULL ? "\"?" : "");
}

static gboolean
format(const Snippet *snippet, const char *name, GError **error)
{
    if (strcmp(name, "latex") == 0)
        return format_latex(snippet, error);
    if (strcmp(name, "html") == 0)
        format_html(snippet);
    else if (strcmp(name, "markdown") == 0)
        format_markdown(snippet);
    else
        return fail_format(name, error);
    return TRUE;
}

char *
incmap_snippet(const char *const *pictures, const char *format_name, GError **error)
{
    g_return_val_if_fail(pictures != NULL && format_name != NULL, NULL);
    Snippet snippet = {
        .pictures = g_ptr_array_new_with_free_func((GDestroyNotify)incmap_picture_free),
        .out = g_string_new(NULL),
    };
    gboolean is_good =
        load_pictures(&snippet, pictures, error) && format(&snippet, format_name, error);
    g_ptr_array_unref(snippet.pictures);
    return g_string_free(snippet.out, !is_good);
}
