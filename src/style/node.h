/* SPDX-License-Identifier: MIT */
/*
 * The tree an expression is compiled to, and the table rows that say how each operator is
 * checked and evaluated. Only the files of the expression language include this.
 */
#ifndef INCMAP_STYLE_NODE_H
#define INCMAP_STYLE_NODE_H

#include "style/document.h"
#include "style/eval.h"
#include "style/type.h"

/* stops an expression whose `let` doubles its work again and again */
#define INCMAP_EVAL_MAX_STEPS 200000u

typedef struct IncmapNode IncmapNode;
typedef gboolean (*IncmapNodeFunc)(const IncmapNode *node, IncmapEval *eval,
                                   IncmapValue *out_value);

/* what the value of a node can change with; none: it is folded to a constant */
typedef enum IncmapDepends {
    INCMAP_DEPENDS_FEATURE = 1 << 0,
    INCMAP_DEPENDS_ZOOM = 1 << 1,
    INCMAP_DEPENDS_OTHER = 1 << 2,
} IncmapDepends;

struct IncmapNode {
    IncmapNodeFunc func;
    const IncmapType *type;
    const IncmapValue *source; /* where it stands in the file */
    const char *name;          /* of the operator */
    guint depends;             /* of IncmapDepends, its own and its arguments' */
    gboolean is_literal;
    guint n_args;
    IncmapNode **args;
    IncmapValue value; /* of a literal */
    const void *data;  /* the operator's own */
};

typedef struct IncmapScope IncmapScope;
struct IncmapScope {
    const char *name;
    IncmapNode *bound;
    const IncmapScope *outer;
};

typedef struct IncmapParser IncmapParser;
struct IncmapParser {
    IncmapStyleDocument *document;
    IncmapArena *arena; /* the document's */
    IncmapEval fold;    /* evaluates constants into that arena */
    const IncmapScope *scope;
    guint depth;
    GError **error;
};

/* what to do with a value whose type is only known later */
typedef enum IncmapAnnotation {
    INCMAP_ANNOTATE_AS_TYPE, /* assert, but coerce to colours and formatted text */
    INCMAP_ANNOTATE_COERCE,
    INCMAP_ANNOTATE_OMIT,
} IncmapAnnotation;

typedef IncmapNode *(*IncmapParseFunc)(IncmapParser *parser, const IncmapValue *value,
                                       const IncmapType *expected);

/*
 * One way to write an operator. Either @parse does all, or @params lists the types of the
 * arguments: n number, s string, b boolean, c colour, o object, v any value; * repeats the last.
 */
typedef struct IncmapOperator IncmapOperator;
struct IncmapOperator {
    const char *name;
    IncmapParseFunc parse;
    const char *params;
    IncmapTypeKind result;
    IncmapNodeFunc func;
    guint depends;
};

/* the tables; each ends with a row without a name */
extern const IncmapOperator incmap_operators_coerce[];
extern const IncmapOperator incmap_operators_color[];
extern const IncmapOperator incmap_operators_compare[];
extern const IncmapOperator incmap_operators_curve[];
extern const IncmapOperator incmap_operators_decide[];
extern const IncmapOperator incmap_operators_feature[];
extern const IncmapOperator incmap_operators_format[];
extern const IncmapOperator incmap_operators_list[];
extern const IncmapOperator incmap_operators_match[];
extern const IncmapOperator incmap_operators_math[];
extern const IncmapOperator incmap_operators_number_format[];
extern const IncmapOperator incmap_operators_scope[];
extern const IncmapOperator incmap_operators_text[];
extern const IncmapOperator incmap_operators_type[];

/* Parses @value where @expected (nullable) is wanted; NULL after failing. */
IncmapNode *incmap_parser_parse(IncmapParser *parser, const IncmapValue *value,
                                const IncmapType *expected);
IncmapNode *incmap_parser_parse_annotated(IncmapParser *parser, const IncmapValue *value,
                                          const IncmapType *expected, IncmapAnnotation annotation);

/* Parses a filter in either form. */
IncmapNode *incmap_parser_parse_filter(IncmapParser *parser, const IncmapValue *value);

/* Whether @name is an operator. */
gboolean incmap_parser_knows(const char *name);

/* Sets the parser's error at @at. Always NULL. */
void *incmap_parser_fail(IncmapParser *parser, const IncmapValue *at, const char *format, ...)
    G_GNUC_PRINTF(3, 4);

/* Fails for an argument of the wrong type. Always NULL. */
void *incmap_parser_fail_type(IncmapParser *parser, const IncmapValue *at,
                              const IncmapType *expected, const IncmapType *actual);

/* A node with room for @n_args; @source is its array in the file. */
IncmapNode *incmap_node_new(IncmapParser *parser, const IncmapValue *source, IncmapNodeFunc func,
                            const IncmapType *type, guint n_args);
IncmapNode *incmap_node_new_literal(IncmapParser *parser, const IncmapValue *source,
                                    IncmapValue value, const IncmapType *type);

/* Sets argument @i and takes over what it depends on. */
void incmap_node_set_arg(IncmapNode *node, guint i, IncmapNode *arg);

/* A check that @arg is a @type, and its conversion to one. */
IncmapNode *incmap_node_new_assertion(IncmapParser *parser, IncmapNode *arg,
                                      const IncmapType *type);
IncmapNode *incmap_node_new_coercion(IncmapParser *parser, IncmapNode *arg, const IncmapType *type);

/* The wanted result type, or NULL when anything goes. */
const IncmapType *incmap_type_wanted(const IncmapType *expected);

/* Evaluates one argument. */
gboolean incmap_node_evaluate(const IncmapNode *node, IncmapEval *eval, IncmapValue *out_value);
gboolean incmap_node_evaluate_number(const IncmapNode *node, IncmapEval *eval, double *out_number);
gboolean incmap_node_evaluate_string(const IncmapNode *node, IncmapEval *eval,
                                     const char **out_text);
gboolean incmap_node_evaluate_bool(const IncmapNode *node, IncmapEval *eval, gboolean *out_is_true);

/* Conversions shared by operators and properties; they fail like evaluations. */
gboolean incmap_coerce_color(IncmapEval *eval, const IncmapValue *value, IncmapValue *out_value);
gboolean incmap_coerce_value(IncmapEval *eval, const IncmapValue *value, const IncmapType *type,
                             IncmapValue *out_value);

#endif
