/* SPDX-License-Identifier: MIT */
#include "layers/worldview.h"

#include <string.h>

/* clang-format off */
const IncmapWorldview incmap_worldviews[] = {
    {"iso", "United Nations members", "members of the United Nations and ISO 3166, disputed lines dashed; the default", NULL},
    {"de-facto", "de facto", "who holds a place, whatever its status: Crimea, Golan, East Jerusalem, Western Sahara west of the berm", NULL},
    {"ar", "Argentine", "the Falkland Islands (Malvinas) are Argentina's", NULL},
    {"cn", "Chinese", "Taiwan, Arunachal Pradesh (South Tibet) and the Spratly Islands are China's; without the dashed line at sea", NULL},
    {"cy", "Cypriot", "all of the island is Cyprus, the buffer zone a line of control", NULL},
    {"ge", "Georgian", "Abkhazia has no line of its own", NULL},
    {"il", "Israeli", "the Golan Heights and East Jerusalem are Israel's", NULL},
    {"ma", "Moroccan", "all of Western Sahara is Morocco's", NULL},
    {"md", "Moldovan", "Transnistria has no line of its own", NULL},
    {"ps", "Palestinian", "the line of 1949 is the border, the Golan Heights are Syria's", NULL},
    {"rs", "Serbian", "Kosovo is Serbia's", NULL},
    {"so", "Somali", "Somaliland has no line of its own", NULL},
    {"tr", "Turkish", "Northern Cyprus is a country", NULL},
    {"ua", "Ukrainian", "Crimea has no line of its own", NULL},
    {"xk", "Kosovar", "Kosovo is a country", NULL},
    {"in", "Indian", "", "Aksai Chin and the Shaksgam Valley are no areas of their own in the layers"},
    {"pk", "Pakistani", "", "Junagadh and Sir Creek are no areas of their own in the layers"},
    {"ru", "Russian", "", "the borders of Donetsk, Luhansk, Zaporizhzhia and Kherson with Russia and the line of South Ossetia are no lines of their own in the layers"},
    {"eg", "Egyptian", "", "the Halaib Triangle is no area of its own in the layers"},
    {"sd", "Sudanese", "", "the Halaib Triangle is no area of its own in the layers"},
    {"jp", "Japanese", "", "the southern Kurils are no area of their own in the layers"},
    {NULL, NULL, NULL, NULL},
};

const IncmapWorldviewMove incmap_worldview_moves[] = {
    {"de-facto", "UA", "UA-43", "RU"},
    {"de-facto", "UA", "UA-40", "RU"},
    {"de-facto", "EH", "ESH-14", "MA"},
    {"de-facto", "EH", "MA-15", "MA"},
    {"de-facto", "EH", "MA-16", "MA"},
    {"de-facto", "PS", "PS-JEM", "IL"},
    {"de-facto", "SY", "SY-X02~", "IL"},
    {"ar", "FK", NULL, "AR"},
    {"cn", "TW", NULL, "CN"},
    {"cn", "XP", NULL, "CN"},
    {"cn", "IN", "IN-AR", "CN"},
    {"cy", "XN", NULL, "CY"},
    {"il", "PS", "PS-JEM", "IL"},
    {"il", "SY", "SY-X02~", "IL"},
    {"ma", "EH", NULL, "MA"},
    {"rs", "XK", NULL, "RS"},
    {"so", "XS", NULL, "SO"},
    {NULL, NULL, NULL, NULL},
};

const IncmapWorldviewLine incmap_worldview_lines[] = {
    {"de-facto", "EH|MA", NULL, NULL},
    {"de-facto", "IL|PS", "1949 armistice line in Jerusalem", NULL},
    {"de-facto", "EH|EH", NULL, "line_of_control"},
    {"de-facto", "PS|PS", "East Jerusalem", "disputed"},
    {"de-facto", "SY|SY", NULL, "line_of_control"},
    {"de-facto", "UA|UA", "Crimea", "disputed"},
    {"de-facto", "IL|SY", "Golan Heights: line of 1923", NULL},
    {"de-facto", "RS|XK", NULL, "line_of_control"},
    {"cn", "CN|IN", "Arunachal", NULL},
    {"cn", "CN|IN", "Line of Actual Control", "agreed"},
    {"ge", "GE|GE", NULL, NULL},
    {"il", "IL|PS", "1949 armistice line in Jerusalem", NULL},
    {"il", "PS|PS", "East Jerusalem", "line_of_control"},
    {"il", "IL|SY", "Golan Heights: line of 1923", NULL},
    {"il", "SY|SY", NULL, "agreed"},
    {"ma", "EH|MA", NULL, NULL},
    {"ma", "EH|EH", NULL, NULL},
    {"md", "MD|MD", NULL, NULL},
    {"ps", "IL|PS", NULL, "agreed"},
    {"ps", "PS|PS", NULL, NULL},
    {"ps", "IL|SY", NULL, "agreed"},
    {"ps", "SY|SY", NULL, NULL},
    {"rs", "RS|XK", NULL, NULL},
    {"so", "SO|XS", NULL, NULL},
    {"tr", "CY|XN", NULL, "agreed"},
    {"ua", "UA|UA", NULL, NULL},
    {"xk", "RS|XK", NULL, "agreed"},
    {NULL, NULL, NULL, NULL},
};

const IncmapWorldviewName incmap_worldview_names[] = {
    {"iso", "FK", "Falkland Islands (Malvinas)"},
    {"ps", "PS", "Palestine"},
    {"tr", "XN", "Turkish Republic of Northern Cyprus"},
    {NULL, NULL, NULL},
};
/* clang-format on */

const IncmapWorldview *
incmap_worldview_find(const char *id)
{
    for (const IncmapWorldview *view = incmap_worldviews; view->id != NULL; view++) {
        if (strcmp(view->id, id) == 0)
            return view;
    }
    return NULL;
}
