const SECOND = 1000;
/** The waits between two looks; then the page says nothing new until it is opened again. */
export const WAITS_MS = [1, 1, 2, 3, 5, 8, 13, 20, 30, 45, 60, 60, 60, 60].map(
  (seconds) => seconds * SECOND
);

/**
 * Looks again and again with growing waits, the next time once the last look is over, and not for
 * ever. Gives back what ends it.
 */
export function lookAgain(look: (signal: AbortSignal) => Promise<void>): () => void {
  const ended = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let looks = 0;

  function next() {
    const wait = WAITS_MS[looks++];
    if (wait === undefined || ended.signal.aborted) return;
    timer = setTimeout(() => void look(ended.signal).finally(next), wait);
  }

  next();
  return () => {
    ended.abort();
    clearTimeout(timer);
  };
}
