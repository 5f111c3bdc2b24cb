import { get } from '#api/client.ts';
import type { Interest, Language } from '#api/types.ts';

/** The municipality's list of interests, in the reader's language. */
class Interests {
  items = $state.raw<Interest[]>([]);
  readonly labels = $derived(new Map(this.items.map(({ slug, label }) => [slug, label])));
  #language: Language | null = null;

  async load(language: Language): Promise<void> {
    if (language === this.#language) return;
    this.#language = language;
    try {
      this.items = (await get('/api/v1/interests')).items;
    } catch {
      // The lists work without; the next page asks again.
      this.#language = null;
    }
  }
}

export const interests = new Interests();
