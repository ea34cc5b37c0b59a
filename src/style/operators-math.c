/* SPDX-License-Identifier: MIT */
/*
 * Arithmetic. Angles are in radians. Division by zero and roots of negative numbers give what
 * IEEE 754 says; a property whose value is no number falls back to its default.
 */
#include "style/node.h"

#include <math.h>

typedef double (*Unary)(double x);
typedef double (*Binary)(double x, double y);

static gboolean
apply_unary(const IncmapNode *node, IncmapEval *eval, IncmapValue *out_value, Unary unary)
{
    double x = 0;
    if (!incmap_node_evaluate_number(node->args[0], eval, &x))
        return FALSE;
    *out_value = incmap_value_new_number(unary(x));
    return TRUE;
}

/* Folds all arguments from the left, beginning with @start where there is none. */
static gboolean
apply_binary(const IncmapNode *node, IncmapEval *eval, IncmapValue *out_value, Binary binary,
             double start)
{
    double result = start;
    for (guint i = 0; i < node->n_args; i++) {
        double x = 0;
        if (!incmap_node_evaluate_number(node->args[i], eval, &x))
            return FALSE;
        result = i == 0 ? x : binary(result, x);
    }
    *out_value = incmap_value_new_number(result);
    return TRUE;
}

static double
add(double x, double y)
{
    return x + y;
}

static double
subtract(double x, double y)
{
    return x - y;
}

static double
multiply(double x, double y)
{
    return x * y;
}

static double
divide(double x, double y)
{
    return x / y;
}

/* With NaN for NaN, unlike fmin() and fmax(). */
static double
smaller(double x, double y)
{
    return isnan(x) || x < y ? x : y;
}

static double
larger(double x, double y)
{
    return isnan(x) || x > y ? x : y;
}

static double
negate(double x)
{
    return -x;
}

#define UNARY(name, function)                                                                      \
    static gboolean name(const IncmapNode *node, IncmapEval *eval, IncmapValue *out_value)         \
    {                                                                                              \
        return apply_unary(node, eval, out_value, function);                                       \
    }

#define BINARY(name, function, start)                                                              \
    static gboolean name(const IncmapNode *node, IncmapEval *eval, IncmapValue *out_value)         \
    {                                                                                              \
        return apply_binary(node, eval, out_value, function, start);                               \
    }

#define CONSTANT(name, number)                                                                     \
    static gboolean name(const IncmapNode *node, IncmapEval *eval, IncmapValue *out_value)         \
    {                                                                                              \
        (void)node;                                                                                \
        (void)eval;                                                                                \
        *out_value = incmap_value_new_number(number);                                              \
        return TRUE;                                                                               \
    }

BINARY(evaluate_add, add, 0)
BINARY(evaluate_subtract, subtract, 0)
BINARY(evaluate_multiply, multiply, 1)
BINARY(evaluate_divide, divide, 0)
BINARY(evaluate_remainder, fmod, 0)
BINARY(evaluate_power, pow, 0)
BINARY(evaluate_min, smaller, INFINITY)
BINARY(evaluate_max, larger, -INFINITY)
UNARY(evaluate_negate, negate)
UNARY(evaluate_abs, fabs)
UNARY(evaluate_acos, acos)
UNARY(evaluate_asin, asin)
UNARY(evaluate_atan, atan)
UNARY(evaluate_ceil, ceil)
UNARY(evaluate_cos, cos)
UNARY(evaluate_floor, floor)
UNARY(evaluate_ln, log)
UNARY(evaluate_log10, log10)
UNARY(evaluate_log2, log2)
UNARY(evaluate_round, round)
UNARY(evaluate_sin, sin)
UNARY(evaluate_sqrt, sqrt)
UNARY(evaluate_tan, tan)
CONSTANT(evaluate_e, G_E)
CONSTANT(evaluate_ln2, G_LN2)
CONSTANT(evaluate_pi, G_PI)

const IncmapOperator incmap_operators_math[] = {
    {"%", NULL, "nn", INCMAP_TYPE_NUMBER, evaluate_remainder, 0},
    {"*", NULL, "n*", INCMAP_TYPE_NUMBER, evaluate_multiply, 0},
    {"+", NULL, "n*", INCMAP_TYPE_NUMBER, evaluate_add, 0},
    {"-", NULL, "nn", INCMAP_TYPE_NUMBER, evaluate_subtract, 0},
    {"-", NULL, "n", INCMAP_TYPE_NUMBER, evaluate_negate, 0},
    {"/", NULL, "nn", INCMAP_TYPE_NUMBER, evaluate_divide, 0},
    {"^", NULL, "nn", INCMAP_TYPE_NUMBER, evaluate_power, 0},
    {"abs", NULL, "n", INCMAP_TYPE_NUMBER, evaluate_abs, 0},
    {"acos", NULL, "n", INCMAP_TYPE_NUMBER, evaluate_acos, 0},
    {"asin", NULL, "n", INCMAP_TYPE_NUMBER, evaluate_asin, 0},
    {"atan", NULL, "n", INCMAP_TYPE_NUMBER, evaluate_atan, 0},
    {"ceil", NULL, "n", INCMAP_TYPE_NUMBER, evaluate_ceil, 0},
    {"cos", NULL, "n", INCMAP_TYPE_NUMBER, evaluate_cos, 0},
    {"e", NULL, "", INCMAP_TYPE_NUMBER, evaluate_e, 0},
    {"floor", NULL, "n", INCMAP_TYPE_NUMBER, evaluate_floor, 0},
    {"ln", NULL, "n", INCMAP_TYPE_NUMBER, evaluate_ln, 0},
    {"ln2", NULL, "", INCMAP_TYPE_NUMBER, evaluate_ln2, 0},
    {"log10", NULL, "n", INCMAP_TYPE_NUMBER, evaluate_log10, 0},
    {"log2", NULL, "n", INCMAP_TYPE_NUMBER, evaluate_log2, 0},
    {"max", NULL, "n*", INCMAP_TYPE_NUMBER, evaluate_max, 0},
    {"min", NULL, "n*", INCMAP_TYPE_NUMBER, evaluate_min, 0},
    {"pi", NULL, "", INCMAP_TYPE_NUMBER, evaluate_pi, 0},
    {"round", NULL, "n", INCMAP_TYPE_NUMBER, evaluate_round, 0},
    {"sin", NULL, "n", INCMAP_TYPE_NUMBER, evaluate_sin, 0},
    {"sqrt", NULL, "n", INCMAP_TYPE_NUMBER, evaluate_sqrt, 0},
    {"tan", NULL, "n", INCMAP_TYPE_NUMBER, evaluate_tan, 0},
    {NULL, NULL, NULL, INCMAP_TYPE_NULL, NULL, 0},
};
