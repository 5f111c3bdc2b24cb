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

/** Room for a few controls side by side: a phone on its side, or a desk at 200 %. */
export const middle = new Screen('min-width: 40rem');

/** Room for all interests side by side; the rows they take are kept free in `SearchPage`. */
export const roomy = new Screen('min-width: 77.5rem');

/** Where in the app the reader came from; `null` when they came from elsewhere. */
class Trail {
  before = $state.raw<URL | null>(null);
}

export const trail = new Trail();

/** Calls once the browser has nothing better to do; gives back what calls it off. */
export function whenIdle(call: () => void): () => void {
  // Safari knows no idle callbacks.
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(call, 2000);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(call, { timeout: 4000 });
  return () => cancelIdleCallback(handle);
}
