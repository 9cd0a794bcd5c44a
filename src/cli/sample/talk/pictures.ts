/** A picture message that was received: the name of the picture (its data is left out), and words beside it. */
export interface Picture {
  contact: string;
  date: string;
  /** Local. */
  minute: number;
  file: string;
  body: string;
}

const TABLE: readonly [contact: string, date: string, hour: number, file: string, body: string][] =
  [
    ["Maya Ashdown", "2025-01-11", 20.5, "IMG_0231.jpg", "Look who fell asleep on the dog"],
    [
      "Mom",
      "2025-02-09",
      15.2,
      "20250209_141201.jpg",
      "Eleven candles, and she blew them all out at once."
    ],
    ["Priya Raman", "2025-04-11", 16.7, "gel_0411.jpg", "Lane 4!!! Finally"],
    ["Nadia Kowal", "2025-05-17", 12.9, "PXL_20250517.jpg", "Finish line faces 😂"],
    ["Coach Dana", "2025-06-01", 17.1, "team.jpg", "The U11 after the tournament."],
    ["Owen Pike", "2025-06-14", 14.4, "chain.jpg", "This is what 5000 km looks like"],
    ["Maya Ashdown", "2025-07-16", 19.8, "IMG_0877.jpg", ""],
    ["Sofia Marchetti", "2025-07-18", 20.1, "IMG_4410.jpg", "The view from the roof this evening"],
    ["Erik Ashdown", "2025-08-03", 9.3, "juni.jpg", "Juni says hi 👋"],
    ["Hannah Brandt", "2025-09-14", 10.6, "IMG_2021.jpg", "First steps!!"],
    ["Tom Barreto", "2025-10-11", 23.4, "setlist.jpg", "Stole the setlist"],
    ["Gus Tillman", "2025-11-20", 8.7, "fence.jpg", "This is the panel I mean."]
  ];

export const PICTURES: readonly Picture[] = TABLE.map(([contact, date, hour, file, body]) => ({
  contact,
  date,
  minute: Math.round(60 * hour),
  file,
  body
}));
