import type { Message } from '#api/threads.ts';
import { dayOf } from '#lib/i18n/format.ts';

/** Messages that are known and those that came, each once, oldest first. */
export function joined(known: readonly Message[], came: readonly Message[]): Message[] {
  const each = new Map([...known, ...came].map((message) => [message.id, message]));
  return [...each.values()].sort(
    (one, other) => Date.parse(one.sent_at) - Date.parse(other.sent_at)
  );
}

/** The messages of each day, as a thread shows them. */
export function byDay(messages: readonly Message[]): { day: string; messages: Message[] }[] {
  const days: { day: string; messages: Message[] }[] = [];
  for (const message of messages) {
    const day = dayOf(new Date(message.sent_at));
    const last = days.at(-1);
    if (last?.day === day) last.messages.push(message);
    else days.push({ day, messages: [message] });
  }
  return days;
}

/** A message on its way, under an id that stays the same when it is tried again. */
export interface Attempt {
  id: string;
  text: string;
}

/** The attempt to send these words; the one before, when nothing was changed since. */
export function attemptAt(text: string, before: Attempt | null): Attempt {
  return before?.text === text ? before : { id: crypto.randomUUID(), text };
}
