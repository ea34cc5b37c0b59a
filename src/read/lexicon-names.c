/* SPDX-License-Identifier: MIT */
/*
 * Words that tell names of places from names of persons, organisations and
 * everyday things.
 */
#include "read/lexicon-data.h"

#define LIST(word_class, language, words)                                                          \
    {                                                                                              \
        INCMAP_WORD_##word_class, language, words                                                  \
    }

const IncmapWordList incmap_name_word_lists[] = {
    LIST(
        GIVEN, "",
        "abigail adrian adriana agnes aidan alastair albert alberto alejandro alessandro alexandra "
        "alfonso alfred alfredo ali alicia alison allan allen allison alvin amber amelia amina "
        "amir amit amos anastasia andreas andres angel angelo anita ann annie anton antoine "
        "archie ariel arnold arthur arturo ashraf audrey augustin aung ayesha aziz barry "
        "bart basil beatrice becky belinda bella ben benedict bernadette bernie bert beth bethany "
        "beverly blair blake bonnie brad bradley brenda brendan brent brett bridget brittany "
        "brooke bruno bryan bryce byron caleb calvin cameron camille carla carlo carmen carol "
        "carole caroline carolyn carrie casey cassandra cathy cecilia cedric cesar chandra "
        "charlie chelsea cheryl chester christian christina christy chuck cindy clara "
        "clarence clark claudia clayton clement cliff clifford clint clive clyde cody colin "
        "colleen connie connor conor constance cornelius cory courtney cristina curtis cyril "
        "daisy damian damon dana danielle danny daphne darlene darrell darren daryl dave dawn "
        "dean debbie debra deirdre delia denis denise derrick desmond dexter diego dieter dinesh "
        "dirk dominic dominique don dora doreen doris dorothy drew duane dustin dylan "
        "earl eddie edgar edith edmund eduardo edwin eileen elaine eleanor ella ellen elliot "
        "elliott elsie elvis emil emilio emily enrique erica erin esteban esther ethan eva "
        "evelyn everett fabio faith felicia felipe fiona flora floyd frances francesca "
        "francesco francis franklin franz freddie frederick fritz gabriel gabriela gail garrett "
        "garry gavin gemma gene genevieve geoff geoffrey georgina gerard gilbert gina giorgio "
        "giovanni giuseppe gladys glen glenn gloria grace grant guillermo gus gustavo guy "
        "gwen habib hamid hamza hans haruna hassan hazel hector heidi helena henri herbert herman "
        "hiroshi holly homer horace hortense hubert humberto ian ibrahima ida ignacio imelda "
        "imogen ines ingrid irene iris irina irving isabel isabella ismail issa ivy "
        "jacqueline jacques jaime jake jamal janice jared jarrod jasmine jay jayne jeanette jeanne "
        "jeannie jed jenna jenny jeremiah jermaine jill jimmy jo joachim joanna joanne jocelyn "
        "jody joey johan johann jonas josephine josh joy joyce juliet julian juliana "
        "julius justine kathleen kathryn kathy katie katrina kay kayla keisha kelvin "
        "kendra kerry khaled kimberly kirk kirsten klaus konstantin krista kristen kristin "
        "kristina kumar kurt kyle lance larissa lars latoya lauren laurence laurie lawrence leah "
        "leandro lena lenny leo leroy leslie lester levi lewis lila lillian lily lindsay lindsey "
        "lionel lloyd lois lola lonnie lorenzo loretta lori lorna lorraine louise lucas lucia "
        "luciano lucille lucinda luigi luther lydia mabel mackenzie maddie madeleine mae "
        "maggie mahmud malik mandy marc marcel marcelo marcia margarita margot marian mariana "
        "marilyn marina marion marisa marissa marjorie marlene marshall marta marty marvin "
        "mateo mathew mathieu matthias maureen mauricio mauro maxine maxwell maya megan meghan "
        "mehmet melanie melinda melvin meredith mia micah micheal mickey miles milton "
        "mindy minnie miranda miriam mitch mitchell mohamad mohan moira molly monica monique "
        "morgan morris moses muriel musa myra myron nadine naomi natasha nathalie nathaniel neal "
        "ned nelson nestor nicola nicolas nicolo nikki nina noel nora noreen norma norman "
        "octavio odette olive olivia olivier omer ornella orville oswald otis otto paige "
        "pascal patrice patsy patty paula paulette pauline paulo pavel pearl peggy penelope "
        "penny percy perry pete phillip phoebe phyllis pierce piotr polly preston priscilla "
        "priya quentin quincy rafael raj rajesh ralf ramon randall randolph raquel raul reggie "
        "regina reginald rene renee reuben rex rhonda ricky riley rita robbie roberta robyn rocco "
        "rochelle roderick rodney roger roland rolf roman romeo ronan ronnie rory rosalie "
        "rosemary roxanne rudolf rudolph rudy rufus rupert russ rusty sabrina sadie sally "
        "salvador salvatore samantha sami sammy samir sandy sara sasha scarlett sebastian "
        "selina serena seth seymour shane shannon shawn sheila shelby shelley sherry sheryl "
        "sidney silvia simone sonia sonya spencer stacey stacy stan stefan stella stephan "
        "steph stewart stuart suleiman sunil sunita surya sven tamara tammy tanya tara "
        "tariq tasha tatiana taylor terence terrence terri tessa thad thelma theo theodore tiffany "
        "timur tobias toby tomas tommy toni tonya tracey travis tricia tristan troy tyler tyrone "
        "umar valentina valeria valerie vera vernon veronica vicky vijay viktor vince viola "
        "violet virgil vivian wade waleed wallace wanda warren wendell wesley whitney "
        "wilbur wilfred willard willie willis wilma winifred winston wolfgang wyatt xavier "
        "yasir yolanda yuri yvette yvonne zachary zack zainab zayed zeinab"),
    LIST(COMMON, "",
         "academy access action administration advance advocate affairs agriculture aid alert "
         "album alpha amber angel annual anti apple arms arts asset author aviation "
         "award banner base basin basketball bear beauty beaver bell bible bishop blues board "
         "body bond book born boys branch brand bread bride broad brother buffalo building "
         "bull bureau business buy call camp campaign cancer candle canyon card care case cash "
         "cathedral catholic cave census champion chance channel charity charter chili chips "
         "choice christmas circle citizens city civil class clear club coal coast code coffee cold "
         "colonial come command commission community company compass concept concert congress "
         "conservative consumer contact continental control copper cotton council country course "
         "courage cove cover creek cricket crime crossroads crystal culture cup custom daily dance "
         "defence defense delight democrat democratic desert design diamond digital direct "
         "director discovery division doctor double dragon drive drug dry duty easter economy "
         "edge education elder election electric elite emergency empire engineer environment "
         "equity estate eve exchange expert express eye factory fair faith family far farm fashion "
         "father federal federation fight final finance fish fishing fit flag flight flower focus "
         "food football foreign fortune foundation fountain fox free freedom french fresh "
         "fun future gallery game garden gate giant girl give global gospel grace grande grant "
         "graves greater ground group gun harbor harbour harmony harvest hawk head health heart "
         "heat heaven help heritage hero high history holiday holy homeland honor honour horizon "
         "horse hospital hot hotel house housing human hunt ice ideal image impact imperial "
         "index indian inner innovation inside institute insurance interior international invest "
         "iron island islamic january jewel job judge june junior jupiter justice key kid "
         "kind kitchen labor labour ladies land lane last latin lead league left legal legend "
         "lesson letter liberal library license life lily lion live lodge logan loop los lot "
         "loud lucky lunch magic magnet mail main major mall manager mane manor map marathon "
         "march mark mars master match matter maximum meadow medical meet memorial mercury merit "
         "message mill mine miracle mirror mix mobile model modern monarch money monitor monster "
         "monument moral morning motion motor mountain mouth movement museum music muslim "
         "mystery nation native nature need network never news north ocean olympic omega "
         "one operation option oracle orchard orient oriental original outlook owner page palace "
         "palm panel panorama paper parade paradise parcel parent park parliament part partner "
         "party path patient patriot patrol pay pence pepper perfect petroleum phoenix photo "
         "pilot pine pink pioneer pit pitch planet plant plaza plus polar pole polling pool "
         "pope port pound prayer press pride primary print prison private prize product "
         "professor profile program project promise prophet proposal prospect protein proud "
         "province public pump purple quality quarter quartz queens quest race radio rail rain "
         "rainbow ramadan ranch range ranger rapid rate real reason red reform refuge regal "
         "region relay reliance relief religion remark report reserve resort rest result retreat "
         "revolution rich ride ridge right rights ring rise rival road robin rocket roman romance "
         "roof room root round route row ruby rule run rural sacred safe sail salary sand santa "
         "satellite saturn save scale scene science scout script season second secret section "
         "sector seed select selection self sell senior sense sentinel series sessions set settle "
         "shadow shark shine ship shop short show side sign signal silver sister site skill sky "
         "snow social soil solar soldier solid solo solution son sound south spa space spark speak "
         "spice spike spirit sport sports spot square staff stage stake standard start station "
         "steel steep step still storm story strategy stream strong student studio style sugar "
         "suite summer sunday sunset supply support surf surgery swan sweet swift system table "
         "talent tank target task tax teacher technology temple ten tender term terrace test "
         "text thanks theory thing think third thorn thunder tiger tight timber title today token "
         "toll top torch total touch track traffic train transfer transit transport "
         "transportation travel treasure treasury tree trend trial tribe trinity triple trouble "
         "trump trust try tube turn twice twins type ultra uncle uniform unique unit unite united "
         "universal urban user utility value venture venus veterans victim viking vine violet "
         "visit vista vital voice volcano volume vote voyage wagon wales walk want ward watch "
         "wave way wealth weather wedding week weekend welcome welfare wells west wheel whip "
         "wild will wind window wing wish wolf woman women wonder wood word work worth wound "
         "write yard year yellow yes york zebra zero zone cobra condor falcon hawk pluto crash "
         "duma hamas sunni shiite shia zara come avila polling wash interior chancellor brussels"),
    LIST(PUBLIC, "en",
         "police sheriff council court courthouse fire county city school schools high middle "
         "elementary university college district department government ministry parliament "
         "legislature senate mayor governor residents authorities authority commission "
         "commissioners commissioner hospital airport port jail prison township village town "
         "fairgrounds fair chamber superior circuit municipal state health community public "
         "regional metropolitan metro water sanitation planning zoning board bureau national "
         "guard supreme district fire association office administration convention "
         "center centre library museum area coroner prosecutor attorney cathedral campus "
         "parish club center stock embassy consulate foreign finance defense defence "
         "interior prime education environment human"),
    LIST(STREET, "en",
         "street st road rd avenue ave drive lane boulevard blvd parkway pkwy highway freeway "
         "expressway terrace turnpike alley crescent"),
    LIST(NATURE, "en",
         "river creek lake lakes mountain mountains mount peak hills range forest park refuge "
         "preserve wilderness island islands peninsula bay gulf sea strait ocean valley canyon "
         "beach desert plateau reservoir glacier volcano falls archipelago county township parish "
         "harbor harbour dam cape lagoon swamp marsh basin county borough shire"),
    LIST(BEFORE_NATURE, "en", "lake mount mt cape fort river camp port isle gulf bay"),
    LIST(AREAS, "en",
         "counties districts provinces states regions governorates cities towns villages islands "
         "rivers parishes townships communes departments oblasts municipalities prefectures "
         "boroughs suburbs areas neighborhoods neighbourhoods streets avenues roads mountains"),
    LIST(NO_PLACE, "",
         "hamas hezbollah hizbollah hizbullah wagner taliban shabaab shabab boko houthi houthis "
         "kremlin islam allah jesus christ google facebook twitter microsoft toyota walmart "
         "reuters bloomberg interpol europol instagram youtube netflix boeing airbus tesla"),
    LIST(LANGUAGE, "en",
         "language languages speaking speakers speaker fries toast shepherd shepherds bulldog "
         "bulldogs roulette "
         "cuisine food restaurant dressing measles dictionary translation"),
    {0, NULL, NULL},
};
