import {createReadStream} from "node:fs";
import {stat} from "node:fs/promises";
import type {IncomingMessage, ServerResponse} from "node:http";
import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import {extname, join, normalize} from "node:path";

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".mjs": "text/javascript",
  ".wasm": "application/wasm"
};

export interface StaticServer {
  /** The address of the folder, with a slash at its end. */
  readonly url: string;
  /** What was asked for, and how many bytes went out for it. */
  readonly log: {path: string; bytes: number; status: number}[];
  close(): Promise<void>;
}

export interface StaticServerOptions {
  /** The sub-path that the folder is served under. */
  readonly base?: string;
  /** False for a server that knows no byte ranges, as the simplest ones do not. */
  readonly ranges?: boolean;
  /** False for a server that knows the types of HTML, CSS and scripts only, and calls all else bytes. */
  readonly types?: boolean;
  /** Another file for a path below the base, asked first. */
  readonly replace?: (path: string) => string | undefined;
}

/** A static file server as plain as any: files as they are, `index.html` for a folder, 404 for the rest. */
export async function serve(
  folder: string,
  {base = "/", ranges = true, types = true, replace}: StaticServerOptions = {}
): Promise<StaticServer> {
  const log: StaticServer["log"] = [];
  const server = createServer((request, response) => {
    void answer(request, response).then((entry) => log.push(entry));
  });

  async function answer(
    request: IncomingMessage,
    response: ServerResponse
  ): Promise<StaticServer["log"][number]> {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const name = path.startsWith(base)
      ? normalize(path.slice(base.length) || "index.html")
      : undefined;
    const file = name === undefined ? undefined : (replace?.(name) ?? join(folder, name));
    const info = file === undefined ? undefined : await stat(file).catch(() => undefined);
    if (file === undefined || !info?.isFile()) {
      response.writeHead(404, {"content-type": "text/plain"}).end("not found");
      return {path, bytes: 0, status: 404};
    }
    const known = types || /\.(css|html|js)$/.test(file) ? MEDIA_TYPES[extname(file)] : undefined;
    const type = known ?? "application/octet-stream";
    const range = ranges ? /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "") : null;
    const start = range ? Number(range[1]) : 0;
    const end = range?.[2] ? Math.min(Number(range[2]), info.size - 1) : info.size - 1;
    const bytes = info.size === 0 ? 0 : end - start + 1;
    response.writeHead(range ? 206 : 200, {
      "content-type": type,
      "content-length": bytes,
      ...(ranges && {"accept-ranges": "bytes"}),
      ...(range && {"content-range": `bytes ${start}-${end}/${info.size}`})
    });
    if (request.method === "HEAD" || bytes === 0) response.end();
    else createReadStream(file, {start, end}).pipe(response);
    return {path, bytes: request.method === "HEAD" ? 0 : bytes, status: response.statusCode};
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const {port} = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${base}`,
    log,
    close: () =>
      new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())))
  };
}
