/* SPDX-License-Identifier: MIT */
/*
 * Published tables of incidents whose columns are known by name. A layout is
 * recognised when all names of its signature stand in the header, whatever the
 * order and the case.
 */
#include "read/columns.h"

#include <string.h>

#define EXACT (INCMAP_PRECISION_EXACT + 1)
#define NEAR (INCMAP_PRECISION_NEAR + 1)
#define DISTRICT (INCMAP_PRECISION_DISTRICT + 1)
#define PROVINCE (INCMAP_PRECISION_PROVINCE + 1)
#define COUNTRY (INCMAP_PRECISION_COUNTRY + 1)

static const IncmapTableLayout layouts[] = {
    {"acled",
     "ACLED",
     "ACLED (acleddata.com)",
     "event_date event_type sub_event_type actor1 admin1",
     "id=event_id_cnty id=event_id_no_cnty id=data_id date=event_date "
     "date_precision=time_precision type=event_type subtype=sub_event_type actor1=actor1 "
     "actor2=actor2 country=country admin1=admin1 admin2=admin2 place=location lat=latitude "
     "lon=longitude precision=geo_precision source=source notes=notes killed=fatalities",
     {0, EXACT, NEAR, PROVINCE},
     INCMAP_EVENT_OTHER},
    {"ucdp",
     "UCDP GED",
     "UCDP Georeferenced Event Dataset (ucdp.uu.se)",
     "type_of_violence side_a side_b where_prec date_start",
     "id=id type=type_of_violence actor1=side_a actor2=side_b precision=where_prec "
     "place=where_coordinates admin1=adm_1 admin2=adm_2 lat=latitude lon=longitude country=country "
     "date_precision=date_prec date=date_start end=date_end killed=best killed_high=high "
     "killed_low=low source=source_article title=source_headline notes=where_description",
     {0, EXACT, NEAR, DISTRICT, PROVINCE, PROVINCE, COUNTRY, COUNTRY},
     INCMAP_EVENT_OTHER},
    {"usgs",
     "USGS",
     "USGS Earthquake Hazards Program",
     "time latitude longitude mag magtype place",
     "id=id date=time lat=latitude lon=longitude magnitude=mag place=place type=type source=net",
     {0},
     INCMAP_EVENT_EARTHQUAKE},
    {"gtd",
     "GTD",
     "Global Terrorism Database (START)",
     "eventid iyear imonth iday attacktype1_txt",
     "id=eventid year=iyear month=imonth day=iday country=country_txt admin1=provstate place=city "
     "lat=latitude lon=longitude precision=specificity notes=summary type=attacktype1_txt "
     "actor1=gname actor2=targtype1_txt killed=nkill injured=nwound source=scite1",
     {0, EXACT, DISTRICT, DISTRICT, PROVINCE, COUNTRY},
     INCMAP_EVENT_CIVILIANS},
    {"gdacs",
     "GDACS",
     "GDACS (gdacs.org)",
     "eventtype alertlevel fromdate todate",
     "id=eventid type=eventtype subtype=alertlevel date=fromdate end=todate country=country "
     "country=iso3 lat=latitude lon=longitude lat=lat lon=lon lon=lng latlon=point title=name "
     "title=eventname title=title notes=description notes=htmldescription affected=population "
     "magnitude=severity source=source",
     {0},
     INCMAP_EVENT_OTHER},
    {"emdat",
     "EM-DAT",
     "EM-DAT, CRED / UCLouvain (emdat.be)",
     "disaster_type start_year total_deaths",
     "id=disno. id=dis_no type=disaster_type subtype=disaster_subtype country=country country=iso "
     "place=location lat=latitude lon=longitude year=start_year month=start_month day=start_day "
     "killed=total_deaths injured=no._injured injured=no_injured affected=total_affected "
     "displaced=no._homeless title=event_name magnitude=magnitude",
     {0},
     INCMAP_EVENT_OTHER},
    {"generic", "generic", NULL, "", "", {0}, INCMAP_EVENT_OTHER},
};

/* UCDP GED 23.1, which the monthly candidate files share. */
static const char *const ucdp_columns[] = {
    "id",
    "relid",
    "year",
    "active_year",
    "code_status",
    "type_of_violence",
    "conflict_dset_id",
    "conflict_new_id",
    "conflict_name",
    "dyad_dset_id",
    "dyad_new_id",
    "dyad_name",
    "side_a_dset_id",
    "side_a_new_id",
    "side_a",
    "side_b_dset_id",
    "side_b_new_id",
    "side_b",
    "number_of_sources",
    "source_article",
    "source_office",
    "source_date",
    "source_headline",
    "source_original",
    "where_prec",
    "where_coordinates",
    "where_description",
    "adm_1",
    "adm_2",
    "latitude",
    "longitude",
    "geom_wkt",
    "priogrid_gid",
    "country",
    "country_id",
    "region",
    "event_clarity",
    "date_prec",
    "date_start",
    "date_end",
    "deaths_a",
    "deaths_b",
    "deaths_civilians",
    "deaths_unknown",
    "best",
    "high",
    "low",
    "gwnoa",
    "gwnob",
};

static gboolean
same_name(const char *header, const char *name)
{
    for (; *header != 0 && *name != 0; header++, name++) {
        char a = *header == ' ' ? '_' : g_ascii_tolower(*header);
        if (a != *name)
            return FALSE;
    }
    return *header == *name;
}

const IncmapTableLayout *
incmap_layout_find(const char *id)
{
    for (gsize i = 0; i < G_N_ELEMENTS(layouts); i++) {
        if (g_ascii_strcasecmp(layouts[i].id, id) == 0)
            return &layouts[i];
    }
    return NULL;
}

const IncmapTableLayout *
incmap_layout_recognise(const char *const *names, guint n_names)
{
    for (gsize i = 0; layouts[i].signature[0] != 0; i++) {
        g_auto(GStrv) wanted = g_strsplit(layouts[i].signature, " ", -1);
        gboolean has_all = TRUE;
        for (guint w = 0; wanted[w] != NULL && has_all; w++) {
            has_all = FALSE;
            for (guint n = 0; n < n_names && !has_all; n++)
                has_all = same_name(names[n], wanted[w]);
        }
        if (has_all)
            return &layouts[i];
    }
    return NULL;
}

const char *const *
incmap_layout_headerless(const char *const *cells, guint n_cells,
                         const IncmapTableLayout **out_layout)
{
    enum { TYPE = 5, PREC = 24, LAT = 29, LON = 30, START = 38 };
    if (n_cells != G_N_ELEMENTS(ucdp_columns))
        return NULL;
    char *end = NULL;
    double lat = g_ascii_strtod(cells[LAT], &end);
    if (end == cells[LAT] || lat < -90 || lat > 90)
        return NULL;
    double lon = g_ascii_strtod(cells[LON], &end);
    if (end == cells[LON] || lon < -180 || lon > 180)
        return NULL;
    gboolean has_codes = strlen(cells[TYPE]) == 1 && strchr("123", cells[TYPE][0]) != NULL &&
                         strlen(cells[PREC]) == 1 && strchr("1234567", cells[PREC][0]) != NULL;
    if (!has_codes || !g_ascii_isdigit(cells[START][0]))
        return NULL;
    *out_layout = incmap_layout_find("ucdp");
    return ucdp_columns;
}
