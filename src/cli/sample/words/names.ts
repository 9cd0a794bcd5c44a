import {wordsOf} from "./list.ts";

/** Common names, put together at random; whoever bears one of the pairs is not meant. */
export const GIVEN_NAMES = wordsOf(`
  Abigail Ada Adrian Agnes Aisha Alan Albert Alice Alma Amara Amir Amy Ana Andre Andrew Angela Anika Anita Anna Anthony
  Arjun Arthur Astrid Beatrice Benjamin Bernard Beth Brian Bruno Camille Carla Carlos Carmen Caroline Catherine Cecilia
  Charles Charlotte Chloe Christine Christopher Clara Claudia Colin Cora Craig Cynthia Dagmar Daniel Daria David Deborah
  Dennis Diana Diego Dmitri Dolores Dominic Donald Dorothy Douglas Edith Edward Elaine Elena Eli Elijah Elizabeth Ella
  Ellen Emil Emily Emma Eric Ernest Esther Ethan Eva Evelyn Fatima Felix Fiona Florence Frances Frank Frederick Gabriel
  George Gloria Grace Greta Gustav Hannah Harold Harriet Hassan Hazel Heather Hector Helen Henry Hiroshi Howard Hugo Ian
  Imani Ines Ingrid Irene Isaac Isabel Ivan Jacob James Jane Janet Jasmine Jasper Jean Jeffrey Jennifer Jeremy Jerome
  Joan Joel John Jonah Jonathan Jose Joseph Joyce Judith Julia Julian June Karen Karl Katherine Keiko Kenneth Kevin Kofi
  Laila Lars Laura Lawrence Leah Lena Leo Leonard Lewis Liam Lillian Linda Lionel Louis Louise Lucas Lucy Luis Lydia
  Mabel Magnus Malik Marcus Margaret Maria Marian Marjorie Mark Martha Martin Mary Matthew Maureen Max Mei Michael
  Mildred Miles Mina Miriam Molly Monica Morgan Nadia Nancy Naomi Natalie Nathan Nicholas Nina Noah Nora Norman Olga
  Oliver Olivia Omar Oscar Otto Owen Pablo Pamela Patricia Patrick Paul Paula Pauline Pedro Penelope Peter Philip Phoebe
  Priscilla Quentin Rachel Ralph Ramona Raymond Rebecca Renata Rhoda Richard Rita Robert Roger Roland Rosa Rose Ruth
  Samantha Samir Samuel Sandra Sarah Saul Sebastian Selma Sergei Sharon Sheila Sidney Silvia Simon Sofia Solomon Stella
  Stephen Susan Sven Sylvia Tamara Tanya Teresa Theodore Thomas Timothy Tobias Tomas Ursula Valerie Vera Veronica Victor
  Vincent Viola Virginia Vivian Walter Wendy William Winifred Yasmin Yolanda Yuki Yusuf Zachary Zoe`);

export const FAMILY_NAMES = wordsOf(`
  Abbott Ackerman Adler Alvarez Amundsen Andersen Archer Ashby Atwater Bachman Bakker Baldwin Barlow Barros Becker
  Bellamy Benitez Bergstrom Birch Blackwood Bloom Bowman Brandt Brennan Brightwell Brook Burkhart Cabrera Calder Cardoso
  Carmichael Castellano Chandler Chavez Clayborne Coleridge Conrad Cooper Corbin Costa Cotton Crane Dahl Danvers Delgado
  Demir Dixon Donovan Drake Draper Dupont Eastman Eckhart Ellery Emerson Engel Espinoza Everhart Fairbanks Falk Farrow
  Ferreira Finch Fischer Fitzgerald Fletcher Fontaine Forsyth Foster Fraser Fuentes Gallagher Garland Gibbs Gilmore
  Granger Greenfield Griffith Grimaldi Gruber Gupta Haddad Hagen Halvorsen Hammond Hansen Harper Hartley Hawthorne
  Heller Hendricks Herrera Hoffman Holloway Holm Huang Hurst Ibrahim Inoue Ivanov Jamison Jansen Jarvis Jensen Johansson
  Kane Kapoor Keller Kendrick Kessler Khan Kim Kingsley Kirby Kline Kowalski Kramer Lambert Langley Larsen Laurent
  Lawson Leclair Lindgren Linwood Lockhart Lombardi Lopez Lund Maddox Maguire Malone Marchetti Marlowe Marsh Mather
  Mbeki McAllister McKenna Mehta Mercer Meyer Middleton Moreno Morrow Munoz Nakamura Navarro Neumann Newell Nguyen
  Nielsen Norwood Novak Oakley Oduya Okafor Olsen Ortega Osborne Pacheco Palmer Park Pearce Pemberton Pereira Petrov
  Pike Porter Prescott Quigley Quinn Radcliffe Ramirez Ramsey Redmond Reyes Rhodes Richter Rivera Rossi Rowland Ruiz
  Salazar Sandoval Sato Sawyer Schmidt Schneider Seward Shah Sharpe Sheridan Silva Sinclair Skov Slater Soto Spencer
  Stanton Steele Sterling Stewart Strand Sullivan Sutter Svensson Tanaka Tate Thatcher Thorne Tillman Torres Trevino
  Underwood Valdez Vance Vargas Vaughn Vega Villanueva Voss Wade Wagner Walden Walsh Warwick Webb Weber Weston Whitaker
  Whitlock Wilder Winslow Wolff Woodward Wyatt Yamamoto Yates York Zimmerman`);

/** What people also call themselves. */
export const NICKNAMES: Readonly<Record<string, string>> = {
  Abigail: "Abby",
  Andrew: "Andy",
  Anthony: "Tony",
  Benjamin: "Ben",
  Catherine: "Cathy",
  Charles: "Chuck",
  Christine: "Chris",
  Christopher: "Chris",
  Daniel: "Dan",
  Deborah: "Debbie",
  Edward: "Ted",
  Elizabeth: "Liz",
  Frederick: "Fred",
  Gabriel: "Gabe",
  James: "Jim",
  Jeffrey: "Jeff",
  Jennifer: "Jenny",
  Jonathan: "Jon",
  Joseph: "Joe",
  Katherine: "Kate",
  Kenneth: "Ken",
  Lawrence: "Larry",
  Leonard: "Len",
  Lillian: "Lily",
  Margaret: "Peggy",
  Matthew: "Matt",
  Michael: "Mike",
  Nicholas: "Nick",
  Pamela: "Pam",
  Patricia: "Pat",
  Penelope: "Penny",
  Philip: "Phil",
  Raymond: "Ray",
  Rebecca: "Becky",
  Richard: "Dick",
  Robert: "Bob",
  Samantha: "Sam",
  Samuel: "Sam",
  Stephen: "Steve",
  Susan: "Sue",
  Theodore: "Theo",
  Thomas: "Tom",
  Timothy: "Tim",
  Victor: "Vic",
  Virginia: "Ginny",
  Vivian: "Viv",
  William: "Bill",
  Winifred: "Winnie",
  Zachary: "Zach"
};
