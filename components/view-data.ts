import type {ReactiveController, ReactiveControllerHost} from "lit";
import type {
  EntryPage,
  EntryQuery,
  QueryResult,
  TypeColumn,
  Value,
  ViewRelation,
  Workspace
} from "../src/index.ts";
import {
  findColumn,
  isAbortError,
  isSame,
  toGroupsSql,
  toShownColumns,
  toTotalsSql,
  toViewResult,
  toViewSql
} from "../src/index.ts";
import {PAGE_SIZE} from "./entries-state.ts";
import {Follow} from "./follow.ts";
import type {ViewGroup} from "./view-rows.ts";
import type {ViewShape} from "./view-state.ts";

/** Writes that come together are read once. */
const SETTLE_MS = 60;

/** What a view shows now. */
export interface ViewRows {
  /** The shape that the rows are of, which may be the former one while another is read. */
  readonly shape: ViewShape;
  readonly result: QueryResult;
  readonly columns: readonly TypeColumn[];
  readonly groups: readonly ViewGroup[] | undefined;
  /** The totals, in the order of the shape's. */
  readonly totals: readonly Value[];
  readonly total: number;
  /** False for a page of the simple list. */
  readonly isWhole: boolean;
}

/** What is asked for. */
export interface ViewAsk {
  readonly workspace: Workspace;
  readonly relation: ViewRelation;
  readonly shape: ViewShape;
  readonly page: number;
}

/**
 * The rows of a view: at once those that the store can list by itself, a page of them, and all of them from SQL as soon
 * as the engine has them. Both follow every change. Where the engine fails, what the store can list stays.
 */
export class ViewData implements ReactiveController {
  rows: ViewRows | undefined;
  /** Why the engine gave nothing; the simple list stands nevertheless. */
  #error: unknown;
  /** True while another view than the one shown is being read. */
  isPending = false;
  readonly #host: ReactiveControllerHost;
  readonly #page: Follow<EntryPage>;
  readonly #revision: Follow<number>;
  #ask: ViewAsk | undefined;
  /** What the engine read last or is reading. */
  #asked: unknown;
  #relation: ViewRelation | undefined;
  #stop: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    this.#page = new Follow<EntryPage>(host, (page) => this.#onPage(page));
    this.#revision = new Follow<number>(host, () => this.#schedule());
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#stop?.abort();
    this.#asked = undefined;
  }

  /** Says what is to be shown; called in each update of the host. */
  show(ask: ViewAsk): void {
    const former = this.#ask;
    this.#ask = ask;
    const isOther =
      !former || former.relation !== ask.relation || !isSame(toKey(former), toKey(ask));
    if (isOther) {
      this.isPending = true;
      if (former && former.relation.type.name !== ask.relation.type.name) this.rows = undefined;
    }
    const {store} = ask.workspace;
    const query = maybeSimple(ask);
    if (query)
      this.#page.follow(JSON.stringify([ask.shape, query]), () =>
        store.live(() => store.entries.page(query))
      );
    this.#revision.follow(store, () => store.live(() => store.history.revision()));
    if (isOther && !query) this.#schedule();
    else if (isOther && this.rows?.isWhole) this.#schedule();
  }

  /** Why there is nothing to show: the engine counts only for what the store cannot list by itself. */
  get failure(): unknown {
    return this.#isSimple ? this.#page.error : this.#error;
  }

  /** Whether the store can list the view by itself, without the engine. */
  get #isSimple(): boolean {
    return this.#ask !== undefined && maybeSimple(this.#ask) !== undefined;
  }

  retry(): void {
    this.#page.retry();
    this.#asked = undefined;
    this.#error = undefined;
    this.#schedule();
  }

  #onPage({entries, total}: EntryPage): void {
    const {relation, shape} = this.#ask!;
    // all rows are there already, or will be in a moment: a page would only flicker
    if (this.rows?.isWhole && this.#error === undefined) return;
    const columns = toColumns(relation, shape);
    this.rows = {
      shape,
      result: toViewResult(entries, columns),
      columns,
      groups: undefined,
      totals: [],
      total,
      isWhole: false
    };
    this.isPending = false;
    const isAll = total <= PAGE_SIZE && columns.every(({role}) => !isOfEngine(role));
    if (!isAll) this.#schedule();
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#read(), SETTLE_MS);
  }

  async #read(): Promise<void> {
    const ask = this.#ask;
    const revision = this.#revision.value;
    if (!ask || revision === undefined) return;
    const isSmall = this.rows?.isWhole === false && this.rows.total <= PAGE_SIZE;
    if (maybeSimple(ask) && isSmall && !this.rows!.columns.some(({role}) => isOfEngine(role)))
      return;
    const asked = [ask.relation.relation, ask.shape, revision];
    if (ask.relation === this.#relation && isSame(asked, this.#asked)) {
      this.isPending = false;
      this.#host.requestUpdate();
      return;
    }
    this.#relation = ask.relation;
    this.#asked = asked;
    this.#stop?.abort();
    const {signal} = (this.#stop = new AbortController());
    try {
      const rows = await readRows(ask, signal);
      if (signal.aborted) return;
      this.rows = rows;
      this.#error = undefined;
      this.isPending = false;
    } catch (error) {
      if (signal.aborted || isAbortError(error)) return;
      this.#error = error;
      this.isPending = false;
    }
    this.#host.requestUpdate();
  }
}

function toKey({relation, shape, page}: ViewAsk): unknown[] {
  return [relation.relation, shape, page];
}

/** The view as the store can list it by itself; undefined where only SQL can. */
function maybeSimple({relation, shape, page}: ViewAsk): EntryQuery | undefined {
  const {sort, filters, group, totals, text, layout} = shape;
  const isPlain = filters.length === 0 && group === null && Object.keys(totals).length === 0;
  if (!isPlain || layout === "board" || layout === "calendar") return undefined;
  if (sort.length > 1 || relation.family.length > 1) return undefined;
  const by = toOrder(sort[0]?.column, relation);
  if (by === null) return undefined;
  return {
    type: relation.type.name,
    ...(text.trim() !== "" && {text}),
    ...(by !== undefined && {sort: {by, descending: sort[0]!.descending}}),
    offset: (page - 1) * PAGE_SIZE,
    limit: PAGE_SIZE
  };
}

type Order = NonNullable<EntryQuery["sort"]>["by"];

/** The store's order by a column; null where it has none. */
function toOrder(name: string | undefined, relation: ViewRelation): Order | undefined | null {
  if (name === undefined) return undefined;
  const column = findColumn(relation, name);
  const role = column?.role;
  if (role === "title" || role === "updated" || role === "created") return role;
  return role === "field" ? {field: column!.field!} : null;
}

function isOfEngine(role: TypeColumn["role"]): boolean {
  return role === "reference" || role === "computed";
}

/** The columns to read: what is shown, what a layout needs, and what tells an entry. */
function toColumns(relation: ViewRelation, shape: ViewShape): TypeColumn[] {
  const needed = new Set([shape.group, shape.date, shape.image]);
  const shown = new Set(toShownColumns(shape, relation));
  return relation.columns.filter(
    (column) =>
      ["id", "slug", "title", "type"].includes(column.role) ||
      shown.has(column) ||
      needed.has(column.name)
  );
}

async function readRows(ask: ViewAsk, signal: AbortSignal): Promise<ViewRows> {
  const {workspace, relation, shape} = ask;
  const columns = toColumns(relation, shape);
  const {group, totals} = shape;
  const result = await workspace.query(toViewSql(shape, relation, {columns}), {signal});
  const hasTotals = Object.keys(totals).length > 0;
  const sums = hasTotals
    ? await workspace.query(toTotalsSql(shape, relation), {signal})
    : undefined;
  const groups =
    group === null
      ? undefined
      : await workspace.query(toGroupsSql({...shape, group}, relation), {signal});
  return {
    shape,
    result,
    columns,
    groups: groups && toGroups(groups),
    totals: sums ? toValues(sums, 0, 1) : [],
    total: result.numRows,
    isWhole: true
  };
}

function toGroups(result: QueryResult): ViewGroup[] {
  return Array.from({length: result.numRows}, (_, row) => ({
    value: result.value(row, 0),
    count: Number(result.value(row, 1)),
    totals: toValues(result, row, 2)
  }));
}

function toValues(result: QueryResult, row: number, from: number): Value[] {
  return result.columns.slice(from).map((_, i) => result.value(row, from + i));
}
