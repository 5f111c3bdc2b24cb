import { searchable } from '#lib/ui/text.ts';
import { createContext } from 'svelte';
import type {
  Desk,
  AssociationEdit,
  AssociationIn,
  Change,
  Picture,
  Role
} from '#api/associations.ts';
import type { RemoteEdited } from '#lib/remote.svelte.ts';
import { address, readFrom } from '#api/client.ts';
import { send, type Edited } from '#api/send.ts';
import type { Page } from '#lib/paged.svelte.ts';

/** The association whose desk is open: all its screens share one reading of it. */
export const [useDesk, provideDesk] = createContext<() => RemoteEdited<Desk>>();

// An association's desk, call by call.
const ASSOCIATIONS = '/api/v1/associations';
const at = (slug: string, rest = ''): string =>
  address(`${ASSOCIATIONS}/{slug}${rest}`, { slug }, {});

export async function readDesk(slug: string, signal?: AbortSignal): Promise<Edited<Desk>> {
  return (await send('GET', at(slug, '/desk'), { ...(signal && { signal }) })) as Edited<Desk>;
}

export async function register(association: AssociationIn): Promise<Desk> {
  return (await send('POST', ASSOCIATIONS, { body: association })).value as Desk;
}

export async function edit(
  slug: string,
  change: AssociationEdit,
  edition: string | null
): Promise<Edited<Desk>> {
  return (await send('PATCH', at(slug), { body: change, edition })) as Edited<Desk>;
}

/** The association's word, for this year, that it obtains child protection certificates. */
export async function declare(slug: string, year: number): Promise<Edited<Desk>> {
  return (await send('POST', at(slug, '/declaration'), { body: { year } })) as Edited<Desk>;
}

export async function readHistory(
  slug: string,
  query: { cursor?: string; limit?: number },
  signal?: AbortSignal
): Promise<Page<Change>> {
  const url = address(`${ASSOCIATIONS}/{slug}/history`, { slug }, query);
  return (await readFrom(url, signal)) as Page<Change>;
}

export async function invite(slug: string, email: string, role: Role): Promise<void> {
  await send('POST', at(slug, '/invitations'), { body: { email, role } });
}

export async function withdrawInvitation(slug: string, id: string): Promise<void> {
  await send('DELETE', at(slug, `/invitations/${id}`));
}

export async function changeRole(slug: string, person: string, role: Role): Promise<void> {
  await send('PATCH', at(slug, `/members/${person}`), { body: { role } });
}

export async function removeMember(slug: string, person: string): Promise<void> {
  await send('DELETE', at(slug, `/members/${person}`));
}

export async function editPicture(
  slug: string,
  id: string,
  change: { alt?: string; rank?: number }
): Promise<Picture> {
  return (await send('PATCH', at(slug, `/pictures/${id}`), { body: change })).value as Picture;
}

export async function removePicture(slug: string, id: string): Promise<void> {
  await send('DELETE', at(slug, `/pictures/${id}`));
}

export const picturesAddress = (slug: string): string => at(slug, '/pictures');

/** Associations whose name is like this one, so that nobody registers what is there already. */
export async function alike(
  name: string,
  signal: AbortSignal
): Promise<{ slug: string; name: string }[]> {
  const url = address(ASSOCIATIONS, {}, { q: searchable(name), limit: 3 });
  return ((await readFrom(url, signal)) as Page<{ slug: string; name: string }>).items;
}

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

/** What was registered last, since this page was opened. */
export const registered: { slug: string | null } = { slug: null };
