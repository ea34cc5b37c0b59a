/* SPDX-License-Identifier: MIT */
#include "base/json.h"

#include <math.h>

static void
check_number(double value, int n_decimals, const char *expected)
{
    g_autoptr(GString) out = g_string_new(NULL);
    incmap_format_number(out, value, n_decimals);
    g_assert_cmpstr(out->str, ==, expected);
}

static void
test_numbers(void)
{
    check_number(1, 5, "1");
    check_number(-0.000001, 5, "0");
    check_number(19.950000001, 5, "19.95");
    check_number(100, 0, "100");
    check_number(NAN, 2, "null");
    check_number(INFINITY, 2, "null");
}

static void
test_document(void)
{
    g_auto(IncmapJson) json;
    incmap_json_init(&json, 1);
    incmap_json_begin(&json, NULL, '{');
    incmap_json_text(&json, "text", "a\"b\\c\n\x01é");
    incmap_json_text(&json, "none", NULL);
    incmap_json_text_if(&json, "absent", NULL);
    incmap_json_begin(&json, "list", '[');
    incmap_json_integer(&json, NULL, 1);
    incmap_json_boolean(&json, NULL, TRUE);
    incmap_json_end(&json, ']');
    incmap_json_begin(&json, "empty", '{');
    incmap_json_end(&json, '}');
    incmap_json_end(&json, '}');
    g_autofree char *text = incmap_json_steal(&json);
    g_assert_cmpstr(text, ==,
                    "{\n  \"text\": \"a\\\"b\\\\c\\n\\u0001é\",\n  \"none\": null,\n"
                    "  \"list\": [1, true],\n  \"empty\": {}\n}\n");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/json/numbers", test_numbers);
    g_test_add_func("/json/document", test_document);
    return g_test_run();
}
