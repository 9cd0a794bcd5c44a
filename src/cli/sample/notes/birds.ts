import {listOf} from "../words/list.ts";
import {linesOf, type Topic} from "./topic.ts";

export const BIRDS: Topic = {
  folder: "nature",
  tags: ["birds", "nature", "walk", "observation"],
  count: 24,
  isDated: true,
  titles: linesOf(`
Walk to {place}
{bird} at {place}
Bird count, {place}
Morning at {place}
First {bird} of the year`),
  fields: {species: "{6-38}"},
  layouts: [
    [{sentences: 4}, {heading: "Seen", bullets: 5}],
    [{sentences: 5}],
    [{heading: "Seen", bullets: 6}, {sentences: 3}]
  ],
  sentences: linesOf(`
A {bird} sat on the dead alder for twenty minutes and let us watch through the telescope.
Fog until nine, then the geese came over in three long lines, calling.
Heard a {bird2} before dawn, four notes falling, from the far side of the marsh.
The herons are back at the colony, at least {6-18} nests occupied.
Low water has uncovered the mud, and the sandpipers run along it like clockwork.
Grandpa identified the warbler by its song alone, eyes closed, hat over his face.
Found a feather, barred brown and buff, probably from the breast of an owl.
The otter crossed the path in front of us and did not hurry.
Two deer at the edge of the wood, ears turning, gone at the click of the camera.
Swallows over the reservoir in the evening, hundreds, feeding low before the rain.
The beaver has felled another willow, fresh chips, tooth marks as wide as a thumb.
Ida keeps the list now, with drawings, and is strict about what counts.
Binoculars fogged up, fingers numb, worth every minute.
A {bird} feeding its young at a hole in the old birch, every four minutes by the watch.
The trees are full of waxwings, stripping the rowan berries in an hour.
Wind from the north and the raptors moving: {3-14} hawks in an hour above the ridge.
Spring peepers so loud at the pond that we had to shout.
Mushrooms after the rain: chanterelles under the spruces, place not written down.
Nest box number {2-9} has a clutch of {4-8} eggs, lid closed again quickly.
The first snowdrops, and a bee on them at nine degrees.
No sign of the {bird} this year; the hedge along the field is gone.
Kingfisher, a blue line over brown water, seen by everybody except me.
Winter count at the feeder: one hour, every bird once, highest number at a time.
Owl pellets under the barn beam, tiny bones, Theo delighted.
Moonlight on the ice and the tawny owls answering each other across the valley.
Butterflies on the thistles: fritillaries, a few blues, one that I could not name.`),
  items: linesOf(`
{bird}, {1-3}
{bird2}, a pair
{bird3}, {2-9}
great blue heron, {1-4}
Canada goose, about {20-160}
barn swallow, {4-60}
song sparrow, heard only
red-tailed hawk, {1-3}
wood duck, {2-12}
bald eagle, one adult
American robin, {5-30}
dark-eyed junco, {3-24}
great horned owl, heard`),
  words: {
    place: listOf(`
      Elk Marsh | the reservoir | the old mill | Heron Slough | the ridge | Beaver Pond | the
      estuary | Quarry Wood`),
    bird: listOf(`
      kingfisher | osprey | pileated woodpecker | western tanager | varied thrush | northern
      harrier | rufous hummingbird | cedar waxwing | black-headed grosbeak | pygmy owl`)
  }
};
