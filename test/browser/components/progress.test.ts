import {expect, test} from "vitest";
import "../../../components/lb-progress.ts";
import {mount} from "./mount.ts";

test("<lb-progress> says what is left in seconds and more, and nothing of less", async () => {
  const progress = await mount("lb-progress", {what: "Counting", noun: "rows", total: 1000});
  const text = (): string => progress.shadowRoot!.textContent.replace(/\s+/g, " ");
  progress.done = 1;
  await expect.poll(text, {timeout: 5000}).toMatch(/1 of 1,000 rows.* (s|min .*) left/);
  progress.done = 1000;
  await expect.poll(text).toMatch(/1,000 of 1,000 rows, [\d,]+\/s Stop/);
});
