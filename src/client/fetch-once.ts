/**
 * Every request that a script of the site makes goes through here, so that none of them can wait for ever: a network that
 * accepts a request and never answers must end in an error that the page can show, with a way to try again.
 */

/** Milliseconds after which a request counts as failed. A file of 300 kB takes 20 seconds at 15 kB a second. */
export const TIME_LIMIT = 30_000;

/** The site has no file of this address. */
export class NotFound extends Error {}

/** Fetches a JSON file of this site. Rejects (with `NotFound` where there is none) when it is missing or broken, or not there within the time limit. */
export function fetchJson<T>(address: string | URL): Promise<T> {
  return fetchBody(address, (response) => response.json() as Promise<T>);
}

/** Fetches a text file of this site. Rejects (with `NotFound` where there is none) when it is missing, or not there within the time limit. */
export function fetchText(address: string | URL): Promise<string> {
  return fetchBody(address, (response) => response.text());
}

/** The limit holds for the whole body: headers may come at once and the rest never. */
async function fetchBody<T>(address: string | URL, read: (response: Response) => Promise<T>): Promise<T> {
  const abort = new AbortController();
  return withinLimit(
    fetch(address, { signal: abort.signal }).then((response) => {
      if (response.status === 404) throw new NotFound(`${String(address)}: 404`);
      if (!response.ok) throw new Error(`${String(address)}: ${response.status}`);
      return read(response);
    }),
    () => abort.abort(),
  );
}

/**
 * The same promise with the time limit, for what cannot be stopped, such as loading a module. `stop` is called when the time
 * is over.
 */
export function withinLimit<T>(promise: Promise<T>, stop?: () => void): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`no answer within ${TIME_LIMIT / 1000} s`));
      stop?.();
    }, TIME_LIMIT);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** A loader that loads once, and again after a failure. */
export function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => {
    loading ??= load().catch((fault: unknown) => {
      loading = undefined;
      throw fault;
    });
    return loading;
  };
}
