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
