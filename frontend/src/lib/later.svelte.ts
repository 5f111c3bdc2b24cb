/**
 * A part of a screen that nobody needs at first. It is fetched once the screen is quiet, or at once
 * when somebody asks for it.
 */
export class Later<Part> {
  value = $state.raw<Part | null>(null);
  readonly #fetch: () => Promise<Part>;

  constructor(fetch: () => Promise<Part>) {
    this.#fetch = fetch;
  }

  async now(): Promise<void> {
    // Without a connection it is simply tried again the next time it is asked for.
    this.value ??= await this.#fetch().catch(() => null);
  }

  /** For use in an effect: gives back what calls it off. */
  whenQuiet(): () => void {
    // Safari knows no idle callbacks.
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(() => void this.now(), 2000);
      return () => {
        clearTimeout(timer);
      };
    }
    const handle = requestIdleCallback(() => void this.now(), { timeout: 4000 });
    return () => {
      cancelIdleCallback(handle);
    };
  }
}
