import {listOf} from "../words/list.ts";
import {linesOf, type Topic} from "./topic.ts";

export const FAMILY_NOTES: Topic = {
  folder: "family",
  tags: ["family", "kids", "school", "birthday"],
  count: 24,
  titles: linesOf(`
{kid}'s birthday, ideas
Parent evening, {kid}
{kid} and {hobby}
Things {kid} said
{kid}'s {hobby} season
Holiday presents
Summer camp for {kid}
Bedtime and screens`),
  layouts: [
    [{sentences: 4}],
    [{sentences: 3}, {heading: "Do not forget", tasks: 4}],
    [{sentences: 2}, {heading: "Ideas", bullets: 5}]
  ],
  sentences: linesOf(`
The teacher says {kid} is kind to the new children and dreams in mathematics.
Ida scored the winner against the Hawks and has told everybody, including the dentist.
Theo asked whether the moon follows other families too.
Party for {8-14} children, treasure hunt in the park, cake in the shape of an {animal}.
We agreed on half an hour of screen after homework, and an hour on Saturday.
Reading aloud again every evening, even if it is only two pages and everybody yawns.
The class trip to the science museum needs a lunch box, boots and eight dollars.
{kid} is afraid of the dark this month, so the hall light stays on and the rabbit sleeps inside the pillow case.
Piano practice works best before breakfast, five minutes, with the dog as an audience.
New football boots in size {32-37}; the old ones go to the club's swap box.
Grandma takes both on Wednesdays, and they come home full of soup and stories.
The school psychologist recommends a calm corner and fewer questions right after class.
{kid} learned to ride without stabilisers and met the hedge.
They argued about the window seat until we drew up a calendar.
Swimming badge done: 200 metres and a ring from the bottom of the pool.
The tooth fairy paid with a button and got away with it.
Ida wants to be a goalkeeper, a vet or a person who names paint.
Theo counted {40-120} steps to school and wrote each one down.
Vaccination due in spring, card is in the blue folder.
The babysitter can come on Thursdays, they love her and her card tricks.
Pocket money is one dollar a year of age, a third goes in the jar with the lid.
Sleepover went well, five girls, three hours of whispering, pancakes at seven.
Homework about family trees: we drew one with the dog, the cat next door and Grandpa's bees.
Kindness chart on the fridge, stickers for brushing teeth without a lawyer.
{kid} cried at the end of camp and would like to go back tomorrow.
The costume for the school play needs grey felt, wire and patience.`),
  items: linesOf(`
roller skates
a day at the trampoline hall
the big {animal} puzzle
a book about {animal}s
candles and balloons
tickets for the puppet theatre`),
  tasks: linesOf(`
invite the cousins
bake two cakes, one without nuts
write the invitations
pay the camp fee
name labels for all clothes
gym shoes, one size up
call the school office
permission slip`),
  words: {
    kid: listOf("Ida | Theo"),
    hobby: listOf("football | piano | swimming | chess | drawing"),
    animal: listOf("otter | octopus | elephant | owl | iguana")
  }
};
