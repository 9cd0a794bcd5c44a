import {parseArgs} from "node:util";
import {toMessage} from "../../lib/errors.ts";
import {installModel} from "./install-model.ts";
import {findSource} from "./model-source.ts";

const usage = `npm run model -- HUB_ID|FOLDER [--name NAME] [--onnx FILE]

Puts an embedding model into data/models: from the hub, where there is Internet, or from a folder. Its files are checked,
it is opened, and two texts are embedded; only then is it there. Lakebook offers it after the next start.

  HUB_ID         such as Xenova/all-MiniLM-L6-v2, exported for transformers.js
  --name NAME    its name here; the hub's or the folder's if left out
  --onnx FILE    the graph, such as onnx/model_quantized.onnx (a quarter of the size); onnx/model.onnx if left out

  $HF_ENDPOINT   a mirror of the hub       $HF_TOKEN          for models that are not open to all
  $LAKEBOOK_MODELS   the folder of models, if not data/models
`;

async function main(args: string[]): Promise<number> {
  let options;
  try {
    options = parseArgs({
      args,
      allowPositionals: true,
      options: {name: {type: "string"}, onnx: {type: "string"}, help: {type: "boolean"}}
    });
  } catch (error) {
    process.stderr.write(`${toMessage(error)}\n\n${usage}`);
    return 2;
  }
  const {values, positionals} = options;
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const [what] = positionals;
  if (what === undefined || positionals.length > 1 || !/^[\w.-]*$/.test(values.name ?? "")) {
    process.stderr.write(usage);
    return 2;
  }
  try {
    const source = await findSource(what, values.onnx);
    const named = {...source, name: values.name || source.name};
    const models = process.env.LAKEBOOK_MODELS || "data/models";
    const model = await installModel(named, models, (line) => process.stderr.write(`${line}\n`));
    process.stdout.write(`${JSON.stringify(model)}\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`${toMessage(error)}\n`);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
