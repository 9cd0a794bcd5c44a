import {UnavailableError} from "../lib/errors.ts";

/** Throws `UnavailableError` where the site lacks the file. */
export async function fetchRuntime(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok)
    throw new UnavailableError(
      `embedding runtime missing: ${url}: ${response.status}; build the site again`
    );
  return response;
}
