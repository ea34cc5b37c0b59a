/* SPDX-License-Identifier: MIT */
#include "read/lexicon-data.h"

#define LIST(word_class, language, words)                                                          \
    {                                                                                              \
        INCMAP_WORD_##word_class, language, words                                                  \
    }

const IncmapWordList incmap_word_lists[] = {
    LIST(
        TITLE, "",
        "mr mrs ms miss dr prof professor sir lord lady dame president premier minister "
        "chancellor senator sen rep representative congressman congresswoman governor gov mayor "
        "judge justice attorney colonel col general gen lieutenant lt captain capt major maj "
        "sergeant sgt cpl corporal pvt private admiral adm brigadier brig commander cmdr marshal "
        "inspector detective constable officer chief sheriff spokesman spokeswoman spokesperson "
        "king queen prince princess emir sultan sheikh sheik imam ayatollah mullah pope bishop "
        "archbishop cardinal rev reverend father pastor rabbi coach ambassador envoy "
        "secretary director chairman chairwoman ceo analyst author actor actress singer journalist "
        "reporter editor activist lawyer superintendent deputy councillor councilman comrade "
        "monsieur madame mme senor senora don sr sra dona herr frau"),
    LIST(
        GIVEN, "",
        "aaron abdul abdullah abdoulaye abdul abraham adam ahmad ahmed aisha alan albert alex "
        "alexander alexei ali alice amadou amanda amy ana anders andre andrea andrew andriy andy "
        "angela anna anne antonio anthony ashley barbara barack ben benjamin bernard betty bill "
        "bob boris brandon brian bruce carl carlos carol catherine charles chris christine "
        "christopher claire claude craig cynthia dan daniel david deborah dennis derek diana diane "
        "dmitry dmitri donald donna doug douglas duncan edward elena eli elizabeth emily emma "
        "emmanuel eric erik ernest eugene evan fatima felix fernando francisco frank fred gareth "
        "gary george gerald gordon graham greg gregory hannah harold harry hassan heather helen "
        "henry hillary howard hugh hugo hussein ian ibrahim igor isaac ivan jack jacob james jamie "
        "jane janet jason javier jean jeff jeffrey jennifer jeremy jerry jessica jesus jim joan "
        "joe "
        "joel john johnny jonathan jorge jose joseph joshua juan judith judy julia julie justin "
        "karen karl kate katherine keith kelly ken kenneth kevin kim larry laura laurent lee leon "
        "leonard linda lisa liz louis lucy luis luke lynn mahmoud malcolm manuel marco marcus "
        "margaret "
        "maria marie mario mark martha martin mary matt matthew maurice max megan melissa "
        "michael michel michelle miguel mike mohamed mohammad mohammed mohamud mona moussa "
        "muhammad "
        "mustafa nancy natalie nathan neil nicholas nick nicole nigel nikolai noah olga oliver "
        "omar "
        "oscar osama owen pablo pamela pat patricia patrick paul pedro peter phil philip philippe "
        "pierre rachel ralph randy ray raymond rebecca ricardo richard rick robert roberto robin "
        "rodrigo roger roland ron ronald rosa ross roy russell ruth ryan sam samuel sandra sanjay "
        "sarah saul scott sean sergei sergey sergio sharon shaun shirley simon sofia sophie "
        "stanley "
        "stephanie stephen steve steven stuart susan suzanne sylvia ted teresa terry theresa "
        "thomas "
        "tim timothy tina todd tom tommy tony tracy trevor vanessa vicki victor victoria vincent "
        "vladimir volodymyr walter wayne wendy william yasmin yusuf yves zoe ursula emmanuel "
        "narendra "
        "xi joko bashar recep imran bibi elon kamala nadia leila khalid karim salah saeed yasser "
        ""),
    LIST(WEEKDAY, "en", "monday tuesday wednesday thursday friday saturday sunday"),
    LIST(WEEKDAY, "fr", "lundi mardi mercredi jeudi vendredi samedi dimanche"),
    LIST(WEEKDAY, "es", "lunes martes miercoles jueves viernes sabado domingo"),
    LIST(
        FUNCTION, "en",
        "a an the this that these those he she it they we you i his her its their our my your him "
        "them us who whom which what when where why how if then than as at by for from in into of "
        "off on onto or and but nor so yet to up with without within about above after again "
        "against all also although always among amid another any anyone are around be because been "
        "before being below between both can could did do does during each either else even every "
        "few first had has have here however is just last later least less like many may me might "
        "more most much must near neither never new next no not now once one only other others "
        "out over own per perhaps same several shall should since some still such there therefore "
        "though three through thus today together too two under until upon very was well were "
        "while will would yes yesterday despite according earlier meanwhile officials police "
        "people "
        "reports residents witnesses authorities nearly thousands hundreds dozens inside outside "
        "rescue local state national government troops soldiers rebels forces four five six seven "
        "eight nine ten speaking asked four back following instead late early every nobody nothing "
        "across along behind beyond plus unlike unless whether whose tomorrow tonight monday "
        "tuesday wednesday thursday friday saturday sunday photo image caption video read share"),
    LIST(
        FUNCTION, "fr",
        "le la les un une des du de au aux et ou mais donc or ni car ce cet cette ces il elle ils "
        "elles nous vous je tu on son sa ses leur leurs qui que quoi dont dans sur sous avec sans "
        "pour par en selon apres avant depuis pendant entre vers chez plus moins tres aussi ainsi "
        "alors lors tout tous toute toutes plusieurs au-moins deux trois quatre cinq six sept huit "
        "neuf dix hier aujourd demain est sont etait ont a ete etre avoir"),
    LIST(
        FUNCTION, "es",
        "el la los las un una unos unas de del al y o pero ni que quien cual en sobre con sin para "
        "por segun tras desde hasta entre hacia mas menos muy tambien asi entonces todo todos toda "
        "todas varios dos tres cuatro cinco seis siete ocho nueve diez ayer hoy manana es son era "
        "fue fueron ha han se su sus lo le les este esta estos estas ese esa cuando donde como"),
    LIST(
        FUNCTION, "de",
        "der die das den dem des ein eine einen einem einer und oder aber nicht mit von zu zum zur "
        "bei nach aus auf in im an am um fur uber unter vor er sie es wir ihr ist sind war waren "
        "wird wurde wurden hat haben auch nur noch schon als wie wenn dass"),
    LIST(FUNCTION, "ar",
         "في من الى على عن مع هذا هذه ذلك التي الذي قال قالت و او ان كان كانت بعد قبل"),
    LIST(
        COMMON, "",
        "of most mobile nice reading bath battle police along best big black blue bright bush "
        "brown central century church clay college cross date deal dale eagle east west north "
        "south "
        "enterprise fair field fire forest gap general golden grand gray green grove hall hill "
        "hope "
        "independence industry justice lake liberty light little long male man march may mercy "
        "middle mission moon new normal old orange park peace peak pearl pleasant point poison "
        "police post price progress rising river rock rose royal sale same sandy school she spring "
        "star stone street sun sunrise sunset the union university upper valley van victory "
        "war water white wise wood young young today media hit over many deputy lead read pay ban "
        "are am hand how do so no son un as us bar bay capital chief commerce commercial corona "
        "corps crash crown data defiance delta dream energy even facebook force friend friendship "
        "front gas guard home imam internet joy king kings lady law leader lord love man market "
        "marine mass media member metro model mother naval navy net off opportunity order pass "
        "people power president prime prince protection public queen regent republican republic "
        "sea security senate service social society southern northern eastern western sparks "
        "special speed state states strike success summit super team time times tour town trade "
        "trail truth twin un unity valor vice victor video view village virgin vision volunteer "
        "wall watch wave winner winter world western young chess christian catholic islam ebola "
        "covid cholera corona measles malaria zika pandemic flu virus ukrainian barack trump biden "
        "obama putin clinton bush lincoln washington jackson johnson madison wellington nelson "
        "churchill hamilton franklin douglas houston austin warren gore dean ford mason marshall"),
    LIST(COMMON, "fr",
         "la le les sur pour tours guerre mort mai lors nous cannes sens rue dit ville "
         "angle bois plan place police bord pont marche mer paix"),
    LIST(COMMON, "es",
         "la los las paz mercedes victoria libertad salvador san santa dolores rosario "
         "corral union concepcion mayo julio guerra fuerte mar progreso"),
    LIST(
        ORG, "en",
        "university college school academy institute hospital court bank group corp corporation "
        "inc ltd company council committee commission association foundation society union party "
        "times post herald tribune gazette journal news press radio television tv magazine daily "
        "telegraph guardian observer chronicle review agency authority ministry department bureau "
        "office service services airlines airways air brigade battalion regiment division "
        "corps army navy police guard forces force united fc club team stadium arena museum "
        "theatre theater hotel church cathedral mosque temple street avenue road boulevard lane "
        "drive square bridge tower building center centre mall market prison jail station airport "
        "studios records films pictures entertainment systems technologies airlines motors oil "
        "parliament congress senate assembly legislature tribunal front movement alliance league "
        "conference festival award prize cup championship championships open marathon raiders "
        "cowboys yankees giants eagles lions tigers bears rangers act treaty agreement accord "
        "accords protocol convention summit plan scandal syndrome virus flu fever bill law report"),
    LIST(ORG, "fr", "universite tribunal banque groupe ministere armee match"),
    LIST(ORG, "es", "universidad tribunal banco grupo ministerio ejercito"),
    LIST(FEATURE, "",
         "town city village province district region state county governorate oblast prefecture "
         "department municipality commune township suburb neighborhood neighbourhood capital port "
         "island islands peninsula valley river lake mountain mountains hamlet settlement camp "
         "territory emirate canton cercle wilaya woreda raion republic kingdom border area areas "
         "villages towns cities provinces districts states regions counties bay gulf sea desert "
         "strait archipelago airport outskirts locality base wadi oasis"),
    LIST(FEATURE, "fr",
         "ville village commune region province district departement localite quartier "
         "prefecture capitale cercle wilaya ile lac fleuve villes villages"),
    LIST(FEATURE, "es",
         "ciudad pueblo municipio provincia departamento estado region localidad "
         "capital isla comuna canton distrito aldea poblado vereda corregimiento"),
    LIST(FEATURE, "ar", "مدينة قرية محافظة بلدة منطقة ولاية مديرية إقليم بمدينة بلدتي مدينتي"),
    LIST(PLACE_PREP, "en",
         "in at near from around outside inside across into to between toward "
         "towards through off along over of on reaching throughout"),
    LIST(PLACE_PREP, "fr", "a au aux en dans pres de vers entre depuis sur d du"),
    LIST(PLACE_PREP, "es", "en cerca de desde hacia entre a del"),
    LIST(PLACE_PREP, "de", "in bei nahe aus nach um"),
    LIST(DIRECTION, "en",
         "north south east west northeast northwest southeast southwest northern "
         "southern eastern western northeastern northwestern southeastern "
         "southwestern central upper lower"),
    LIST(DIRECTION, "fr", "nord sud est ouest centre nordest"),
    LIST(DIRECTION, "es", "norte sur este oeste noreste noroeste sureste suroeste centro"),
    LIST(SAY, "en",
         "said says say told claimed claims claim claiming stated states stating announced "
         "reported reports report confirmed confirms according added declared insisted "
         "suggest suggested suggests estimated estimates estimate acknowledged put denied "
         "alleged reporting saying counted admitted tweeted wrote warned revealed"),
    LIST(SAY, "fr", "dit declare affirme annonce selon rapporte indique precise confirme d'apres"),
    LIST(SAY, "es", "dijo informo afirmo segun anuncio confirmo declaro indico reporto"),
    LIST(KILL, "en",
         "killed kill kills killing dead died die dies dying deaths death slain slaughtered "
         "massacred fatalities fatality perished drowned lives executed toll murdered "
         "beheaded bodies"),
    LIST(KILL, "fr", "tue tues tuee tuees tuant mort morts morte mortes deces victimes"),
    LIST(KILL, "es",
         "muertos muerto muertas muerta muertes murieron murio fallecidos fallecieron "
         "asesinados asesinadas mataron"),
    LIST(KILL, "de", "getotet tote toten todesopfer starben"),
    LIST(KILL, "ar", "قتل مقتل قتلى قتيل قتيلا استشهد شهيدا شهداء وفاة قتلوا ومقتل"),
    LIST(INJURE, "en",
         "injured injure injuring injuries injury wounded wounding wound hurt "
         "hospitalised hospitalized maimed"),
    LIST(INJURE, "fr", "blesse blesses blessee blessees blessant"),
    LIST(INJURE, "es", "heridos herido heridas herida lesionados"),
    LIST(INJURE, "de", "verletzt verletzte verletzten"),
    LIST(INJURE, "ar", "جرح جريح جريحا جرحى إصابة مصابين اصيب أصيب وإصابة"),
    LIST(MISS, "en", "missing unaccounted"),
    LIST(MISS, "fr", "disparus disparu portes-disparus"),
    LIST(MISS, "es", "desaparecidos desaparecido desaparecidas"),
    LIST(DISPLACE, "en", "displaced displacing evacuated evacuate homeless fled fleeing uprooted"),
    LIST(DISPLACE, "fr", "deplaces deplacees evacues"),
    LIST(DISPLACE, "es", "desplazados evacuados desplazadas"),
    LIST(ARREST, "en", "arrested arresting detained detaining arrests"),
    LIST(ARREST, "fr", "arretes arretees interpelles"),
    LIST(ARREST, "es", "detenidos arrestados"),
    LIST(ABDUCT, "en", "abducted abducting kidnapped kidnapping kidnap seized hostage hostages"),
    LIST(ABDUCT, "fr", "enleves enlevees kidnappes"),
    LIST(ABDUCT, "es", "secuestrados secuestradas"),
    LIST(PERSON, "en",
         "people person persons man men woman women child children boy boys girl girls civilian "
         "civilians soldier soldiers troops troop fighter fighters militant militants rebel rebels "
         "mercenary mercenaries policeman policemen officer officers guard guards student students "
         "worker workers villager villagers resident residents farmer farmers herder herders "
         "passenger "
         "passengers passersby driver drivers protester protesters demonstrators demonstrator "
         "migrant "
         "migrants refugee refugees "
         "journalist journalists teacher teachers pupils pupil patients patient medics doctor "
         "doctors "
         "nurses nurse insurgents insurgent gunmen gunman attackers attacker bandits bandit "
         "jihadists "
         "terrorists terrorist members member others other victims victim servicemen personnel "
         "peacekeepers peacekeeper worshippers worshipper miners miner fishermen traders trader "
         "tourists tourist pilgrims pilgrim families family households inhabitants crew sailors "
         "police "
         "paramilitaries commandos marines separatists hostages suspects suspect individuals "
         "relatives "
         "adults adult toddlers toddler infant baby babies teenagers teenager youths youth locals "
         "Palestinians israelis ukrainians russians syrians afghans shoppers bystanders spectators "
         "firefighters firefighter climbers hikers rescuers volunteers prisoners inmates inmate "
         "militiamen militia operatives recruits cadets settlers nomads schoolgirls schoolchildren "
         "schoolboys customers employees staff motorists motorcyclist cyclist pedestrian "
         "pedestrians "
         "elders elder cattle-herders"),
    LIST(PERSON, "fr",
         "personnes personne civils civil soldats soldat militaires militaire policiers "
         "policier enfants enfant femmes femme hommes homme gendarmes gendarme habitants "
         "villageois combattants jihadistes djihadistes terroristes assaillants migrants "
         "autres passagers eleves gens"),
    LIST(PERSON, "es",
         "personas persona civiles civil soldados soldado militares policias policia "
         "ninos nino mujeres mujer hombres hombre campesinos indigenas migrantes pasajeros "
         "guerrilleros estudiantes otros otras lideres trabajadores mineros"),
    LIST(PERSON, "de", "menschen personen soldaten zivilisten kinder frauen manner polizisten"),
    LIST(PERSON, "ar",
         "شخص شخصا أشخاص مدنيين مدنيا جنود جنديا جندي أطفال طفلا نساء مسلحين عناصر مواطنين"),
    LIST(NEGATE, "en",
         "no not never nobody denied denies deny denying without false hoax neither nor "
         "didnt hasnt havent wasnt werent isnt rumours rumors averted avoided prevented foiled "
         "thwarted"),
    LIST(NEGATE, "fr", "aucun aucune ne dement dementi jamais pas"),
    LIST(NEGATE, "es", "ningun ninguna no nunca niega nego desmintio"),
    LIST(MAYBE, "en",
         "could would might may if should threatened threaten threatens threatening plan "
         "plans planned planning fear fears feared warned warning warns possible potential "
         "risk hypothetical simulated exercise drill rehearsal imagine unless expected "
         "tomorrow brace braced bracing braces vowed prepare preparing call calls called prevent "
         "likely will"),
    LIST(MAYBE, "fr", "pourrait pourraient menace menacent risque craint exercice prevu"),
    LIST(MAYBE, "es", "podria podrian amenaza amenazan riesgo simulacro previsto"),
    LIST(HISTORY, "en",
         "anniversary film movie documentary novel book museum exhibition memoir play "
         "opera series drama thriller century commemorated commemorate commemorating "
         "commemoration memorial remembered history historian historians centenary "
         "veterans decade decades ago painting songs song album"),
    LIST(HISTORY, "fr", "anniversaire film roman livre musee exposition commemoration siecle"),
    LIST(HISTORY, "es", "aniversario pelicula novela libro museo conmemoracion siglo"),
    LIST(SPORT, "en",
         "match goal goals goalkeeper striker midfielder coach league cup quarterfinal "
         "semifinal semi-final final finals championship tournament stadium scored score "
         "innings wicket wickets cricket football soccer rugby tennis basketball hockey "
         "kickoff fixture fixtures derby touchdown quarterback playoff playoffs batsman "
         "overtime goalkeepers goaltender puck halftime scoreline penalties standings winger "
         "season penalty fans squad defender bowler premiership grand-slam olympic"),
    LIST(SPORT, "fr", "match but buts entraineur ligue coupe championnat finale equipe joueurs"),
    LIST(SPORT, "es", "partido gol goles entrenador liga copa campeonato final equipo jugadores"),
    LIST(OFFICIAL, "en",
         "official officials police ministry minister government authorities authority "
         "army military governor mayor president spokesman spokeswoman spokesperson "
         "commander prosecutor prosecutors department agency hospital commissioner chief "
         "administration council defence defense coroner sheriff junta state un "
         "nations fire firefighters rescuers corps"),
    LIST(OFFICIAL, "fr",
         "autorites police ministere ministre gouvernement armee gouverneur maire "
         "prefet gendarmerie officiel officielle parquet"),
    LIST(OFFICIAL, "es",
         "autoridades policia ministerio ministro gobierno ejercito gobernador alcalde "
         "fiscalia oficial"),
    LIST(PARTY, "en",
         "rebels rebel separatists separatist militants militant insurgents witnesses "
         "witness residents resident villagers locals activists reports report sources "
         "source media group groups monitors monitor observatory jihadists fighters "
         "opposition union relatives survivors survivor aid medics doctors islamists "
         "bloggers channels analysts estimates"),
    LIST(AUX, "en",
         "was were is are be been being has have had having also reportedly confirmed feared "
         "believed said to later all left found reported presumed who currently then "
         "apparently allegedly"),
    LIST(AUX, "fr", "ete a ont ont-ete est sont etaient etait avoir ont-ils aient"),
    LIST(AUX, "es", "fueron fue han ha sido estan resultaron resulto quedaron murieron"),
    LIST(AMOUNT, "en",
         "at least more than over nearly almost about around up to some fewer less "
         "approximately roughly between and a dozen dozens scores hundred hundreds "
         "thousand thousands million no only another further estimated many as an "
         "additional"),
    LIST(AMOUNT, "fr",
         "au moins plus de pres environ quelque dizaine dizaines centaine centaines "
         "une milliers millier douzaine jusqu"),
    LIST(AMOUNT, "es",
         "al menos mas de cerca unos unas decenas docena docenas cientos miles casi "
         "alrededor"),
    LIST(
        UNIT, "",
        "km kilometers kilometres kilometer kilometre miles mile meters metres m percent per cent "
        "years year months month weeks week days day hours hour minutes minute am pm dollars euros "
        "pounds usd eur million billion degrees acres hectares tonnes tons houses homes buildings "
        "shops cattle cows sheep goats birds animals camels donkeys pigs chickens horses dogs fish "
        "whales vehicles trucks cars tanks helicopters drones missiles rockets schools villages "
        "countries times seats votes points goals runs ans jours heures mois metros kilometros "
        "anos dias horas kilometre euros pour-cent th st nd rd aged magnitude floors flats"),
    LIST(
        ABBREV, "",
        "mr mrs ms dr prof sr jr st gen col lt capt maj sgt cpl gov sen rep rev hon adm brig cmdr "
        "vs "
        "etc no nos jan feb mar apr jun jul aug sep sept oct nov dec inc ltd co corp dept mt ft "
        "ave "
        "blvd rd approx est ed ph janv fevr avr juil dep art fig p pp vol am pm ala ariz ark calif "
        "colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa "
        "tenn tex va vt wash wis wyo ont que alta sask"),
    LIST(BORDER, "", "border borders frontier boundary frontiere frontera"),
    LIST(NAME_PART, "",
         "de la le du des el al ad an ar as ash at ul ur of the and van von der den dos "
         "da do di del y e en sur les los las i bin ibn abu umm ben beni ti upon saint st "
         "san santa new d l"),
    LIST(NO_PLACE, "",
         "ap afp reuters bbc cnn nato who un unicef unhcr fbi cia nfl nba mlb fifa "
         "uefa isis isil covid hiv aids gmt utc usd gdp ceo tv fm nhs nasa opec unesco "
         "imf wto osce ecowas asean brics plo idf rsf saf tass xinhua dpa efe"),
    {0, NULL, NULL},
};
