import {listOf} from "../words/list.ts";
import {linesOf, type Topic} from "./topic.ts";

export const BAKING: Topic = {
  folder: "recipes/baking",
  tags: ["recipe", "baking", "cake", "bread"],
  count: 16,
  titles: linesOf(`
{fruit} {cake}
{fruit} and {nut} {cake}
{kin}'s {fruit} {cake}
{grain} bread with {nut}s
Sourdough with {grain}
Birthday cake with {fruit}s`),
  fields: {minutes: "{4-9}0", oven: "{17-23}0"},
  layouts: [
    [
      {heading: "Ingredients", lead: "{2-5}00 g {grain} flour", bullets: 6},
      {heading: "Method", steps: 5}
    ],
    [
      {sentences: 2},
      {heading: "Ingredients", lead: "{2-5}00 g {grain} flour", bullets: 5},
      {heading: "Method", steps: 4}
    ],
    [{sentences: 4}]
  ],
  steps: linesOf(`
Whisk the eggs with the sugar until pale and thick before the flour goes in.
Knead the dough for ten minutes, then let it rise under a damp cloth until it has doubled.
Fold the egg whites in by hand with a big spoon; lumps are better than lost air.
Butter and flour the tin, line the bottom with paper, and fill it no more than two thirds.
Bake at {17-22}0 degrees; a skewer should come out clean after {30-55} minutes.
Rub the cold butter into the flour with your fingertips until it looks like crumbs.
Shape a tight ball, put it upside down in the basket, and leave it in the fridge overnight.
Spread the {fruit}s over the dough and press them in a little.
Score the loaf, tip it into the hot pot, lid on for 25 minutes, lid off for 20.
Let the cake cool in the tin for ten minutes, then turn it out on a rack.
Melt the chocolate over warm water and pour it over the cold cake.
Grind the {nut}s finely with a spoon of sugar so that they do not turn to butter.`),
  sentences: linesOf(`
The starter must float in water, otherwise wait another hour.
Caramelise the sugar without stirring; swirl the pan and take it off when it is amber.
If the mixture curdles, a spoon of cold cream brings it back.
My oven runs hot, so I set it ten degrees lower than the book says.
The crust gets crisp only on a tray that was already hot.
Feed the starter equal weights of flour and water and keep it at 25 degrees.
Open crumb, dark crust, a little sour: the best loaf so far.
The cake was flat because the baking powder had expired in spring.
Leave out a third of the sugar, the {fruit}s are sweet enough.
Eleven candles and a lean to the left, nobody minded.
It keeps for four days in a tin, if it is allowed to.
Rye needs more water and less kneading, and a day before you slice it.`),
  items: linesOf(`
{1-2}50 g butter
{2-4} eggs
{1-2}00 g sugar
{2-5}00 g {fruit}s
{1-2}00 g ground {nut}s
a pinch of salt
{1-3} teaspoons of baking powder
zest of a lemon
{1-3}00 ml milk
{1-2}00 g active starter
half a teaspoon of cinnamon
vanilla
{1-2}00 g dark chocolate`),
  words: {
    fruit: listOf("apple | plum | quince | pear | apricot | damson | fig"),
    nut: listOf("walnut | hazelnut | almond | pecan"),
    cake: listOf("cake | crumble | tart | loaf | muffins | galette"),
    kin: listOf("Mom | Grandpa Walt | Aunt Vera | Hannah"),
    grain: listOf("wheat | spelt | rye | einkorn")
  }
};
