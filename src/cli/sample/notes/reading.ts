import {listOf} from "../words/list.ts";
import {linesOf, type Topic} from "./topic.ts";

/** The slots `book` and `author` are given with the note: they are books of the shelf. */
export const READING: Topic = {
  folder: "reading",
  tags: ["book", "reading", "novel", "nonfiction", "book club"],
  count: 28,
  titles: ["{book}"],
  fields: {author: "{author}", rating: "{2-5}"},
  layouts: [
    [{sentences: 4}, {heading: "Quotes and pages", bullets: 3}],
    [{sentences: 3}, {sentences: 3}],
    [
      {heading: "What stays", sentences: 3},
      {heading: "For the club", bullets: 3}
    ]
  ],
  sentences: linesOf(`
The narrator is {trait} and never quite tells the truth, which makes the second half a different book.
I read the first hundred pages in one evening and then needed {two|three} weeks for the rest.
The best chapter is the one in the {place}, where almost nothing happens and everything changes.
The author lets the minor characters finish their sentences, and that is rarer than it sounds.
The plot hangs on a letter that nobody would have kept, but I forgave it.
Themes: {theme}, {theme2}, and what we owe to people who are gone.
The translation reads beautifully; only the dialect of the {person} felt forced.
Structure: three voices, two of them reliable, told backwards from the {event}.
I disagree with the argument about {theme} but I will be thinking about it for a while.
The prose is plain and exact, with one perfect image on every page.
Clara found the ending too neat; I thought it was the only honest one.
It made me want to read more about the history of {subject}.
The chapter on {subject} is clearer than anything I read at university.
Too long by a third: the middle circles around the same quarrel between the {person} and her brother.
The mystery is solvable by page {120-240} if you pay attention to the {object}.
A quiet novel about {theme} that trusts its reader.
The evidence is thin in places, and the footnotes are where the fun is.
I underlined more in the last twenty pages than in the rest of the book.
The {person} is the best character, and of course the author kills him off.
Hannah gave it to me with the words "you will hate the first chapter", and she was right.
The dialogue is funny without anybody making a joke.
It reminded me of {book2}, with less plot and better weather.
Read aloud to Ida, a chapter a night; she guessed the twist before I did.
The setting, a {place} in winter, is drawn so well that I felt cold on the train.
An uneven collection: four stories are wonderful, the others are sketches.
The author explains {subject} with a patience that I wish I had.
Not one villain in the whole book, only people who are late.
I listened to the audio version while running and missed half of the family tree.
What the book says about memory is mostly said in the silences.
The second reading was better than the first because I knew whom to watch.
The maps at the front are a promise that the story keeps.
There is a long digression about {subject} which I would not miss for anything.`),
  items: linesOf(`
p. {20-90}: the {object} appears for the first time
p. {91-180}: "{quote}"
p. {181-260}: the conversation about {theme}
Why does the {person} come back?
Is the {place} a real place or a memory?
Compare the two funerals
Who writes the last chapter?
p. {100-300}: best description of a {place} I know
What would change if the {person} told the story?
Does the title refer to the {object} or to {theme}?
p. {12-60}: "{quote}"
The dream in chapter {3-19}: needed or not?`),
  words: {
    trait: listOf("charming | bitter | tired | very young | observant | vain"),
    place: listOf(`
      lighthouse | boarding school | harbor town | sanatorium | night train | botanical garden
      | border village`),
    theme: listOf(`
      grief | loyalty | ambition | belonging | guilt | memory | class | forgiveness`),
    person: listOf("doctor | sister | innkeeper | clerk | gardener | captain | widow"),
    event: listOf("fire | wedding | flood | trial | funeral"),
    subject: listOf(`
      mapmaking | the cell | glass | migration | tides | bread | railways | bees`),
    object: listOf("key | photograph | blue coat | violin | ledger"),
    quote: listOf(`
      We were never as alone as we wanted to be | He forgave slowly, the way ice goes | A
      house remembers who slept in it | Nobody is late for their own life | She had the
      patience of a closed shop`)
  }
};
