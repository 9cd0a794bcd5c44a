import {connect} from "node:net";
import {text} from "node:stream/consumers";
import {inject} from "vitest";

/* Each file of this project waits here until the site is built (`setup.ts`). */
const failure = await text(connect(inject("buildPort"), "127.0.0.1"));
if (failure !== "") throw new Error(failure);
