import { MediaQuery } from 'svelte/reactivity';

/** Room for two columns; the same limit as in the styles. */
export const wide = new MediaQuery('min-width: 60rem');
