/* SPDX-License-Identifier: MIT */
#include "draw/svg-format.h"

#include "draw/canvas.h"

#include "draw/line.h"

#include <math.h>

void
incmap_svg_add_hundredths(GString *out, gint64 hundredths)
{
    char text[32];
    char *end = text + sizeof text, *p = end;
    guint64 rest = hundredths < 0 ? -(guint64)hundredths : (guint64)hundredths;
    guint fraction = (guint)(rest % 100);
    rest /= 100;
    if (fraction % 10 != 0)
        *--p = (char)('0' + fraction % 10);
    if (fraction != 0) {
        *--p = (char)('0' + fraction / 10);
        *--p = '.';
    }
    if (rest == 0 && fraction == 0)
        *--p = '0';
    for (; rest > 0; rest /= 10)
        *--p = (char)('0' + rest % 10);
    if (hundredths < 0)
        *--p = '-';
    g_string_append_len(out, p, end - p);
}

void
incmap_svg_add_number(GString *out, double value)
{
    incmap_svg_add_hundredths(out, isfinite(value) ? incmap_svg_quantise(value) : 0);
}

void
incmap_svg_add_number_attribute(GString *out, const char *name, double value)
{
    g_string_append_c(out, ' ');
    g_string_append(out, name);
    g_string_append(out, "=\"");
    incmap_svg_add_number(out, value);
    g_string_append_c(out, '"');
}

void
incmap_svg_add_escaped(GString *out, const char *text)
{
    g_autofree char *clean = incmap_line_clean_text(text);
    for (const char *p = clean; *p != '\0'; p++) {
        switch (*p) {
        case '&':
            g_string_append(out, "&amp;");
            break;
        case '<':
            g_string_append(out, "&lt;");
            break;
        case '>':
            g_string_append(out, "&gt;");
            break;
        case '"':
            g_string_append(out, "&quot;");
            break;
        default:
            g_string_append_c(out, *p);
        }
    }
}

void
incmap_svg_add_box(GString *out, IncmapBox box)
{
    incmap_svg_add_number_attribute(out, "x", box.x0_pt);
    incmap_svg_add_number_attribute(out, "y", box.y0_pt);
    incmap_svg_add_number_attribute(out, "width", incmap_box_width(box));
    incmap_svg_add_number_attribute(out, "height", incmap_box_height(box));
}

void
incmap_svg_add_attribute(GString *out, const char *name, const char *text)
{
    g_string_append_c(out, ' ');
    g_string_append(out, name);
    g_string_append(out, "=\"");
    incmap_svg_add_escaped(out, text);
    g_string_append_c(out, '"');
}

static guint
to_byte(double part)
{
    return (guint)lround(CLAMP(part, 0, 1) * 255);
}

static void
add_rgb(GString *out, IncmapColor color)
{
    g_string_append_printf(out, "#%02x%02x%02x\"", to_byte(color.r), to_byte(color.g),
                           to_byte(color.b));
}

void
incmap_svg_add_color(GString *out, const char *name, IncmapColor color)
{
    g_string_append_printf(out, " %s=\"", name);
    if (!(color.a > 0)) {
        g_string_append(out, "none\"");
        return;
    }
    add_rgb(out, color);
    if (color.a >= 0.995)
        return;
    g_string_append_printf(out, " %s-opacity=\"", name);
    incmap_svg_add_number(out, color.a);
    g_string_append_c(out, '"');
}

void
incmap_svg_add_stop_color(GString *out, IncmapColor color)
{
    g_string_append(out, " stop-color=\"");
    add_rgb(out, color);
    if (!(color.a >= 0.995))
        incmap_svg_add_number_attribute(out, "stop-opacity", color.a);
}

static void
add_command(IncmapSvgPath *path, char command)
{
    if (path->command != command)
        g_string_append_c(path->out, command);
    path->command = command;
}

/* A number after a command, or after another number. */
static void
add_step(IncmapSvgPath *path, gint64 step)
{
    char before = path->out->str[path->out->len - 1];
    if (step >= 0 && !g_ascii_isalpha(before))
        g_string_append_c(path->out, ' ');
    incmap_svg_add_hundredths(path->out, step);
}

void
incmap_svg_path_move(IncmapSvgPath *path, IncmapPoint to)
{
    gint64 x = incmap_svg_quantise(to.x_pt), y = incmap_svg_quantise(to.y_pt);
    if (path->has_pen)
        g_string_append_c(path->out, '\n');
    path->command = 0;
    add_command(path, path->has_pen ? 'm' : 'M');
    add_step(path, x - (path->has_pen ? path->x : 0));
    add_step(path, y - (path->has_pen ? path->y : 0));
    path->command = path->has_pen ? 'l' : 0; /* more numbers after "m" are lines */
    path->has_pen = TRUE;
    path->x = path->start_x = x;
    path->y = path->start_y = y;
}

void
incmap_svg_path_line(IncmapSvgPath *path, IncmapPoint to)
{
    if (!path->has_pen) {
        incmap_svg_path_move(path, to);
        return;
    }
    gint64 dx = incmap_svg_quantise(to.x_pt) - path->x;
    gint64 dy = incmap_svg_quantise(to.y_pt) - path->y;
    if (dx == 0 && dy == 0)
        return;
    add_command(path, dy == 0 ? 'h' : dx == 0 ? 'v' : 'l');
    if (dx != 0)
        add_step(path, dx);
    if (dy != 0)
        add_step(path, dy);
    path->x += dx;
    path->y += dy;
}

void
incmap_svg_path_curve(IncmapSvgPath *path, const IncmapPoint points[3])
{
    if (!path->has_pen)
        incmap_svg_path_move(path, points[0]);
    add_command(path, 'c');
    gint64 x = 0, y = 0;
    for (int i = 0; i < 3; i++) {
        x = incmap_svg_quantise(points[i].x_pt);
        y = incmap_svg_quantise(points[i].y_pt);
        add_step(path, x - path->x);
        add_step(path, y - path->y);
    }
    path->x = x;
    path->y = y;
}

void
incmap_svg_path_close(IncmapSvgPath *path)
{
    if (!path->has_pen)
        return;
    g_string_append_c(path->out, 'z');
    path->command = 'z';
    path->x = path->start_x;
    path->y = path->start_y;
}

void
incmap_svg_path_circle(IncmapSvgPath *path, IncmapPoint centre, double radius_pt)
{
    gint64 radius = incmap_svg_quantise(fabs(radius_pt));
    incmap_svg_path_move(path, (IncmapPoint){centre.x_pt - fabs(radius_pt), centre.y_pt});
    for (int half = 0; half < 2; half++) {
        path->command = 0;
        add_command(path, 'a');
        add_step(path, radius);
        add_step(path, radius);
        g_string_append(path->out, " 0 1 1");
        add_step(path, half == 0 ? 2 * radius : -2 * radius);
        add_step(path, 0);
    }
    incmap_svg_path_close(path);
}

static void
add_verb(IncmapSvgPath *data, guint8 verb, const IncmapPoint q[3])
{
    switch ((IncmapVerb)verb) {
    case INCMAP_VERB_MOVE:
        incmap_svg_path_move(data, q[0]);
        break;
    case INCMAP_VERB_LINE:
        incmap_svg_path_line(data, q[0]);
        break;
    case INCMAP_VERB_CURVE:
        incmap_svg_path_curve(data, q);
        break;
    case INCMAP_VERB_CLOSE:
        incmap_svg_path_close(data);
        break;
    case INCMAP_VERB_CIRCLE:
        incmap_svg_path_circle(data, q[0], q[1].x_pt);
        break;
    }
}

void
incmap_svg_path_add(IncmapSvgPath *data, const IncmapPath *path, IncmapPoint origin)
{
    for (IncmapCanvasVerbs verbs = {.path = path}; incmap_canvas_next_verb(&verbs);) {
        /* The second point of a circle is its radius. */
        guint n = verbs.verb == INCMAP_VERB_CIRCLE ? 1 : G_N_ELEMENTS(verbs.points);
        for (guint i = 0; i < n; i++) {
            verbs.points[i].x_pt -= origin.x_pt;
            verbs.points[i].y_pt -= origin.y_pt;
        }
        add_verb(data, verbs.verb, verbs.points);
    }
}
