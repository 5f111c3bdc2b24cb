import { createContext } from 'svelte';
import type { StaffOverview } from '#api/desk.ts';
import type { Remote } from '#lib/remote.svelte.ts';

/** How much waits for the staff: all their screens share it, and count anew after a decision. */
export const [useCounts, provideCounts] = createContext<Remote<StaffOverview>>();
