/* SPDX-License-Identifier: MIT */
/*
 * Whether all that came with the program, and what it needs of the system, is there and whole.
 */
#include "pipeline/data.h"
#include "run/exam.h"

#include <gmodule.h>

static void
examine_program(IncmapExam *exam)
{
    g_autofree char *library = incmap_data_find_library();
    incmap_exam_add(exam, "program", INCMAP_VERDICT_OK, NULL, "incmap %s, %s", incmap_version(),
                    library);
}

/* A module that is there may still lack a library. */
static void
examine_modules(IncmapExam *exam)
{
    static const struct {
        const char *file, *use;
        IncmapVerdict verdict; /* without it */
    } modules[] = {
        {"incmap-map.so", "drawing", INCMAP_VERDICT_FAILURE},
        {"incmap-gdal.so", "files that GDAL reads", INCMAP_VERDICT_WARNING},
        {"incmap-markup.so", "HTML pages and feeds", INCMAP_VERDICT_WARNING},
    };
    g_autoptr(GString) good = g_string_new(NULL);
    for (guint i = 0; i < G_N_ELEMENTS(modules); i++) {
        g_autoptr(GError) failure = NULL;
        g_autofree char *path = incmap_data_find_module(modules[i].file, &failure);
        GModule *module = path != NULL ? g_module_open(path, G_MODULE_BIND_LOCAL) : NULL;
        if (module == NULL) {
            incmap_exam_add(exam, "modules", modules[i].verdict,
                            path != NULL ? "install the packages that setup.sh names" : NULL,
                            "%s: %s", modules[i].use,
                            path != NULL ? g_module_error() : failure->message);
            continue;
        }
        g_module_make_resident(module);
        g_string_append_printf(good, "%s%s", good->len > 0 ? ", " : "", modules[i].use);
    }
    if (good->len > 0)
        incmap_exam_add(exam, "modules", INCMAP_VERDICT_OK, NULL, "%s", good->str);
}

static void
examine_data(IncmapExam *exam)
{
    static const char *const names[] = {"layers", "gazetteer"};
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autoptr(GError) failure = NULL;
        g_autofree char *sentence = incmap_session_check(exam->session, names[i], &failure);
        incmap_exam_add(exam, names[i],
                        sentence != NULL ? INCMAP_VERDICT_OK : INCMAP_VERDICT_FAILURE, NULL, "%s",
                        sentence != NULL ? sentence : failure->message);
    }
}

static void
examine_styles(IncmapExam *exam)
{
    g_auto(GStrv) names = incmap_data_list_styles();
    guint n_good = 0;
    for (guint i = 0; names[i] != NULL; i++) {
        g_autoptr(GError) failure = NULL;
        g_autofree char *sentence = incmap_session_check(exam->session, names[i], &failure);
        n_good += sentence != NULL;
        if (sentence == NULL)
            incmap_exam_add(exam, "styles", INCMAP_VERDICT_FAILURE, NULL, "%s", failure->message);
    }
    g_autofree char *folder = incmap_data_styles_folder();
    if (n_good > 0)
        incmap_exam_add(exam, "styles", INCMAP_VERDICT_OK, NULL, "%u in %s", n_good, folder);
    else
        incmap_exam_add(exam, "styles", INCMAP_VERDICT_FAILURE, "install incmap completely",
                        "none in %s", folder);
}

static void
examine_fonts(IncmapExam *exam, const IncmapComposeTable *compose)
{
    static const struct {
        const char *family, *remedy;
    } fonts[] = {
        {"Inter", "install fonts-inter: the supplied styles are made for it"},
        {"Inter Display", "install fonts-inter: titles are set in it"},
        {"P052", "install fonts-urw-base35: waters and deserts are named in it"},
        {"Noto Sans", "install fonts-noto-core: other scripts are set in it"},
        {"Noto Sans Arabic", "install fonts-noto-core: Arabic is set in it"},
        {"DejaVu Sans", "install fonts-dejavu-core: the last resort for rare characters"},
    };
    g_autoptr(GString) good = g_string_new(NULL);
    for (guint i = 0; i < G_N_ELEMENTS(fonts); i++) {
        g_autofree char *file = compose->find_font(fonts[i].family);
        if (file != NULL)
            g_string_append_printf(good, "%s%s", good->len > 0 ? ", " : "", fonts[i].family);
        else
            incmap_exam_add(exam, "fonts", INCMAP_VERDICT_WARNING, fonts[i].remedy,
                            "%s is not installed", fonts[i].family);
    }
    g_autofree char *any = compose->find_font(NULL);
    if (good->len > 0)
        incmap_exam_add(exam, "fonts", INCMAP_VERDICT_OK, NULL, "%s", good->str);
    else if (any == NULL)
        incmap_exam_add(exam, "fonts", INCMAP_VERDICT_FAILURE,
                        "install fonts-inter or fonts-dejavu-core", "no font is installed");
}

static void
examine_proj(IncmapExam *exam, const IncmapComposeTable *compose)
{
    g_autoptr(GError) failure = NULL;
    g_autofree char *sentence = compose->describe_proj(&failure);
    if (sentence != NULL)
        incmap_exam_add(exam, "proj", INCMAP_VERDICT_OK, NULL, "%s", sentence);
    else
        incmap_exam_add(exam, "proj", INCMAP_VERDICT_WARNING,
                        "install proj-data, or set PROJ_DATA to the folder that holds proj.db",
                        "%s: projections as EPSG:n, and files in other coordinates, can't be used",
                        failure->message);
}

void
incmap_exam_installation(IncmapExam *exam)
{
    examine_program(exam);
    examine_modules(exam);
    examine_data(exam);
    const IncmapComposeTable *compose = incmap_session_get_compose(exam->session, NULL);
    if (compose == NULL)
        return; /* the line on modules says why */
    examine_styles(exam);
    examine_fonts(exam, compose);
    examine_proj(exam, compose);
}
