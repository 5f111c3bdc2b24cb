/** What of a form is kept while its page is reloaded, and under which name. */
export interface DraftRules<Values extends object> {
  /** Its name; with the person's id where it is theirs. */
  key: string;
  /** What is never kept: passwords, positions. */
  except?: readonly (keyof Values)[];
  /**
   * `tab`, unless told otherwise: ends with the tab, for others may use the phone tomorrow.
   * `phone`: stays until the server has it or whoever wrote it signs out.
   */
  where?: 'tab' | 'phone';
}

const NAMES = 'samspil:draft:';
// Asked for anew each time: where a browser refuses to keep things, asking alone throws.
const STORES = { tab: () => sessionStorage, phone: () => localStorage };

/** Forgets all drafts: whoever signs out leaves nothing behind. */
export function forgetDrafts(): void {
  try {
    for (const store of Object.values(STORES)) {
      for (const name of Object.keys(store())) {
        if (name.startsWith(NAMES)) store().removeItem(name);
      }
    }
  } catch {
    // There is nothing to forget.
  }
}

/** What was typed and not sent yet. */
export class Draft<Values extends object> {
  readonly #name: string;
  readonly #except: readonly (keyof Values)[];
  readonly #store: () => Storage;

  constructor({ key, except = [], where = 'tab' }: DraftRules<Values>) {
    this.#name = NAMES + key;
    this.#except = except;
    this.#store = STORES[where];
  }

  read(): Partial<Values> {
    try {
      return JSON.parse(this.#store().getItem(this.#name) ?? '{}') as Partial<Values>;
    } catch {
      // The browser refuses to keep things, or somebody else wrote there.
      return {};
    }
  }

  keep(values: Values): void {
    const kept = { ...values };
    for (const name of this.#except) Reflect.deleteProperty(kept, name);
    try {
      this.#store().setItem(this.#name, JSON.stringify(kept));
    } catch {
      // Then a reload loses it.
    }
  }

  forget(): void {
    try {
      this.#store().removeItem(this.#name);
    } catch {
      // There is nothing to forget.
    }
  }
}
