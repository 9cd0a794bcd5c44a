import {userEvent} from "vitest/browser";
import {renderSVG} from "uqr";
import {describe, expect, onTestFinished, test} from "vitest";
import wasmUrl from "zxing-wasm/reader/zxing_reader.wasm?url";
import type {FormSaveEvent} from "../../../components/form-events.ts";
import "../../../components/lb-form.ts";
import "../../../components/lb-scan.ts";
import type {LbScan} from "../../../components/lb-scan.ts";
import {provideBarcodeReader} from "../../../components/scan-reader.ts";
import type {ObjectSchema} from "../../../src/index.ts";
import {expectAccessible, mount, part, settle} from "./mount.ts";

provideBarcodeReader(wasmUrl);

/** A picture file with a QR code in it. */
async function draw(text: string): Promise<File> {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(renderSVG(text))}`;
  await image.decode();
  const canvas = new OffscreenCanvas(600, 600);
  canvas.getContext("2d")!.drawImage(image, 0, 0, 600, 600);
  return new File([await canvas.convertToBlob()], "code.png", {type: "image/png"});
}

function choose(scan: LbScan, file: File): void {
  const input = part<HTMLInputElement>(scan, "input[type=file]");
  const transfer = new DataTransfer();
  transfer.items.add(file);
  input.files = transfer.files;
  input.dispatchEvent(new Event("change"));
}

/** The camera as a browser without one has it, or one that films a canvas. */
function setCamera(getUserMedia: () => Promise<MediaStream>): void {
  const {mediaDevices} = navigator;
  const former = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = getUserMedia;
  onTestFinished(() => {
    mediaDevices.getUserMedia = former;
  });
}

function refuse(name: string): () => Promise<MediaStream> {
  return () => Promise.reject(new DOMException("", name));
}

function said(scan: LbScan): string {
  return part(scan, "p.said:not(.muted)").textContent.trim();
}

describe("lb-scan", () => {
  test("a QR code in a picture is read, a picture without one says so, and a text file is no picture", async () => {
    setCamera(refuse("NotFoundError"));
    const scan = await mount("lb-scan", {label: "Serial number"});
    const codes: string[] = [];
    scan.addEventListener("lb-scan", ({text}) => codes.push(text));
    await scan.open();
    expect(said(scan)).toBe("No camera was found: use a picture, or type the code.");
    await expectAccessible(scan);
    choose(scan, new File(["x"], "x.txt"));
    await expect.poll(() => said(scan)).toMatch(/^file is no picture/);
    const blank = new OffscreenCanvas(200, 200);
    blank.getContext("2d")!.fillRect(0, 0, 1, 1);
    choose(scan, new File([await blank.convertToBlob()], "blank.png"));
    await expect.poll(() => said(scan)).toMatch(/^No bar or QR code was found in blank\.png/);
    choose(scan, await draw("urn:lakebook:freezer/7 ü"));
    await expect.poll(() => codes).toEqual(["urn:lakebook:freezer/7 ü"]);
    expect(part<HTMLDialogElement>(scan, "dialog").open).toBe(false);
    const asked = performance.getEntriesByType("resource").map(({name}) => new URL(name));
    const others = asked.filter(
      ({protocol, host}) => protocol !== "data:" && protocol !== "blob:" && host !== location.host
    );
    expect(others).toEqual([]);
  });

  test("a code before the camera is read, and the camera is let go", async () => {
    const image = await createImageBitmap(await draw("X-42"));
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 600;
    const context = canvas.getContext("2d")!;
    const timer = setInterval(() => context.drawImage(image, 0, 0), 50);
    onTestFinished(() => clearInterval(timer));
    const stream = canvas.captureStream(20);
    setCamera(() => Promise.resolve(stream));
    const scan = await mount("lb-scan");
    const codes: string[] = [];
    scan.addEventListener("lb-scan", ({text}) => codes.push(text));
    await scan.open();
    expect(codes).toEqual(["X-42"]);
    expect(stream.getTracks().every(({readyState}) => readyState === "ended")).toBe(true);
  });

  test.each([
    ["NotAllowedError", /may not be used/],
    ["NotReadableError", /in use by another program/],
    ["OverconstrainedError", /does not start \(OverconstrainedError\)/]
  ])("%s is told in words, and the code can be typed", async (name, words) => {
    setCamera(refuse(name));
    const scan = await mount("lb-scan");
    const codes: string[] = [];
    scan.addEventListener("lb-scan", ({text}) => codes.push(text));
    await scan.open();
    expect(said(scan)).toMatch(words);
    await userEvent.fill(part(scan, "#typed"), " 4006381333931 ");
    await userEvent.keyboard("{Enter}");
    expect(codes).toEqual(["4006381333931"]);
  });

  test("the button beside a unique field fills it; Esc in the dialog leaves the form open", async () => {
    setCamera(refuse("NotFoundError"));
    const schema: ObjectSchema = {
      type: "object",
      properties: {
        mac: {type: "string", "x-lakebook": {unique: true}},
        code: {type: "string"},
        note: {type: "string", maxLength: 9}
      }
    };
    const form = await mount("lb-form", {schema, keyField: "code"});
    const events: FormSaveEvent[] = [];
    let cancels = 0;
    form.addEventListener("lb-save", (event) => events.push(event));
    form.addEventListener("lb-cancel", () => ++cancels);
    const [mac, code, note] = form.shadowRoot!.querySelectorAll("lb-field");
    expect(note!.shadowRoot!.querySelector("lb-scan-button")).toBeNull();
    expect(code!.shadowRoot!.querySelector("lb-scan-button")).not.toBeNull();
    const button = part(mac!, "lb-scan-button");
    await userEvent.click(part(button, "button"));
    await settle(button);
    await userEvent.keyboard("{Escape}");
    expect(cancels).toBe(0);
    await userEvent.click(part(button, "button"));
    choose(part<LbScan>(button, "lb-scan"), await draw("00:11"));
    await expect.poll(() => part<HTMLInputElement>(mac!, "#control").value).toBe("00:11");
    await form.save();
    expect(events[0]!.fields).toEqual({mac: "00:11"});
  });
});
