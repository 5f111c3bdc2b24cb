// A step between: the first page names this file alone, and not all that sending needs.
void import('./queue.svelte.ts');
