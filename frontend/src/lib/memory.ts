// What is kept on the phone. A browser may refuse it (private mode, a full disk): then we forget.

export function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function remember(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Forgotten when the page closes; nothing else depends on it.
  }
}

/** Where sign-ups stand that are not sent yet. */
export const QUEUE_KEY = 'samspil:queue';
