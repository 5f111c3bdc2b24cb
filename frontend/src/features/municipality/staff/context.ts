import { createContext } from 'svelte';
import type { StaffOverview } from '#api/desk.ts';
import type { Fetched } from '#lib/paged.svelte.ts';

/** What all of the staff's screens share: how much waits, and counting it anew after a decision. */
export interface StaffContext {
  readonly counts: Fetched<StaffOverview>;
  readonly recount: () => Promise<void>;
}

export const [useStaff, provideStaff] = createContext<StaffContext>();
