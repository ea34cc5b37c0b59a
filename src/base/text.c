/* SPDX-License-Identifier: MIT */
/*
 * Folding and comparing names. ASCII takes a short way through a table of 128
 * entries; everything else is decomposed letter by letter with GLib's Unicode
 * data, so the result depends neither on the locale nor on ICU.
 */
#include "base/text.h"

#include <string.h>

/* Letters that have no decomposition but a plain spelling on every other keyboard, and letters
 * that differ only by the habit of a language. Sorted by code point. */
static const struct {
    gunichar letter;
    const char *plain;
} plain_letters[] = {
    {0x00C6, "ae"},       /* Æ */
    {0x00D0, "d"},        /* Ð */
    {0x00D8, "o"},        /* Ø */
    {0x00DE, "th"},       /* Þ */
    {0x00DF, "ss"},       /* ß */
    {0x00E6, "ae"},       /* æ */
    {0x00F0, "d"},        /* ð */
    {0x00F8, "o"},        /* ø */
    {0x00FE, "th"},       /* þ */
    {0x0110, "d"},        /* Đ */
    {0x0111, "d"},        /* đ */
    {0x0126, "h"},        /* Ħ */
    {0x0127, "h"},        /* ħ */
    {0x0131, "i"},        /* ı */
    {0x0138, "k"},        /* ĸ */
    {0x0141, "l"},        /* Ł */
    {0x0142, "l"},        /* ł */
    {0x014A, "n"},        /* Ŋ */
    {0x014B, "n"},        /* ŋ */
    {0x0152, "oe"},       /* Œ */
    {0x0153, "oe"},       /* œ */
    {0x0166, "t"},        /* Ŧ */
    {0x0167, "t"},        /* ŧ */
    {0x0181, "b"},        /* Ɓ */
    {0x0186, "o"},        /* Ɔ */
    {0x018A, "d"},        /* Ɗ */
    {0x018E, "e"},        /* Ǝ */
    {0x018F, "e"},        /* Ə */
    {0x0190, "e"},        /* Ɛ */
    {0x0198, "k"},        /* Ƙ */
    {0x0199, "k"},        /* ƙ */
    {0x01B3, "y"},        /* Ƴ */
    {0x01B4, "y"},        /* ƴ */
    {0x01DD, "e"},        /* ǝ */
    {0x0253, "b"},        /* ɓ */
    {0x0254, "o"},        /* ɔ */
    {0x0257, "d"},        /* ɗ */
    {0x0259, "e"},        /* ə */
    {0x025B, "e"},        /* ɛ */
    {0x0268, "i"},        /* ɨ */
    {0x03C2, "\xCF\x83"}, /* final sigma: σ */
    {0x0629, "\xD9\x87"}, /* teh marbuta, often written as heh */
    {0x0640, ""},         /* tatweel only stretches a word */
    {0x0649, "\xD9\x8A"}, /* alef maksura, often written as yeh */
    {0x06A9, "\xD9\x83"}, /* Persian keheh: kaf */
    {0x06CC, "\xD9\x8A"}, /* Persian yeh */
    {0x1E9E, "ss"},       /* ẞ */
};

/* What an ASCII byte becomes: itself, its lower case, ' ' for a separator, 0 for nothing. */
static char
fold_ascii(guchar byte)
{
    if (g_ascii_isalnum(byte))
        return g_ascii_tolower((char)byte);
    return byte == '\'' || byte == '`' ? 0 : ' ';
}

static gboolean
is_apostrophe(gunichar letter)
{
    return (letter >= 0x02B9 && letter <= 0x02BF) || letter == 0x02C8 || letter == 0x02CA ||
           letter == 0x02CB || letter == 0x02EE || letter == 0x00B4 || letter == 0x2018 ||
           letter == 0x2019 || letter == 0x201B || letter == 0x2032 || letter == 0x2035 ||
           letter == 0xA78B || letter == 0xA78C || letter == 0xFF07;
}

/* Marks of the scripts where they are optional decoration. In the Indic and East Asian scripts
 * they are vowels and voicing, and stay. */
static gboolean
is_dropped_mark(gunichar letter)
{
    if (!g_unichar_ismark(letter))
        return FALSE;
    return letter < 0x0900 || (letter >= 0x1AB0 && letter <= 0x1AFF) ||
           (letter >= 0x1DC0 && letter <= 0x1DFF) || (letter >= 0x20D0 && letter <= 0x20FF) ||
           (letter >= 0xFE20 && letter <= 0xFE2F);
}

static const char *
find_plain_letter(gunichar letter)
{
    gsize low = 0, high = G_N_ELEMENTS(plain_letters);
    while (low < high) {
        gsize middle = (low + high) / 2;
        if (plain_letters[middle].letter == letter)
            return plain_letters[middle].plain;
        if (plain_letters[middle].letter < letter)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

static void
append_space(GString *folded)
{
    if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
        g_string_append_c(folded, ' ');
}

static void
append_simple(gunichar letter, GString *folded)
{
    const char *plain = find_plain_letter(letter);
    if (plain != NULL) {
        g_string_append(folded, plain);
    } else if (letter < 0x80) {
        char byte = fold_ascii((guchar)letter);
        if (byte == ' ')
            append_space(folded);
        else if (byte != 0)
            g_string_append_c(folded, byte);
    } else if (g_unichar_isalnum(letter) ||
               (g_unichar_ismark(letter) && !is_dropped_mark(letter))) {
        g_string_append_unichar(folded, g_unichar_tolower(letter));
    } else if (!is_dropped_mark(letter) && g_unichar_type(letter) != G_UNICODE_FORMAT) {
        append_space(folded);
    }
}

static void
append_letter(gunichar letter, GString *folded)
{
    if (is_apostrophe(letter))
        return;
    if (find_plain_letter(letter) != NULL) {
        append_simple(letter, folded);
        return;
    }
    gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
    gsize n_parts =
        g_unichar_fully_decompose(letter, TRUE, parts, G_UNICHAR_MAX_DECOMPOSITION_LENGTH);
    for (gsize i = 0; i < MIN(n_parts, G_N_ELEMENTS(parts)); i++)
        append_simple(parts[i], folded);
}

void
incmap_text_fold_into(const char *text, gssize length, GString *folded)
{
    g_return_if_fail(text != NULL && folded != NULL);
    g_string_truncate(folded, 0);
    const char *end = text + (length < 0 ? strlen(text) : (gsize)length);
    while (text < end) {
        guchar byte = (guchar)*text;
        if (byte < 0x80) {
            char plain = fold_ascii(byte);
            if (plain == ' ')
                append_space(folded);
            else if (plain != 0)
                g_string_append_c(folded, plain);
            text++;
            continue;
        }
        gunichar letter = g_utf8_get_char_validated(text, end - text);
        if (letter == (gunichar)-1 || letter == (gunichar)-2) {
            append_space(folded); /* a stray byte separates like punctuation */
            text++;
            continue;
        }
        append_letter(letter, folded);
        text = g_utf8_next_char(text);
    }
    if (folded->len > 0 && folded->str[folded->len - 1] == ' ')
        g_string_truncate(folded, folded->len - 1);
}

char *
incmap_text_fold(const char *text)
{
    g_return_val_if_fail(text != NULL, NULL);
    GString *folded = g_string_sized_new(strlen(text) + 1);
    incmap_text_fold_into(text, -1, folded);
    return g_string_free(folded, FALSE);
}

/* One row of the distance matrix, limited to the band |i - j| <= limit. @before is row i - 1,
 * @before2 row i - 2. Returns the smallest entry. */
static unsigned
fill_row(const gunichar *a, glong i, const gunichar *b, glong n_b, unsigned limit,
         const unsigned *before2, const unsigned *before, unsigned *row)
{
    glong first = MAX(1, i - (glong)limit), last = MIN(n_b, i + (glong)limit);
    unsigned smallest = row[first - 1] = first == 1 ? (unsigned)i : limit + 1;
    for (glong j = first; j <= last; j++) {
        unsigned cost = a[i - 1] == b[j - 1] ? 0 : 1;
        unsigned best = MIN(before[j - 1] + cost, row[j - 1] + 1);
        if (j < i + (glong)limit)
            best = MIN(best, before[j] + 1);
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            best = MIN(best, before2[j - 2] + 1);
        row[j] = best;
        smallest = MIN(smallest, best);
    }
    return smallest;
}

static unsigned
find_distance(const gunichar *a, glong n_a, const gunichar *b, glong n_b, unsigned limit)
{
    unsigned stack[3 * 64];
    g_autofree unsigned *heap = NULL;
    unsigned *rows = stack;
    if (n_b >= 64)
        rows = heap = g_new(unsigned, 3 * (gsize)(n_b + 1));
    gsize width = n_b >= 64 ? (gsize)n_b + 1 : 64;
    for (gsize j = 0; j < 3 * width; j++)
        rows[j] = limit + 1;
    for (glong j = 0; j <= MIN(n_b, (glong)limit); j++)
        rows[j] = (unsigned)j;
    for (glong i = 1; i <= n_a; i++) {
        unsigned *row = rows + (gsize)(i % 3) * width;
        unsigned *before = rows + (gsize)((i + 2) % 3) * width;
        unsigned *before2 = rows + (gsize)((i + 1) % 3) * width;
        if (fill_row(a, i, b, n_b, limit, before2, before, row) > limit)
            return limit + 1;
    }
    return MIN(rows[(gsize)(n_a % 3) * width + (gsize)n_b], limit + 1);
}

unsigned
incmap_text_distance(const char *a, const char *b, unsigned limit)
{
    g_return_val_if_fail(a != NULL && b != NULL, limit + 1);
    limit = MIN(limit, G_MAXUINT16);
    glong n_a = 0, n_b = 0;
    g_autofree gunichar *letters_a = g_utf8_to_ucs4_fast(a, -1, &n_a);
    g_autofree gunichar *letters_b = g_utf8_to_ucs4_fast(b, -1, &n_b);
    if (ABS(n_a - n_b) > (glong)limit)
        return limit + 1;
    return find_distance(letters_a, n_a, letters_b, n_b, limit);
}

const char *
incmap_text_nearest(const char *word, const char *const *words)
{
    g_return_val_if_fail(word != NULL && words != NULL, NULL);
    g_autofree char *folded = incmap_text_fold(word);
    /* One slip in three letters still looks like the same word. */
    unsigned limit = (unsigned)MAX(1, g_utf8_strlen(folded, -1) / 3);
    const char *nearest = NULL;
    for (; *words != NULL; words++) {
        g_autofree char *other = incmap_text_fold(*words);
        unsigned distance = incmap_text_distance(folded, other, limit);
        if (distance > limit)
            continue;
        nearest = *words;
        if (distance == 0)
            break;
        limit = distance - 1;
    }
    return nearest;
}

char *
incmap_text_hide_password(const char *text)
{
    if (!g_str_has_prefix(text, "PG:") && !g_str_has_prefix(text, "postgresql://"))
        return g_strdup(text);
    g_autoptr(GRegex) secret = g_regex_new(
        "(password\\s*=\\s*)('[^']*'|\\S+)|(://[^:/@]*:)[^@]*(?=@)", G_REGEX_CASELESS, 0, NULL);
    return g_regex_replace(secret, text, -1, 0, "\\1\\3***", 0, NULL);
}
