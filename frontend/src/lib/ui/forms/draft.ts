/** What of a form is kept while its page is reloaded, and under which name. */
export interface DraftRules<Values extends object> {
  key: string;
  /** What is never kept: passwords, positions. */
  except?: readonly (keyof Values)[];
}

/**
 * What was typed and not sent yet. It stays in this tab (`sessionStorage`) and ends with it: others
 * may use the phone tomorrow.
 */
export class Draft<Values extends object> {
  readonly #rules: DraftRules<Values>;

  constructor(rules: DraftRules<Values>) {
    this.#rules = rules;
  }

  read(): Partial<Values> {
    try {
      return JSON.parse(sessionStorage.getItem(this.#rules.key) ?? '{}') as Partial<Values>;
    } catch {
      // The browser refuses to keep things, or somebody else wrote there.
      return {};
    }
  }

  keep(values: Values): void {
    const kept = { ...values };
    for (const name of this.#rules.except ?? []) Reflect.deleteProperty(kept, name);
    try {
      sessionStorage.setItem(this.#rules.key, JSON.stringify(kept));
    } catch {
      // Then a reload loses it.
    }
  }

  forget(): void {
    try {
      sessionStorage.removeItem(this.#rules.key);
    } catch {
      // There is nothing to forget.
    }
  }
}
