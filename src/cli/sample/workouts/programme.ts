/** An exercise: kilograms at the start, kilograms won in the very long run, and sets of reps or seconds. */
export interface Exercise {
  name: string;
  start: number;
  gain: number;
  sets: number;
  reps: number;
  seconds?: number;
}

export interface Session {
  name: string;
  exercises: readonly Exercise[];
}

/** Sessions that take turns. */
export const PROGRAMME: readonly Session[] = [
  {
    name: "Lower body",
    exercises: [
      {name: "Squat (Barbell)", start: 50, gain: 55, sets: 4, reps: 6},
      {name: "Romanian Deadlift (Barbell)", start: 45, gain: 45, sets: 3, reps: 8},
      {name: "Bulgarian Split Squat", start: 12.5, gain: 20, sets: 3, reps: 10},
      {name: "Leg Curl (Machine)", start: 25, gain: 25, sets: 3, reps: 12},
      {name: "Standing Calf Raise", start: 40, gain: 40, sets: 3, reps: 14}
    ]
  },
  {
    name: "Upper body",
    exercises: [
      {name: "Bench Press (Barbell)", start: 37.5, gain: 40, sets: 4, reps: 6},
      {name: "Bent Over Row (Barbell)", start: 35, gain: 35, sets: 3, reps: 8},
      {name: "Overhead Press (Dumbbell)", start: 10, gain: 15, sets: 3, reps: 9},
      {name: "Lat Pulldown (Cable)", start: 40, gain: 30, sets: 3, reps: 10},
      {name: "Bicep Curl (Dumbbell)", start: 7.5, gain: 10, sets: 2, reps: 12},
      {name: "Triceps Pushdown (Cable)", start: 15, gain: 17.5, sets: 2, reps: 12}
    ]
  },
  {
    name: "Full body",
    exercises: [
      {name: "Deadlift (Barbell)", start: 60, gain: 80, sets: 3, reps: 5},
      {name: "Incline Bench Press (Dumbbell)", start: 15, gain: 17.5, sets: 3, reps: 9},
      {name: "Pull Up", start: 0, gain: 10, sets: 4, reps: 7},
      {name: "Goblet Squat (Kettlebell)", start: 16, gain: 18, sets: 3, reps: 12},
      {name: "Plank", start: 0, gain: 0, sets: 3, reps: 0, seconds: 60}
    ]
  }
];

/** What comes after a run or ride. */
export const CORE: Session = {
  name: "Core and mobility",
  exercises: [
    {name: "Plank", start: 0, gain: 0, sets: 3, reps: 0, seconds: 60},
    {name: "Side Plank", start: 0, gain: 0, sets: 2, reps: 0, seconds: 40},
    {name: "Dead Bug", start: 0, gain: 0, sets: 3, reps: 12},
    {name: "Hip Thrust (Bodyweight)", start: 0, gain: 0, sets: 3, reps: 15}
  ]
};
