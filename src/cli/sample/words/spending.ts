/** A payee with what one visit costs, in dollars, and how often they are paid in a week. */
export interface Habit {
  payee: string;
  category: string;
  low: number;
  high: number;
  perWeek: number;
  account: Account;
  /** How winter changes it: 1 only in winter, -1 only in summer, 0 the year round. */
  winter?: number;
  notes?: readonly string[];
}

export type Account = "Joint card" | "Checking" | "Robin card" | "Cash";

export const HABITS: readonly Habit[] = [
  {
    payee: "Greenfork Market",
    category: "Groceries",
    low: 28,
    high: 165,
    perWeek: 2.4,
    account: "Joint card"
  },
  {
    payee: "The Co-op",
    category: "Groceries",
    low: 12,
    high: 70,
    perWeek: 1.6,
    account: "Joint card"
  },
  {
    payee: "Farmers' market",
    category: "Groceries",
    low: 8,
    high: 48,
    perWeek: 0.9,
    account: "Cash",
    winter: -0.7,
    notes: ["cherries", "tomatoes, jam", "honey", "flowers too"]
  },
  {
    payee: "Corner Mill Bakery",
    category: "Groceries",
    low: 5,
    high: 24,
    perWeek: 2.2,
    account: "Cash"
  },
  {
    payee: "Blue Kettle",
    category: "Eating out",
    low: 4,
    high: 19,
    perWeek: 2.6,
    account: "Robin card",
    notes: ["with Priya", "with Hannah", ""]
  },
  {
    payee: "Institute canteen",
    category: "Eating out",
    low: 7,
    high: 14,
    perWeek: 1.9,
    account: "Robin card"
  },
  {
    payee: "Casa Olmo",
    category: "Eating out",
    low: 48,
    high: 140,
    perWeek: 0.25,
    account: "Joint card",
    notes: ["date night", "birthday", ""]
  },
  {
    payee: "Little Saigon House",
    category: "Eating out",
    low: 26,
    high: 74,
    perWeek: 0.5,
    account: "Joint card"
  },
  {
    payee: "Golden Wok Takeaway",
    category: "Eating out",
    low: 22,
    high: 58,
    perWeek: 0.6,
    account: "Joint card"
  },
  {
    payee: "Gelateria Piave",
    category: "Eating out",
    low: 6,
    high: 26,
    perWeek: 0.8,
    account: "Cash",
    winter: -0.9,
    notes: ["after the match", ""]
  },
  {
    payee: "Riverside Fuel",
    category: "Transport",
    low: 28,
    high: 72,
    perWeek: 0.8,
    account: "Joint card"
  },
  {
    payee: "Valley Transit",
    category: "Transport",
    low: 2.5,
    high: 12,
    perWeek: 1.7,
    account: "Robin card"
  },
  {payee: "City Parking", category: "Transport", low: 2, high: 16, perWeek: 0.8, account: "Cash"},
  {
    payee: "Third Wheel Cycles",
    category: "Transport",
    low: 12,
    high: 140,
    perWeek: 0.15,
    account: "Robin card",
    winter: -0.5,
    notes: ["chain, cassette", "inner tubes", "service"]
  },
  {
    payee: "Pinecrest Pharmacy",
    category: "Health",
    low: 6,
    high: 62,
    perWeek: 0.6,
    account: "Joint card",
    winter: 0.6
  },
  {
    payee: "Alder Falls Dental",
    category: "Health",
    low: 45,
    high: 260,
    perWeek: 0.07,
    account: "Checking"
  },
  {
    payee: "Dr. Lindqvist Pediatrics",
    category: "Health",
    low: 25,
    high: 110,
    perWeek: 0.1,
    account: "Checking",
    winter: 0.5
  },
  {
    payee: "Fern Street Vets",
    category: "Pets",
    low: 40,
    high: 320,
    perWeek: 0.08,
    account: "Joint card",
    notes: ["vaccination", "paw", ""]
  },
  {payee: "Pet Pantry", category: "Pets", low: 24, high: 88, perWeek: 0.35, account: "Joint card"},
  {payee: "Harbor Books", category: "Books", low: 9, high: 64, perWeek: 0.5, account: "Robin card"},
  {
    payee: "Rialto Cinema",
    category: "Leisure",
    low: 12,
    high: 58,
    perWeek: 0.3,
    account: "Joint card",
    winter: 0.4
  },
  {
    payee: "The Lantern Room",
    category: "Leisure",
    low: 25,
    high: 90,
    perWeek: 0.12,
    account: "Robin card",
    notes: ["concert", "concert with Tom"]
  },
  {
    payee: "Alder Falls Pool",
    category: "Leisure",
    low: 9,
    high: 28,
    perWeek: 0.5,
    account: "Cash",
    winter: -0.6
  },
  {
    payee: "Snowline Rentals",
    category: "Leisure",
    low: 35,
    high: 160,
    perWeek: 0.15,
    account: "Joint card",
    winter: 1
  },
  {
    payee: "Greenhand Garden Center",
    category: "Garden",
    low: 8,
    high: 95,
    perWeek: 0.5,
    account: "Joint card",
    winter: -1,
    notes: ["seeds", "soil", "pots", ""]
  },
  {
    payee: "Northside Hardware",
    category: "House",
    low: 6,
    high: 110,
    perWeek: 0.6,
    account: "Joint card",
    notes: ["screws", "paint", "filter", ""]
  },
  {
    payee: "Trail & Peak",
    category: "Clothing",
    low: 18,
    high: 150,
    perWeek: 0.2,
    account: "Joint card"
  },
  {
    payee: "Button & Thread",
    category: "Clothing",
    low: 14,
    high: 95,
    perWeek: 0.3,
    account: "Joint card",
    notes: ["Ida", "Theo", ""]
  },
  {payee: "Kayla (sitter)", category: "Kids", low: 30, high: 75, perWeek: 0.4, account: "Cash"},
  {
    payee: "Lakeside School",
    category: "Kids",
    low: 5,
    high: 60,
    perWeek: 0.3,
    account: "Checking",
    notes: ["trip", "lunch account", "book fair"]
  },
  {
    payee: "Tiny Orbit Toys",
    category: "Gifts",
    low: 10,
    high: 60,
    perWeek: 0.3,
    account: "Joint card",
    winter: 0.6,
    notes: ["birthday present", ""]
  },
  {
    payee: "Old Cannery Market",
    category: "Gifts",
    low: 12,
    high: 90,
    perWeek: 0.2,
    account: "Cash",
    winter: 0.7
  }
];

/** What comes every month on the same day; the amount grows by the given share each January. */
export interface Standing {
  payee: string;
  category: string;
  amount: number;
  dayOfMonth: number;
  growth: number;
  account: Account;
  /** What winter adds, in dollars. */
  winter?: number;
  since?: string;
}

export const STANDING: readonly Standing[] = [
  {
    payee: "Marsh Property",
    category: "Rent",
    amount: 1840,
    dayOfMonth: 1,
    growth: 0.04,
    account: "Checking"
  },
  {
    payee: "Valley Power",
    category: "Utilities",
    amount: 74,
    dayOfMonth: 12,
    growth: 0.07,
    account: "Checking",
    winter: 92
  },
  {
    payee: "Northwest Gas",
    category: "Utilities",
    amount: 22,
    dayOfMonth: 15,
    growth: 0.06,
    account: "Checking",
    winter: 118
  },
  {
    payee: "City Water",
    category: "Utilities",
    amount: 58,
    dayOfMonth: 20,
    growth: 0.03,
    account: "Checking"
  },
  {
    payee: "Brightline Internet",
    category: "Utilities",
    amount: 59.99,
    dayOfMonth: 5,
    growth: 0,
    account: "Checking"
  },
  {
    payee: "Fieldfare Mobile",
    category: "Utilities",
    amount: 48,
    dayOfMonth: 8,
    growth: 0.02,
    account: "Checking"
  },
  {
    payee: "Shelter Mutual",
    category: "Insurance",
    amount: 96.4,
    dayOfMonth: 3,
    growth: 0.05,
    account: "Checking"
  },
  {
    payee: "Shelter Mutual Auto",
    category: "Insurance",
    amount: 112.2,
    dayOfMonth: 3,
    growth: 0.05,
    account: "Checking"
  },
  {
    payee: "Tunestream Family",
    category: "Subscriptions",
    amount: 16.99,
    dayOfMonth: 17,
    growth: 0.06,
    account: "Robin card"
  },
  {
    payee: "Attic Cloud 2 TB",
    category: "Subscriptions",
    amount: 9.99,
    dayOfMonth: 22,
    growth: 0,
    account: "Robin card"
  },
  {
    payee: "The Valley Ledger",
    category: "Subscriptions",
    amount: 14,
    dayOfMonth: 2,
    growth: 0.04,
    account: "Robin card"
  },
  {
    payee: "Lumen Films",
    category: "Subscriptions",
    amount: 12.49,
    dayOfMonth: 27,
    growth: 0.08,
    account: "Joint card",
    since: "2023-11-01"
  },
  {
    payee: "Iron & Oak Gym",
    category: "Health",
    amount: 44,
    dayOfMonth: 4,
    growth: 0.03,
    account: "Robin card",
    since: "2024-09-01"
  },
  {
    payee: "Mrs. Vance (piano)",
    category: "Kids",
    amount: 120,
    dayOfMonth: 6,
    growth: 0.05,
    account: "Checking",
    since: "2024-02-01"
  },
  {
    payee: "Riverside Football Club",
    category: "Kids",
    amount: 35,
    dayOfMonth: 10,
    growth: 0,
    account: "Checking"
  },
  {
    payee: "College savings",
    category: "Savings",
    amount: 250,
    dayOfMonth: 25,
    growth: 0,
    account: "Checking"
  }
];

/** Shops that take things back. */
export const REFUNDS = [
  "Trail & Peak",
  "Lumen Electronics",
  "Button & Thread",
  "Northside Hardware",
  "Tiny Orbit Toys"
];
