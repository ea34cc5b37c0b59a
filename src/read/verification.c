/* SPDX-License-Identifier: MIT */
#include "read/verification.h"

#include "base/text.h"

#include <string.h>

/* Folded words, parted by "|" at both ends. */
static const char verified_values[] =
    "|yes|y|true|1|verified|confirmed|independently verified|verified by us|oui|verifie|confirme|"
    "si|verificado|confirmado|ja|bestatigt|verifiziert|да|подтверждено|проверено|نعم|موكد|";
static const char reported_values[] =
    "|no|n|false|0|unverified|not verified|unconfirmed|not confirmed|reported|alleged|claimed|"
    "claim|rumour|rumor|pending|under verification|partially verified|non|non verifie|"
    "non confirme|no verificado|sin confirmar|nao verificado|nao confirmado|nein|unbestatigt|"
    "gemeldet|нет|не подтверждено|لا|غير موكد|";

static const char *const disclaimers[] = {
    "unverified",
    "unconfirmed",
    "not verified",
    "not been verified",
    "not confirmed",
    "not been confirmed",
    "not been independently verified",
    "not been independently confirmed",
    "not be verified",
    "not be confirmed",
    "not be independently verified",
    "not be independently confirmed",
    "not immediately be verified",
    "not immediately be confirmed",
    "not independently verify",
    "not independently confirm",
    "not immediately verify",
    "no independent confirmation",
    "non confirme",
    "n a pas pu etre verifie",
    "n ont pas pu etre verifie",
    "sin confirmar",
    "no confirmad",
    "no ha sido confirmad",
    "nao confirmad",
    "unbestatigt",
    "не подтвержден",
    "غير موكد",
};

IncmapVerification
incmap_verification_of_value(const char *text, gsize length)
{
    g_autoptr(GString) key = g_string_new("|");
    g_autoptr(GString) folded = g_string_new(NULL);
    incmap_text_fold_into(text, (gssize)MIN(length, 100u), folded);
    if (folded->len == 0)
        return INCMAP_VERIFICATION_NOT_SAID;
    g_string_append_printf(key, "%s|", folded->str);
    if (strstr(verified_values, key->str) != NULL)
        return INCMAP_VERIFICATION_VERIFIED;
    return strstr(reported_values, key->str) != NULL ? INCMAP_VERIFICATION_REPORTED
                                                     : INCMAP_VERIFICATION_NOT_SAID;
}

IncmapVerification
incmap_verification_of_sentence(const char *text)
{
    if (text == NULL)
        return INCMAP_VERIFICATION_NOT_SAID;
    g_autoptr(GString) folded = g_string_new(NULL);
    incmap_text_fold_into(text, -1, folded);
    for (gsize i = 0; i < G_N_ELEMENTS(disclaimers); i++) {
        if (strstr(folded->str, disclaimers[i]) != NULL)
            return INCMAP_VERIFICATION_REPORTED;
    }
    return INCMAP_VERIFICATION_NOT_SAID;
}
