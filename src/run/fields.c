/* SPDX-License-Identifier: MIT */
#include "run/fields.h"

#include "base/error.h"
#include "base/text.h"

#include <string.h>

#define MAX_PART_BYTES 150 /* of a value in a file name; the file system allows 255 for all */

static const char *const names[INCMAP_N_FIELDS + 1] = {
    [INCMAP_FIELD_ADMIN1] = "admin1",
    [INCMAP_FIELD_ADMIN1_CODE] = "admin1_code",
    [INCMAP_FIELD_COUNTRY] = "country",
    [INCMAP_FIELD_COUNTRY_CODE] = "country_code",
    [INCMAP_FIELD_DATE] = "date",
    [INCMAP_FIELD_ID] = "id",
    [INCMAP_FIELD_N] = "n",
    [INCMAP_FIELD_N_INCIDENTS] = "n_incidents",
    [INCMAP_FIELD_N_KILLED] = "n_killed",
    [INCMAP_FIELD_N_NEW] = "n_new",
    [INCMAP_FIELD_NAME] = "name",
    [INCMAP_FIELD_PERIOD] = "period",
    [INCMAP_FIELD_PLACE] = "place",
    [INCMAP_FIELD_SINCE] = "since",
    [INCMAP_FIELD_TYPE] = "type",
    [INCMAP_FIELD_UNTIL] = "until",
    [INCMAP_FIELD_VALUE] = "value",
    [INCMAP_FIELD_WEEK] = "week",
};

void
incmap_fields_clear(IncmapFields *fields)
{
    for (int i = 0; i < INCMAP_N_FIELDS; i++)
        g_clear_pointer(&fields->values[i], g_free);
}

static int
find_field(const char *name)
{
    for (int i = 0; i < INCMAP_N_FIELDS; i++) {
        if (strcmp(names[i], name) == 0)
            return i;
    }
    return -1;
}

/* The next piece of a template: a run of plain bytes, or a field. */
typedef struct Piece Piece;
struct Piece {
    const char *text;
    gsize length;
    char *name;       /* of a field; owned; NULL: plain */
    gboolean is_open; /* a brace that nothing closes */
};

/* FALSE at the end. */
static gboolean
next_piece(const char **at, Piece *out_piece)
{
    const char *p = *at;
    *out_piece = (Piece){.text = p};
    if (*p == '\0')
        return FALSE;
    if ((p[0] == '{' && p[1] == '{') || (p[0] == '}' && p[1] == '}')) {
        out_piece->length = 1;
        *at = p + 2;
        return TRUE;
    }
    if (*p == '{') {
        const char *end = strchr(p, '}');
        out_piece->is_open = end == NULL;
        out_piece->name = end != NULL ? g_strndup(p + 1, (gsize)(end - p) - 1) : g_strdup("");
        *at = end != NULL ? end + 1 : p + strlen(p);
        return TRUE;
    }
    out_piece->length = 1 + strcspn(p + 1, "{}");
    *at = p + out_piece->length;
    return TRUE;
}

gboolean
incmap_fields_check(const char *text, GError **error)
{
    Piece piece;
    for (const char *at = text; next_piece(&at, &piece);) {
        g_autofree char *name = piece.name;
        if (piece.is_open)
            return incmap_fail(error, INCMAP_ERROR_JOB,
                               "\"%s\" has a brace that is not closed; {{ stands for a brace",
                               text);
        if (name == NULL || find_field(name) >= 0)
            continue;
        const char *nearest = incmap_text_nearest(name, names);
        g_autofree char *all = g_strjoinv(", ", (char **)names);
        if (nearest != NULL)
            return incmap_fail(error, INCMAP_ERROR_JOB, "unknown field {%s}; did you mean {%s}?",
                               name, nearest);
        return incmap_fail(error, INCMAP_ERROR_JOB, "unknown field {%s}; there are %s", name, all);
    }
    return TRUE;
}

gboolean
incmap_fields_has(const char *text, IncmapField field)
{
    Piece piece;
    gboolean has_field = FALSE;
    for (const char *at = text; next_piece(&at, &piece);) {
        has_field |= g_strcmp0(piece.name, names[field]) == 0;
        g_free(piece.name);
    }
    return has_field;
}

/* A value as part of a file name: no separators, no leading dot, not too long. */
static void
append_part(GString *out, const char *value)
{
    gsize start = out->len;
    for (const char *p = value; *p != '\0'; p = g_utf8_next_char(p)) {
        const char *next = g_utf8_next_char(p);
        if (out->len - start + (gsize)(next - p) > MAX_PART_BYTES)
            break;
        gunichar c = g_utf8_get_char(p);
        gboolean is_bad = g_unichar_iscntrl(c) ||
                          (c < 128 && strchr("/\\:*?\"<>|", (int)c) != NULL) ||
                          (c == '.' && out->len == start);
        if (is_bad)
            g_string_append_c(out, '-');
        else
            g_string_append_len(out, p, next - p);
    }
}

char *
incmap_fields_expand(const IncmapFields *fields, const char *text, gboolean is_path)
{
    GString *out = g_string_new(NULL);
    Piece piece;
    for (const char *at = text; next_piece(&at, &piece);) {
        g_autofree char *name = piece.name;
        int field = name != NULL ? find_field(name) : -1;
        const char *value = field >= 0 ? fields->values[field] : NULL;
        if (name == NULL)
            g_string_append_len(out, piece.text, (gssize)piece.length);
        else if (is_path)
            append_part(out, value != NULL && value[0] != '\0' ? value : "none");
        else
            g_string_append(out, value != NULL ? value : "");
    }
    return g_string_free(out, FALSE);
}
