/** Hands a file to the browser's downloads. */
export function download(name: string, file: Blob | string): void {
  const url = typeof file === "string" ? file : URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // the browser has taken the bytes over once the click has been handled
  if (typeof file !== "string") setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
