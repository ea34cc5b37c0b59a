/* SPDX-License-Identifier: MIT */
/*
 * The names that columns have in English, French, Spanish, Portuguese, German,
 * Russian and Arabic, as incmap_text_fold() leaves them.
 */
#include "read/columns.h"

#include <string.h>

/* Names separated by "|". Those of the second list are only a hint: the values decide. */
static const struct {
    const char *id;
    const char *label;
    const char *names;
    const char *hints;
} roles[INCMAP_N_COLUMNS] = {
    [INCMAP_COLUMN_ID] = {"id", "the id",
                          "id|event id|eventid|incident id|event id cnty|identifier|identifiant|"
                          "identificador|glide|dis no|disno|kennung|код|المعرف|ref|reference",
                          "no|nr|num|number|code|key|uid|uuid|objectid|fid"},
    [INCMAP_COLUMN_DATE] =
        {"date", "the date",
         "date|event date|incident date|start date|date start|fecha|fecha inicio|"
         "data|datum|date debut|date de debut|date evenement|дата|تاريخ|التاريخ|"
         "dates|fromdate|from date|datetime|date time|timestamp|when|date of event|"
         "date of incident|date utc|event day|tag|beginn|data inicio|fecha evento",
         "time|start|from|begin|begins|started|reported date|report date|"
         "date reported|published|day date|jour|dia|zeit"},
    [INCMAP_COLUMN_END_DATE] =
        {"end", "the end date",
         "end date|date end|date to|enddate|todate|to date|date fin|date de fin|"
         "fecha fin|data fim|enddatum|ende|until|дата окончания|تاريخ النهاية",
         "end|to|fin|fim|ended"},
    [INCMAP_COLUMN_TIME] =
        {"time", "the time of day",
         "event time|time of day|heure|hora|uhrzeit|время|hour|الوقت|incident time|"
         "time utc|utc time|local time",
         "time"},
    [INCMAP_COLUMN_YEAR] = {"year", "the year",
                            "year|annee|ano|jahr|iyear|год|السنه|start year|anno", ""},
    [INCMAP_COLUMN_MONTH] = {"month", "the month",
                             "month|mois|mes|monat|imonth|месяц|الشهر|start month", ""},
    [INCMAP_COLUMN_DAY] = {"day", "the day of the month",
                           "day|jour|dia|tag|iday|день|اليوم|start day|day of month", ""},
    [INCMAP_COLUMN_DATE_PRECISION] = {"date_precision", "the precision of the date",
                                      "time precision|date prec|date precision", ""},
    [INCMAP_COLUMN_PLACE] =
        {"place", "the place",
         "place|location|location name|place name|placename|town|city|village|"
         "settlement|locality|localite|lieu|ville|lugar|localidad|ciudad|"
         "municipio|poblacion|local|cidade|localidade|ort|stadt|gemeinde|место|"
         "город|населенныи пункт|село|المكان|الموقع|المدينه|القريه|where|site|"
         "toponym|loc name|commune|endroit|populated place|event location|"
         "where coordinates|lugar del evento|nearest town|neighborhood",
         "name|nom|nombre|nome|area|address|adresse|direccion|endereco|site name|"
         "camp|base"},
    [INCMAP_COLUMN_ADMIN2] = {"admin2", "the district",
                              "admin2|adm2|adm 2|admin 2|district|county|cercle|departement|"
                              "adm2 en|adm2 name|admin2 name|adm2 fr|distrito|canton|kreis|раион|"
                              "القضاء|المديريه|lga|local government area|sub county|woreda|upazila|"
                              "moughataa|district name|name 2|admin level 2|subdistrict|raion",
                              "arrondissement|zone|municipality|municipalite"},
    [INCMAP_COLUMN_ADMIN1] =
        {"admin1", "the province",
         "admin1|adm1|adm 1|admin 1|province|state|region|governorate|oblast|"
         "provincia|estado|departamento|bundesland|provinz|область|регион|"
         "المحافظه|الولايه|adm1 en|adm1 name|admin1 name|adm1 fr|provstate|wilaya|"
         "prefecture|gouvernorat|province name|state name|region name|name 1|"
         "admin level 1|provincia estado|край|state province|province state",
         "territory|division"},
    [INCMAP_COLUMN_COUNTRY] =
        {"country", "the country",
         "country|country name|pays|pais|land|staat|страна|البلد|الدوله|nation|"
         "country txt|countryname|adm0|admin0|adm0 name|adm0 en|iso3|iso|iso2|"
         "country code|iso code|nation name|stato|state country|countries",
         ""},
    [INCMAP_COLUMN_LAT] = {"lat", "the latitude",
                           "lat|latitude|latitud|breite|breitengrad|широта|خط العرض|y|lat dd|"
                           "latitude dd|decimal latitude|decimallatitude|latitude wgs84|lat wgs84|"
                           "gps lat|gps latitude|point y|coord y|y coord|lat deg|latitude deg|"
                           "event lat|centroid lat|ycoord|lt|geo lat|geolat|العرض|latitude decimal",
                           "north|nord|norte|n"},
    [INCMAP_COLUMN_LON] =
        {"lon", "the longitude",
         "lon|lng|long|longitude|longitud|lange|laenge|langengrad|долгота|خط الطول|x|"
         "lon dd|longitude dd|decimal longitude|decimallongitude|longitude wgs84|"
         "lon wgs84|gps lon|gps long|gps longitude|point x|coord x|x coord|lon deg|"
         "longitude deg|event lon|event long|centroid lon|xcoord|ln|geo lon|geo long|"
         "geolon|geo lng|الطول|longitude decimal",
         "east|est|este|ost|e"},
    [INCMAP_COLUMN_LATLON] =
        {"latlon", "the coordinates",
         "latlon|lat lon|latlng|lat lng|lat long|latlong|latitude longitude|"
         "coordinates|coordonnees|coordenadas|koordinaten|координаты|الاحداثيات|"
         "coords|gps|gps coordinates|geo|geopoint|geo point|geolocation|"
         "geo point 2d|lat long coordinates|coordinate",
         "location|position|point|geometry|geom|geom wkt|wkt|the geom"},
    [INCMAP_COLUMN_PRECISION] = {"precision", "the precision of the place",
                                 "geo precision|where prec|precision|specificity|geoprecision|"
                                 "location precision|coordinate precision|precision location",
                                 "accuracy|precision code"},
    [INCMAP_COLUMN_EVENT] =
        {"type", "the type of event",
         "event type|type|incident type|eventtype|type of event|category|"
         "type of violence|disaster type|type d evenement|type devenement|"
         "type evenement|categorie|tipo|tipo de evento|tipo evento|categoria|art|"
         "ereignis|ereignistyp|typ|kategorie|тип|тип события|вид|النوع|نوع الحادث|"
         "نوع الحدث|event|hazard|hazard type|attacktype1 txt|incident category|"
         "event category|kind|type of incident|disaster|الحدث|evento|evenement",
         "class|crisis type|incident|classification|primary type"},
    [INCMAP_COLUMN_SUBTYPE] = {"subtype", "the sub-type",
                               "sub event type|subtype|sub type|sub category|subcategory|"
                               "disaster subtype|sous type|subtipo|untertyp|event subtype|"
                               "incident subtype|sub event",
                               "weapon|weapon type|method|description of type"},
    [INCMAP_COLUMN_KILLED] =
        {"killed", "the number killed",
         "fatalities|deaths|killed|dead|total deaths|best|deaths total|nkill|"
         "fatality|total fatalities|number killed|no killed|morts|tues|deces|"
         "nombre de morts|muertos|muertes|fallecidos|victimas mortales|mortos|"
         "mortes|obitos|tote|todesopfer|getotete|погибшие|погибло|убито|жертвы|"
         "القتلي|عدد القتلي|الوفيات|fatalities best|best estimate|death toll|"
         "people killed|persons killed|kia|victimes|death|nb morts|toll",
         "casualties|casualty|victims|victimas|opfer|bajas|count"},
    [INCMAP_COLUMN_KILLED_LOW] =
        {"killed_low", "the low estimate",
         "low|low estimate|fatalities low|min|minimum|deaths low|killed low|"
         "fatalities min|lower",
         ""},
    [INCMAP_COLUMN_KILLED_HIGH] = {"killed_high", "the high estimate",
                                   "high|high estimate|fatalities high|max|maximum|deaths high|"
                                   "killed high|fatalities max|upper",
                                   ""},
    [INCMAP_COLUMN_MAGNITUDE] = {"magnitude", "the magnitude",
                                 "mag|magnitude|magnitud|magnitudine|magnitude mw|mw|ml|richter|"
                                 "magnitude value|магнитуда|قوه الزلزال|ms",
                                 "strength|intensity|severity"},
    [INCMAP_COLUMN_INJURED] =
        {"injured", "the number injured",
         "injured|injuries|wounded|nwound|no injured|number injured|blesses|"
         "nombre de blesses|heridos|lesionados|feridos|verletzte|раненые|ранено|"
         "الجرحي|المصابين|people injured|wia|nb blesses|total injured",
         ""},
    [INCMAP_COLUMN_MISSING] = {"missing", "the number missing",
                               "missing|disparus|desaparecidos|vermisste|пропавшие|المفقودين|"
                               "people missing|no missing",
                               ""},
    [INCMAP_COLUMN_DISPLACED] = {"displaced", "the number displaced",
                                 "displaced|idps|deplaces|desplazados|deslocados|vertriebene|"
                                 "people displaced|evacuated|النازحين|no displaced|homeless",
                                 ""},
    [INCMAP_COLUMN_AFFECTED] =
        {"affected", "the number affected",
         "affected|total affected|no affected|people affected|affectes|"
         "afectados|afetados|betroffene|пострадавшие|المتضررين|population affected",
         ""},
    [INCMAP_COLUMN_POPULATION] =
        {"population", "the population of the place",
         "population|pop|pop max|pop est|inhabitants|total population|population total|"
         "habitants|habitantes|einwohner|население|عدد السكان",
         ""},
    [INCMAP_COLUMN_ACTOR1] = {"actor1", "the first actor",
                              "actor1|actor 1|side a|perpetrator|gname|actor|acteur|acteur 1|autor|"
                              "perpetrador|tater|akteur|group|armed group|attacker|perpetrators",
                              "groupe|grupo|gruppe"},
    [INCMAP_COLUMN_ACTOR2] = {"actor2", "the second actor",
                              "actor2|actor 2|side b|target|acteur 2|acteur2|cible|objetivo|ziel|"
                              "targtype1 txt|victim type|opponent",
                              "victim"},
    [INCMAP_COLUMN_NOTES] =
        {"notes", "the description",
         "notes|note|description|summary|details|detail|comments|comment|remarks|"
         "resume|descripcion|descricao|beschreibung|описание|الوصف|ملاحظات|text|"
         "narrative|incident description|event description|remarques|resumen|"
         "detalles|observaciones|bemerkung|synopsis|what happened|commentaires",
         "where description|texto|texte"},
    [INCMAP_COLUMN_SOURCE] = {"source", "the source",
                              "source|sources|source article|fuente|fonte|quelle|источник|المصدر|"
                              "source name|reference url|url|link|source url|dbsource|reported by",
                              "net|website"},
    [INCMAP_COLUMN_TITLE] = {"title", "the title",
                             "title|headline|titre|titulo|titel|заголовок|العنوان|source headline|"
                             "event name|incident name|name of event|eventname|label",
                             "name|subject"},
    [INCMAP_COLUMN_VERIFIED] = {"verified", "whether it is verified",
                                "verified|verification|verification status|is verified|confirmed|"
                                "is confirmed|confirmation|verifie|confirme|verificado|confirmado|"
                                "verificacion|bestatigt|verifiziert|подтверждено|проверено|موكد",
                                ""},
};

/* HXL: the hashtag decides, attributes refine. Sorted from special to general. */
static const struct {
    const char *tag;
    const char *attribute; /* NULL: any */
    IncmapColumnRole role;
} hxl_tags[] = {
    {"#geo", "lat", INCMAP_COLUMN_LAT},
    {"#geo", "lon", INCMAP_COLUMN_LON},
    {"#geo", "coord", INCMAP_COLUMN_LATLON},
    {"#lat_deg", NULL, INCMAP_COLUMN_LAT},
    {"#lon_deg", NULL, INCMAP_COLUMN_LON},
    {"#date", "end", INCMAP_COLUMN_END_DATE},
    {"#date", "year", INCMAP_COLUMN_YEAR},
    {"#date", NULL, INCMAP_COLUMN_DATE},
    {"#event", "id", INCMAP_COLUMN_ID},
    {"#event", "code", INCMAP_COLUMN_ID},
    {"#event", "type", INCMAP_COLUMN_EVENT},
    {"#event", "subtype", INCMAP_COLUMN_SUBTYPE},
    {"#event", "name", INCMAP_COLUMN_TITLE},
    {"#event", NULL, INCMAP_COLUMN_EVENT},
    {"#cause", NULL, INCMAP_COLUMN_EVENT},
    {"#crisis", "type", INCMAP_COLUMN_EVENT},
    {"#affected", "killed", INCMAP_COLUMN_KILLED},
    {"#affected", "injured", INCMAP_COLUMN_INJURED},
    {"#affected", "missing", INCMAP_COLUMN_MISSING},
    {"#affected", "displaced", INCMAP_COLUMN_DISPLACED},
    {"#affected", "idps", INCMAP_COLUMN_DISPLACED},
    {"#affected", NULL, INCMAP_COLUMN_AFFECTED},
    {"#loc", "code", INCMAP_COLUMN_ID},
    {"#loc", NULL, INCMAP_COLUMN_PLACE},
    {"#adm2", "name", INCMAP_COLUMN_ADMIN2},
    {"#adm2", NULL, INCMAP_COLUMN_ADMIN2},
    {"#adm1", "name", INCMAP_COLUMN_ADMIN1},
    {"#adm1", NULL, INCMAP_COLUMN_ADMIN1},
    {"#country", NULL, INCMAP_COLUMN_COUNTRY},
    {"#group", NULL, INCMAP_COLUMN_ACTOR1},
    {"#description", NULL, INCMAP_COLUMN_NOTES},
    {"#item", "description", INCMAP_COLUMN_NOTES},
    {"#meta", "source", INCMAP_COLUMN_SOURCE},
    {"#meta", "id", INCMAP_COLUMN_ID},
    {"#x_mag", NULL, INCMAP_COLUMN_MAGNITUDE},
};

static gboolean
list_has(const char *list, const char *word)
{
    gsize n = strlen(word);
    for (const char *at = list; n > 0 && (at = strstr(at, word)) != NULL; at++) {
        if ((at == list || at[-1] == '|') && (at[n] == '|' || at[n] == 0))
            return TRUE;
    }
    return FALSE;
}

double
incmap_column_name_score(const char *folded, IncmapColumnRole role)
{
    if (list_has(roles[role].names, folded))
        return 1;
    if (list_has(roles[role].hints, folded))
        return 0.6;
    /* "latitude (wgs84)", "date of the event": a known name and more words */
    const char *blank = strchr(folded, ' ');
    if (blank != NULL && blank - folded >= 3) {
        g_autofree char *first = g_strndup(folded, (gsize)(blank - folded));
        if (list_has(roles[role].names, first))
            return 0.5;
    }
    const char *last = strrchr(folded, ' ');
    if (last != NULL && strlen(last + 1) >= 3 && list_has(roles[role].names, last + 1))
        return 0.5;
    return 0;
}

const char *
incmap_column_role_id(IncmapColumnRole role)
{
    return roles[role].id;
}

const char *
incmap_column_role_label(IncmapColumnRole role)
{
    return roles[role].label;
}

gboolean
incmap_column_role_find(const char *id, IncmapColumnRole *out_role)
{
    static const struct {
        const char *id;
        IncmapColumnRole role;
    } others[] = {
        {"latitude", INCMAP_COLUMN_LAT},      {"longitude", INCMAP_COLUMN_LON},
        {"lng", INCMAP_COLUMN_LON},           {"event", INCMAP_COLUMN_EVENT},
        {"fatalities", INCMAP_COLUMN_KILLED}, {"value", INCMAP_COLUMN_KILLED},
        {"location", INCMAP_COLUMN_PLACE},    {"description", INCMAP_COLUMN_NOTES},
        {"mag", INCMAP_COLUMN_MAGNITUDE},     {"end_date", INCMAP_COLUMN_END_DATE},
    };
    for (int i = 0; i < INCMAP_N_COLUMNS; i++) {
        if (g_ascii_strcasecmp(roles[i].id, id) == 0) {
            *out_role = (IncmapColumnRole)i;
            return TRUE;
        }
    }
    for (gsize i = 0; i < G_N_ELEMENTS(others); i++) {
        if (g_ascii_strcasecmp(others[i].id, id) == 0) {
            *out_role = others[i].role;
            return TRUE;
        }
    }
    return FALSE;
}

gboolean
incmap_column_hxl_role(const char *tag, IncmapColumnRole *out_role)
{
    g_autofree char *lower = g_ascii_strdown(tag, -1);
    g_auto(GStrv) parts = g_strsplit(g_strstrip(lower), "+", -1);
    if (parts[0] == NULL)
        return FALSE;
    g_strstrip(parts[0]);
    for (gsize i = 0; i < G_N_ELEMENTS(hxl_tags); i++) {
        if (strcmp(parts[0], hxl_tags[i].tag) != 0)
            continue;
        if (hxl_tags[i].attribute == NULL ||
            g_strv_contains((const char *const *)parts + 1, hxl_tags[i].attribute)) {
            *out_role = hxl_tags[i].role;
            return TRUE;
        }
    }
    return FALSE;
}

gboolean
incmap_column_names_are_day_first(char *const *folded)
{
    static const char *const words[] = {"pays",      "lieu",       "localite",
                                        "ville",     "morts",      "blesses",
                                        "evenement", "date debut", "region administrative",
                                        "pais",      "lugar",      "localidad",
                                        "municipio", "muertos",    "heridos",
                                        "fecha",     "mortos",     "feridos",
                                        "cidade",    "localidade", "staat",
                                        "ort",       "datum",      "tote",
                                        "verletzte", "страна",     "место",
                                        "дата",      "город",      "погибшие",
                                        "раненые",   "البلد",      "الدوله",
                                        "المكان",    "تاريخ",      "التاريخ",
                                        "القتلى",    "الجرحى",     "paese",
                                        "luogo",     "ulke",       "tarih",
                                        NULL};
    for (guint i = 0; folded[i] != NULL; i++)
        if (g_strv_contains(words, folded[i]))
            return TRUE;
    return FALSE;
}
