import type { paths } from './schema';

type Operation<P extends keyof paths> = paths[P] extends { get: infer Found } ? Found : never;
type Parameter<P extends keyof paths, Where extends 'query' | 'path'> =
  Operation<P> extends { parameters: infer All }
    ? Where extends keyof All
      ? NonNullable<All[Where]>
      : never
    : never;

export type Query<P extends keyof paths> = Parameter<P, 'query'>;
export type PathParameters<P extends keyof paths> = Parameter<P, 'path'>;
export type Answer<P extends keyof paths> =
  Operation<P> extends { responses: { 200: { content: { 'application/json': infer Body } } } }
    ? Body
    : never;

interface Problem {
  type?: string;
  title?: string;
  detail?: string;
  errors?: Record<string, string[]>;
}

/** Why a call came to nothing, in terms a screen can word. */
export type Reason = 'offline' | 'not-found' | 'too-many-requests' | 'validation' | 'server';

/** A call that failed. `detail` is in the reader's language when the server sent one. */
export class ApiError extends Error {
  readonly reason: Reason;
  readonly status: number;
  readonly detail: string | undefined;
  readonly errors: Record<string, string[]>;

  constructor(reason: Reason, status = 0, problem: Problem = {}) {
    super(problem.title ?? reason);
    this.name = 'ApiError';
    this.reason = reason;
    this.status = status;
    this.detail = problem.detail;
    this.errors = problem.errors ?? {};
  }
}

/** True for a call that a newer one made superfluous: nothing went wrong. */
export function isSuperseded(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

let language = 'da';

/** The language of labels and problem texts in every later answer. */
export function askIn(tag: string): void {
  language = tag;
}

type Value = string | number | boolean | readonly (string | number)[] | null | undefined;

/** Repeats a parameter for each of several values; leaves out what is not set. */
export function queryString(query: Readonly<Record<string, Value>>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue;
    for (const one of Array.isArray(value) ? value : [value]) parameters.append(name, String(one));
  }
  return parameters.toString();
}

/** The address of a call: `{slug}` and the like filled in, the query behind. */
export function address(
  path: string,
  parameters: Readonly<Record<string, string>>,
  query: Readonly<Record<string, Value>>
): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(parameters[name] ?? '')
  );
  const search = queryString(query);
  return search ? `${filled}?${search}` : filled;
}

interface Options<P extends keyof paths> {
  path?: PathParameters<P>;
  query?: Query<P>;
  signal?: AbortSignal;
}

interface AnyOptions {
  path?: Record<string, string>;
  query?: Record<string, Value>;
  signal?: AbortSignal;
}

/**
 * Reads from the API. Rejects with `ApiError`, or with the browser's `AbortError` when `signal`
 * stopped it. Freshness is the browser's own business: the server sends `ETag` and `Cache-Control`.
 */
export async function get<P extends keyof paths>(
  path: P,
  options: Options<P> = {}
): Promise<Answer<P>> {
  const { path: parameters = {}, query = {}, signal }: AnyOptions = options;
  const url = address(path, parameters, query);
  return (await readFrom(url, signal)) as Answer<P>;
}

/** As `get`, from an address already made. */
export async function readFrom(url: string, signal?: AbortSignal): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(url, {
      headers: { Accept: 'application/json', 'Accept-Language': language },
      ...(signal && { signal })
    });
  } catch (error) {
    if (isSuperseded(error)) throw error;
    throw new ApiError('offline');
  }
  if (!response.ok) throw await problemOf(response);
  return response.json();
}

async function problemOf(response: Response): Promise<ApiError> {
  let problem: Problem = {};
  if (response.headers.get('Content-Type')?.includes('json')) {
    problem = (await response.json().catch(() => ({}))) as Problem;
  }
  return new ApiError(reasonOf(response.status), response.status, problem);
}

function reasonOf(status: number): Reason {
  if (status === 404) return 'not-found';
  if (status === 429) return 'too-many-requests';
  if (status === 400 || status === 422) return 'validation';
  return 'server';
}
