import { mount, unmount } from 'svelte';
import SignInAgain from './SignInAgain.svelte';

/** Opens the sheet, and closes it once it is settled. */
export async function ask(): Promise<boolean> {
  let close: Record<string, unknown> | undefined;
  const signedIn = await new Promise<boolean>((settle) => {
    close = mount(SignInAgain, { target: document.body, props: { settle } });
  });
  if (close) void unmount(close);
  return signedIn;
}
