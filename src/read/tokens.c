/* SPDX-License-Identifier: MIT */
#include "read/tokens.h"

#include "base/text.h"
#include "read/dates.h"
#include "read/front-matter.h"
#include "read/shapes.h"
#include "read/when.h"

#include <string.h>

enum { MAX_WORD_BYTES = 120 };

/* What is known of a spelling; made once for each. */
typedef struct Spelling Spelling;
struct Spelling {
    const char *folded;
    guint64 classes;
    guint8 shape;
};

typedef struct Scanner Scanner;
struct Scanner {
    IncmapTokens *tokens;
    GString *folded;
    const char *text, *end, *at;
    guint32 line, paragraph;
    IncmapGlue glue;
    gboolean is_line_start, is_heading;
    gboolean is_wrapped;    /* lines are broken at a width; otherwise each is a paragraph */
    gboolean ends_sentence; /* a full stop was seen; the next word decides */
    gboolean ends_paragraph;
};

static gunichar
peek(const Scanner *scanner, const char *at)
{
    return at < scanner->end ? g_utf8_get_char(at) : 0;
}

static gboolean
is_word_char(gunichar c)
{
    return c < 0x80 ? g_ascii_isalnum((char)c) : g_unichar_isalnum(c) || g_unichar_ismark(c);
}

static gboolean
is_apostrophe(gunichar c)
{
    return c == '\'' || c == 0x2019 || c == 0x02bc;
}

static const Spelling *
spell(Scanner *scanner, const char *text, gsize length)
{
    char word[MAX_WORD_BYTES + 1];
    memcpy(word, text, length);
    word[length] = 0;
    Spelling *spelling = g_hash_table_lookup(scanner->tokens->words, word);
    if (spelling != NULL)
        return spelling;
    spelling = g_new0(Spelling, 1);
    incmap_text_fold_into(text, (gssize)length, scanner->folded);
    spelling->folded = g_string_chunk_insert(scanner->tokens->strings, scanner->folded->str);
    spelling->classes = incmap_lexicon_classes(scanner->tokens->lexicon, spelling->folded);
    /* "ago" and "out" are abbreviated months elsewhere */
    gboolean is_other = strlen(spelling->folded) == 3 && strcmp(spelling->folded, "may") != 0 &&
                        (spelling->classes & (INCMAP_WORD(FUNCTION) | INCMAP_WORD(HISTORY))) != 0;
    if (!is_other && incmap_month_find(spelling->folded) != 0)
        spelling->classes |= INCMAP_WORD(MONTH);
    if (incmap_lexicon_begins_event(scanner->tokens->lexicon, spelling->folded))
        spelling->classes |= INCMAP_WORD(EVENT);
    if (incmap_when_begins(spelling->folded))
        spelling->classes |= INCMAP_WORD(WHEN);
    spelling->shape = incmap_word_shape(text, length);
    g_hash_table_insert(scanner->tokens->words,
                        g_string_chunk_insert(scanner->tokens->strings, word), spelling);
    return spelling;
}

static void
begin_sentence(Scanner *scanner)
{
    IncmapTokens *tokens = scanner->tokens;
    guint32 at = tokens->tokens->len;
    if (tokens->sentences->len > 0)
        g_array_index(tokens->sentences, IncmapSentence, tokens->sentences->len - 1).end = at;
    scanner->paragraph += scanner->ends_paragraph;
    IncmapSentence sentence = {at, at, scanner->paragraph, scanner->line, scanner->is_heading};
    g_array_append_val(tokens->sentences, sentence);
    scanner->ends_sentence = scanner->ends_paragraph = FALSE;
}

static IncmapToken *
add_token(Scanner *scanner, gsize length)
{
    IncmapTokens *tokens = scanner->tokens;
    if (tokens->sentences->len == 0)
        begin_sentence(scanner);
    IncmapToken token = {.start = (guint32)(scanner->at - scanner->text), .folded = ""};
    token.end = token.start + (guint32)length;
    token.sentence = tokens->sentences->len - 1;
    token.glue = (guint8)scanner->glue;
    scanner->glue = INCMAP_GLUE_NONE;
    scanner->is_line_start = FALSE;
    g_array_append_val(tokens->tokens, token);
    return &g_array_index(tokens->tokens, IncmapToken, tokens->tokens->len - 1);
}

/* Whether the stop behind this word belongs to it: "Col.", "J. Smith". */
static gboolean
is_abbreviation(const IncmapToken *token)
{
    if (token->mark != 0 || token->shape == INCMAP_SHAPE_NUMBER)
        return FALSE;
    gboolean is_initial = token->end - token->start == 1 && token->shape == INCMAP_SHAPE_CAPITAL;
    return is_initial || incmap_token_is(token, INCMAP_WORD(ABBREV));
}

static void
scan_mark(Scanner *scanner, gunichar c, gsize length)
{
    static const char *const folded[128] = {[','] = ",", ['.'] = ".", ['-'] = "-"};
    guint8 mark = incmap_mark_of(c);
    const IncmapToken *before =
        incmap_tokens_get(scanner->tokens, (gint64)scanner->tokens->tokens->len - 1);
    guint32 here = (guint32)(scanner->at - scanner->text);
    gboolean is_stop = mark == '.' || mark == '!' || mark == '?';
    gboolean is_part = mark == '.' && before->end == here && is_abbreviation(before);
    IncmapToken *token = add_token(scanner, length);
    token->shape = INCMAP_SHAPE_MARK;
    token->mark = is_part ? '~' : mark;
    if (folded[mark] != NULL && !is_part)
        token->folded = folded[mark];
    if (is_stop && !is_part)
        scanner->ends_sentence = TRUE;
    scanner->at += length;
}

/* "l'", "d'", "qu'": a small word in front of the real one. */
static gboolean
is_elision(const char *word, gsize length)
{
    if (length == 1)
        return strchr("ldnsjcmtLD", word[0]) != NULL;
    return length == 2 && g_ascii_tolower(word[0]) == 'q' && word[1] == 'u';
}

/* The end of the word at scanner->at. A final 's is left out and told. */
static const char *
word_end(const Scanner *scanner, gboolean *out_is_possessive, gboolean *out_is_elided)
{
    const char *at = scanner->at;
    for (;;) {
        gunichar c = peek(scanner, at);
        if (is_word_char(c)) {
            at = g_utf8_next_char(at);
            continue;
        }
        const char *next = c == 0 ? at : g_utf8_next_char(at);
        gunichar d = next < scanner->end ? g_utf8_get_char(next) : 0;
        if (is_apostrophe(c) && is_word_char(d)) {
            const char *behind = g_utf8_next_char(next);
            *out_is_possessive = (d == 's' || d == 'S') && !is_word_char(peek(scanner, behind));
            *out_is_elided =
                !*out_is_possessive && is_elision(scanner->at, (gsize)(at - scanner->at));
            if (*out_is_possessive || *out_is_elided)
                return at;
            at = next;
            continue;
        }
        gboolean is_decimal = (c == '.' || c == ',') && at > scanner->at &&
                              g_ascii_isdigit(at[-1]) && d < 0x80 && g_ascii_isdigit((char)d) &&
                              g_ascii_isdigit(*scanner->at);
        if (!is_decimal)
            return at;
        at = next;
    }
}

/* "U.S.", "D.R.C.": single letters, each with its stop. */
static const char *
initials_end(const Scanner *scanner)
{
    const char *at = scanner->at;
    guint n = 0;
    while (scanner->end - at >= 2 && g_ascii_isupper(*at) && at[1] == '.' && n < 5) {
        at += 2;
        n++;
    }
    gboolean goes_on = at < scanner->end && is_word_char(peek(scanner, at));
    return n >= 2 && !goes_on ? at : NULL;
}

static void
skip_joint(Scanner *scanner, const char *end, gboolean is_possessive, gboolean is_elided)
{
    scanner->at = end;
    gunichar c = peek(scanner, end);
    if (is_possessive) {
        scanner->at = g_utf8_next_char(g_utf8_next_char(end));
    } else if (is_elided) {
        scanner->at = g_utf8_next_char(end);
        scanner->glue = INCMAP_GLUE_APOSTROPHE;
    } else if (c == '-' || c == 0x2010 || c == 0x2011 || c == 0x2013) {
        const char *next = g_utf8_next_char(end);
        gunichar d = peek(scanner, next);
        gboolean is_range =
            end > scanner->text && g_ascii_isdigit(end[-1]) && d < 0x80 && g_ascii_isdigit((char)d);
        if (is_word_char(d) && (c != 0x2013 || is_range)) {
            scanner->at = next;
            scanner->glue = INCMAP_GLUE_HYPHEN;
        }
    }
}

static void
scan_word(Scanner *scanner)
{
    gboolean is_possessive = FALSE, is_elided = FALSE;
    const char *end = initials_end(scanner);
    if (end == NULL)
        end = word_end(scanner, &is_possessive, &is_elided);
    gsize length = (gsize)(end - scanner->at);
    const Spelling *spelling =
        length <= MAX_WORD_BYTES ? spell(scanner, scanner->at, length) : NULL;
    gboolean is_lower = spelling != NULL && spelling->shape == INCMAP_SHAPE_LOWER;
    if (scanner->ends_paragraph || (scanner->ends_sentence && !is_lower))
        begin_sentence(scanner);
    scanner->ends_sentence = FALSE;
    IncmapToken *token = add_token(scanner, length);
    token->shape = spelling != NULL ? spelling->shape : INCMAP_SHAPE_OTHER;
    token->folded = spelling != NULL ? spelling->folded : "";
    token->classes = spelling != NULL ? spelling->classes : 0;
    token->is_possessive = is_possessive;
    const IncmapSentence *sentence =
        &g_array_index(scanner->tokens->sentences, IncmapSentence, token->sentence);
    guint32 index = scanner->tokens->tokens->len - 1;
    token->is_first = TRUE;
    for (guint32 i = index; i > sentence->first && index - i < 4 && token->is_first; i--)
        token->is_first = incmap_tokens_get(scanner->tokens, i - 1)->shape == INCMAP_SHAPE_MARK;
    if (index - sentence->first >= 4)
        token->is_first = FALSE;
    skip_joint(scanner, end, is_possessive, is_elided);
}

static gboolean
scan_address(Scanner *scanner)
{
    static const char *const beginnings[] = {"http://", "https://", "www.", "pic.twitter", "@"};
    for (gsize i = 0; i < G_N_ELEMENTS(beginnings); i++) {
        gsize n = strlen(beginnings[i]);
        if ((gsize)(scanner->end - scanner->at) <= n || memcmp(scanner->at, beginnings[i], n) != 0)
            continue;
        const char *end = scanner->at + n;
        while (end < scanner->end && !g_ascii_isspace(*end) && *end != ')' && *end != '>')
            end++;
        IncmapToken *token = add_token(scanner, (gsize)(end - scanner->at));
        token->shape = INCMAP_SHAPE_OTHER;
        scanner->at = end;
        return TRUE;
    }
    return FALSE;
}

/* A line ends a sentence when a blank line follows, when it is a heading, or behind a stop. */
static void
scan_line_end(Scanner *scanner)
{
    scanner->line++;
    scanner->at++;
    const char *at = scanner->at;
    while (at < scanner->end && (*at == ' ' || *at == '\t' || *at == '\r'))
        at++;
    gboolean is_blank = at >= scanner->end || *at == '\n';
    gboolean is_item = at < scanner->end && strchr("#*>-", *at) != NULL && *at != 0;
    if (is_blank || is_item || scanner->is_heading || scanner->ends_sentence ||
        !scanner->is_wrapped)
        scanner->ends_paragraph = TRUE;
    scanner->is_heading = FALSE;
    scanner->is_line_start = TRUE;
    scanner->glue = INCMAP_GLUE_SPACE;
}

/* Marks of Markdown that are no text. */
static gboolean
skip_markup(Scanner *scanner, gunichar c)
{
    if (c == '#' && scanner->is_line_start) {
        scanner->is_heading = TRUE;
        scanner->ends_paragraph = TRUE;
    } else if (!(c == '*' || c == '_' || c == '`' || (c == '>' && scanner->is_line_start))) {
        return FALSE;
    }
    scanner->at++;
    return TRUE;
}

static void
scan(Scanner *scanner)
{
    while (scanner->at < scanner->end) {
        gunichar c = g_utf8_get_char(scanner->at);
        gsize length = (gsize)(g_utf8_next_char(scanner->at) - scanner->at);
        if (c == '\n') {
            scan_line_end(scanner);
        } else if (c == 0xfeff || g_unichar_isspace(c) || g_unichar_type(c) == G_UNICODE_FORMAT) {
            scanner->glue = INCMAP_GLUE_SPACE;
            scanner->at += length;
        } else if (!skip_markup(scanner, c) && !scan_address(scanner)) {
            if (is_word_char(c))
                scan_word(scanner);
            else
                scan_mark(scanner, c, length);
        }
    }
}

void
incmap_tokens_init(IncmapTokens *tokens, const char *text, gsize length,
                   const IncmapLexicon *lexicon)
{
    memset(tokens, 0, sizeof *tokens);
    tokens->text = text;
    tokens->length = length;
    tokens->lexicon = lexicon;
    tokens->language = incmap_lexicon_language(lexicon);
    tokens->is_english =
        strcmp(tokens->language, "en") == 0 || strcmp(tokens->language, "und") == 0;
    tokens->tokens = g_array_sized_new(FALSE, FALSE, sizeof(IncmapToken), (guint)(length / 6 + 16));
    tokens->sentences = g_array_new(FALSE, FALSE, sizeof(IncmapSentence));
    tokens->words = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
    tokens->strings = g_string_chunk_new(4096);
    Scanner scanner = {.tokens = tokens,
                       .text = text,
                       .end = text + length,
                       .at = text + incmap_front_matter_length(text, length),
                       .line = 1,
                       .is_line_start = TRUE};
    scanner.is_wrapped = incmap_text_is_wrapped(text, length);
    scanner.folded = g_string_sized_new(MAX_WORD_BYTES * 2);
    scan(&scanner);
    g_string_free(scanner.folded, TRUE);
    if (tokens->sentences->len > 0)
        g_array_index(tokens->sentences, IncmapSentence, tokens->sentences->len - 1).end =
            tokens->tokens->len;
}

void
incmap_tokens_clear(IncmapTokens *tokens)
{
    g_clear_pointer(&tokens->tokens, g_array_unref);
    g_clear_pointer(&tokens->sentences, g_array_unref);
    g_clear_pointer(&tokens->words, g_hash_table_unref);
    g_clear_pointer(&tokens->strings, g_string_chunk_free);
}

gboolean
incmap_tokens_has_lower(const IncmapTokens *tokens, const char *folded)
{
    const Spelling *spelling = g_hash_table_lookup(tokens->words, folded);
    return spelling != NULL && spelling->shape == INCMAP_SHAPE_LOWER;
}
