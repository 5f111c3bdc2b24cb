import type { NeedItem } from '#api/types.ts';

/** Needs met in lists, so that a need's page opens with its title while the rest is on its way. */
class SeenNeeds {
  readonly #needs = new Map<string, NeedItem>();

  remember(needs: readonly NeedItem[]): void {
    for (const need of needs) this.#needs.set(need.id, need);
  }

  get(id: string): NeedItem | null {
    return this.#needs.get(id) ?? null;
  }
}

export const seenNeeds = new SeenNeeds();
