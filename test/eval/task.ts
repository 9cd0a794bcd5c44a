import type {EvalModel} from "../../src/cli/model/eval/eval-model.ts";
import type {Figure} from "../../src/cli/model/eval/figure.ts";
import type {OnMissing} from "../../src/cli/model/eval/find-path.ts";

/** What a task is given: models, opened once for all, and a folder of collections (see `../shared/data/INDEX.md`). */
export interface EvalContext {
  readonly models: readonly EvalModel[];
  readonly data: string;
  readonly onMissing: OnMissing;
}

/** A figure, and the name of the model that it is of; no name where it is of none. */
export interface EvalFigure extends Figure {
  readonly model?: string;
}

/** A figure and the task that found it. */
export interface TaskFigure extends EvalFigure {
  readonly task: string;
}

/** A kind of quality that can be told in figures. A collection that is not in the folder is left out. */
export interface EvalTask {
  readonly name: string;
  run(context: EvalContext): AsyncIterable<EvalFigure> | Iterable<EvalFigure>;
}

/** The figures with the name of their model. */
export async function* nameModel(
  {name}: EvalModel,
  figures: Iterable<Figure> | AsyncIterable<Figure>
): AsyncGenerator<EvalFigure> {
  for await (const figure of figures) yield {model: name, ...figure};
}
