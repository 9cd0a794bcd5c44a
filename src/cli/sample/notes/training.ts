import {listOf} from "../words/list.ts";
import {linesOf, type Topic} from "./topic.ts";

export const TRAINING: Topic = {
  folder: "training",
  tags: ["running", "training", "strength", "cycling", "race"],
  count: 26,
  isDated: true,
  titles: linesOf(`
{session}
{session} with {friend}
Week {1-40} review
Race notes: {race}
Shoes and gear
Niggle: {body}`),
  fields: {kilometres: "{5-32}"},
  layouts: [
    [{sentences: 4}],
    [{sentences: 3}, {heading: "Numbers", bullets: 4}],
    [{sentences: 3}, {heading: "Next week", tasks: 3}]
  ],
  sentences: linesOf(`
Easy pace along the river, heart rate under {138-150} the whole way, and I could talk all the time.
Intervals: {5-10} times {400-800} metres with a slow lap between, the last two were the fastest.
Legs heavy from the squats on Friday, so I cut the long run at {12-16} kilometres.
Negative split, the second half {20-90} seconds faster than the first.
The {body} complained after half an hour; walked home, ice, and the band exercises.
Deadlift moved well today: three sets of five at {80-120} kilos, bar speed good.
Slept badly and the watch says resting pulse {54-62}, so recovery only.
Tempo of {20-40} minutes at threshold, windy on the way back, pace even by feel.
{friend} paced me through the hills and talked the whole time, which is cheating.
New shoes: stiffer plate, eight millimetres of drop, calves noticed immediately.
Fuel: one gel every half hour, water at every fountain, no stomach trouble.
Taper week feels terrible, as it should: short, sharp, and too much energy.
Set off too fast, paid for it at kilometre {14-18}, hung on for a personal best anyway.
Bench press stalls, so three weeks with more sets and less weight.
Rode {50-95} kilometres over the ridge, average {23-28}, descended like a grandmother.
The treadmill is boring but honest: it does not slow down with you.
Foam roller and ten minutes of mobility every evening, the hip thanks me.
VO2max on the watch went up by one and I believe none of it.
Cadence drills: quick feet for a minute, easy for two, eight times.
Weekly volume {32-58} kilometres, up by less than ten percent.
Cold and clear, frost on the boards of the bridge, the best kind of morning.
Physio says strengthen the glutes, shorten the stride, be patient.
Ran by feel without the watch and enjoyed it more than I like to admit.
Pull-ups: {5-11} in the first set, strict, a year ago it was three.
Heat acclimatisation: slow, shaded, a cap soaked in water.
Cramps in the last climb; more salt next time.`),
  items: linesOf(`
distance {5-24} km
average heart rate {136-168}
pace {4-6}:{10-59} per km
climb {20-420} m
sleep {5-8} hours
weight {68-73} kg`),
  tasks: linesOf(`
long run on Sunday, {14-21} km
two strength sessions
one day off, truly off
strides after the easy run
try the lemon gel
book the physio`),
  words: {
    session: listOf(`
      Easy run | Intervals | Long run | Tempo | Hills | Strength | Gravel ride | Recovery run
      | Treadmill`),
    friend: listOf("Nadia | Owen | Maya"),
    race: listOf(`
      Spring Lake half | Harvest 10k | parkrun | New Year's run | Ridge trail 15`),
    body: listOf("left knee | achilles | right hip | calf | lower back")
  }
};
