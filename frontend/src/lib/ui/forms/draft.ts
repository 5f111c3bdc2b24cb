/** What of a form is kept while its page is reloaded, and under which name. */
export interface DraftRules<Values extends object> {
  /** Its name; with the person's id where it is theirs. */
  key: string;
  /** What is never kept: passwords, positions. */
  except?: readonly (keyof Values)[];
}

const NAMES = 'samspil:draft:';

/** Forgets all drafts in this tab: whoever signs out leaves nothing behind. */
export function forgetDrafts(): void {
  try {
    for (const name of Object.keys(sessionStorage)) {
      if (name.startsWith(NAMES)) sessionStorage.removeItem(name);
    }
  } catch {
    // There is nothing to forget.
  }
}

/**
 * What was typed and not sent yet. It stays in this tab (`sessionStorage`) and ends with it: others
 * may use the phone tomorrow.
 */
export class Draft<Values extends object> {
  readonly #name: string;
  readonly #except: readonly (keyof Values)[];

  constructor({ key, except = [] }: DraftRules<Values>) {
    this.#name = NAMES + key;
    this.#except = except;
  }

  read(): Partial<Values> {
    try {
      return JSON.parse(sessionStorage.getItem(this.#name) ?? '{}') as Partial<Values>;
    } catch {
      // The browser refuses to keep things, or somebody else wrote there.
      return {};
    }
  }

  keep(values: Values): void {
    const kept = { ...values };
    for (const name of this.#except) Reflect.deleteProperty(kept, name);
    try {
      sessionStorage.setItem(this.#name, JSON.stringify(kept));
    } catch {
      // Then a reload loses it.
    }
  }

  forget(): void {
    try {
      sessionStorage.removeItem(this.#name);
    } catch {
      // There is nothing to forget.
    }
  }
}
