import {readCodes, toImageData} from "./scan-reader.ts";

/** Between two looks, so that the page has its turn. */
const LOOK_EVERY_MS = 120;
const LOOK_WIDTH_PX = 960;

/** What to do where there is no picture from a camera, by the name of the browser's error. */
const WORDS: Readonly<Record<string, string>> = {
  NotAllowedError:
    "The camera may not be used: allow it for this site in the browser's settings, or use a picture or type the code.",
  NotFoundError: "No camera was found: use a picture, or type the code.",
  NotReadableError:
    "The camera is in use by another program: close that one and try again, use a picture, or type the code.",
  InsecureContext: "The camera works on https and localhost only: use a picture, or type the code."
};

/** Shows the camera in `video` until `signal` stops it, and gives the first code that it sees. */
export async function watchCamera(video: HTMLVideoElement, signal: AbortSignal): Promise<string> {
  const stream = await openCamera();
  const stop = (): void => stream.getTracks().forEach((track) => track.stop());
  signal.addEventListener("abort", stop, {once: true});
  try {
    signal.throwIfAborted();
    video.srcObject = stream;
    await video.play();
    for (;;) {
      const [code] = await look(video);
      if (code !== undefined) return code;
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      signal.throwIfAborted();
    }
  } finally {
    stop();
    video.srcObject = null;
  }
}

async function openCamera(): Promise<MediaStream> {
  // not there on addresses that the browser does not trust
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) throw new Error(WORDS.InsecureContext);
  try {
    return await devices.getUserMedia({video: {facingMode: "environment"}});
  } catch (cause) {
    const {name} = cause as DOMException;
    throw new Error(
      WORDS[name] ?? `The camera does not start (${name}): use a picture, or type the code.`,
      {
        cause
      }
    );
  }
}

async function look(video: HTMLVideoElement): Promise<string[]> {
  const {videoWidth: width, videoHeight: height} = video;
  if (width === 0) return [];
  const scale = Math.min(1, LOOK_WIDTH_PX / width);
  return readCodes(toImageData(video, width * scale, height * scale));
}
