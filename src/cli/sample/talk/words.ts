import {listOf} from "../words/list.ts";
import type {Words} from "../grammar.ts";

/** What the scripts talk about; books, bands, cities and freezers come from the files that hold them. */
export const TALK_WORDS: Words = {
  dish: listOf(`
    lasagne | mushroom risotto | lentil soup | fish tacos | chickpea curry | pad thai |
    shakshuka | fried rice | gnocchi | chili | ramen | roast chicken | stuffed peppers | pumpkin
    soup | dumplings | frittata | goulash | mac and cheese | fish pie | bean burritos | potato
    pancakes | green curry | minestrone | meatballs | dal`),
  grocery: listOf(`
    eggs | milk | onions | carrots | rice | lemons | butter | coconut milk | spinach | garlic |
    yoghurt | bread | cheese | tofu | pasta | apples | bananas | oats | coffee | tomatoes |
    mushrooms | ginger | olive oil | tortillas | lentils | sweet potatoes | cucumber | parmesan
    | fresh basil | cream | chicken stock | frozen peas | honey | flour`),
  takeaway: ["pizza", "Thai", "sushi", "burgers", "falafel", "tacos", "dumplings", "Indian"],
  weekday: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
  month: ["January", "March", "April", "May", "June", "September", "October", "November"],
  evening: ["6", "half six", "6:30", "7", "quarter past 7", "7:30", "half seven", "8"],
  time: [
    "9:15",
    "10",
    "10:30",
    "11",
    "noon",
    "12:30",
    "1",
    "2",
    "2:45",
    "3",
    "3:30",
    "4",
    "4:15",
    "5"
  ],
  store: [
    "Greenfork Market",
    "the co-op",
    "Corner Mill Bakery",
    "Northside Hardware",
    "the farmers' market",
    "Pinecrest Pharmacy"
  ],
  shop: [
    "Harbor Books",
    "Trail & Peak",
    "Kettle & Crumb",
    "Northside Hardware",
    "Lumen Electronics"
  ],
  cafe: ["Blue Kettle", "the bakery", "Cafe Lisel", "Third Wheel", "the museum cafe"],
  restaurant: [
    "Casa Olmo",
    "the noodle bar",
    "Little Saigon House",
    "Fig & Ember",
    "Trattoria Nonna Pia"
  ],
  kid: ["Ida", "Theo"],
  film: [
    "The Cartographer's Son",
    "Paper Rivers",
    "Midnight at the Cannery",
    "A Quiet Orbit",
    "Nine Ways Home",
    "The Beekeeper's Alibi",
    "Snow on Line Four",
    "Copper Moon"
  ],
  gift: listOf(`
    a telescope | roller skates | a ukulele | the big dinosaur puzzle | a bird feeder | knitted
    socks | a microscope set | a pottery class | a kite | a wooden train | hiking poles | a rain
    jacket | a chess set | a cookbook | headphones | a magic kit | a weekend at the coast | a
    fountain pen | garden gloves`),
  thing: listOf(`
    camping stove | sleeping bags | bike pump | Christmas lights | tent poles | drill bits |
    passports | extension cord | picnic blanket | snow boots | projector | sewing machine |
    folding chairs | air pump`),
  animal: ["otter", "volcano", "honeybee", "whale", "planet", "beaver", "owl"],
  venue: ["the Lantern Room", "Union Hall", "the Boathouse", "the Old Cannery", "Velvet Basement"],
  pitch: ["Riverside Park", "the school field", "Harlan Meadows", "the north pitch", "Mill Lane"],
  opponent: [
    "the Millbrook Hawks",
    "Cedar Landing",
    "Port Harlan",
    "the Redfern Foxes",
    "St. Olaf's"
  ],
  game: [
    "Harbor Masters",
    "Settlers of the Delta",
    "Moss & Mortar",
    "Night Train",
    "Little Dynasties"
  ],
  reagent: listOf(`
    ethanol | agarose | Taq polymerase | RNase inhibitor | filter tips | cryovials | PBS |
    trypsin | fetal serum | magnetic beads | nuclease-free water | dry ice | 96-well plates |
    lysis buffer | SYBR mix`),
  sample: ["plasma aliquots", "soil extracts", "RNA plates", "cell stocks", "leaf discs", "cDNA"],
  computer: [
    "the imaging PC",
    "node three",
    "the sequencer workstation",
    "the front desk laptop",
    "the NAS"
  ]
};
