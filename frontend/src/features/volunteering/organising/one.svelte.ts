import { createContext } from 'svelte';
import type { NeedDesk } from '#api/needsdesk.ts';
import type { RemoteEdited } from '#lib/remote.svelte.ts';

/** The need that is open: all its screens share one reading of it. */
export const [useNeed, provideNeed] = createContext<() => RemoteEdited<NeedDesk>>();
