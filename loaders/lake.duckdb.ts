/**
 * The lake: everything below `data/raw` as one DuckDB file.
 *
 * @input data/connectors/**
 * @input data/models/**
 * @input data/raw/**
 * @input data/vectors.json
 * @input src/connectors/**
 * @input src/embed/**
 * @input src/formats/**
 * @input src/lake/**
 * @input src/recipes/**
 * @input src/workspace/meaning/**
 */
import {createReadStream} from "node:fs";
import {pipeline} from "node:stream/promises";
import {toSummary} from "../src/lake/compile-report.ts";
import {compileSite} from "../src/site/compile.ts";

const report = await compileSite();
if (report.wasWritten) process.stderr.write(`the lake now: ${toSummary(report)}\n`);
await pipeline(createReadStream(report.out), process.stdout);
