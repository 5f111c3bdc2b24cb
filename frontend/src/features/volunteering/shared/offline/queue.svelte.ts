import { ApiError } from '#api/client.ts';
import type { SignupIn } from '#api/volunteering.ts';
import type { Language } from '#api/types.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { remember, remembered, QUEUE_KEY } from '#lib/memory.ts';
import { session } from '#lib/session.svelte.ts';
import {
  signUp,
  type SignupResult,
  resultText
} from '#features/volunteering/shared/signups/signups.ts';
import { texts } from '#features/volunteering/shared/signups/texts.ts';
import { toasts } from '#lib/ui/toasts.svelte.ts';
import { keptOwn } from '#lib/offline/own.ts';

const LOCK = 'samspil:queue';
/** How soon it is tried again where the phone does not say that the network is back. */
const AGAIN_MS = 20_000;

/** A sign-up that the server does not have yet, or would not have. */
export interface Queued {
  /** The sign-up's own id: sent twice, it is made once. */
  id: string;
  /** Whose it is; nobody else's session sends it. */
  person: string;
  need: { id: string; title: string; lang: Language; association: string };
  shift: { id: string; starts_at: string; ends_at: string } | null;
  body: Omit<SignupIn, 'id'>;
  made_at: string;
  /** Why it was refused, in words, once it was. */
  refused: string | null;
}

/**
 * Sign-ups made without a network. They are kept on the phone and sent by whichever page of it is
 * open first when the network is back; of several pages only one sends.
 */
class Queue {
  #all = $state.raw<Queued[]>(read());
  readonly #listeners = new Set<() => void>();
  #running: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    addEventListener('storage', ({ key }) => {
      if (key !== QUEUE_KEY && key !== null) return;
      this.#look();
      this.#tell();
    });
    addEventListener('online', () => void this.send());
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) void this.send();
    });
    void this.send();
  }

  /** This person's; nobody is shown what another has left. */
  get mine(): Queued[] {
    const id = session.me?.id ?? keptOwn()?.person.id;
    return this.#all.filter(({ person }) => person === id);
  }

  /** Calls back when something of it was sent, by whichever page; gives back what ends that. */
  whenSent(call: () => void): () => void {
    this.#listeners.add(call);
    return () => this.#listeners.delete(call);
  }

  add(queued: Omit<Queued, 'made_at' | 'refused'>): void {
    const made_at = new Date().toISOString();
    this.#write([...read(), { ...queued, made_at, refused: null }]);
    this.#later();
  }

  drop(id: string): void {
    this.#write(read().filter((one) => one.id !== id));
  }

  /** Sends what waits, unless another page does. */
  send(): Promise<void> {
    this.#running ??= this.#sendOnce().finally(() => (this.#running = null));
    return this.#running;
  }

  async #sendOnce(): Promise<void> {
    clearTimeout(this.#timer);
    if (!read().some(({ refused }) => refused === null)) return;
    await alone(() => this.#sendAll());
    this.#look();
    if (read().some(({ refused }) => refused === null)) this.#later();
  }

  async #sendAll(): Promise<void> {
    if (!session.me) await session.reload();
    const me = session.me;
    if (!me) return;
    for (const { id } of read()) {
      // Asked anew: another page may have dropped it meanwhile.
      const queued = read().find((one) => one.id === id);
      if (queued?.person !== me.id || queued.refused !== null) continue;
      const { need, shift, body } = queued;
      try {
        const made = await signUp(need.id, shift?.id ?? null, { ...body, id });
        this.drop(id);
        this.#say(queued, made);
      } catch (error) {
        const known = error instanceof ApiError ? error : new ApiError('server');
        if (!isAnswer(known)) return;
        this.#refuse(id, known.detail ?? known.message);
      }
    }
  }

  #say({ need }: Queued, made: SignupResult): void {
    this.#tell();
    const t = texts[i18n.language];
    toasts.say(t.queued.sent(need.title, resultText(made, t, i18n.format)));
  }

  #refuse(id: string, why: string): void {
    this.#write(read().map((one) => (one.id === id ? { ...one, refused: why } : one)));
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.send(), AGAIN_MS);
  }

  #tell(): void {
    for (const call of this.#listeners) call();
  }

  #look(): void {
    this.#all = read();
  }

  #write(all: Queued[]): void {
    remember(QUEUE_KEY, all.length > 0 ? JSON.stringify(all) : null);
    this.#look();
  }
}

/** Whether the server has decided; all else may be tried again. */
function isAnswer({ reason, problem }: ApiError): boolean {
  if (problem === 'not-signed-in' || problem === 'csrf') return false;
  return reason === 'refused' || reason === 'validation' || reason === 'not-found';
}

function read(): Queued[] {
  try {
    return JSON.parse(remembered(QUEUE_KEY) ?? '[]') as Queued[];
  } catch {
    return [];
  }
}

/** Acts unless another page does. */
async function alone(act: () => Promise<void>): Promise<void> {
  // An address without https has no locks; the server still makes one of two.
  if (!('locks' in navigator)) return act();
  await navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => lock && act());
}

export const queue = new Queue();
