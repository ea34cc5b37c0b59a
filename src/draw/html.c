/* SPDX-License-Identifier: MIT */
#include "draw/html.h"

#include "draw/html-look.h"
#include "scene/dump.h"
#include "scene/vocabulary.h"

#include <math.h>
#include <string.h>

#define MAX_TOLD 8   /* incidents of a spot; the table has all */
#define MAX_NOTE 400 /* bytes of a note beside the map */

/** Page: what is written, and from what */
typedef struct Page Page;
struct Page {
    const IncmapScene *scene;
    GString *out;
};

/* Text as HTML has it. */
static void
add_text(Page *page, const char *text)
{
    if (text == NULL)
        return;
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    g_autofree char *escaped = g_markup_escape_text(valid, -1);
    g_string_append(page->out, escaped);
}

static void
add_element(Page *page, const char *name, const char *text)
{
    if (text == NULL || text[0] == '\0')
        return;
    g_string_append_printf(page->out, "<%s>", name);
    add_text(page, text);
    g_string_append_printf(page->out, "</%s>", name);
}

/* --- the page's own words, in the language of the map ------------------------------------------
 */

static const char *
get_word(const Page *page, IncmapSaying saying)
{
    return incmap_vocabulary_get(page->scene->vocabulary, saying);
}

/* Part @index of texts parted by "|", with {n} filled in. */
static void
add_part(Page *page, IncmapSaying saying, guint index, double n)
{
    g_auto(GStrv) parts = g_strsplit(get_word(page, saying), "|", -1);
    g_auto(GStrv) pieces = g_strsplit(parts[MIN(index, g_strv_length(parts) - 1)], "{n}", 2);
    g_autofree char *number = g_strdup_printf("%.0f", n);
    g_autofree char *text = g_strjoinv(number, pieces);
    add_text(page, text);
}

static void
add_count(Page *page, IncmapSaying saying, double n)
{
    const IncmapVocabulary *vocabulary = page->scene->vocabulary;
    gboolean is_own = get_word(page, saying) != incmap_vocabulary_get(NULL, saying);
    add_part(page, saying, incmap_vocabulary_form(is_own ? vocabulary : NULL, n), n);
}

/* A word of the input in the language of the map, where that has it. */
static const char *
translate(const Page *page, const char *english)
{
    const IncmapVocabulary *vocabulary = page->scene->vocabulary;
    const char *own =
        vocabulary != NULL && english != NULL ? incmap_vocabulary_find(vocabulary, english) : NULL;
    return own != NULL ? own : english;
}

static const IncmapIncident *
get_incident(const Page *page, guint i)
{
    return &g_array_index(page->scene->incidents, IncmapIncident, i);
}

static const IncmapFix *
get_fix(const Page *page, guint i)
{
    return &g_array_index(page->scene->fixes, IncmapFix, i);
}

static const char *
place_of(const Page *page, guint i)
{
    const IncmapFix *fix = get_fix(page, i);
    if (fix->shown_name != NULL)
        return fix->shown_name;
    return fix->name != NULL && fix->name[0] != '\0' ? fix->name : get_incident(page, i)->place;
}

static const char *
heading_of(const Page *page, guint i)
{
    const IncmapIncident *incident = get_incident(page, i);
    const char *own = incident->heading != NULL   ? incident->heading
                      : incident->subtype != NULL ? incident->subtype
                                                  : incident->type;
    return own != NULL
               ? translate(page, own)
               : get_word(page, (IncmapSaying)(INCMAP_SAY_LABEL_BATTLE + (int)incident->event));
}

static gboolean
has_killed(const IncmapIncident *incident)
{
    return incident->value_kind == INCMAP_VALUE_KILLED && isfinite(incident->value);
}

/* --- the map and its spots -------------------------------------------------------------------- */

/* The mark that an incident belongs to: the nearest to where it stands. -1: it is not on the map.
 */
static int
find_mark(const Page *page, guint incident)
{
    const IncmapPage *drawn = &page->scene->page;
    if (incident >= drawn->positions->len)
        return -1;
    IncmapPoint at = g_array_index(drawn->positions, IncmapPoint, incident);
    double nearest_pt = INFINITY;
    int found = -1;
    for (guint i = 0; isfinite(at.x_pt) && i < drawn->marks->len; i++) {
        const IncmapMark *mark = &g_array_index(drawn->marks, IncmapMark, i);
        double distance_pt = hypot(mark->centre.x_pt - at.x_pt, mark->centre.y_pt - at.y_pt);
        if (mark->incident < 0 || strcmp(mark->class_id, "incident") != 0 ||
            distance_pt >= nearest_pt)
            continue;
        nearest_pt = distance_pt;
        found = (int)i;
    }
    return found;
}

static void
add_facts(Page *page, guint i)
{
    const IncmapIncident *incident = get_incident(page, i);
    char day[11];
    incmap_format_day(incident->date.from_julian, day);
    g_string_append(page->out, "<p><strong>");
    add_text(page, heading_of(page, i));
    g_string_append(page->out, "</strong>");
    add_text(page, place_of(page, i));
    if (day[0] != '\0')
        g_string_append_printf(page->out, ", <time>%s</time>", day);
    if (has_killed(incident)) {
        g_string_append(page->out, ", ");
        add_count(page, INCMAP_SAY_N_REPORTED_KILLED, incident->value);
    }
    g_string_append_printf(page->out, ". <a href=\"#i%u\">", i + 1);
    add_text(page, get_word(page, INCMAP_SAY_PAGE_IN_TABLE));
    g_string_append(page->out, "</a></p>");
    if (incident->notes == NULL)
        return;
    g_autofree char *valid = g_utf8_make_valid(incident->notes, -1);
    gboolean is_long = strlen(valid) > MAX_NOTE;
    g_autofree char *brief =
        is_long ? g_utf8_substring(valid, 0, g_utf8_strlen(valid, MAX_NOTE) - 1) : g_strdup(valid);
    g_string_append(page->out, "<p>");
    add_text(page, brief);
    g_string_append(page->out, is_long ? " …</p>" : "</p>");
}

static void
add_percent(Page *page, const char *property, double share)
{
    char number[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(number, sizeof number, "%.2f", CLAMP(share, -1, 2) * 100);
    g_string_append_printf(page->out, "%s:%s%%;", property, number);
}

/* What a spot tells stands beside it, on the side that has room. */
static void
add_spot(Page *page, guint number, const GArray *members)
{
    const IncmapFrame *frame = &page->scene->frame;
    const IncmapMark *mark = &g_array_index(page->scene->page.marks, IncmapMark, number);
    double x = mark->centre.x_pt / frame->width_pt, y = mark->centre.y_pt / frame->height_pt;
    g_string_append(page->out,
                    "<div class=\"place\"><button type=\"button\" class=\"spot\" style=\"");
    add_percent(page, "left", x);
    add_percent(page, "top", y);
    add_percent(page, "width", incmap_box_width(mark->box) / frame->width_pt);
    add_percent(page, "height", incmap_box_height(mark->box) / frame->height_pt);
    guint first = g_array_index(members, guint, 0);
    g_string_append_printf(page->out, "\" aria-describedby=\"t%u\" aria-label=\"", number + 1);
    add_text(page, heading_of(page, first));
    g_string_append(page->out, ", ");
    add_text(page, place_of(page, first));
    if (members->len > 1) {
        g_string_append(page->out, ", ");
        add_part(page, INCMAP_SAY_PAGE_MORE, 0, members->len - 1);
    }
    g_string_append_printf(page->out,
                           "\"></button><div class=\"tip\" role=\"tooltip\" id=\"t%u\" "
                           "style=\"",
                           number + 1);
    add_percent(page, x < 0.5 ? "left" : "right", (x < 0.5 ? x : 1 - x) + 0.012);
    add_percent(page, y < 0.5 ? "top" : "bottom", (y < 0.5 ? y : 1 - y) + 0.012);
    g_string_append(page->out, "\">");
    for (guint i = 0; i < MIN(members->len, MAX_TOLD); i++)
        add_facts(page, g_array_index(members, guint, i));
    if (members->len > MAX_TOLD) {
        g_string_append(page->out, "<p>");
        add_part(page, INCMAP_SAY_PAGE_MORE_TABLE, 0, members->len - MAX_TOLD);
        g_string_append(page->out, "</p>");
    }
    g_string_append(page->out, "</div></div>\n");
}

/* The largest first, so that it lies below those on it. */
static int
compare_spots(gconstpointer a, gconstpointer b, gpointer data)
{
    const GArray *marks = data;
    IncmapBox left = g_array_index(marks, IncmapMark, *(const guint *)a).box;
    IncmapBox right = g_array_index(marks, IncmapMark, *(const guint *)b).box;
    double difference = incmap_box_width(right) * incmap_box_height(right) -
                        incmap_box_width(left) * incmap_box_height(left);
    if (difference != 0)
        return difference > 0 ? 1 : -1;
    return *(const guint *)a < *(const guint *)b ? -1 : 1;
}

static void
add_spots(Page *page)
{
    guint n = page->scene->page.marks->len;
    g_autofree GArray **members = g_new0(GArray *, n + 1);
    for (guint i = 0; i < page->scene->incidents->len; i++) {
        int mark = find_mark(page, i);
        if (mark < 0)
            continue;
        if (members[mark] == NULL)
            members[mark] = g_array_new(FALSE, FALSE, sizeof(guint));
        g_array_append_val(members[mark], i);
    }
    g_autofree guint *order = g_new(guint, n + 1);
    for (guint i = 0; i < n; i++)
        order[i] = i;
    g_qsort_with_data(order, (gint)n, sizeof *order, compare_spots, page->scene->page.marks);
    for (guint i = 0; i < n; i++) {
        if (members[order[i]] == NULL)
            continue;
        add_spot(page, order[i], members[order[i]]);
        g_array_unref(members[order[i]]);
    }
}

/* The SVG as part of a page: without its declaration, as wide as there is room. */
static void
add_svg(Page *page, const GByteArray *svg)
{
    const char *text = (const char *)svg->data;
    const char *start = g_strstr_len(text, svg->len, "<svg");
    const char *width = start != NULL ? g_strstr_len(start, -1, " width=\"") : NULL;
    const char *view = width != NULL ? g_strstr_len(width, -1, " viewBox=") : NULL;
    if (view == NULL)
        return;
    g_string_append_len(page->out, start, width - start);
    g_string_append_len(page->out, view, (gssize)svg->len - (view - text));
}

/* --- the table -------------------------------------------------------------------------------- */

static void
add_cell(Page *page, const char *text)
{
    g_string_append(page->out, "<td>");
    add_text(page, text);
    g_string_append(page->out, "</td>");
}

static void
add_row(Page *page, guint i)
{
    const IncmapIncident *incident = get_incident(page, i);
    const IncmapFix *fix = get_fix(page, i);
    char day[11];
    incmap_format_day(incident->date.from_julian, day);
    g_string_append_printf(page->out, "<tr id=\"i%u\">", i + 1);
    add_cell(page, day);
    add_cell(page, heading_of(page, i));
    add_cell(page, place_of(page, i));
    add_cell(page, fix->shown_country != NULL ? fix->shown_country : fix->country);
    if (has_killed(incident))
        g_string_append_printf(page->out, "<td class=\"n\">%.0f</td>", incident->value);
    else
        g_string_append(page->out, "<td class=\"n\"></td>");
    g_string_append(page->out, "<td>");
    add_part(page, INCMAP_SAY_PAGE_PRECISIONS, (guint)fix->precision, 0);
    g_string_append(page->out, "</td><td>");
    add_text(page, incident->notes);
    if (incident->source != NULL) {
        g_string_append(page->out, " <small>");
        add_text(page, incident->source);
        g_string_append(page->out, "</small>");
    }
    g_string_append(page->out, "</td></tr>\n");
}

static void
add_column(Page *page, guint index)
{
    g_string_append(page->out, "<th scope=\"col\">");
    add_part(page, INCMAP_SAY_PAGE_COLUMNS, index, 0);
    g_string_append(page->out, "</th>");
}

static void
add_table(Page *page)
{
    g_string_append(page->out, "<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
                               "aria-labelledby=\"incidents\">\n<table>"
                               "<caption id=\"incidents\">");
    add_text(page, get_word(page, INCMAP_SAY_SHEET_INCIDENTS));
    g_string_append(page->out, "</caption><thead><tr>");
    for (guint i = 0; i < 4; i++)
        add_column(page, i);
    g_string_append(page->out, "<th scope=\"col\" class=\"n\">");
    add_text(page, get_word(page, INCMAP_SAY_KILLED));
    g_string_append(page->out, "</th><th scope=\"col\">");
    add_text(page, get_word(page, INCMAP_SAY_SHEET_PRECISION));
    g_string_append(page->out, "</th>");
    add_column(page, 4);
    g_string_append(page->out, "</tr></thead><tbody>\n");
    for (guint i = 0; i < page->scene->incidents->len && i < page->scene->fixes->len; i++)
        add_row(page, i);
    g_string_append(page->out, "</tbody></table></div>\n");
}

static void
add_head(Page *page, const IncmapDrawOptions *options)
{
    const IncmapPage *drawn = &page->scene->page;
    const char *title = drawn->title != NULL && drawn->title[0] != '\0'
                            ? drawn->title
                            : get_word(page, INCMAP_SAY_PAGE_MAP);
    gboolean is_rtl =
        options->language != NULL &&
        (strcmp(options->language, "ar") == 0 || strcmp(options->language, "fa") == 0 ||
         strcmp(options->language, "he") == 0 || strcmp(options->language, "ur") == 0);
    g_string_append_printf(
        page->out,
        "<!DOCTYPE html>\n<html lang=\"%s\"%s><head><meta charset=\"utf-8\">"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
        "style-src 'unsafe-inline'; script-src 'unsafe-inline'\">"
        "<meta name=\"generator\" content=\"incmap\">",
        options->language != NULL ? options->language : "en", is_rtl ? " dir=\"rtl\"" : "");
    add_element(page, "title", title);
    g_string_append(page->out, "<style>" INCMAP_HTML_STYLE "</style></head>\n<body><main>"
                               "<h1 class=\"vh\">");
    add_text(page, title);
    g_string_append(page->out, "</h1>\n");
}

void
incmap_html_wrap(const IncmapScene *scene, const IncmapDrawOptions *options, const GByteArray *svg,
                 GByteArray *out_bytes)
{
    Page page = {scene, g_string_sized_new(svg->len + (1 << 14))};
    add_head(&page, options);
    g_string_append(page.out, "<figure><div class=\"scroll\" tabindex=\"0\" role=\"region\" "
                              "aria-label=\"");
    add_text(&page, get_word(&page, INCMAP_SAY_PAGE_MAP));
    g_string_append(page.out, "\"><div class=\"stage\" dir=\"ltr\">\n");
    add_svg(&page, svg);
    add_spots(&page);
    g_string_append(page.out, "</div></div>");
    add_element(&page, "figcaption", scene->page.description);
    g_string_append(page.out, "</figure>\n");
    add_table(&page);
    g_string_append(page.out, "<footer>");
    add_element(&page, "p", scene->page.credits);
    g_string_append(page.out,
                    "</footer></main>\n<script>" INCMAP_HTML_SCRIPT "</script></body></html>\n");
    g_byte_array_append(out_bytes, (const guint8 *)page.out->str, (guint)page.out->len);
    g_string_free(page.out, TRUE);
}
