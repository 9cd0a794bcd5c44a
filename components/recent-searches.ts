import type {Workspace} from "../src/index.ts";

/** What was searched for last in this browser. */
const RECENT = "here.search.recent";
const MAX_RECENT = 10;

/** What was searched for, newest first; nothing where nothing can be kept. */
export async function readRecentSearches(workspace: Workspace): Promise<readonly string[]> {
  if (workspace.storeFailure) return [];
  return workspace.store.settings.get<readonly string[]>(RECENT, []);
}

/** Remembers what was searched for; never rejects. */
export async function keepRecentSearch(workspace: Workspace, text: string): Promise<void> {
  const wanted = text.trim();
  if (wanted === "" || workspace.storeFailure) return;
  try {
    const former = await readRecentSearches(workspace);
    const rest = former.filter((one) => one !== wanted);
    await workspace.store.settings.set(RECENT, [wanted, ...rest].slice(0, MAX_RECENT));
  } catch {
    // that something was searched for is worth no alarm where storage is full
  }
}
