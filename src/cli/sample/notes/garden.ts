import {monthOf} from "../calendar.ts";
import {listOf} from "../words/list.ts";
import {linesOf, type Topic} from "./topic.ts";

/** The slots `month` and `year` are given with the note. */
export const GARDENING: Topic = {
  folder: "garden",
  tags: ["garden", "vegetables", "compost", "season"],
  count: 26,
  isOn: (day) => monthOf(day) >= 3 && monthOf(day) <= 10,
  titles: linesOf(`
{plant} in {bed}
Garden in {month}
Sowing {plant}
{trouble} on the {plant}
Harvest notes, {month}
Plan for {bed}
Pruning the {tree}`),
  layouts: [
    [{sentences: 5}],
    [{sentences: 3}, {heading: "This week", tasks: 4}],
    [{sentences: 3}, {sentences: 3}]
  ],
  sentences: linesOf(`
Sowed two rows of {plant} under fleece, soil at {8-14} degrees and finally dry enough to rake.
The slugs found the {plant2} overnight, so I sank beer traps and laid a ring of wool around the survivors.
Mulch with straw before the heat arrives and water deeply twice a week instead of a little every day.
The compost is steaming: equal parts kitchen scraps and dry leaves, turned every second Sunday.
Pinched out the side shoots of the tomatoes and tied them to the strings in the greenhouse.
First frost on the {2-29}th, dahlias lifted, tubers drying in the shed.
The {tree} set more fruit than it can carry, so thin to one every hand's width.
Powdery mildew on the courgettes; took off the worst leaves and sprayed milk and water.
Saved seed from the best {plant}, dried on a plate, in an envelope with the year.
Bumblebees all over the {flower}, and the first swallowtail of the year on the dill.
Rotate: no potatoes after tomatoes, beans where the cabbages stood, garlic after beans.
The rain barrel overflowed after {12-40} millimetres in one night.
Planted {20-60} bulbs of {flower} under the {tree}, twice as deep as they are tall.
Gus gave me divisions of his {flower2} and a lecture about lime.
Picked {2-9} kilos of {plant} and gave half of it to the neighbours.
Bed {2-7} needs manure in autumn and a year of rest under clover.
Pruned the {tree} to an open bowl, cutting above an outward bud.
The seedlings on the windowsill got leggy because March had no sun; buried them deeper when potting on.
Netting over the strawberries before they colour, or the blackbirds have all of them.
Sharpened the spade and oiled the handles while it rained.
Harden off the young plants for a week: out in the morning, in at night.
The greenhouse reached {34-41} degrees by noon, so the windows stay open from May.
Green manure of phacelia came up evenly and will be dug in before it flowers.
Theo's sunflower is {120-280} centimetres tall and has its own measuring stick.
Ladybirds are dealing with the aphids on the beans, leave them alone.
Watered in the evening with nettle tea, which stinks and works.
Kale tastes better after the frost, pick from the bottom up.
The raspberries fruit on last year's canes, cut only the brown ones.`),
  tasks: linesOf(`
sow {plant}
thin the carrots to a finger's width
tie up the {plant}
order seed potatoes
turn the compost
cut back the {flower}
net over the strawberries
water the tubs
clean the greenhouse glass
plant out the {plant2}
mulch bed {2-7}
collect seed of the {flower}`),
  words: {
    plant: listOf(`
      beans | tomatoes | carrots | lettuce | peas | pumpkins | leeks | beetroot | kale |
      potatoes | spinach | radishes`),
    bed: listOf(`
      the greenhouse | bed 2 | bed 3 | bed 5 | the herb spiral | the north wall`),
    trouble: listOf("Aphids | Slugs | Blight | Mildew | Rust"),
    tree: listOf("apple tree | pear tree | plum | fig | gooseberry"),
    flower: listOf("dahlias | tulips | lavender | asters | peonies | sweet peas | irises")
  }
};
