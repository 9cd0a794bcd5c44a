import {listOf, wordsOf} from "./list.ts";

/** Artists of our own making, by genre; the first of a genre are the ones most listened to. */
export const ARTISTS = {
  folk: listOf(`
    Copper Lanterns | Wren & Alder | The Slow Ferry | Hollis Grey Heron | Mara Quillfeather |
    Paper Orchard | Tin Roof Choir | The Driftwood Letters | Juniper Post | Old Mill Radio |
    Saltgrass | Nell Farrowby | The Borrowed Boat | Lantern Hill Sisters | Aunt Clementine's
    Piano | Barley & Smoke`),
  electronic: listOf(`
    Nightbus to Osaka | Glass Meridian | Kilo Tundra | Pale Circuits | Vantablue | Soft
    Machinery Club | Modular Ponds | Ionosphere Kids | Lowtide Signal | Hexagon Weather |
    Telegraph Avenue 9 | Drift Index | Sleep Compiler | Anodyne Park | Orbit Laundry | The
    Quantised Birds`),
  jazz: listOf(`
    Ottoline Brass Trio | The Marchbanks Quartet | Leopold Fenn | Blue Tram Ensemble | Esi
    Adomako Five | Corduroy Standard | Nocturne Bakery | The Late Elevator | Ruben Castellane |
    Sunday Horn Society | Velour Parade | Half Past Nine Orchestra`),
  rock: listOf(`
    The Broken Metronomes | Gravel Parade | Static Harvest | Loud Aunties | Harbor Wolves |
    Dial-Up Romance | Tuesday's Engine | Red Kite Riot | Basement Weather | The Unpaid Interns |
    Ravel & the Rust | Concrete Picnic | Ninety Degree Shade | Fuse Box Saints | The Second Flat`),
  pop: listOf(`
    Luma Vale | Citrine | The Summer Invoices | Polly Parallax | Neon Apricot | Jude & Juniper |
    Marzipan Sky | Kite Season | Honeydial | Ivy Telephone | Sugarcube Riot | Postcard Club |
    Dovetail Avenue | Mint Condition | Olive Overture | Strawberry Exit`),
  classical: listOf(`
    Alder Falls Chamber Players | Quartet Lindenau | Irena Voskova | Harlan Sinfonietta | Elias
    Thornquist | The Winter Consort | Madrigal Eleven | Pianist Jonas Ekelund-Ray | Ensemble
    Serein`),
  hiphop: listOf(`
    Verse Ledger | MC Almanac | Brickwork Poets | Tessellate | Quiet Riot Act 4 | Good Morning
    Cipher | Low Oxygen Crew | Paperclip Prophets | Dana Noon`),
  kids: listOf(`
    The Singing Otters | Captain Marmalade | Pocket Zoo Band | Miss Tamarind's Garden | The
    Button Pirates | Hoppity Radio | Grandma Moonboots`),
  holiday: listOf(`
    The Mistletoe Brass | Snowglobe Singers | Candlewick Carols | Northern Bells Choir | The
    Cocoa Club`)
} satisfies Record<string, readonly string[]>;

export type Genre = keyof typeof ARTISTS;

/** Templates of track names; the slots are below. */
export const TRACK_TITLES: Readonly<Record<Genre, readonly string[]>> = {
  folk: listOf(`
    {place} in {month} | The {thing} and the {thing2} | {verb} Me to {town} | {thing} Song |
    Letter from {town} | My {kin}'s {thing} | Before the {thing} | {colour} {thing} Waltz`),
  electronic: listOf(`
    {abstract} {0-9} | {colour} {signal} | {signal} / {abstract} | {town} 4 AM | {abstract}
    (Reprise) | Sub-{place} | {signal}s | {abstract} in {colour}`),
  jazz: listOf(`
    {town} Blues | Waltz for {name} | {colour} at Midnight | The {thing} Walks | {name}'s Mood |
    So Long, {town} | {abstract} Suite, Part {1-4} | Take the {thing}`),
  rock: listOf(`
    {verb} the {thing} | {abstract} Is a {thing} | {town} Burns Bright | No {thing} Tonight |
    {colour} {thing} | {verb} Louder | Kill the {signal} | {number} Miles of {thing}`),
  pop: listOf(`
    {verb} Me {adverb} | {colour} Hearts | {abstract} | {verb} (with {name}) | Call It
    {abstract} | {month} Again | {number} Summers | Oh, {name}!`),
  classical: listOf(`
    Sonata in {key}: {1-4}. {tempo} | Nocturne No. {1-12} in {key} | Suite for {instrument} and
    Strings: {tempo} | Etude No. {1-24} | {season} Variations: {tempo} | Prelude in {key}`),
  hiphop: listOf(`
    {abstract} Tax | {number} Blocks | {town} Freestyle | {verb} First | Ask {name} | {colour}
    Ledger | {signal} Check`),
  kids: listOf(`
    The {animal} on the {thing} | Five Little {animal}s | Brush, Brush, {animal}! | {colour} Is
    My Favourite | Hop Like a {animal} | The {thing} Goes Round`),
  holiday: listOf(`
    {colour} Bells | Snow over {town} | The {animal} in the Stable | Candle in the {thing} |
    Home for {abstract} | {number} Silver Stars`)
};

export const TRACK_WORDS = {
  place: wordsOf(`
    Harbor Attic Valley Station Orchard Basement Lighthouse Kitchen Bridge Tunnel Meadow Rooftop`),
  town: listOf(`
    Alder Falls | Reykholt | Port Harlan | Odessa Street | Kettle Hollow | San Lucio | Whitecap
    | Marseille Road | Elk Prairie | Nagoya Line`),
  thing: wordsOf(`
    Lantern River Window Engine Feather Suitcase Mirror Bicycle Anchor Chimney Telephone
    Umbrella Staircase Wheel Kettle Compass`),
  verb: wordsOf(`
    Carry Follow Hold Remember Borrow Wake Leave Build Paint Answer Forgive Race`),
  adverb: wordsOf("Slowly Home Tomorrow Twice Gently Anyway Under Again"),
  colour: wordsOf("Blue Amber Silver Green Scarlet Ivory Indigo Golden Violet Charcoal"),
  abstract: wordsOf(`
    Gravity Patience Static Distance Mercy Afterglow Inertia Honesty Weather Momentum Silence
    Almost Forever Nowhere Daylight`),
  signal: wordsOf("Signal Pulse Carrier Relay Beacon Antenna Frequency Packet Loop Delay"),
  name: wordsOf("Marguerite Ezra Lou Anneke Solomon Delphine Teddy Noor Ramona Ines"),
  kin: wordsOf("Mother Brother Daughter Neighbour Uncle"),
  month: wordsOf("January March April June August September October November"),
  number: wordsOf("Seven Nine Eleven Forty Ninety Hundred"),
  key: listOf(`
    C minor | D major | E-flat major | F-sharp minor | A minor | G major | B-flat minor`),
  tempo: listOf(`
    Andante | Allegro vivace | Largo | Adagio | Presto | Moderato cantabile`),
  instrument: wordsOf("Oboe Cello Viola Harp Clarinet"),
  season: wordsOf("Spring Summer Autumn Winter"),
  animal: wordsOf("Otter Hedgehog Penguin Badger Owl Rabbit Walrus Squirrel Duck")
};
