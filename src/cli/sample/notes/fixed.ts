/** Notes that tell of something that other files of the lake tell of too. */
export interface FixedNote {
  path: string;
  text: string;
}

export const FIXED: readonly FixedNote[] = [
  {
    path: "work/meetings/2025-03-16 Incident FRZ-03.md",
    text: `---
title: "2025-03-16 Incident FRZ-03"
date: 2025-03-16
tags: [incident, freezer, lab]
freezer: FRZ-03
---

# What happened

The compressor of FRZ-03 (Muskox, room B.014) stopped on Friday, 14 March, at about 21:40. The alarm mail came at 22:50,
more than an hour later, because the limit is twelve degrees above the setpoint. Priya saw it at 23:05 and called.

# What we did

- Dry ice from the loading dock into the upper two shelves
- 14 racks moved to FRZ-05 (Snow Fox) in the annex, last one out at 3:30
- The sensor read -28 at the end; the cores of the boxes were colder
- Moved racks are listed in the containers table

# What follows

- [x] New compressor, fitted on 18 March
- [x] FRZ-03 empty for two days, then filled again
- [ ] Second sensor for every freezer
- [ ] Alarm limit at six degrees instead of twelve
- [ ] A rota for nights, so that not only Priya wakes up
`
  },
  {
    path: "training/Spring Lake half.md",
    text: `---
title: Spring Lake half
date: 2025-05-18
tags: [race, running]
kilometres: 21.1
---

1:47:23. The plan was to break 1:50, the first ten kilometres felt too easy, and for once I did not pay for it. Nadia
finished four minutes later, lay down in the grass and declared the season over.

- first half 54:16, second half 53:07
- two gels, water at every station
- average heart rate 168
- shoes: the orange ones

The family stood at kilometre 18 with a cowbell. Theo lost his voice.
`
  },
  {
    path: "Inbox.md",
    text: `- ring the plumber back
- Ida: shin pads
- is the piano tuner the one with the red van?
- idea: a list of everything that is lent out, and to whom
- freezer map is wrong again
`
  }
];
