import {listOf} from "../words/list.ts";
import {linesOf, type Topic} from "./topic.ts";

export const IDEAS: Topic = {
  folder: "ideas",
  tags: ["idea", "software", "data", "someday"],
  count: 22,
  titles: linesOf(`
Idea: {thing} for {whom}
A better {thing}
{thing} from scratch
Why nobody likes the {thing}
The {thing2} and the {thing}
Weekend project: {thing}
Dashboard for {data}
Notes on {concept}`),
  layouts: [
    [{sentences: 4}, {heading: "First steps", tasks: 3}],
    [{sentences: 3}, {sentences: 3}],
    [{sentences: 2}, {heading: "Questions", bullets: 4}]
  ],
  sentences: linesOf(`
Everything stays on the own machine: no account, no server, a folder of plain files.
The prototype could be a single page with one table and a search box, nothing more.
Start with {data}, because the export is already there and the columns are simple.
A script reads the file, a query counts by week, and a chart shows the trend.
Users do not want a feature, they want the afternoon back that they lose to copying cells.
Embeddings would find notes that mean the same without sharing a word.
The hard part is not the model, it is the boring step of cleaning the names.
Version the schema from the first day; migrations are easier when there are two rows.
Undo is more important than permissions when there is only one user.
Write the tests against the ugliest file first.
Latency under a tenth of a second feels like the thing itself; above that it feels like a website.
An open format survives its program by decades.
Build it so that deleting it loses nothing.
The interface should show what it did and offer to take it back.
Somebody has surely done this; look for it before writing a line of code.
Privacy is a property of the architecture and not of the promise.
Keyboard first, because the hand that reaches for the mouse forgets what it wanted.
The graph view looks impressive and answers no question; a list with counts would.
One command to start, one to back up, none to configure.
If the index can be rebuilt from the files, the index may be thrown away.
A rule engine with ten readable rules beats a model that nobody can question.
Think about people with bad eyesight and with slow computers from the beginning.
Cache by content hash instead of by date, then nothing is ever stale.
It needs a name that is short, can be spoken, and is not taken.
The simplest sync is a folder and patience.
Sketch on paper, three screens: empty, full, broken.
Make the error message say what to do next.
Estimate: two evenings, so probably two months.`),
  items: linesOf(`
who would use this twice?
what happens offline?
where does it fail with a million rows?
could it be a spreadsheet instead?
what is the smallest useful version?
how does one get the data out again?`),
  tasks: linesOf(`
export {data} once and look at the columns
find out who else has built a {thing}
draw the empty state
write a parser for the date formats
measure how long a query takes on the old laptop
ask Lukas what he would delete`),
  words: {
    thing: listOf(`
      habit tracker | label printer | recipe finder | plant diary | sample finder | reading log
      | packing list | training calendar | receipt scanner | birthday reminder`),
    whom: listOf(`
      the lab | families | the football club | Grandpa | people with many books`),
    data: listOf(`
      streaming history | freezer temperatures | expenses | the book list | text messages |
      workouts`),
    concept: listOf(`
      plain text | local first software | naming things | reactive notebooks | fuzzy matching
      | keeping history`)
  }
};
