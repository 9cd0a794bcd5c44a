import {listOf} from "../words/list.ts";
import {linesOf, type Topic} from "./topic.ts";

export const RECIPES: Topic = {
  folder: "recipes",
  tags: ["recipe", "cooking", "dinner", "vegetarian", "weeknight"],
  count: 26,
  titles: linesOf(`
{way} {main} with {side}
{main} {form} with {side}
{kin}'s {main} {form}
Weeknight {main} {form}
Slow {main} {form}
{main} with {spice} and {herb}
{main} and {bean} {form}`),
  fields: {serves: "{2-6}", minutes: "{2-9}5"},
  layouts: [
    [
      {sentences: 2},
      {heading: "Ingredients", lead: "{3-8}00 g {main}", bullets: 6},
      {heading: "Method", steps: 5}
    ],
    [
      {heading: "Ingredients", lead: "{3-8}00 g {main}", bullets: 5},
      {heading: "Method", steps: 4},
      {heading: "Next time", sentences: 2}
    ],
    [{sentences: 3}, {heading: "You need", lead: "{3-8}00 g {main}", bullets: 7}, {sentences: 2}]
  ],
  steps: linesOf(`
Heat the oil and fry the {onion} gently until it is soft and golden, about {8-15} minutes, without hurry.
Cut the {main} into pieces of the same size so that they are ready together.
Toss the {main} with oil, salt and {spice} and roast it at {190-220} degrees until the edges are brown.
Toast the {spice} in the dry pan first, only until you can smell it.
Add the {main}, stir until everything is coated, and cook for five minutes.
Deglaze the pan with a splash of {acid} and scrape up everything that sticks.
Simmer without a lid for {20-50} minutes, stirring now and then, and add water if it catches.
Cook the {grain} in twice its volume of salted water and leave it covered off the heat.
Marinate the {main} for at least two hours, better overnight, turning it once.
Add the {herb} at the very end, off the heat, so that it keeps its colour.
Blend one half and leave the other half chunky.
Stir in the {veg} and cook until tender but not soft.
Rest it for ten minutes before cutting, otherwise all the juice runs out.
Serve over the {grain} with a squeeze of lemon.
Taste, then taste again with a little more salt.
Sprinkle with {cheese} and put it under the grill for three minutes.`),
  sentences: linesOf(`
Season in layers: a pinch of salt at every step tastes better than a spoonful at the end.
The sauce is done when it coats the back of a spoon and a finger leaves a clean line.
Theo picked out the {veg} and ate the rest, which counts as a success.
It freezes well in flat bags; thaw it overnight in the fridge and warm it slowly.
Next time use half the {spice} and twice the {herb}.
The leftovers make a good filling for pancakes the day after.
Do not skip the {acid}; without it the whole pot tastes flat.
Soak the {bean} overnight with a spoon of baking soda and they cook in half the time.
Keep a cup of the cooking water: it saves every sauce.
We ate it on the porch with bread from the Corner Mill and nobody said a word for a while.
Cover the pot with a folded towel under the lid and the {grain} turns out fluffy.
A cheap dish that tastes expensive, mostly because of the {spice} and the patience.
Good for guests, since everything but the {herb} can be done in the morning.
Ida asked for a second plate and for the recipe, in that order.
Works just as well with {veg2} in winter, when the {veg} taste of nothing.
The {kin} version has no garlic; ours has six cloves.
I found it in an old magazine at the dentist and changed almost everything.
Serve it warm and not hot, the flavours need a moment to find each other.
Too much liquid the first time: start with half the stock.
Lunch for two days in the lab, everybody asked what smelled so good.`),
  items: linesOf(`
{2-3} {onion}s, finely chopped
{2-5} cloves of garlic
{2-4} tablespoons of olive oil
{1-3}50 g {veg}
{1-3}50 g {veg2}
{2-4}00 g {grain}
a tin of tomatoes
{2-3} teaspoons of {spice}
a pinch of {spice2}
a handful of {herb}
{1-3}00 ml coconut milk
juice of a lemon
a splash of {acid}
salt and black pepper
{1-2}00 g {cheese}, grated
{2-4}00 g {bean}, cooked
{4-9}00 ml vegetable stock`),
  words: {
    way: listOf(`
      roasted | braised | baked | grilled | smoky | pickled | stuffed | crispy`),
    main: listOf(`
      aubergine | chickpea | salmon | mushroom | pumpkin | chicken | cauliflower | leek | trout | beetroot |
      potato | fennel | sweet potato | tofu | spinach`),
    side: listOf(`
      tahini | brown butter | lemon rice | walnut sauce | herb yoghurt | polenta | apple slaw | green olives`),
    form: listOf(`
      soup | stew | pie | curry | salad | risotto | casserole | gratin | noodles`),
    kin: listOf("Mom | Sofia | Grandpa Walt | Aunt Vera | Hannah | Gus"),
    onion: listOf("red onion | yellow onion | shallot"),
    acid: listOf("white wine | cider vinegar | lemon juice | sherry"),
    spice: listOf(`
      cumin | cardamom | paprika | turmeric | coriander seed | nutmeg | smoked chili`),
    grain: listOf("rice | bulgur | barley | couscous | quinoa | polenta"),
    veg: listOf(`
      carrots | turnips | courgettes | green beans | peppers | parsnips`),
    herb: listOf("parsley | dill | mint | basil | chives | tarragon | coriander leaves"),
    bean: listOf("white beans | black beans | brown lentils | red lentils"),
    cheese: listOf("parmesan | feta | goat cheese | cheddar")
  }
};
