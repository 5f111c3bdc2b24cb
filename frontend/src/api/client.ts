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

interface Problem extends Record<string, unknown> {
  type?: string;
  title?: string;
  detail?: string;
  errors?: Record<string, string[]>;
}

/**
 * Why a call came to nothing, in terms a screen can word. `refused`: the server understood and says
 * no, in words of its own. `busy`: it says when to ask again.
 */
export type Reason =
  'offline' | 'not-found' | 'too-many-requests' | 'validation' | 'refused' | 'busy' | 'server';

/** A call that failed. `detail` is in the reader's language when the server sent one. */
export class ApiError extends Error {
  readonly reason: Reason;
  readonly status: number;
  /** The problem's stable name, such as `wrong-credentials`. */
  readonly problem: string | undefined;
  readonly detail: string | undefined;
  readonly errors: Record<string, string[]>;
  /** All that the server said of it, with what this problem alone tells. */
  readonly extensions: Readonly<Record<string, unknown>>;
  /** Seconds until it may be asked again, where the server says so. */
  readonly retryAfter: number | undefined;

  constructor(reason: Reason, status = 0, problem: Problem = {}, retryAfter?: number) {
    super(problem.title ?? reason);
    this.name = 'ApiError';
    this.reason = reason;
    this.status = status;
    this.problem = problem.type?.split('/').at(-1);
    this.detail = problem.detail;
    this.errors = problem.errors ?? {};
    this.extensions = problem;
    this.retryAfter = retryAfter;
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
  const response = await ask(url, () => (signal ? { signal } : {}));
  return response.json();
}

/** A cookie that scripts may read; the two proofs of a session are such, its tokens are not. */
export function cookie(name: string): string {
  if (typeof document === 'undefined') return '';
  return new RegExp(`(?:^|; )${name}=([^;]*)`).exec(document.cookie)?.[1] ?? '';
}

/** Changes with every renewal of the session; empty for visitors. */
export const sessionProof = (): string => cookie('csrf_refresh_token');

interface Wishes extends RequestInit {
  headers?: Record<string, string>;
}

/**
 * Calls the API. A session that has run out is renewed first and the call made once more, so that
 * nobody notices. Writing stands in `send.ts`, fetched only by those who act.
 *
 * @param wishes made anew for each try: a renewed session has a new proof
 */
export async function ask(url: string, wishes: () => Wishes): Promise<Response> {
  const proof = sessionProof();
  try {
    return await once(url, wishes());
  } catch (error) {
    const expired = error instanceof ApiError && error.problem === 'not-signed-in';
    if (!expired || !proof) throw error;
    const { renew } = await import('./renew.ts');
    if (!(await renew(proof))) throw error;
    return once(url, wishes());
  }
}

/** One call, without a second try. */
export async function once(url: string, wishes: Wishes): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, {
      ...wishes,
      headers: { Accept: 'application/json', 'Accept-Language': language, ...wishes.headers }
    });
  } catch (error) {
    if (isSuperseded(error)) throw error;
    throw new ApiError('offline');
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

async function problemOf(response: Response): Promise<ApiError> {
  let problem: Problem = {};
  if (response.headers.get('Content-Type')?.includes('json')) {
    problem = (await response.json().catch(() => ({}))) as Problem;
  }
  const seconds = parseInt(response.headers.get('Retry-After') ?? '', 10);
  const retryAfter = seconds >= 0 ? seconds : undefined;
  return new ApiError(reasonOf(response.status, retryAfter), response.status, problem, retryAfter);
}

function reasonOf(status: number, retryAfter: number | undefined): Reason {
  if (status === 404) return 'not-found';
  if (status === 429) return 'too-many-requests';
  if (status === 400 || status === 422) return 'validation';
  if (status === 503 && retryAfter !== undefined) return 'busy';
  return status < 500 ? 'refused' : 'server';
}
