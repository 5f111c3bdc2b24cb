import { createContext } from 'svelte';
import type { Desk } from '#api/desk.ts';
import type { RemoteEdited } from '#lib/remote.svelte.ts';

/** The association whose desk is open: all its screens share one reading of it. */
export const [useDesk, provideDesk] = createContext<() => RemoteEdited<Desk>>();
