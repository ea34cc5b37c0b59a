/* SPDX-License-Identifier: MIT */
/*
 * Words about what became of people, who says so, and what did not happen or
 * long ago, in the languages beside English that the reader knows, and rarer
 * English ones.
 */
#include "read/lexicon-data.h"

#define LIST(word_class, language, words)                                                          \
    {                                                                                              \
        INCMAP_WORD_##word_class, language, words                                                  \
    }

const IncmapWordList incmap_told_word_lists[] = {
    LIST(KILL, "en", "drowning drown dead corpses kills"),
    LIST(KILL, "fr",
         "tuer tuent tué tués peri perir decedes decede noyees noyes noye cadavres corps"),
    LIST(KILL, "es",
         "murio mueren morir fallecio fallecido fallecida fallecidas mato matado matados asesino "
         "asesinaron victimas cadaveres cuerpos ahogados ahogadas"),
    LIST(KILL, "pt",
         "mortos morto mortas morta mortes morte morreram morreu mataram matou matando corpos "
         "vitimas assassinados"),
    LIST(KILL, "de",
         "tot tote toter starb ums tödlich umgekommen kamen getötete todesfälle leichen"),
    LIST(KILL, "ru",
         "погиб погибла погибли погибших погибшими убит убиты убито убила убили жертв жертвами "
         "скончались скончался тел"),
    LIST(KILL, "uk",
         "загинув загинула загинули загинуло загиблих убито вбито жертв померли тіл убили"),
    LIST(KILL, "ar",
         "قتل قتلت قتلوا يقتل مقتل ومقتل بمقتل قتلى قتيل قتيلا القتلى قتلاها استشهد استشهاد شهيد "
         "شهيدا شهداء مصرع مصرعهم مصرعه لقوا وفاة توفي بوفاة الضحايا ضحايا ضحية جثة جثث"),
    LIST(INJURE, "en", "stabbed burned burnt treated"),
    LIST(INJURE, "fr", "blesser blessent"),
    LIST(INJURE, "es", "hirio hirieron lesionadas lesiono"),
    LIST(INJURE, "pt", "feridos ferido feridas ferida feriram feriu"),
    LIST(INJURE, "de", "verletzter verwundet verletzungen verwundete"),
    LIST(INJURE, "ru",
         "ранен ранены ранено ранила ранили раненых пострадали пострадал пострадавших "
         "пострадавшими ранения"),
    LIST(INJURE, "uk", "поранено поранені поранення поранень постраждали постраждав травмовано"),
    LIST(INJURE, "ar",
         "اصيب اصيبوا اصابة واصابة باصابة جرح جرحى وجرح جريح جريحا الجرحى مصاب مصابا "
         "مصابين بجروح بجراح"),
    LIST(MISS, "en", "missing"),
    LIST(MISS, "fr", "disparues disparue"),
    LIST(MISS, "es", "desaparecio desaparecieron"),
    LIST(MISS, "pt", "desaparecidos desaparecido desaparecidas"),
    LIST(MISS, "de", "vermisst vermisste vermissten"),
    LIST(MISS, "ru", "пропали пропал пропавших пропавшими"),
    LIST(MISS, "uk", "зникли зниклих безвісти"),
    LIST(MISS, "ar", "فقدان وفقدان مفقود مفقودا مفقودين المفقودين فقدوا"),
    LIST(DISPLACE, "en", "evacuating displaces rehoused"),
    LIST(DISPLACE, "fr", "sinistres sans-abri evacuees evacue"),
    LIST(DISPLACE, "es", "evacuadas evacuaron desplazo damnificados"),
    LIST(DISPLACE, "pt", "desabrigados desabrigadas desalojados desalojadas deslocados"),
    LIST(DISPLACE, "de", "evakuiert obdachlos vertrieben"),
    LIST(DISPLACE, "ru", "эвакуированы эвакуировано эвакуировали"),
    LIST(DISPLACE, "uk", "евакуйовано евакуювали"),
    LIST(DISPLACE, "ar", "نزوح ونزوح نازح نازحين اجلاء واجلاء تشريد"),
    LIST(ARREST, "es", "detenido detenidas arrestado detuvieron detuvo"),
    LIST(ARREST, "fr", "arrete arretee"),
    LIST(ARREST, "pt", "detidos presos detido"),
    LIST(ARREST, "de", "festgenommen verhaftet"),
    LIST(ARREST, "ru", "задержан задержаны задержали"),
    LIST(ARREST, "uk", "затримано затримали"),
    LIST(ARREST, "ar", "اعتقال واعتقال اعتقلت اوقفت توقيف"),
    LIST(ABDUCT, "ar", "خطف اختطاف واختطاف خطفوا"),
    LIST(PERSON, "en",
         "fans footballers players swede swedes dane danes finn spaniard spaniards frenchman "
         "frenchmen frenchwoman englishman irishman briton britons schoolboys recruit candidates "
         "citizens nationals rangers policewoman policewomen bodyguard bodyguards colleagues "
         "pupils diggers gannet migrants infant inmates schoolgirls passers-by deportees "
         "schoolteacher defendants protestants lawyers lawmakers guests survivors "
         "palestinians somalis kurds hindus muslims christians yazidis rohingya rickshaw-drivers "
         "aid-workers bus-passengers"),
    LIST(PERSON, "fr",
         "pecheurs ouvriers touristes employes detenus refugies otages suspects "
         "agriculteurs paysans fideles lyceens etudiants journalistes rebelles assaillant mineurs "
         "nourrissons"),
    LIST(PERSON, "es",
         "vecinos presos reclusos internos ancianos menores pescadores turistas agentes pobladores "
         "jovenes periodistas bomberos migrante ocupantes agricultores"),
    LIST(PERSON, "pt",
         "pessoas pessoa criancas crianca mulheres homens soldados policiais moradores passageiros "
         "civis militares trabalhadores pescadores estudantes outras outros"),
    LIST(PERSON, "de",
         "mensch person kind frau mann bewohner zivilist polizist einwohner fahrgäste reisende "
         "passagiere arbeiter jugendliche weitere"),
    LIST(PERSON, "ru",
         "человек человека людей люди детей ребенок женщин женщины мужчин мужчины солдат военных "
         "военнослужащих мирных жителей жителя пассажиров рабочих шахтеров"),
    LIST(PERSON, "uk",
         "людина людини людей осіб особи дітей дитина жінок жінки чоловіків військових мирних "
         "мешканців жителів цивільних людям"),
    LIST(PERSON, "ar",
         "شخص شخصا اشخاص مدني مدنيا مدنيين المدنيين جندي جنديا جنود اطفال طفل طفلا نساء امراة رجال "
         "مسلح مسلحا مسلحين عناصر عنصرا مواطن مواطنا مواطنين فلسطينيا فلسطينيين راكبا مهاجرا "
         "مهاجرين اخرين اخرون شرطيا سوريا يمنيا"),
    LIST(SPORT, "en",
         "equaliser equalizer referee corners substitute header visitors champions "
         "playmaker offside"),
    LIST(NO_PLACE, "ar", "المدينة البلدة المنطقة القرية العاصمة الجيش الدعم جنوب شمال شرق غرب وسط"),
    LIST(NO_PLACE, "pt", "republica governo estado protecao bombeiros camara"),
    LIST(FEATURE, "pt", "centro zona"),
    LIST(FEATURE, "es", "comunidad"),
    LIST(FEATURE, "fr", "val vallee hameau lieu-dit"),
    LIST(NEGATE, "en", "rejected baseless unfounded fabricated refuted dismissed debunked"),
    LIST(NEGATE, "pt", "nao nenhum nenhuma nega negou"),
    LIST(NEGATE, "de", "nicht kein keine dementierte dementiert"),
    LIST(NEGATE, "ru", "не нет опроверг опровергли"),
    LIST(NEGATE, "uk", "не немає спростував спростували"),
    LIST(NEGATE, "ar", "لم لن نفى نفت تنفي"),
    LIST(MAYBE, "en", "bound threat hypothetically forecasters forecast"),
    LIST(MAYBE, "fr", "pourra exercices simulation craignent"),
    LIST(MAYBE, "es", "podra podría podrían supuso simulacros temor"),
    LIST(MAYBE, "pt", "poderia poderiam pode risco ameaca simulado"),
    LIST(MAYBE, "de", "könnte könnten droht drohen übung warnt warnte"),
    LIST(MAYBE, "ru", "может могут угроза учения"),
    LIST(MAYBE, "uk", "може можуть загроза навчання"),
    LIST(MAYBE, "ar", "قد يمكن تهديد مناورة"),
    LIST(HISTORY, "en",
         "sentenced convicted acquitted verdict trial retrial jurors "
         "remembrance memorials screening premiere premieres trilogy novelist exhibit"),
    LIST(HISTORY, "fr",
         "condamne condamnes proces realisatrice realisateur documentaire romancier perpetuite "
         "verdict commemorent commemore"),
    LIST(HISTORY, "es",
         "condenado condenados juicio sentencia documental director conmemoran conmemora"),
    LIST(HISTORY, "pt", "aniversario filme julgamento condenado documentario romance museu"),
    LIST(HISTORY, "de", "jahrestag film prozess verurteilt roman museum ausstellung gedenken"),
    LIST(HISTORY, "ru", "годовщина годовщину фильм приговор приговорен музей выставка роман"),
    LIST(HISTORY, "uk", "річниця річницю фільм вирок музей виставка роман"),
    LIST(HISTORY, "ar", "معرض فيلم ذكرى الذكرى متحف رواية محاكمة"),
    LIST(SAY, "en", "told tallied informed noted blamed rejected presented published"),
    LIST(SAY, "fr", "indiquent dit-il affirment precisent annoncent signale fait-etat publie"),
    LIST(SAY, "es",
         "informaron indicaron dijeron reportaron confirmaron senalo senalaron anunciaron "
         "preciso detallo comunico"),
    LIST(SAY, "pt", "disse disseram informou informaram segundo afirmou anunciou confirmou"),
    LIST(SAY, "de", "sagte teilte mitteilte meldete berichtete erklärte hieß laut zufolge gab"),
    LIST(SAY, "ru", "сообщил сообщила сообщили сообщило заявил заявила заявили"),
    LIST(SAY, "uk", "повідомив повідомила повідомили заявив заявила заявили"),
    LIST(SAY, "ar", "قال قالت وقال وقالت اعلن اعلنت واعلنت واعلن افادت افاد ذكرت بحسب وفق حسب"),
    LIST(OFFICIAL, "en", "mayors county emergencies medical-examiner coastguard secretary"),
    LIST(OFFICIAL, "fr",
         "prefecture pompiers protection onu ministere procureur etat-major porte-parole "
         "gouverneur"),
    LIST(OFFICIAL, "es",
         "fiscal coordinadora bomberos alcaldesa secretaria emergencias gobernadora"),
    LIST(OFFICIAL, "pt",
         "bombeiros autoridades policia governo governador prefeito defesa secretario"),
    LIST(OFFICIAL, "de",
         "polizei behörden regierung ministerium gouverneur bürgermeister feuerwehr"),
    LIST(OFFICIAL, "ru", "комитет министерство губернатор полиция власти мчс"),
    LIST(OFFICIAL, "uk", "голова міністерство поліція влада обласної дснс"),
    LIST(OFFICIAL, "ar", "وزارة السلطات الشرطة الجيش حاكم محافظ الحكومة"),
    LIST(AUX, "en", "badly seriously critically severely lightly slightly also"),
    LIST(AUX, "fr", "sont se etre avaient avait s'etaient au fait font faisant"),
    LIST(AUX, "es", "ha habian habia fueron dejo dejaron muere seguian siguen"),
    LIST(AUX, "pt", "foram foi estao ficaram ficou deixaram deixou sao"),
    LIST(AUX, "de", "wurden worden sind seien kamen waren"),
    LIST(AUX, "ru", "были был было еще без вести"),
    LIST(AUX, "uk", "були було дістали ще"),
    LIST(AUX, "ar", "كانوا كان"),
    LIST(AMOUNT, "fr", "un deux trois quelques millions million autour"),
    LIST(AMOUNT, "es", "menos millones millon unos"),
    LIST(AMOUNT, "pt", "pelo menos mais de cerca dezenas centenas milhares quase"),
    LIST(AMOUNT, "de", "mindestens mehr als rund etwa über fast dutzende hunderte"),
    LIST(AMOUNT, "ru", "по меньшей мере более около не менее десятки сотни до свыше"),
    LIST(AMOUNT, "uk", "щонайменше понад близько більше ніж десятки сотні до"),
    LIST(AMOUNT, "ar", "اكثر من نحو حوالي على الاقل عشرات مئات الاف عدد"),
    LIST(
        FUNCTION, "pt",
        "o a os as um uma e ou mas de do da dos das em no na nos nas por para com sem que se ao "
        "pelo pela sua seu este esta foi foram ao mais menos dois tres quatro cinco seis sete oito "
        "nove dez pelo"),
    LIST(
        FUNCTION, "ru",
        "в во на с со и или но не из от до по за над под при о об что как это он она они его ее их "
        "еще уже к ко у для"),
    LIST(FUNCTION, "uk",
         "в у на з із зі та і й або але не від до по за над під при о об що як це він вона вони "
         "його її їх ще вже для о"),
    LIST(FUNCTION, "de", "sei seien habe worden noch beim vom ins dort diese dieser"),
    LIST(FUNCTION, "ar", "فيما بينما حتى عند وقد فيه بين بينهم"),
    LIST(PLACE_PREP, "pt", "em no na nos nas de do da perto entre para"),
    LIST(PLACE_PREP, "ru", "в во на под из около близ"),
    LIST(PLACE_PREP, "uk", "в у на під з біля поблизу"),
    LIST(PLACE_PREP, "ar", "في من الى قرب غرب شرق شمال جنوب وسط على"),
    LIST(FEATURE, "pt",
         "cidade vila aldeia municipio provincia distrito estado regiao bairro ilha capital morro "
         "povoado"),
    LIST(
        FEATURE, "de",
        "stadt dorf provinz bezirk region landkreis kreis gemeinde insel hauptstadt ort ortschaft"),
    LIST(FEATURE, "ru",
         "город города городе село селе селу деревня деревне поселок поселке область области район "
         "районе край крае остров республика"),
    LIST(FEATURE, "uk",
         "місто місті село селі селище селищі область області район районі громада громаді острів"),
    LIST(FEATURE, "ar", "مدينة ومدينة بمدينة اقليم ميناء ساحة مخيم جزيرة ناحية قضاء"),
    LIST(WEEKDAY, "pt",
         "segunda segunda-feira terca terca-feira quarta quarta-feira quinta "
         "quinta-feira sexta sexta-feira sabado domingo"),
    LIST(WEEKDAY, "de",
         "montag dienstag mittwoch donnerstag freitag samstag sonntag montagabend dienstagabend "
         "mittwochabend donnerstagabend freitagabend samstagabend sonntagabend montagmorgen "
         "dienstagmorgen mittwochmorgen donnerstagmorgen freitagmorgen samstagmorgen sonntagmorgen "
         "montagnacht dienstagnacht mittwochnacht donnerstagnacht freitagnacht samstagnacht"),
    LIST(WEEKDAY, "ru",
         "понедельник вторник среду среда четверг пятницу пятница субботу суббота "
         "воскресенье"),
    LIST(WEEKDAY, "uk",
         "понеділок вівторок середу середа четвер п'ятницю п’ятницю п'ятниця "
         "суботу субота неділю неділя"),
    LIST(WEEKDAY, "ar", "الاثنين الثلاثاء الاربعاء الخميس الجمعة السبت الاحد"),
    {0, NULL, NULL},
};
