/**
 * Signs in again in the middle of something: whoever was signed out by time is asked in a sheet over
 * what they do. Says whether they are signed in then, to go on with it.
 */
export async function signInAgain(): Promise<boolean> {
  return (await import('./ask.ts')).ask();
}
