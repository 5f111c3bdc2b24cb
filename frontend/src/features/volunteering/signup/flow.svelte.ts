import type { Me } from '#api/people.ts';
import type { OwnSignup } from '#api/volunteering.ts';
import type { Need } from '#api/types.ts';
import { connection } from '#lib/offline/connection.svelte.ts';
import { keepPerson, keptOwn, type Own } from '#lib/offline/own.ts';
import { queue } from '#features/volunteering/shared/offline/queue.svelte.ts';
import { session } from '#lib/session.svelte.ts';
import {
  readOpen,
  type SignupResult,
  grouped
} from '#features/volunteering/shared/signups/signups.ts';
import { choicesOf } from './signup.ts';
import { Remote } from '#lib/remote.svelte.ts';

/** Who signs up: known from the server, or from the phone while it is out of reach. */
export type Who = Own['person'] | Me;

/** What came of a press on the button. */
export type Outcome =
  { as: 'made'; signup: SignupResult } | { as: 'queued' } | { as: 'mailed'; email: string };

/** A reader's signing up for one need: what they have there, and the sheet in which they act. */
export class SignupFlow {
  readonly id: string;
  readonly #signups = new Remote<OwnSignup[] | null>();
  open = $state(false);
  /** A shift's id, where its own button was pressed. */
  chosen = $state('');
  suggested = '';
  came = $state.raw<Outcome | null>(null);
  /** What a guest has sent, for another try with another address. */
  sent: object = {};

  constructor(id: string) {
    this.id = id;
  }

  readonly who: Who | null = $derived(session.me ?? (session.error && keptOwn()?.person) ?? null);

  /** What waits on the phone to be sent, or was refused. */
  get queued() {
    return queue.mine.filter(({ need }) => need.id === this.id);
  }

  /** Theirs, what matters first; `null` while it is not known. */
  get mine(): OwnSignup[] | null {
    return this.#signups.value;
  }

  /** Finds out what the reader has here, once it is known who that is; gives back what ends that. */
  look(): () => void {
    void this.#signups.load(async (signal) => {
      const { me, known, error } = session;
      if (!me) {
        const kept = error ? (keptOwn()?.signups ?? []) : [];
        return known || error ? inOrder(kept.filter(({ need }) => need.id === this.id)) : null;
      }
      keepPerson(me);
      // Whose address is not confirmed has signed up for nothing, and is not asked about it.
      if (!me.verified) return [];
      // The need stands without it; the server still knows when one signs up again.
      const found = await readOpen(signal, this.id).catch(() => this.mine ?? []);
      return inOrder(found);
    });
    return () => this.#signups.stop();
  }

  choices(need: Need) {
    return choicesOf(need, [...(this.mine ?? []), ...this.queued]);
  }

  /**
   * Opens the sheet.
   * @param chosen the name of what was pressed
   * @param suggested of what is chosen where nobody has chosen anything
   */
  start(chosen = '', suggested = ''): void {
    this.came = null;
    this.chosen = chosen;
    this.suggested = suggested;
    this.open = true;
  }

  get offline(): boolean {
    return connection.offline;
  }
}

function inOrder(signups: readonly OwnSignup[]): OwnSignup[] {
  const { offers, coming, waiting } = grouped(signups);
  return [...offers, ...coming, ...waiting];
}
