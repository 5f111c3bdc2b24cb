import { createContext } from 'svelte';

/** Tells the list that something of it has changed. */
export const [useChanges, provideChanges] = createContext<() => void>();
