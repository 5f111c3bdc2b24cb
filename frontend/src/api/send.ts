// Writing. Only what acts fetches this.
import { address, ApiError, ask, cookie } from './client.ts';
import type { paths } from './schema';

type Verb = 'post' | 'put' | 'patch' | 'delete';
/** The paths that know a verb. */
type PathsWith<V extends Verb | 'get'> = {
  [P in keyof paths]: paths[P] extends Record<V, infer Found>
    ? [Found] extends [undefined]
      ? never
      : P
    : never;
}[keyof paths];

type Described<P extends keyof paths, V extends Verb | 'get'> =
  paths[P] extends Record<V, infer O> ? O : never;
type BodyOf<O> = O extends { requestBody: { content: infer C } }
  ? C extends { 'application/json': infer Body }
    ? Body
    : FormData
  : O extends { requestBody?: { content: infer C } }
    ? C extends { 'application/json': infer Body }
      ? Body
      : FormData
    : undefined;
type Success<R> = {
  [S in keyof R]: S extends 200 | 201 | 202
    ? R[S] extends { content: { 'application/json': infer Body } }
      ? Body
      : undefined
    : never;
}[keyof R];
type AnswerOf<O> = O extends { responses: infer R } ? Success<R> : undefined;
type PathOf<O> = O extends { parameters: { path: infer Found } } ? Found : undefined;

/** What a verb sends to a path. */
export type Body<P extends keyof paths, V extends Verb> = BodyOf<Described<P, V>>;

interface Wishes<O> {
  path?: Extract<PathOf<O>, Record<string, string>>;
  body?: BodyOf<O>;
  /** What `getEdited` or the last edit gave: somebody else's edit meanwhile is then refused (412). */
  edition?: string | null;
  signal?: AbortSignal;
}

/** Something that can be edited, with the name of the edition that was read. */
export interface Edited<Value> {
  value: Value;
  edition: string | null;
}

interface Sending {
  body?: unknown;
  edition?: string | null;
  signal?: AbortSignal;
}

/**
 * Writes to the API, from an address already made. Rejects with `ApiError`. `value` is undefined
 * where the server has nothing to say.
 */
export async function send(
  method: string,
  url: string,
  { body, edition, signal }: Sending = {}
): Promise<Edited<unknown>> {
  const encoded = body === undefined || body instanceof FormData ? body : JSON.stringify(body);
  let proof = '';
  const wishes = () => {
    proof = cookie('csrf_access_token');
    return {
      method,
      headers: {
        ...(typeof encoded === 'string' && { 'Content-Type': 'application/json' }),
        ...(proof && { 'X-CSRF-TOKEN': proof }),
        ...(edition && { 'If-Match': edition })
      },
      ...(encoded !== undefined && { body: encoded }),
      ...(signal && { signal })
    };
  };
  try {
    return await read(await ask(url, wishes));
  } catch (error) {
    // Another page renewed the session between our reading its proof and our sending it.
    const outrun = error instanceof ApiError && error.problem === 'csrf';
    if (!outrun || proof === cookie('csrf_access_token')) throw error;
    return read(await ask(url, wishes));
  }
}

async function read(response: Response): Promise<Edited<unknown>> {
  const written = response.headers.get('Content-Type')?.includes('json') ?? false;
  const value: unknown = written ? await response.json() : undefined;
  return { value, edition: response.headers.get('ETag') };
}

interface AnyOptions extends Sending {
  path?: Record<string, string> | undefined;
}

function sendTo(method: string, path: string, options: AnyOptions): Promise<Edited<unknown>> {
  return send(method, address(path, options.path ?? {}, {}), options);
}

/** Reads something to edit it. */
export async function getEdited<P extends PathsWith<'get'>>(
  path: P,
  options: Wishes<Described<P, 'get'>> = {}
): Promise<Edited<AnswerOf<Described<P, 'get'>>>> {
  const { path: parameters = {}, signal }: AnyOptions = options;
  const url = address(path, parameters, {});
  const response = await ask(url, () => (signal ? { signal } : {}));
  return (await read(response)) as Edited<AnswerOf<Described<P, 'get'>>>;
}

export async function post<P extends PathsWith<'post'>>(
  path: P,
  options: Wishes<Described<P, 'post'>> = {}
): Promise<AnswerOf<Described<P, 'post'>>> {
  return (await sendTo('POST', path, options)).value as AnswerOf<Described<P, 'post'>>;
}

export async function put<P extends PathsWith<'put'>>(
  path: P,
  options: Wishes<Described<P, 'put'>> = {}
): Promise<Edited<AnswerOf<Described<P, 'put'>>>> {
  return (await sendTo('PUT', path, options)) as Edited<AnswerOf<Described<P, 'put'>>>;
}

export async function patch<P extends PathsWith<'patch'>>(
  path: P,
  options: Wishes<Described<P, 'patch'>> = {}
): Promise<Edited<AnswerOf<Described<P, 'patch'>>>> {
  return (await sendTo('PATCH', path, options)) as Edited<AnswerOf<Described<P, 'patch'>>>;
}

export async function del<P extends PathsWith<'delete'>>(
  path: P,
  options: Wishes<Described<P, 'delete'>> = {}
): Promise<AnswerOf<Described<P, 'delete'>>> {
  return (await sendTo('DELETE', path, options)).value as AnswerOf<Described<P, 'delete'>>;
}
