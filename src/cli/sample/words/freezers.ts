export interface Freezer {
  freezer: string;
  name: string;
  site: string;
  room: string;
  /** Degrees Celsius. */
  setpoint: -80 | -20;
  model: string;
  shelves: number;
  racksPerShelf: number;
}

export const FREEZERS: readonly Freezer[] = [
  {
    freezer: "FRZ-01",
    name: "Narwhal",
    site: "ALD-1",
    room: "B.012",
    setpoint: -80,
    model: "Halden Ultra 700",
    shelves: 5,
    racksPerShelf: 4
  },
  {
    freezer: "FRZ-02",
    name: "Ptarmigan",
    site: "ALD-1",
    room: "B.012",
    setpoint: -80,
    model: "Halden Ultra 700",
    shelves: 5,
    racksPerShelf: 4
  },
  {
    freezer: "FRZ-03",
    name: "Muskox",
    site: "ALD-1",
    room: "B.014",
    setpoint: -80,
    model: "Halden Ultra 500",
    shelves: 4,
    racksPerShelf: 4
  },
  {
    freezer: "FRZ-04",
    name: "Lemming",
    site: "ALD-2",
    room: "1.103",
    setpoint: -20,
    model: "Norvik Lab 300",
    shelves: 4,
    racksPerShelf: 3
  },
  {
    freezer: "FRZ-05",
    name: "Snow Fox",
    site: "ALD-2",
    room: "0.007",
    setpoint: -80,
    model: "Cryon C80",
    shelves: 5,
    racksPerShelf: 4
  },
  {
    freezer: "FRZ-06",
    name: "Beluga",
    site: "PRT-1",
    room: "2.20",
    setpoint: -20,
    model: "Norvik Lab 300",
    shelves: 4,
    racksPerShelf: 3
  },
  {
    freezer: "FRZ-07",
    name: "Walrus",
    site: "PRT-1",
    room: "2.21",
    setpoint: -80,
    model: "Cryon C80",
    shelves: 5,
    racksPerShelf: 4
  },
  {
    freezer: "FRZ-08",
    name: "Ermine",
    site: "FLD-1",
    room: "Container 2",
    setpoint: -20,
    model: "Norvik Chest 120",
    shelves: 2,
    racksPerShelf: 3
  }
];
