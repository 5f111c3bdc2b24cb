// What signing up is done with: fetched once the need itself can be read.
export { readAnew } from './signup.ts';
export { default as ShiftAct } from './ShiftAct.svelte';
export { default as Signup } from './Signup.svelte';
export { SignupFlow } from './flow.svelte.ts';
