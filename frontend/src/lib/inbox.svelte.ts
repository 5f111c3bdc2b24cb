import { type Answer, get, sessionProof } from '#api/client.ts';
import { Remote } from './remote.svelte.ts';

export type InboxPage = Answer<'/api/v1/me/inbox'>;
export type Waiting = InboxPage['items'][number];
export type InboxEntry = Waiting['entries'][number];

/** What waits for who is signed in: asked for once, and again by whoever changes it. */
class Inbox extends Remote<InboxPage> {
  /** Asks, where somebody is signed in. */
  async read(): Promise<void> {
    if (!sessionProof()) this.take(null);
    else await this.load((signal) => get('/api/v1/me/inbox', { signal }));
  }

  /** How much of it others wait for; a crew that can be reminded waits for nothing. */
  get pressing(): number {
    return this.count('') - this.count('shifts.remind');
  }

  /** How many of some kinds wait, at one association or everywhere. */
  count(kinds: string, slug?: string): number {
    return (this.value?.items ?? [])
      .filter(
        ({ kind, association }) => kind.startsWith(kinds) && (!slug || association?.slug === slug)
      )
      .reduce((sum, { count }) => sum + count, 0);
  }
}

export const inbox = new Inbox();
