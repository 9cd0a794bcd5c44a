import {isWeekend} from "../calendar.ts";
import {listOf} from "../words/list.ts";
import {linesOf, type Topic} from "./topic.ts";

export const MEETINGS: Topic = {
  folder: "work/meetings",
  tags: ["meeting", "minutes", "lab", "work"],
  count: 30,
  isOn: (day) => !isWeekend(day),
  isDated: true,
  titles: linesOf(`
Group meeting
Freezer round
Planning {project}
One to one with Ines
Budget review
Safety meeting
Data meeting, {project}`),
  fields: {attendees: "[{person}, {person2}, {person3}]"},
  layouts: [
    [{sentences: 4}, {heading: "Decided", bullets: 2}, {heading: "Actions", tasks: 4}],
    [{heading: "Agenda", bullets: 3}, {sentences: 4}, {heading: "Actions", tasks: 3}],
    [{sentences: 3}, {heading: "Open questions", bullets: 3}]
  ],
  sentences: linesOf(`
{person} reported on {project}: recruitment stands at {40-95} percent of the plan.
The budget for consumables is overspent by {3-14} percent, mostly filter tips and shipping on dry ice.
We agreed to freeze the protocol until the end of the quarter and to collect change requests in one place.
{person2} asked who is responsible for the sensor alarms at night; until now it is whoever wakes up.
The statistician wants the raw data with one row a tube, no merged cells and dates in ISO format.
Sample {shipment|transfer} from {site} is delayed because the courier lost the export form.
Ines reminded everybody that authorship is discussed before the analysis, not after.
The new technician starts on the first of the month and will shadow {person} for two weeks.
Inventory: {12-60} containers on the list were not found, {4-20} were found that are not on the list.
The audit noted two missing signatures in the training records and praised the freezer logs.
{person3} showed preliminary figures; the effect is smaller than in the pilot but consistent across sites.
We discussed moving the database to a server of our own and postponed it again.
Reviewer two asks for another control; we can do it with samples that are already in the freezer.
Room B.014 gets too warm in July, so facilities will install a second air conditioner.
The ethics amendment was approved with a small change to the consent form.
Ordering goes through the new portal from now on; {person} has made a page with screenshots.
The grant report is due in {3-8} weeks, and everybody writes half a page about their work package.
Microscope booking is chaotic: we try slots of two hours and a waiting list.
Decision on the second cohort was adjourned until the costs of storage are known.
{person2} will present at the spring meeting, and the poster draft circulates next week.
Turnaround for sequencing is {3-7} weeks at the moment, so plan accordingly.
Backups of the imaging computer have not run since the update; Lukas is on it.
The waste company changes its pick-up day to Thursday.
We looked at the temperature curves of all freezers together, and FRZ-06 cycles more than it should.
Lab coats go to the laundry on Mondays, and please empty the pockets.
There was a long discussion about naming files, which ended with the rule: date, site, initials, version.`),
  items: linesOf(`
storage of the old samples: keep two of four aliquots
holiday cover for the night alarms
new portal for orders
status of {project}
storage costs for the second cohort
who covers the holidays
training records before the audit
keep the present labels until the stock is used up
weekly freezer round on Tuesdays, taking turns`),
  tasks: linesOf(`
{person} sends the container list of {site} to everyone
{person2} orders a second sensor for every freezer
write half a page for the grant report
ask the courier about the export form
book the seminar room for {project}
update the emergency contact sheet at the freezer doors
move the archive images to the network storage
check which racks in {site} are empty
compare quotes for a new centrifuge
draft the answer to reviewer two
plan the defrosting week
add the new student to the mailing list`),
  words: {
    person: listOf("Priya | Lukas | Selma | Hugo | Mei | Anika | Jonah"),
    project: listOf(`
      the freezer cohort | the soil survey | the clinic study | the barcode project | the
      drought trial`),
    site: listOf("Port Harlan | the field station | the annex | the main lab")
  }
};
