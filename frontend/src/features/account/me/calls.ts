import { ask } from '#api/client.ts';
import type { ConsentPurpose, Me, Profile, ProfileIn } from '#api/people.ts';
import { del, getEdited, patch, post, put, type Edited } from '#api/send.ts';
import type { Language } from '#api/types.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { interests } from '#lib/interests.svelte.ts';

export async function readProfile(signal: AbortSignal): Promise<Edited<Profile>> {
  // The choices along with what is chosen of them: nothing moves when they come.
  const [profile] = await Promise.all([
    getEdited('/api/v1/me/profile', { signal }),
    interests.load(i18n.language)
  ]);
  return profile as Edited<Profile>;
}

export async function saveProfile(
  body: ProfileIn,
  edition: string | null
): Promise<Edited<Profile>> {
  return (await put('/api/v1/me/profile', { body, edition })) as Edited<Profile>;
}

/** A guardian is asked who is named; `null` takes one away. */
export async function changeMe(body: {
  name?: string;
  language?: Language;
  guardian_email?: string | null;
}): Promise<Me> {
  return (await patch('/api/v1/me', { body })).value as Me;
}

export async function changePassword(current: string, next: string): Promise<void> {
  await patch('/api/v1/me/password', { body: { current, new: next } });
}

/** Mails a link to the new address; nothing changes before it is used. */
export async function changeEmail(email: string, password: string): Promise<void> {
  await post('/api/v1/me/email', { body: { email, password } });
}

/** Mails a link to choose a password with. */
export async function mailReset(email: string): Promise<void> {
  await post('/api/v1/auth/forgot', { body: { email } });
}

export async function setConsent(purpose: ConsentPurpose, given: boolean): Promise<void> {
  const path = { purpose };
  if (given) await put('/api/v1/me/consents/{purpose}', { path });
  else await del('/api/v1/me/consents/{purpose}', { path });
}

/** Mails a link that erases the account; nothing is erased before it is used. */
export async function mailErasure(password: string): Promise<void> {
  await del('/api/v1/me', { body: { password: password || null } });
}

/** All that is kept of oneself, as a ZIP file and its name. */
export async function fetchExport(): Promise<{ file: Blob; name: string }> {
  const response = await ask('/api/v1/me/export', () => ({ headers: { Accept: '*/*' } }));
  const named = /filename="?([^";]+)/.exec(response.headers.get('Content-Disposition') ?? '');
  return { file: await response.blob(), name: named?.[1] ?? 'samspil.zip' };
}
