import { sessionProof } from '#api/client.ts';
import type { Me } from '#api/people.ts';
import type { OwnSignup } from '#api/volunteering.ts';
import { remember, remembered, QUEUE_KEY } from '#lib/memory.ts';

const KEY = 'samspil:own';

/** Who uses this phone, and what they have signed up for. */
export interface Own {
  person: Pick<Me, 'id' | 'name' | 'verified' | 'under_15_waiting'>;
  signups: OwnSignup[];
  /** When the sign-ups were fetched; `null` when they never were. */
  at: string | null;
}

/** What was kept, for when the server cannot be asked; nothing once nobody is signed in. */
export function keptOwn(): Own | null {
  return sessionProof() ? read() : null;
}

export function keepPerson({ id, name, verified, under_15_waiting }: Me): void {
  const before = read();
  const person = { id, name, verified, under_15_waiting };
  write(before?.person.id === id ? { ...before, person } : { person, signups: [], at: null });
}

/** Keeps what is open of one's sign-ups. */
export function keepSignups(me: Me, signups: OwnSignup[]): void {
  keepPerson(me);
  const own = read();
  if (own) write({ ...own, signups, at: new Date().toISOString() });
}

/** Whoever signs out leaves nothing on the phone, neither what is kept nor what is not sent. */
export function forgetOwn(): void {
  remember(KEY, null);
  remember(QUEUE_KEY, null);
}

/** What another person has left here is not for who signs in now. */
export function forgetOthers(id: string): void {
  const own = read();
  if (own && own.person.id !== id) remember(KEY, null);
}

function read(): Own | null {
  try {
    return JSON.parse(remembered(KEY) ?? 'null') as Own | null;
  } catch {
    return null;
  }
}

function write(own: Own): void {
  remember(KEY, JSON.stringify(own));
}
