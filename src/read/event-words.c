/* SPDX-License-Identifier: MIT */
#include "read/event-words.h"

#include <string.h>

/* From special to general: the first entry with a word in the text wins. Words are folded; one
 * that ends in "*" is the beginning of a word; "=" asks for the whole text. */
static const struct {
    IncmapEvent event;
    const char *words;
} entries[] = {
    /* the fixed names of ACLED, and the codes of GDACS */
    {INCMAP_EVENT_BATTLE, "=battles|=battle"},
    {INCMAP_EVENT_EXPLOSION, "=explosions remote violence|=explosion"},
    {INCMAP_EVENT_CIVILIANS, "violence against civilians|=civilians"},
    {INCMAP_EVENT_STRATEGIC, "strategic developments|strategic development|=strategic"},
    {INCMAP_EVENT_STATE_BASED, "state based"},
    {INCMAP_EVENT_NON_STATE, "non state"},
    {INCMAP_EVENT_ONE_SIDED, "one sided"},
    {INCMAP_EVENT_EARTHQUAKE, "=eq"},
    {INCMAP_EVENT_STORM, "=tc|=ts storm"},
    {INCMAP_EVENT_FLOOD, "=fl"},
    {INCMAP_EVENT_VOLCANO, "=vo"},
    {INCMAP_EVENT_DROUGHT, "=dr"},
    {INCMAP_EVENT_FIRE, "=wf"},
    {INCMAP_EVENT_TSUNAMI, "=ts"},
    /* hazards */
    {INCMAP_EVENT_TSUNAMI, "tsunami*|цунами|تسونامي"},
    {INCMAP_EVENT_LANDSLIDE, "landslide*|mudslide*|rockslide*|rockfall*|avalanche*|glissement*|"
                             "deslizamiento*|derrumbe*|deslizamento*|erdrutsch*|bergsturz|lawine*|"
                             "mass movement*|debris flow*|huaico|оползень|انهيار ارضي|انزلاق*"},
    {INCMAP_EVENT_EARTHQUAKE, "earthquake*|quake*|seism*|seisme*|tremor*|aftershock*|terremoto*|"
                              "sismo*|temblor*|erdbeben|beben|tremblement de terre|землетрясение|"
                              "زلزال*|هزه"},
    {INCMAP_EVENT_VOLCANO,
     "volcan*|vulkan*|vulcao|eruption*|erupcion*|erupcao|lava|вулкан*|بركان*"},
    {INCMAP_EVENT_STORM, "storm*|cyclone*|hurricane*|typhoon*|tornado*|tempest*|ouragan*|tormenta*|"
                         "huracan*|ciclon*|tifon*|furacao|sturm*|orkan*|hail*|blizzard*|wind*|"
                         "шторм*|ураган*|тайфун*|عاصف*|اعصار*|lightning|tempete*|snowstorm*"},
    {INCMAP_EVENT_FLOOD,
     "flood*|inondation*|inundacion*|inundaca*|enchente*|uberschwemmung*|"
     "hochwasser*|crue|crues|riada*|наводнение|паводок|فيضان*|سيول|flash flood*|"
     "flut|deluge"},
    {INCMAP_EVENT_DROUGHT, "drought*|secheresse*|sequia*|seca|durre*|засуха|جفاف|famine*"},
    {INCMAP_EVENT_FIRE,
     "wildfire*|bushfire*|forest fire*|incendie*|feu de foret|incendio*|waldbrand*|"
     "brand|пожар*|حريق|حرائق|fire|fires|blaze*|feux"},
    {INCMAP_EVENT_DISEASE, "epidemi*|outbreak*|disease*|cholera*|ebola|measles|mpox|malaria|covid*|"
                           "dengue|maladie*|enfermedad*|doenca*|seuche*|krankheit*|эпидеми*|وباء|"
                           "كوليرا|polio|influenza|virus"},
    /* violence: the means before the act */
    {INCMAP_EVENT_EXPLOSION,
     "air strike*|airstrike*|air drone*|drone*|shelling*|artillery|missile*|"
     "rocket*|bomb*|bombing*|ied|ieds|vbied|landmine*|mine|mines|grenade*|"
     "explosion*|explosiv*|explosif*|roquette*|blast*|suicide*|bombardement*|frappe*|obus|"
     "attentat*|bombardeo*|explosao|explosoes|mortar*|remote violence|"
     "anschlag*|luftangriff*|beschuss|взрыв*|обстрел*|авиаудар*|قصف|انفجار|"
     "تفجير|غاره*|عبوه|uxo|erw|mina|minas|ataque aereo|raid aerien"},
    {INCMAP_EVENT_RIOT, "riot*|mob|looting|emeute*|disturbio*|motin*|tumulto*|unruhe*|krawall*|"
                        "беспорядки|شغب|communal violence|pillage*|mob violence|saqueo*"},
    {INCMAP_EVENT_PROTEST,
     "protest*|demonstration*|manifestation*|manifestacion*|manifestaca*|march|"
     "strike|strikes|greve*|huelga*|rally|sit in|streik*|kundgebung*|протест*|"
     "митинг*|احتجاج*|مظاهر*|تظاهر*|rassemblement*|paro|marcha"},
    {INCMAP_EVENT_CIVILIANS, "abduct*|kidnap*|massacre*|enlevement*|secuestro*|sequestro*|"
                             "assassinat*|execution*|extrajudicial*|sexual violence|rape|hostage*|"
                             "torture|entfuhrung*|mord an zivilisten|похищение|خطف|اختطاف|مجزره|"
                             "terrorist attack|targeted killing*|forced disappearance*|lynching*"},
    {INCMAP_EVENT_BATTLE,
     "battle*|clash*|armed clash*|combat*|ambush*|embuscade*|affrontement*|"
     "enfrentamiento*|emboscada*|combate*|gefecht*|kampf*|zusammensto*|firefight*|"
     "fighting|skirmish*|gunfight*|exchange of fire|offensive|бои|столкновени*|"
     "бой|اشتباك*|معارك|كمين|confronto*|hinterhalt|armed conflict|armed assault*|"
     "gun battle*|incursion*"},
    {INCMAP_EVENT_CIVILIANS, "attack*|assault*|attaque*|ataque*|angriff*|هجوم|нападение|violence|"
                             "killing*|raid*|agression*|agresion*|gewalt"},
    {INCMAP_EVENT_STRATEGIC,
     "ceasefire|agreement|territor*|headquarters|cessez le feu|arrests|"
     "arrest|looting property destruction|non violent transfer*|disrupted*"},
    {INCMAP_EVENT_ACCIDENT, "accident*|crash*|collision*|derail*|capsiz*|shipwreck*|naufrage*|"
                            "naufragio*|collapse*|effondrement*|derrumbamiento|industrial|chemical|"
                            "gas leak*|oil spill*|unfall*|absturz*|авария|катастрофа|حادث*|choque|"
                            "accidente*|acidente*|transport|stampede*|drown*"},
    {INCMAP_EVENT_CRIME,
     "crime*|murder*|homicide*|robber*|theft*|shooting*|stabbing*|burglar*|"
     "meurtre*|fusillade*|vol|robo|asesinato*|homicidio*|roubo|mord|raub|diebstahl|"
     "убийство|кража|جريمه|قتل|سرقه|piracy|smuggling|trafficking|arson|carjacking*"},
    {INCMAP_EVENT_STORM, "cold wave*|heat wave*|heatwave*|extreme temperature*|extreme weather"},
};

static gboolean
has_word(const char *folded, const char *word, gsize n)
{
    if (word[0] == '=')
        return strlen(folded) == n - 1 && memcmp(folded, word + 1, n - 1) == 0;
    gboolean is_beginning = word[n - 1] == '*';
    n -= is_beginning;
    for (const char *at = folded; *at != 0;) {
        if (strncmp(at, word, n) == 0 && (is_beginning || at[n] == ' ' || at[n] == 0))
            return TRUE;
        at += strcspn(at, " ");
        at += *at == ' ';
    }
    return FALSE;
}

gboolean
incmap_event_find(const char *folded, IncmapEvent *out_event)
{
    for (gsize i = 0; i < G_N_ELEMENTS(entries); i++) {
        for (const char *word = entries[i].words; *word != 0;) {
            gsize n = strcspn(word, "|");
            if (has_word(folded, word, n)) {
                *out_event = entries[i].event;
                return TRUE;
            }
            word += n;
            word += *word == '|';
        }
    }
    return FALSE;
}
