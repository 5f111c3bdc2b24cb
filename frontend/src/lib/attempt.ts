import { ApiError } from '#api/client.ts';
import type { Catalogue } from '#lib/i18n/da.ts';
import { wordsFor } from '#lib/problem.ts';
import { toasts } from '#lib/ui/toasts.svelte.ts';

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
