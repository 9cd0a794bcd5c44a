/** Whose messages they are, and with whom: everybody is made up, every number is reserved for fiction. */
export interface Contact {
  name: string;
  phone: string;
  /** Which scripts the two have, by file and theme; see `talk/`. */
  themes: readonly string[];
  /** Conversations a week. */
  pace: number;
  /** Hours of the day when they usually start, first and last. */
  hours: readonly [number, number];
  /** casual writes in lower case without a full stop, proper writes sentences. */
  style: "casual" | "proper";
  /** What they like to end a message with. */
  emoji?: readonly string[];
}

export const OWNER = {given: "Robin", family: "Ashdown", phone: "503-555-0100"};

export const CONTACTS: readonly Contact[] = [
  {
    name: "Maya Ashdown",
    phone: "503-555-0101",
    themes: ["partner", "home", "kids", "supper"],
    pace: 10.1,
    hours: [7, 21],
    style: "casual",
    emoji: ["❤️", "😘", "😂", "🙈"]
  },
  {
    name: "Mom",
    phone: "541-555-0102",
    themes: ["family", "birthday", "kitchen"],
    pace: 2.9,
    hours: [9, 20],
    style: "proper",
    emoji: ["🌷", "❤️", "😊"]
  },
  {
    name: "Erik Ashdown",
    phone: "206-555-0103",
    themes: ["brother", "birthday", "games"],
    pace: 1.8,
    hours: [12, 22],
    style: "casual",
    emoji: ["😂", "🤘"]
  },
  {
    name: "Grandpa Walt",
    phone: "541-555-0104",
    themes: ["grandpa"],
    pace: 0.8,
    hours: [8, 18],
    style: "proper"
  },
  {
    name: "Nadia Kowal",
    phone: "503-555-0105",
    themes: ["running", "friends", "dinner"],
    pace: 4,
    hours: [6, 21],
    style: "casual",
    emoji: ["🏃‍♀️", "💪", "😅"]
  },
  {
    name: "Tom Barreto",
    phone: "971-555-0106",
    themes: ["music", "friends", "games"],
    pace: 2.8,
    hours: [11, 23],
    style: "casual",
    emoji: ["🎸", "🍻", "😂"]
  },
  {
    name: "Hannah Brandt",
    phone: "503-555-0107",
    themes: ["friends", "dinner", "birthday", "books"],
    pace: 2.1,
    hours: [9, 21],
    style: "casual",
    emoji: ["👶", "🥰"]
  },
  {
    name: "Sofia Marchetti",
    phone: "415-555-0108",
    themes: ["travel", "friends", "kitchen"],
    pace: 1.7,
    hours: [8, 22],
    style: "proper",
    emoji: ["🌍", "✈️", "😍"]
  },
  {
    name: "Owen Pike",
    phone: "503-555-0109",
    themes: ["cycling", "tools"],
    pace: 1.5,
    hours: [7, 21],
    style: "casual",
    emoji: ["🚴", "👍"]
  },
  {
    name: "Clara Nyström",
    phone: "503-555-0110",
    themes: ["books"],
    pace: 1.2,
    hours: [10, 21],
    style: "proper",
    emoji: ["📚"]
  },
  {
    name: "Priya Raman",
    phone: "503-555-0111",
    themes: ["lab", "lunch"],
    pace: 3.4,
    hours: [8, 18],
    style: "casual",
    emoji: ["🧪", "🙏"]
  },
  {
    name: "Lukas Weidner",
    phone: "971-555-0112",
    themes: ["lab", "computing", "lunch"],
    pace: 2.3,
    hours: [9, 18],
    style: "casual"
  },
  {
    name: "Ines Calloway",
    phone: "503-555-0113",
    themes: ["boss"],
    pace: 1.5,
    hours: [8, 17],
    style: "proper"
  },
  {
    name: "Coach Dana",
    phone: "503-555-0114",
    themes: ["coach"],
    pace: 2.3,
    hours: [12, 20],
    style: "proper",
    emoji: ["⚽"]
  },
  {
    name: "Femi Oduya",
    phone: "458-555-0115",
    themes: ["lifts"],
    pace: 2,
    hours: [8, 20],
    style: "casual",
    emoji: ["⚽", "👍"]
  },
  {
    name: "Gus Tillman",
    phone: "503-555-0116",
    themes: ["neighbour"],
    pace: 1.4,
    hours: [8, 20],
    style: "proper"
  },
  {
    name: "Ray's Plumbing",
    phone: "503-555-0117",
    themes: ["plumber"],
    pace: 0.6,
    hours: [8, 17],
    style: "proper"
  },
  {
    name: "Kayla (sitter)",
    phone: "971-555-0118",
    themes: ["sitter"],
    pace: 1.1,
    hours: [10, 21],
    style: "casual",
    emoji: ["😊", "🙌"]
  },
  {
    name: "Mrs. Vance (piano)",
    phone: "541-555-0119",
    themes: ["piano"],
    pace: 0.8,
    hours: [10, 19],
    style: "proper"
  },
  {
    name: "Alder Falls Dental",
    phone: "503-555-0120",
    themes: ["dentist"],
    pace: 0.3,
    hours: [9, 16],
    style: "proper"
  },
  {
    name: "Fern Street Vets",
    phone: "503-555-0121",
    themes: ["vet"],
    pace: 0.4,
    hours: [9, 17],
    style: "proper"
  },
  {
    name: "Parcel Point",
    phone: "503-555-0122",
    themes: ["parcel"],
    pace: 1.8,
    hours: [8, 18],
    style: "proper"
  },
  {
    name: "Lakeside School",
    phone: "503-555-0123",
    themes: ["school"],
    pace: 0.9,
    hours: [7, 16],
    style: "proper"
  },
  {
    name: "(Unknown)",
    phone: "971-555-0124",
    themes: ["codes"],
    pace: 1.2,
    hours: [7, 23],
    style: "proper"
  }
];

/** The contact of a name; throws where nobody has it. */
export function findContact(name: string): Contact {
  const contact = CONTACTS.find((candidate) => candidate.name === name);
  if (!contact) throw new Error(`contact that is not in the cast: ${name}`);
  return contact;
}
