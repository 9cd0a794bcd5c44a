import {isWeekend} from "../calendar.ts";
import {listOf} from "../words/list.ts";
import {linesOf, type Topic} from "./topic.ts";

export const PROTOCOLS: Topic = {
  folder: "work/protocols",
  tags: ["protocol", "lab", "method", "molecular biology"],
  count: 24,
  isOn: (day) => !isWeekend(day),
  titles: linesOf(`
{method} of {sample}
{method}, version {2-6}
{sample} {method2} for {purpose}
Troubleshooting {method}
Buffer: {buffer}`),
  fields: {version: "{1-6}"},
  layouts: [
    [{sentences: 2}, {heading: "Materials", bullets: 5}, {heading: "Steps", sentences: 5}],
    [
      {heading: "Materials", bullets: 4},
      {heading: "Procedure", sentences: 5}
    ],
    [{sentences: 4}, {heading: "Notes", sentences: 2}]
  ],
  sentences: linesOf(`
Thaw the {sample} on ice for {20-40} minutes and mix by inverting, never by vortexing.
Centrifuge at {3000-14000} g for {5-20} minutes at 4 degrees and keep the supernatant.
Add {100-500} microlitres of {buffer} and incubate at {37-65} degrees with gentle shaking.
Wash the pellet twice with cold 70 percent ethanol and air-dry it for ten minutes, not longer.
Elute in {30-100} microlitres of nuclease-free water that was warmed to {50-60} degrees.
Measure the concentration and the 260/280 ratio; below 1.8 repeat the clean-up.
Run {2-5} microlitres on a 1.5 percent agarose gel at {80-120} volts for 45 minutes.
Cycle: 95 degrees for 2 minutes, then {28-38} rounds of 95, {55-62} and 72 degrees.
Include a blank, a positive control and a dilution series on every plate.
Aliquot into cryovials of {50-500} microlitres, label before filling, freeze at -80 within the hour.
Never refreeze; note every thaw on the tube and in the containers table.
Wear gloves and eye protection, and work in the hood when phenol is open.
RNase is everywhere: filter tips, wiped surfaces, and a fresh box of gloves.
The magnetic beads must be at room temperature and fully suspended before use.
Resuspend the cells in freezing medium with ten percent DMSO and cool them slowly, one degree a minute.
Count with trypan blue and seed {5-40} thousand cells a well.
Grind the tissue in liquid nitrogen until it is a fine powder and do not let it thaw.
If the yield is low, extend the lysis overnight and use twice the proteinase.
Smear on the gel means degraded template; start from a fresh aliquot.
A band in the blank means contaminated primers; throw out the aliquot, not the stock.
Filter sterilise through 0.2 micrometres and store at 4 degrees for no more than {2-8} weeks.
Adjust the pH to {7-8}.{1-9} with hydrochloric acid while stirring, at room temperature.
Spin the plate briefly after sealing, bubbles ruin the first five cycles.
Write lot number and date of opening on every bottle of {buffer}.
The efficiency of the standard curve should lie between 90 and 110 percent.
Let the autoclave cool below 80 degrees before opening it.
Dilute the library to 4 nanomolar and pool equal amounts by concentration.
The centrifuge must be balanced within a tenth of a gram.`),
  items: linesOf(`
{buffer}, {50-500} ml
filter tips, 10 and 200 microlitres
1.5 ml tubes, low binding
ethanol, 70 percent, cold
magnetic rack
proteinase K, 20 mg/ml
nuclease-free water
cryovials, 2 ml
ice and a second box of ice
96-well plate and seal
DNA ladder, 100 bp
agarose and running buffer
liquid nitrogen, 1 l
trypan blue`),
  words: {
    method: listOf(`
      Extraction | qPCR | Library preparation | Gel electrophoresis | Transformation |
      Cryopreservation | Bead clean-up | Bradford assay`),
    method2: listOf("aliquoting | shipping | homogenisation | dilution"),
    sample: listOf(`
      plasma | soil | leaf tissue | cultured cells | bacterial culture | whole blood`),
    purpose: listOf("sequencing | long-term storage | genotyping | the clinic study"),
    buffer: listOf("lysis buffer | PBS | TE buffer | wash buffer B | RIPA | TAE")
  }
};
