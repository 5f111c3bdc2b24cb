/** What the service worker tells the pages. */
export type FromWorker =
  /** An answer came from what was kept, because the network gave none. */
  | { type: 'kept' }
  /** The network answers again. */
  | { type: 'fresh' };

/** What a page tells the service worker. */
export type ToWorker =
  /** These were fetched before the worker was there. */
  | { type: 'keep'; urls: string[]; language: string }
  /** No other page is open: the new version may take over. */
  | { type: 'take-over' };
