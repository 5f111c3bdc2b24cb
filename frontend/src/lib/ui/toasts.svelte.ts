import { ApiError } from '#api/client.ts';
import type { Catalogue } from '#lib/i18n/da.ts';
import { wordsFor } from '#lib/problem.ts';

class Toasts {
  #text = $state('');
  #timer: ReturnType<typeof setTimeout> | undefined;

  get text(): string {
    return this.#text;
  }

  /** Says something short that asks for no answer. */
  say(text: string): void {
    clearTimeout(this.#timer);
    this.#text = text;
    this.#timer = setTimeout(() => (this.#text = ''), 5000);
  }
}

export const toasts = new Toasts();

/** Does something without a form. Says so when it did not work; gives back whether it did. */
export async function attempt(t: Catalogue, act: () => Promise<void>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    toasts.say(wordsFor(error instanceof ApiError ? error : new ApiError('server'), t));
    return false;
  }
}
