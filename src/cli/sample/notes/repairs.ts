import {listOf} from "../words/list.ts";
import {linesOf, type Topic} from "./topic.ts";

export const REPAIRS: Topic = {
  folder: "house/repairs",
  tags: ["house", "repair", "diy", "maintenance"],
  count: 24,
  titles: linesOf(`
Fixing the {thing}
{thing}: what was wrong
{job} the {surface}
Leak in the {room}
New {thing} for the {room}
{room} renovation log`),
  fields: {cost: "{8-420}"},
  layouts: [
    [{sentences: 4}, {heading: "Parts and tools", bullets: 4}],
    [{sentences: 3}, {heading: "Steps", steps: 4}],
    [{sentences: 3}, {sentences: 2}, {heading: "Still to do", tasks: 3}]
  ],
  sentences: linesOf(`
Turn off the water at the main valve under the sink, open the tap, and put a bucket below before touching anything.
The {part} was cracked all the way around, which explains the drip at night.
Ray says the {part} costs eleven dollars and the hour costs ninety, so I did it myself.
Drill a small hole first, then widen it, and never without checking for cables behind the plaster.
Sand with 120, wipe off the dust, prime, and give the {surface} two thin coats instead of a thick one.
The screws were stripped, so I drilled them out and went up one size.
Measured three times and cut it {two|three|five} millimetres too short anyway.
Shut the breaker for the {room} and test with the multimeter, even if you are sure.
Silicone needs a dry joint and a day of rest; tape both edges and smooth it with a wet finger.
The noise came from a coin in the pump filter, not from the bearing.
The hinge was bent, the door hung {3-9} mm low, and the latch could not find its plate.
Borrowed the tile saw from Gus and returned it with a jar of plum jam.
Under the old {surface} there was another one, and under that a newspaper from 1974.
Replaced the {part}, ran it for an hour, and felt with a dry paper towel for drops: nothing.
The insulation behind the wall is wet along the bottom, so the leak is older than we thought.
Bleed the radiators from the lowest floor to the top and refill the boiler to 1.5 bar.
Teflon tape goes clockwise, five turns, or it unwinds itself while you tighten.
The gasket is a standard size, and the hardware store had it in the third drawer.
Clean the gutters in November and again when the last leaves of the oak are down.
Filler shrinks; fill it proud and sand it flush the next morning.
The smoke alarm wants a new nine-volt battery every autumn, all five at once.
Used wall plugs for hollow walls because the {room} is only plasterboard.
Two hours of work, one of them spent looking for the right bit.
The paint is called chalk, and the leftover tin stands on shelf C in the garage.
The dishwasher shows E18: drain hose kinked behind the cabinet.
Call a professional for anything on the gas line, no exceptions.
Lubricated the lock with graphite instead of oil, which only gums it up.
The floor board creaks because a nail has worked loose; a long screw into the joist cured it.`),
  items: linesOf(`
{part}, standard size
adjustable wrench
sanding paper 120 and 180
silicone, white
wood screws 4 x 40
multimeter
two litres of primer
spirit level and pencil
teflon tape
painter's tape
wall plugs, 8 mm`),
  tasks: linesOf(`
ask Ray for a quote
second coat on the {surface}
order a spare {part}
seal the joint
empty the bucket and look again tomorrow`),
  steps: linesOf(`
turn off the water or pull the plug, then wait
clean the seat with vinegar and a toothbrush
look for drops with a dry paper towel
label the screws and keep them in an egg carton
test it once empty and once for real
switch off, unplug, wait ten minutes
take a photo of the wiring before loosening it
pull the old {part} straight out
fit the new one hand-tight, then a quarter turn`),
  words: {
    thing: listOf(`
      dishwasher | kitchen tap | garage door | boiler | washing machine | cellar window |
      doorbell | shower drain | gate | stair rail | toaster | extractor fan | fence`),
    part: listOf(`
      gasket | elbow joint | valve seat | pump filter | hinge | drain hose | thermostat | door
      seal | cartridge`),
    job: listOf("Painting | Sanding | Tiling | Plastering | Oiling"),
    surface: listOf(`
      hall floor | bathroom wall | window frames | ceiling | porch | work surface`),
    room: listOf("bathroom | laundry | kitchen | attic | hall | kids' room | basement")
  }
};
