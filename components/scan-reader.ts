/** Larger pictures are made smaller first: a code is read as well, and sooner. */
const MAX_SIDE_PX = 1600;

let wasmUrl: string | undefined;

/** Says where the reader's WebAssembly is served from: by the site itself, never by another host. */
export function provideBarcodeReader(url: string): void {
  wasmUrl = url;
}

/** The texts of the bar and QR codes in a picture. Throws where the reader is not there. */
export async function readCodes(picture: ImageData): Promise<string[]> {
  const url = wasmUrl;
  if (url === undefined)
    throw new Error("reader of codes not found: this page does not say where it is; type the code");
  const {prepareZXingModule, readBarcodes} = await import("zxing-wasm/reader");
  prepareZXingModule({
    overrides: {
      locateFile: (path: string, prefix: string) => (path.endsWith(".wasm") ? url : prefix + path)
    }
  });
  const found = await readBarcodes(picture, {tryHarder: true, maxNumberOfSymbols: 8});
  return found.filter(({isValid}) => isValid).map(({text}) => text);
}

/** The codes in a picture file. Throws where the file is no picture. */
export async function readCodesOfFile(file: Blob): Promise<string[]> {
  const bitmap = await createImageBitmap(file).catch((cause: unknown) => {
    throw new Error("file is no picture that this browser can show; choose another", {cause});
  });
  const scale = Math.min(1, MAX_SIDE_PX / Math.max(bitmap.width, bitmap.height));
  const picture = toImageData(bitmap, bitmap.width * scale, bitmap.height * scale);
  bitmap.close();
  return readCodes(picture);
}

/** What is to be seen, as pixels. */
export function toImageData(source: CanvasImageSource, width: number, height: number): ImageData {
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(width)),
    Math.max(1, Math.round(height))
  );
  const context = canvas.getContext("2d", {willReadFrequently: true})!;
  // what is transparent is paper
  context.fillStyle = "white";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
