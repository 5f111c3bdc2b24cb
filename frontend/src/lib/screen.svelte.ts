import { MediaQuery } from 'svelte/reactivity';

/** Room for two columns; the same limit as in the styles. */
export const wide = new MediaQuery('min-width: 60rem');

/** Room for all interests side by side; the rows they take are kept free in `SearchPage`. */
export const roomy = new MediaQuery('min-width: 77.5rem');
