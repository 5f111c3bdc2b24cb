import { createContext } from 'svelte';
import { NEED_STATUSES, type NeedDesk, type NeedRow, type NeedStatus } from '#api/volunteering.ts';
import { PagedList } from '#lib/paged.svelte.ts';
import { readNeeds, type NeedsPage } from './calls.ts';
import type { RemoteEdited } from '#lib/remote.svelte.ts';

/** Which needs are listed, as the address keeps it; `null` for all. */
export type View = NeedStatus | null;

const NAME = 'vis';

export function readView(parameters: Pick<URLSearchParams, 'get'>): View {
  const wanted = parameters.get(NAME);
  return NEED_STATUSES.find((status) => status === wanted) ?? null;
}

/** The query of an address; empty for the usual. */
export const viewAddress = (view: View): string => (view ? `?${NAME}=${view}` : '');

interface Asked {
  slug: string;
  status: View;
  /** Makes a list ask anew: what is must be seen, not what was. */
  turn: number;
}

/** The needs of an association, as the screens about them share them. */
export class Needs {
  readonly list: PagedList<NeedRow, Asked>;
  counts = $state.raw<NeedsPage['counts'] | null>(null);
  #turn = $state(Date.now());

  constructor() {
    this.list = new PagedList('desk-needs', async ({ slug, status, cursor }, signal) => {
      const asked = { ...(status && { status }), ...(cursor && { cursor }) };
      const page = await readNeeds(slug, asked, signal);
      this.counts = page.counts;
      return page;
    });
  }

  get total(): number {
    return Object.values(this.counts ?? {}).reduce((sum, count) => sum + count, 0);
  }

  async show(slug: string, status: View): Promise<void> {
    await this.list.show({ slug, status, turn: this.#turn });
  }

  /** After a change that leaves it where it stands in the list. */
  learn({ id, title, wanted, taken, open_until, missing }: NeedDesk): void {
    this.list.items = this.list.items.map((row) =>
      row.id === id
        ? { ...row, title, wanted, taken, open_until, missing_count: missing.length }
        : row
    );
  }

  /** After something was done with one of them. */
  changed(): void {
    this.#turn += 1;
  }
}

export const [useNeeds, provideNeeds] = createContext<Needs>();

/** The need that is open: all its screens share one reading of it. */
export const [useNeed, provideNeed] = createContext<() => RemoteEdited<NeedDesk>>();
