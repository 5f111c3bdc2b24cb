import { ApiError } from '#api/client.ts';
import type { Catalogue } from '#lib/i18n/da.ts';
import { signInAgain } from '#lib/signin/again.ts';
import { wordsFor } from '#lib/problem.ts';

const SHOWN_FOR = 5000;
/** Longer, since there is something to read and to decide. */
const UNDO_FOR = 12_000;

export type Undo = () => Promise<void>;

class Toasts {
  #text = $state('');
  #undo = $state.raw<Undo | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;

  get text(): string {
    return this.#text;
  }

  /** Takes back what was said; `null` where that is done elsewhere or cannot be. */
  get undo(): Undo | null {
    return this.#undo;
  }

  /** Says something short that asks for no answer. What was done can be taken back for a while. */
  say(text: string, undo?: Undo): void {
    this.#text = text;
    this.#undo = undo ?? null;
    this.go();
  }

  /** Stays while the pointer or the keyboard is on it. */
  stay(): void {
    clearTimeout(this.#timer);
  }

  go(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.end(), this.#undo ? UNDO_FOR : SHOWN_FOR);
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#text = '';
    this.#undo = null;
  }
}

export const toasts = new Toasts();

/** Does something without a form. Says so when it did not work; gives back whether it did. */
export async function attempt(t: Catalogue, act: () => Promise<void>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    if (error instanceof ApiError && error.problem === 'not-signed-in') {
      return (await signInAgain()) && attempt(t, act);
    }
    toasts.say(wordsFor(error instanceof ApiError ? error : new ApiError('server'), t));
    return false;
  }
}
