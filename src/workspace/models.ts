import type {Embedder} from "../embed/embedder.ts";
import type {RuntimeSource} from "../embed/messages.ts";
import type {ModelCheck} from "../embed/check/check-model.ts";
import {checkModel} from "../embed/check/check-model.ts";
import type {ModelFacts} from "../embed/model-facts.ts";
import {hasPrint, toModelId, toModelName} from "../embed/model-id.ts";
import {createWorkerEmbedder} from "../embed/worker-embedder.ts";
import {InputError, UnavailableError} from "../lib/errors.ts";
import type {Settings} from "../store/settings.ts";

export const DEFAULT_MODEL = "builtin";
const SETTING = "model";

/** The files that embedding needs, by absolute URL. */
export interface EmbedderAssets {
  readonly workerUrl: string;
  readonly runtime: RuntimeSource;
  /** The files of each installed model, by model and file name. */
  readonly models: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What was known of each when the site was built. */
  readonly facts?: Readonly<Record<string, ModelFacts>> | undefined;
}

/** The model that was chosen, or the one that comes with Lakebook. */
export function readModel(settings: Settings): Promise<string> {
  return settings.get(SETTING, DEFAULT_MODEL);
}

/** The embedding models that are installed, and the one in use, opened in its worker when it is first needed. */
export class Models {
  readonly #assets: EmbedderAssets;
  #current: string;
  #embedder: Promise<Embedder> | undefined;

  constructor(assets: EmbedderAssets, current: string) {
    this.#assets = assets;
    this.#current = current;
  }

  get names(): string[] {
    return Object.keys(this.#assets.models);
  }

  /** The name of the model in use. */
  get current(): string {
    return this.#current;
  }

  /** By which vectors of the model in use are known again. */
  get id(): string {
    return this.#toId(this.#current);
  }

  /** Whether an id is of weights that were replaced: a model of that name is installed, and has others. */
  isReplaced(id: string): boolean {
    const name = toModelName(id);
    const now = this.#toId(name);
    return this.names.includes(name) && hasPrint(now) && id !== now;
  }

  #toId(name: string): string {
    return toModelId(name, this.facts(name)?.print);
  }

  /** Uses another model, from now on and after a reload. Throws `InputError` where it is not installed. */
  async choose(name: string, settings: Settings): Promise<void> {
    if (!this.names.includes(name))
      throw new InputError(
        `embedding model not installed: ${name} (there are: ${this.names.join(", ")})`
      );
    await settings.set(SETTING, name);
    const former = this.#embedder;
    this.#embedder = undefined;
    this.#current = name;
    await former?.then((embedder) => embedder.close()).catch(() => undefined); // one that never opened has nothing to close
  }

  /** The model in use. Throws `UnavailableError` that names the file that is missing. */
  async embedder(): Promise<Embedder> {
    this.#embedder ??= this.#open(this.#current);
    try {
      return await this.#embedder;
    } catch (error) {
      this.#embedder = undefined;
      throw error;
    }
  }

  async #open(name: string): Promise<Embedder> {
    const {workerUrl, runtime, models} = this.#assets;
    const files = models[name];
    if (!files)
      throw new UnavailableError(
        `embedding model not installed: ${name}; put its folder into data/models, or choose another on the page Models`
      );
    return createWorkerEmbedder({workerUrl, runtime, model: {name, files}});
  }

  /** What is known of a model without opening it. */
  facts(name: string): ModelFacts | undefined {
    return this.#assets.facts?.[name];
  }

  /** How well a model orders sentences by likeness. Throws `UnavailableError` where it cannot be opened. */
  async check(name: string, options: {signal?: AbortSignal} = {}): Promise<ModelCheck> {
    const isCurrent = name === this.#current;
    const embedder = isCurrent ? await this.embedder() : await this.#open(name);
    try {
      return await checkModel(embedder, options);
    } finally {
      if (!isCurrent) await embedder.close();
    }
  }

  async close(): Promise<void> {
    await this.#embedder?.then((embedder) => embedder.close());
  }
}
