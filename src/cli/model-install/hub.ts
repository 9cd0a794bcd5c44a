import {createWriteStream} from "node:fs";
import {Readable} from "node:stream";
import {pipeline} from "node:stream/promises";
import type {ReadableStream} from "node:stream/web";
import {UnavailableError, toMessage} from "../../lib/errors.ts";

const ENDPOINT = "https://huggingface.co";
const ANSWER_MS = 30_000;

/** What a hub says of a model. */
export interface HubModel {
  readonly id: string;
  /** The commit that its files are of. */
  readonly revision: string;
  readonly files: readonly string[];
  readonly languages: readonly string[];
  readonly licence: string | null;
}

/** A place that models are fetched from: huggingface.co, or what `HF_ENDPOINT` names; `HF_TOKEN` opens closed ones. */
export class Hub {
  readonly endpoint: string;
  readonly #headers: Record<string, string>;

  constructor({HF_ENDPOINT, HF_TOKEN}: Readonly<Record<string, string | undefined>>) {
    this.endpoint = (HF_ENDPOINT || ENDPOINT).replace(/\/+$/, "");
    this.#headers = HF_TOKEN ? {authorization: `Bearer ${HF_TOKEN}`} : {};
  }

  /** Throws `UnavailableError` where the hub is not reached, or has no such model. */
  async find(id: string): Promise<HubModel> {
    const response = await this.#get(`/api/models/${id}`, AbortSignal.timeout(ANSWER_MS));
    const answer = (await response.json()) as {
      sha?: string;
      siblings?: readonly {rfilename: string}[];
      cardData?: {license?: unknown; language?: unknown};
    };
    const {license, language} = answer.cardData ?? {};
    return {
      id,
      revision: answer.sha ?? "main",
      files: (answer.siblings ?? []).map(({rfilename}) => rfilename),
      languages: [language ?? []].flat().map(String),
      licence: typeof license === "string" ? license : null
    };
  }

  /** Writes a file of a model to a path on this machine. */
  async fetch({id, revision}: HubModel, file: string, path: string): Promise<void> {
    const url = `/${id}/resolve/${encodeURIComponent(revision)}/${file}`;
    const {body} = await this.#get(url);
    if (!body) throw new UnavailableError(`hub answered with nothing: ${this.endpoint}${url}`);
    try {
      await pipeline(Readable.fromWeb(body as ReadableStream), createWriteStream(path));
    } catch (cause) {
      const reason = toMessage(cause);
      throw new UnavailableError(`download cut off: ${this.endpoint}${url}: ${reason}; try again`, {
        cause
      });
    }
  }

  async #get(path: string, signal: AbortSignal | null = null): Promise<Response> {
    const url = `${this.endpoint}${path}`;
    const response = await fetch(url, {headers: this.#headers, signal}).catch((cause: unknown) => {
      const reason = toMessage((cause as {cause?: unknown}).cause ?? cause);
      throw new UnavailableError(
        `hub not reached: ${this.endpoint} (${reason}); connect to the Internet, name a mirror in HF_ENDPOINT, or give a folder`,
        {cause}
      );
    });
    if (response.ok) return response;
    throw new UnavailableError(`hub refused: ${url}: ${response.status} ${response.statusText}`);
  }
}
