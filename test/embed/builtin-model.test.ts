import {readFile, readdir, stat} from "node:fs/promises";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import type {Embedder} from "../../src/embed/embedder.ts";
import {openNodeEmbedder} from "../../src/embed/node-embedder.ts";
import {vectorAt} from "../../src/embed/vectors.ts";
import {MODELS_FOLDER} from "./installed-models.ts";

const FOLDER = join(MODELS_FOLDER, "builtin");
const MAX_BYTES = 5_000_000;

/** Words of what people keep; hardly one is frequent in encyclopedias. */
const DOMAIN_WORDS =
  `invoice receipt refund warranty subscription mortgage iban vat payroll budget spreadsheet csv json pdf
  kubernetes docker python javascript sql api backup password wifi bluetooth hdmi charger laptop smartphone playlist podcast
  newsletter inbox calendar heart rate bpm steps calories workout treadmill sleep vaccine prescription freezer fridge rack vial
  aliquot pipette centrifuge buffer reagent plasmid pcr sensor calibration thermostat barcode kg ml km celsius january monday
  nikon garmin ikea bosch dyson`.split(/\s+/);

/** A text in each of many languages and scripts. */
const LANGUAGES = [
  "Die Rechnung für den Kühlschrank liegt im Ordner",
  "La facture du réfrigérateur est dans le dossier",
  "La garantía del congelador vence en marzo",
  "Gwarancja na lodówkę wygasa w marcu",
  "Buzdolabının garantisi martta bitiyor",
  "Bảo hành tủ lạnh hết hạn vào tháng ba",
  "Гарантия на холодильник истекает в марте",
  "Η εγγύηση του ψυγείου λήγει τον Μάρτιο",
  "冰箱的保修三月到期",
  "冷蔵庫の保証は三月に切れる",
  "냉장고 보증은 삼월에 끝난다",
  "ضمان الثلاجة ينتهي في مارس",
  "האחריות על המקרר מסתיימת במרץ",
  "फ्रिज की वारंटी मार्च में खत्म होती है",
  "ประกันตู้เย็นหมดอายุเดือนมีนาคม",
  "მაცივრის გარანტია მარტში იწურება",
  "የማቀዝቀዣው ዋስትና በመጋቢት ያበቃል",
  "😀 👍🏽",
  "¿?",
  "𓀀𓀁"
];

let embedder: Embedder;
beforeAll(async () => {
  embedder = await openNodeEmbedder(FOLDER);
});
afterAll(() => embedder.close());

async function toCosine(a: string, b: string): Promise<number> {
  const vectors = await embedder.embed([a, b]);
  const [left, right] = [0, 1].map((row) => vectorAt(vectors, embedder.dimensions, row));
  return left!.reduce((sum, value, i) => sum + value * right![i]!, 0);
}

test("the built-in model takes less than 5 MB, with its tokenizer, card and notice", async () => {
  const entries = await readdir(FOLDER, {recursive: true, withFileTypes: true});
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(async ({parentPath, name}) => (await stat(join(parentPath, name))).size)
  );
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MAX_BYTES);
  expect(files.map(({name}) => name)).toEqual(expect.arrayContaining(["CARD.txt", "NOTICE"]));
});

test("the words of people's own data are whole tokens of the built-in model", async () => {
  const {model} = JSON.parse(await readFile(join(FOLDER, "tokenizer.json"), "utf8")) as {
    model: {vocab: Record<string, number>};
  };
  expect(DOMAIN_WORDS.filter((word) => !Object.hasOwn(model.vocab, word))).toEqual([]);
});

test("a text in any language or script has a vector of length 1 in the built-in model", async () => {
  const vectors = await embedder.embed(LANGUAGES);
  const lengths = LANGUAGES.map((_, row) =>
    Math.hypot(...vectorAt(vectors, embedder.dimensions, row))
  );
  lengths.forEach((length) => expect(length).toBeCloseTo(1, 4));
});

test.each([
  ["unpaid invoice", "bill that is still to be paid", "the cat sleeps on the sofa"],
  [
    "A man plays the guitar and sings",
    "A man is singing and playing a guitar",
    "A man is cutting a tomato"
  ],
  ["heart rate during the run", "pulse while jogging", "rent for the apartment"],
  ["freezer at -80 °C", "cold storage of samples", "train tickets to Berlin"],
  ["Garantie für den Kühlschrank", "Kühlschrank Garantie abgelaufen", "Die Katze schläft"],
  ["冰箱保修", "冰箱的保修到期", "今天天气很好"],
  ["ต้องซื้อขนมปัง", "ซื้อนมและขนมปัง", "ซ่อมรถเก่า"]
])("the built-in model finds %j more like %j than like %j", async (text, like, unlike) => {
  expect(await toCosine(text, like)).toBeGreaterThan((await toCosine(text, unlike)) + 0.1);
});

test.each([
  ["счёт за электричество", "электричество и газ, счета", "день рождения бабушки"],
  ["ο λογαριασμός του ρεύματος", "λογαριασμοί ρεύματος και νερού", "τα γενέθλια της γιαγιάς"],
  ["חשבון החשמל", "חשבונות חשמל ומים", "יום ההולדת של סבתא"],
  ["شراء الحليب والخبز", "يجب شراء الخبز", "إصلاح السيارة القديمة"],
  ["बिजली का बिल", "बिजली और पानी के बिल", "दादी का जन्मदिन"],
  ["전기 요금 청구서", "전기와 수도 요금", "할머니 생신 잔치"]
])("in another script, %j shares words with %j and not with %j", async (text, like, unlike) => {
  expect(await toCosine(text, like)).toBeGreaterThan((await toCosine(text, unlike)) + 0.3);
});
