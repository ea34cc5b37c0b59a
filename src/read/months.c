/* SPDX-License-Identifier: MIT */
/*
 * Names of months in the languages that the reader knows, as
 * incmap_text_fold() leaves them. An abbreviation is a beginning of at least
 * three letters; the few names whose beginnings differ are listed whole.
 */
#include "read/dates.h"

#include <string.h>

static const struct {
    const char *name; /* folded */
    guint8 month;
    guint8 shortest; /* bytes an abbreviation has at least; 0: no abbreviation */
} months[] = {
    {"january", 1, 3},    {"february", 2, 3},  {"march", 3, 3},     {"april", 4, 3},
    {"may", 5, 0},        {"june", 6, 3},      {"july", 7, 3},      {"august", 8, 3},
    {"september", 9, 3},  {"october", 10, 3},  {"november", 11, 3}, {"december", 12, 3},
    {"janvier", 1, 4},    {"fevrier", 2, 3},   {"mars", 3, 0},      {"avril", 4, 3},
    {"mai", 5, 0},        {"juin", 6, 4},      {"juillet", 7, 4},   {"aout", 8, 3},
    {"septembre", 9, 4},  {"octobre", 10, 3},  {"novembre", 11, 3}, {"decembre", 12, 3},
    {"enero", 1, 3},      {"febrero", 2, 3},   {"marzo", 3, 3},     {"abril", 4, 3},
    {"mayo", 5, 0},       {"junio", 6, 3},     {"julio", 7, 3},     {"agosto", 8, 3},
    {"septiembre", 9, 3}, {"setiembre", 9, 3}, {"octubre", 10, 3},  {"noviembre", 11, 3},
    {"diciembre", 12, 3}, {"janeiro", 1, 3},   {"fevereiro", 2, 3}, {"marco", 3, 0},
    {"maio", 5, 0},       {"junho", 6, 3},     {"julho", 7, 3},     {"setembro", 9, 3},
    {"outubro", 10, 3},   {"novembro", 11, 3}, {"dezembro", 12, 3}, {"januar", 1, 3},
    {"februar", 2, 3},    {"marz", 3, 3},      {"maerz", 3, 0},     {"juni", 6, 0},
    {"juli", 7, 0},       {"oktober", 10, 3},  {"dezember", 12, 3}, {"января", 1, 6},
    {"февраля", 2, 6},    {"марта", 3, 6},     {"апреля", 4, 6},    {"мая", 5, 0},
    {"июня", 6, 6},       {"июля", 7, 6},      {"августа", 8, 6},   {"сентября", 9, 6},
    {"октября", 10, 6},   {"ноября", 11, 6},   {"декабря", 12, 6},  {"январь", 1, 0},
    {"февраль", 2, 0},    {"март", 3, 0},      {"апрель", 4, 0},    {"маи", 5, 0},
    {"июнь", 6, 0},       {"июль", 7, 0},      {"август", 8, 0},    {"сентябрь", 9, 0},
    {"октябрь", 10, 0},   {"ноябрь", 11, 0},   {"декабрь", 12, 0},  {"يناير", 1, 0},
    {"فبراير", 2, 0},     {"مارس", 3, 0},      {"ابريل", 4, 0},     {"مايو", 5, 0},
    {"يونيو", 6, 0},      {"يوليو", 7, 0},     {"اغسطس", 8, 0},     {"سبتمبر", 9, 0},
    {"اكتوبر", 10, 0},    {"نوفمبر", 11, 0},   {"ديسمبر", 12, 0},   {"شباط", 2, 0},
    {"اذار", 3, 0},       {"نيسان", 4, 0},     {"ايار", 5, 0},      {"حزيران", 6, 0},
    {"تموز", 7, 0},       {"اب", 8, 0},        {"ايلول", 9, 0},     {"جانفي", 1, 0},
    {"فيفري", 2, 0},      {"افريل", 4, 0},     {"جوان", 6, 0},      {"جويليه", 7, 0},
    {"اوت", 8, 0},
};

int
incmap_month_find(const char *folded)
{
    gsize length = strlen(folded);
    for (gsize i = 0; i < G_N_ELEMENTS(months); i++) {
        if (months[i].name[0] != folded[0])
            continue;
        if (strcmp(months[i].name, folded) == 0)
            return months[i].month;
        if (months[i].shortest > 0 && length >= months[i].shortest &&
            strncmp(months[i].name, folded, length) == 0)
            return months[i].month;
    }
    return 0;
}
