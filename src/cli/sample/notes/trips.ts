import {listOf} from "../words/list.ts";
import {linesOf, type Topic} from "./topic.ts";

/** The slot `city` is given with the note: it is one of the trips. */
export const TRIP_NOTES: Topic = {
  folder: "travel",
  tags: ["travel", "trip", "planning", "packing"],
  count: 26,
  titles: linesOf(`
{city}: plan
{city} with the kids
Packing for {city}
{city}, what we liked
Getting to {city}
{city} food list
Three days in {city}`),
  layouts: [
    [{sentences: 3}, {heading: "To book", tasks: 4}],
    [{heading: "Day by day", steps: 4}, {sentences: 3}],
    [{sentences: 4}, {heading: "Pack", bullets: 5}]
  ],
  sentences: linesOf(`
The {transport} from the airport takes {20-70} minutes and costs less than a coffee at home.
We stay {2-7} nights in a small flat near the {sight}, third floor, no lift, good stove.
Flights are cheapest on a Tuesday; leaving at {5-7} in the morning means a nap for everyone in the afternoon.
Museum in the morning, {activity} in the afternoon, and nothing at all after dinner.
The old town is best before nine, when the shutters go up and the tour groups are still at breakfast.
Get the family pass for trams and ferries, it pays for itself on the second day.
Sofia recommends the {sight}: no queue, half price, and the better view.
The weather can turn within an hour, so pack layers and the thin rain jackets.
Theo wants to ride every {transport2}, Ida wants to swim, I want to sit on a square with a book.
Border control took an hour; have the passports and the hotel address ready.
The hike to the {sight} is {4-12} km with one steep part, doable with snacks.
Rent bikes at the station, they have child seats and locks included.
Remember the travel insurance and the emergency number of the bank.
The guesthouse keeps luggage for free until the evening train.
Street food by the {sight2}: fried things on sticks, eat standing, take napkins.
Our host left a hand-drawn map with a cross for every ice cream shop.
The night train has compartments for four; the top bunks are for the brave.
We missed the last {transport} and walked home along the water, which was the best evening.
Currency: cards everywhere except at the market, so take out cash once.
Adapters, power bank, the small first-aid kit and the card game go into the hand luggage.
Book the {activity} two weeks ahead, they take only ten people.
The beach is a short bus ride away and empty before noon.
Jet lag plan: outside until sunset, no screens, breakfast for dinner.
On the way back, stop for a night halfway so that the drive is bearable.
Souvenir rule: one thing each, and it has to fit into a shoe.
The visitor centre has a free map of the trails and knows where the snow still lies.
Conference hotel is dull but there is a path along the river for a morning run.
Next time we would come in {month}, with fewer people and softer light.
The ferry leaves at {6-9}:{10-55} and will not wait, set two alarms.
Vaccination cards and the visa form are in the blue folder.`),
  items: linesOf(`
rain jackets and warm hats
swimming things and the quick towels
passports, copies, insurance card
chargers and the plug adapter
walking shoes, already broken in`),
  steps: linesOf(`
day trip to the coast
morning: {sight}; afternoon: {activity}
market, then picnic in the park
rest day, laundry, ice cream
ferry across the bay and back at sunset
museum in the rain, swimming in the sun
the long walk to the {sight2}, with snacks`),
  tasks: linesOf(`
flat or guesthouse, {2-7} nights
tickets for the {sight}
sitter for Biscuit
ask Sofia about restaurants
reserve the {activity}
cancel the newspaper and the vegetable box
{transport} from the airport`),
  words: {
    transport: listOf("tram | airport train | bus | ferry | metro"),
    sight: listOf(`
      old harbor | castle hill | botanical garden | market hall | viewpoint | cathedral |
      lighthouse | science museum`),
    activity: listOf(`
      kayak tour | cooking class | boat trip | cave visit | bike tour | stargazing evening`),
    month: listOf("May | June | September | October")
  }
};
