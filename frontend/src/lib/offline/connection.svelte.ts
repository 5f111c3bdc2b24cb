import type { FromWorker } from './keeping.ts';

/** Whether what is shown may be older than it looks. */
class Connection {
  #offline = $state(false);

  get offline(): boolean {
    return this.#offline;
  }

  /** Follows the phone's own word and the service worker's, which notices sooner. */
  watch(): () => void {
    const lost = () => (this.#offline = true);
    const back = () => (this.#offline = false);
    const heard = (event: MessageEvent) =>
      (this.#offline = (event.data as FromWorker).type === 'kept');
    this.#offline = !navigator.onLine;
    addEventListener('offline', lost);
    addEventListener('online', back);
    const worker = 'serviceWorker' in navigator ? navigator.serviceWorker : null;
    worker?.addEventListener('message', heard);
    return () => {
      removeEventListener('offline', lost);
      removeEventListener('online', back);
      worker?.removeEventListener('message', heard);
    };
  }
}

export const connection = new Connection();
