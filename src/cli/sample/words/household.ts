/**
 * What stands in the house: `# room = place; place …`, then a line a thing:
 * name | category | lowest and highest price in dollars | how many rows at most.
 */
export const HOUSEHOLD = `
# Kitchen = House / Kitchen / Drawer 1; House / Kitchen / Drawer 2; House / Kitchen / Upper cupboard; House / Kitchen / Counter; House / Kitchen / Pantry / Shelf 2
Cast-iron pan | cookware | 25-70 | 3
Stock pot, 8 l | cookware | 35-90 | 2
Saucepan | cookware | 18-55 | 3
Wok | cookware | 30-80 | 1
Chef's knife | cookware | 40-160 | 2
Paring knife | cookware | 8-30 | 3
Bread knife | cookware | 20-60 | 1
Mixing bowl | cookware | 8-25 | 4
Baking tray | cookware | 9-28 | 4
Cake tin, 26 cm | cookware | 12-30 | 3
Dinner plates (set of 6) | tableware | 40-120 | 3
Wine glasses (set of 6) | tableware | 25-80 | 3
Cutlery set | tableware | 60-180 | 2
Mug | tableware | 6-18 | 6
Kitchen scale | appliance | 20-60 | 2
Espresso machine | appliance | 280-900 | 1
Kettle | appliance | 30-90 | 2
Toaster | appliance | 30-110 | 2
Stand mixer | appliance | 220-480 | 1
Food processor | appliance | 90-240 | 1
Dishwasher | appliance | 550-1100 | 1
Fridge-freezer | appliance | 800-1900 | 1
Pressure cooker | appliance | 80-160 | 1
Preserving jars (box of 12) | storage | 14-30 | 4
Spice rack | storage | 18-50 | 2
# Living room = House / Living room / Shelf left; House / Living room / Shelf right; House / Living room / Cabinet; House / Living room
Sofa | furniture | 900-2400 | 1
Armchair | furniture | 250-800 | 2
Bookcase | furniture | 90-320 | 4
Floor lamp | lighting | 50-180 | 2
Reading lamp | lighting | 25-90 | 3
Rug | textile | 120-600 | 2
Cushion | textile | 12-40 | 6
Television, 50 in | electronics | 450-1100 | 1
Record player | electronics | 180-520 | 1
Loudspeakers (pair) | electronics | 200-700 | 1
Amplifier | electronics | 180-600 | 1
Digital piano | instrument | 600-1500 | 1
Acoustic guitar | instrument | 180-700 | 2
Ukulele | instrument | 40-120 | 2
Board game | game | 20-70 | 9
Jigsaw puzzle, 1000 pieces | game | 12-30 | 5
Framed print | decoration | 30-200 | 6
Vase | decoration | 15-80 | 4
Candle holder | decoration | 8-30 | 4
# Office = House / Office / Desk; House / Office / Drawer unit; House / Office / Shelf; House / Office / Cable box
Standing desk | furniture | 320-780 | 1
Office chair | furniture | 180-700 | 2
Laptop, 14 in | electronics | 800-1900 | 3
Monitor, 27 in | electronics | 220-600 | 2
Docking station | electronics | 90-240 | 2
Keyboard | electronics | 40-180 | 3
Mouse | electronics | 20-90 | 3
External disk, 4 TB | electronics | 90-160 | 3
Network storage, 2 bays | electronics | 250-480 | 1
Router | electronics | 80-240 | 2
Printer | electronics | 120-380 | 1
Headphones | electronics | 60-340 | 3
Webcam | electronics | 40-130 | 2
Camera body | photo | 500-1600 | 1
Camera lens | photo | 180-900 | 3
Tripod | photo | 60-220 | 2
USB-C cable | cable | 6-20 | 6
Label printer | electronics | 40-110 | 1
Fountain pen | stationery | 20-140 | 2
Document safe | storage | 60-180 | 1
# Bedroom = House / Bedroom / Wardrobe; House / Bedroom / Chest of drawers; House / Bedroom; House / Attic / Winter box
Bed frame, 180 cm | furniture | 350-1200 | 1
Mattress, 180 cm | furniture | 450-1300 | 1
Bedside lamp | lighting | 20-80 | 2
Duvet | textile | 60-220 | 3
Bed linen set | textile | 35-120 | 6
Blanket, wool | textile | 50-160 | 3
Winter coat | clothing | 120-380 | 3
Rain jacket | clothing | 80-260 | 4
Hiking boots | clothing | 110-240 | 4
Suitcase | luggage | 80-260 | 3
Travel backpack, 40 l | luggage | 90-220 | 2
Wristwatch | jewellery | 80-420 | 2
Alarm clock | electronics | 15-50 | 1
# Kids' room = House / Kids' room / Shelf; House / Kids' room / Toy chest; House / Kids' room / Loft bed; House / Attic / Box of baby things
Bunk bed | furniture | 320-900 | 1
Desk, adjustable | furniture | 140-380 | 2
Building bricks, big box | toy | 40-140 | 5
Wooden train set | toy | 35-120 | 3
Doll's house | toy | 60-160 | 1
Puzzle | toy | 8-25 | 8
Microscope, junior | toy | 45-120 | 1
Telescope, junior | toy | 70-180 | 1
Football | sport | 15-45 | 4
Football boots | clothing | 35-90 | 5
Shin pads | sport | 10-25 | 3
School bag | luggage | 40-110 | 3
Night light | lighting | 12-35 | 2
Picture books (set) | book | 20-60 | 5
Stroller | baby | 180-600 | 1
Travel cot | baby | 60-160 | 1
High chair | baby | 70-220 | 1
# Garage = House / Garage / Shelf A / Box 1; House / Garage / Shelf A / Box 2; House / Garage / Shelf B / Box 3; House / Garage / Shelf B / Box 4; House / Garage / Shelf C; House / Garage / Wall hooks; House / Garage / Workbench
Cordless drill | tool | 80-240 | 2
Circular saw | tool | 90-260 | 1
Jigsaw | tool | 60-180 | 1
Orbital sander | tool | 50-140 | 1
Socket set | tool | 50-190 | 2
Screwdriver set | tool | 20-80 | 3
Hammer | tool | 12-40 | 3
Spirit level | tool | 10-45 | 2
Clamp | tool | 8-30 | 7
Multimeter | tool | 25-120 | 1
Soldering iron | tool | 30-120 | 1
Torque wrench | tool | 40-130 | 1
Tape measure | tool | 6-20 | 4
Work light | lighting | 25-90 | 2
Extension cord, 10 m | cable | 15-45 | 4
Ladder, 3.8 m | tool | 120-280 | 1
Paint (5 l) | material | 25-70 | 7
Wood screws (box) | material | 6-18 | 8
Wall plugs (box) | material | 4-12 | 5
Sandpaper (pack) | material | 5-15 | 5
Road bike | bicycle | 900-2600 | 1
Gravel bike | bicycle | 1100-2800 | 1
Child's bike, 20 in | bicycle | 160-420 | 2
Bike helmet | sport | 35-140 | 5
Floor pump | tool | 30-80 | 1
Bike light set | lighting | 25-90 | 3
Cargo trailer | bicycle | 220-600 | 1
Snow shovel | tool | 20-50 | 2
Sledge | sport | 30-90 | 2
Roof box | luggage | 280-650 | 1
# Sports = House / Basement / Rack 1; House / Basement / Rack 2; House / Basement / Gym corner; House / Garage / Shelf C / Box 7
Running shoes | sport | 90-180 | 7
Sports watch | electronics | 200-520 | 2
Heart rate strap | electronics | 40-90 | 2
Dumbbell (pair) | sport | 30-160 | 5
Kettlebell | sport | 30-90 | 4
Barbell, 20 kg | sport | 150-320 | 1
Weight plate | sport | 25-110 | 8
Folding treadmill | sport | 450-1100 | 1
Indoor trainer | sport | 350-900 | 1
Yoga mat | sport | 20-80 | 3
Resistance bands | sport | 10-30 | 3
Cross-country skis | sport | 150-380 | 3
Swimming goggles | sport | 12-35 | 4
# Camping = House / Attic / Camping shelf; House / Attic / Box 5; House / Attic / Box 6
Tent, 4 persons | camping | 220-620 | 2
Sleeping bag | camping | 70-260 | 4
Sleeping mat | camping | 40-160 | 4
Camping stove | camping | 35-140 | 2
Gas cartridge | camping | 6-12 | 4
Headlamp | lighting | 25-80 | 4
Water filter | camping | 30-90 | 1
Folding chair | camping | 25-80 | 4
Cool box | camping | 40-180 | 2
Binoculars | photo | 90-420 | 2
Hammock | camping | 35-90 | 2
# Garden = Garden / Shed / Shelf 1; Garden / Shed / Shelf 2; Garden / Shed / Wall; Garden / Greenhouse
Lawn mower | garden | 220-620 | 1
Hedge trimmer | garden | 80-220 | 1
Wheelbarrow | garden | 60-160 | 1
Spade | garden | 20-60 | 2
Rake | garden | 15-45 | 2
Pruning shears | garden | 15-60 | 3
Garden hose, 25 m | garden | 30-90 | 2
Watering can | garden | 12-40 | 3
Plant pot, 30 cm | garden | 8-35 | 9
Seed trays (set) | garden | 10-25 | 4
Garden table | furniture | 120-420 | 1
Garden chair | furniture | 30-120 | 6
Barbecue | garden | 120-520 | 1
Rain barrel | garden | 60-140 | 2
Bird feeder | garden | 15-45 | 3
# Laundry = House / Laundry; House / Laundry / Shelf
Washing machine | appliance | 480-1100 | 1
Tumble dryer | appliance | 450-1000 | 1
Vacuum cleaner | appliance | 120-480 | 1
Iron | appliance | 30-110 | 1
Ironing board | household | 30-90 | 1
Drying rack | household | 25-70 | 2
Sewing machine | appliance | 160-480 | 1
Smoke alarm | safety | 15-40 | 5
Fire extinguisher | safety | 30-70 | 2
First-aid kit | safety | 20-60 | 3
Water leak sensor | electronics | 15-40 | 4
`;

/** Brands of our own making, by category; other categories have none. */
export const BRANDS: Readonly<Record<string, readonly string[]>> = {
  appliance: ["Brightway", "Halden", "Ostra", "Lumo"],
  electronics: ["Kestrel", "Tomasu", "Pixelbrook", "Norvik", "Lumo"],
  photo: ["Tomasu", "Ocellus"],
  tool: ["Ironbark", "Kestrel Tools", "Makra"],
  bicycle: ["Velkind", "Ridgeback & Daughters", "Pedalis"],
  sport: ["Striva", "Fellrunner", "Ostra Sport"],
  camping: ["Fellrunner", "Moosepeak"],
  clothing: ["Fellrunner", "Wollgrind", "Striva"],
  garden: ["Makra", "Greenhand"],
  instrument: ["Arietta", "Woodlark"],
  cookware: ["Halden", "Petit Four", "Ironbark"],
  furniture: ["Hygg & Son", "Plywood Club"],
  toy: ["Klotz", "Tiny Orbit"],
  lighting: ["Lumo", "Halden"]
};

export const COLOURS = [
  "black",
  "white",
  "grey",
  "blue",
  "green",
  "red",
  "oak",
  "natural",
  "yellow"
];

export const REMARKS = [
  "",
  "",
  "",
  "",
  "",
  "gift from Mom",
  "second-hand, from the flea market",
  'manual in the blue folder, tab "house"',
  "receipt scanned",
  "one corner chipped",
  "lent to Owen, back in spring",
  "lent to Gus, June",
  "needs new batteries, 2 x AA",
  "kept for parts",
  "repaired once, works",
  "box kept in attic, next to the tent",
  'Theo calls it "the dragon"',
  "battery replaced, lasts a day again",
  'label says "do not stack"',
  "left handle loose; tighten before use",
  "bought together with the set, see above",
  "insured, photo in the folder",
  "to be given away"
];

/** Where things of a category are bought. */
export const SHOPS: Readonly<Record<string, string>> = {
  appliance: "Lumen Electronics",
  electronics: "Lumen Electronics",
  cable: "Lumen Electronics",
  photo: "Lumen Electronics",
  lighting: "Hygg & Son Furniture",
  furniture: "Hygg & Son Furniture",
  textile: "Hygg & Son Furniture",
  decoration: "Old Cannery Market",
  cookware: "Kettle & Crumb",
  tableware: "Kettle & Crumb",
  tool: "Northside Hardware",
  material: "Northside Hardware",
  safety: "Northside Hardware",
  household: "Northside Hardware",
  storage: "Northside Hardware",
  garden: "Greenhand Garden Center",
  bicycle: "Third Wheel Cycles",
  sport: "Trail & Peak",
  camping: "Trail & Peak",
  clothing: "Trail & Peak",
  luggage: "Trail & Peak",
  book: "Harbor Books",
  stationery: "Harbor Books",
  instrument: "Woodlark Music",
  toy: "Tiny Orbit Toys",
  game: "Tiny Orbit Toys",
  baby: "Tiny Orbit Toys",
  jewellery: "Old Cannery Market"
};
