/* SPDX-License-Identifier: MIT */
#include "read/lexicon-data.h"

#define ON(event, heading, rank, family, harm, language, words)                                    \
    {                                                                                              \
        {INCMAP_EVENT_##event, heading, rank, INCMAP_FAMILY_##family, harm}, language, words       \
    }

const IncmapTriggerList incmap_trigger_lists[] = {
    ON(BATTLE, "Ambush", 6, ARMED, FALSE, "en", "ambush|ambushed|ambushes|ambushing"),
    ON(EXPLOSION, "Air strike", 6, ARMED, FALSE, "en",
       "airstrike|airstrikes|air strike|air strikes|air raid|air raids|air attack|dropped bombs"),
    ON(EXPLOSION, "Drone strike", 6, ARMED, FALSE, "en",
       "drone strike|drone strikes|drone attack|drone attacks"),
    ON(EXPLOSION, "Shelling", 6, ARMED, FALSE, "en",
       "shelling|shelled|artillery fire|mortar fire|mortar attack|bombardment|bombarded"),
    ON(EXPLOSION, "Missile attack", 5, ARMED, TRUE, "en",
       "missile|missiles|rocket|rockets|cruise missile|ballistic missile|warplanes|fighter jets"),
    ON(EXPLOSION, "Bombing", 5, ARMED, TRUE, "en", "bombs"),
    ON(EXPLOSION, "Drone strike", 5, ARMED, TRUE, "en", "drone|drones"),
    ON(EXPLOSION, "Shelling", 5, ARMED, TRUE, "en", "artillery|mortars|heavy artillery|shells"),
    ON(EXPLOSION, "Strike", 4, ARMED, TRUE, "en",
       "israeli strike|israeli strikes|strike on|"
       "strikes on|strike hit|strikes hit"),
    ON(EXPLOSION, "Missile attack", 6, ARMED, FALSE, "en",
       "missile strike|missile strikes|missile attack|rocket attack|rocket attacks|rocket fire|"
       "missile attacks"),
    ON(EXPLOSION, "Suicide bombing", 7, ARMED, FALSE, "en",
       "suicide bombing|suicide bomber|suicide bombers|suicide attack|suicide attacks|"
       "suicide bombings|suicide bomb"),
    ON(EXPLOSION, "Car bomb", 7, ARMED, FALSE, "en",
       "car bomb|car bombs|truck bomb|truck bombs|car bombing|car bombings"),
    ON(EXPLOSION, "Bombing", 5, ARMED, FALSE, "en",
       "bombing|bombings|bombed|bomb attack|bomb blast|roadside bomb|roadside bombs|bomb"),
    ON(EXPLOSION, "Mine blast", 6, ARMED, FALSE, "en",
       "landmine|land mine|mine blast|landmines|mine killed|mine exploded|"
       "hit a mine|struck a mine|mine explosion"),
    ON(EXPLOSION, "Explosion", 4, ARMED, TRUE, "en",
       "explosion|explosions|exploded|blast|blasts|detonated|grenade"),
    ON(ACCIDENT, "Explosion", 6, BREAK, FALSE, "en",
       "gas explosion|gas blast|boiler explosion|factory explosion|dust explosion|gas leak|"
       "fireworks explosion|tanker explosion|chemical explosion|tanker exploded|"
       "chemical spill|chemical leak|gas cylinder"),
    ON(CIVILIANS, "Massacre", 6, ARMED, FALSE, "en", "massacre|massacred|massacres"),
    ON(CIVILIANS, "Kidnapping", 6, ARMED, FALSE, "en",
       "kidnapping|kidnapped|abduction|abducted|abductions|kidnappings|hostage taking"),
    ON(CRIME, "Shooting", 5, ARMED, FALSE, "en",
       "shooting|mass shooting|shot dead|shootings|opened fire|gunned down"),
    ON(CRIME, "Stabbing", 5, ARMED, FALSE, "en",
       "stabbing|stabbed|knife attack|stabbings|stabbing attack|machete attack"),
    ON(BATTLE, "Clashes", 4, ARMED, FALSE, "en",
       "armed clashes|clash|clashes|clashed|firefight|gun "
       "battle|gunfight|skirmish|skirmishes|exchange of|"
       "heavy fighting"),
    ON(BATTLE, "Fighting", 3, ARMED, FALSE, "en", "fighting|battle|battles|confrontation|fought"),
    ON(CIVILIANS, "Raid", 3, ARMED, FALSE, "en", "raid|raided|raids|stormed"),
    ON(CIVILIANS, "Attack", 5, ARMED, FALSE, "en",
       "terrorist attack|militant attack|car ramming|car attack|truck attack|opened fire on"),
    ON(CIVILIANS, "Attack", 2, ARMED, FALSE, "en",
       "attack|attacks|attacked|assault|assaulted|killings|attackers attacked"),
    ON(CIVILIANS, "Violence", 1, ARMED, TRUE, "en", "violence|unrest"),
    ON(RIOT, "Riot", 5, CROWD, FALSE, "en",
       "riot|riots|rioting|rioters|looting|mob violence|prison riot"),
    ON(PROTEST, "Protest", 4, CROWD, FALSE, "en",
       "protest|protests|protested|protesters|demonstration|demonstrations|demonstrators|rally|"
       "sit in|marched"),
    ON(EARTHQUAKE, "Earthquake", 6, QUAKE, FALSE, "en",
       "earthquake|earthquakes|quake|tremor|aftershock|seismic"),
    ON(TSUNAMI, "Tsunami", 7, QUAKE, FALSE, "en", "tsunami"),
    ON(VOLCANO, "Eruption", 6, LAVA, FALSE, "en", "erupted|eruption|volcanic eruption|volcano"),
    ON(FLOOD, "Floods", 5, WATER, FALSE, "en",
       "flood|floods|flooding|flooded|floodwaters|flash flood|flash floods|inundated|"
       "torrent of|torrents of|burst its banks|dam burst|dams burst|wall of water"),
    ON(STORM, "Storm", 5, WIND, FALSE, "en",
       "storm|storms|tropical storm|snowstorm|blizzard|thunderstorm|sandstorm"),
    ON(STORM, "Cyclone", 6, WIND, FALSE, "en", "cyclone|tropical cyclone"),
    ON(STORM, "Hurricane", 6, WIND, FALSE, "en", "hurricane"),
    ON(STORM, "Typhoon", 6, WIND, FALSE, "en", "typhoon"),
    ON(STORM, "Tornado", 6, WIND, FALSE, "en", "tornado|tornadoes|twister"),
    ON(LANDSLIDE, "Landslide", 6, SLOPE, FALSE, "en",
       "landslide|landslides|mudslide|mudslides|rockslide|avalanche|avalanches|landslip|"
       "landslips|rockfall|mudflow"),
    ON(DROUGHT, "Drought", 4, DRY, FALSE, "en", "drought|famine|droughts"),
    ON(STORM, "Heatwave", 5, DRY, FALSE, "en", "heatwave|heat wave|extreme heat|cold wave"),
    ON(FIRE, "Wildfire", 6, FLAME, FALSE, "en",
       "wildfire|wildfires|bushfire|bushfires|forest fire|forest fires|grass fire|brush fire"),
    ON(FIRE, "Fire", 4, FLAME, TRUE, "en", "fire|fires|blaze|blazes|inferno|flames"),
    ON(FIRE, "Fire", 5, FLAME, FALSE, "en", "house fire|hotel fire|factory fire|market fire"),
    ON(DISEASE, "Outbreak", 5, ILLNESS, FALSE, "en",
       "outbreak|outbreaks|epidemic|cholera|ebola|measles|mpox"),
    ON(ACCIDENT, "Crash", 5, CRASH, TRUE, "en",
       "crash|crashed|crashes|collision|collided|derailed|derailment|overturned|plunged|"
       "pile up|veered off|skidded off|ran off the road|rolled over|fell into a ravine|"
       "fell into a gorge|fell into a river|fell off a bridge|fell off a cliff|rammed into"),
    ON(ACCIDENT, "Accident", 3, ANY, TRUE, "en", "accident|disaster|tragedy"),
    ON(EARTHQUAKE, "Earthquake", 2, QUAKE, TRUE, "en",
       "epicentre|epicenter|centred near|centered near"),
    ON(ACCIDENT, "Plane crash", 6, CRASH, FALSE, "en",
       "plane crash|plane crashed|aircraft crashed|jet crashed|helicopter crash|"
       "helicopter crashed|air crash"),
    ON(ACCIDENT, "Crash", 6, CRASH, FALSE, "en",
       "bus crash|train crash|train collision|road accident|traffic accident|rail accident|"
       "road crash|head on collision"),
    ON(ACCIDENT, "Shipwreck", 6, CRASH, FALSE, "en",
       "capsized|capsizing|capsize|shipwreck|boat sank|ferry sank|ship sank|vessel sank"),
    ON(ACCIDENT, "Shipwreck", 4, CRASH, TRUE, "en", "sank|sinking|went down"),
    ON(ACCIDENT, "Collapse", 5, BREAK, TRUE, "en",
       "collapse|collapsed|collapses|caved in|cave in|came down"),
    ON(ACCIDENT, "Stampede", 6, BREAK, FALSE, "en", "stampede|crowd crush|crowd surge"),
    ON(ACCIDENT, "Stampede", 5, BREAK, TRUE, "en",
       "a crush|the crush|fatal crush|deadly crush|crush at|crush in"),
    ON(CRIME, "Shooting", 1, ARMED, TRUE, "en", "gunmen|gunman|shot"),
    ON(CRIME, "Murder", 4, ARMED, FALSE, "en", "murdered|assassinated|assassination|lynched"),
    ON(CIVILIANS, "Killing", 1, ANY, TRUE, "en", "killed|killing|slain|slaughtered|beheaded"),
    {{0}, NULL, NULL},
};
