import type { CalendarAddress } from '#api/volunteering.ts';
import { get } from '#api/client.ts';
import { del, post } from '#api/send.ts';

export async function fetchCalendar(signal: AbortSignal): Promise<CalendarAddress> {
  return get('/api/v1/me/calendar', { signal });
}

/** The answer is the only one that holds the address; one made before leads nowhere from then on. */
export async function makeCalendar(): Promise<CalendarAddress> {
  return post('/api/v1/me/calendar');
}

export async function revokeCalendar(): Promise<void> {
  await del('/api/v1/me/calendar');
}

/** The address by which phones and computers offer to subscribe, instead of fetching it once. */
export function toSubscribe(url: string): string {
  return url.replace(/^https?:/, 'webcal:');
}
