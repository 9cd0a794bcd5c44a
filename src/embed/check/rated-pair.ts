/** How alike two texts are: 0 nothing in common, 1 of the same field, 2 of the same topic, 3 nearly the same, 4 the same. */
export type Likeness = 0 | 1 | 2 | 3 | 4;

/** Two texts, and how alike a person finds them. */
export type RatedPair = readonly [likeness: Likeness, left: string, right: string];
