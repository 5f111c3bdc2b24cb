/** Whether the screen is as asked. Svelte's own comes with maps and sets that a first visit needs not. */
class Screen {
  #fits = $state(false);

  constructor(condition: string) {
    // The build draws nothing and has no screen.
    if (typeof matchMedia === 'undefined') return;
    const query = matchMedia(`(${condition})`);
    this.#fits = query.matches;
    query.addEventListener('change', ({ matches }) => (this.#fits = matches));
  }

  get current(): boolean {
    return this.#fits;
  }
}

/** Room for two columns; the same limit as in the styles. */
export const wide = new Screen('min-width: 60rem');

/** Room for all interests side by side; the rows they take are kept free in `SearchPage`. */
export const roomy = new Screen('min-width: 77.5rem');
