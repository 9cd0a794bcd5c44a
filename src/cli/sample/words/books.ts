import {listOf, wordsOf} from "./list.ts";
import type {Words} from "../grammar.ts";

/** Templates of book titles by genre. */
export const BOOK_TITLES: Readonly<Record<string, readonly string[]>> = {
  novel: listOf(`
    The {person}'s {object} | A {season} in {land} | {object}s for {person}s | The {quality} of
    {object}s | What the {person} Kept | The Last {person} of {land}`),
  mystery: listOf(`
    Death at {land} | The {object} in the {room} | Murder, {quality} and {object}s | The
    {person} Vanishes | A {quality} Alibi`),
  science: listOf(`
    The {quality} Cell | How {creature}s Think | A Short History of {matter} | The {matter}
    Hypothesis | Why {creature}s Return`),
  fantasy: listOf(`
    The {object} of {land} | {creature}song | Throne of {matter} | The {quality} Mage | Children
    of the {creature}`),
  cooking: listOf(`
    {season} at the Stove | The {quality} Kitchen | {matter}, Fat and Patience | Bread for
    {person}s`),
  history: listOf(`
    {land}: A Harbor and Its {person}s | The Road to {land} | {matter} and Empire | The
    {quality} Century`),
  travel: listOf(`
    Walking to {land} | A {person} in {land} | {number} Days on the {matter} Road | Slow Trains,
    {quality} Maps`),
  children: listOf(`
    {creature} and the {object} | Where Is {creature}? | The {quality} {creature} | {creature}'s
    First {season}`)
};

export const BOOK_WORDS: Words = {
  person: wordsOf(`
    Clockmaker Lighthouse-Keeper Botanist Cartographer Widow Translator Sailor Beekeeper
    Stranger Archivist Glazier Surveyor`),
  object: wordsOf(`
    Orchard Letter Candle Ledger Window Teapot Violin Map Staircase Lantern Key Almanac`),
  quality: wordsOf(`
    Quiet Unfinished Patient Crooked Borrowed Honest Invisible Restless Forgotten Generous`),
  land: listOf(`
    Harrow Point | Port Meridian | Saint Orrin | the Salt Coast | Velmora | Lower Thorne |
    Aldermouth | the Grey Isles | Kestrel Bay | Ravensmoor`),
  room: wordsOf("Library Conservatory Cellar Attic Pantry Observatory"),
  season: wordsOf("Winter Spring Summer Harvest Monsoon"),
  creature: wordsOf("Otter Swift Eel Badger Moth Raven Sparrow Hedgehog Bat Crane"),
  matter: wordsOf("Salt Rust Light Ice Dust Copper Water Sugar Paper Moss"),
  number: wordsOf("Forty Ninety Seventeen Eighty")
};
