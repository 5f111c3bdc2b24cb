import { describe, expect, it } from 'vitest';
import type { Message } from '#api/volunteering.ts';
import { attemptAt, byDay, joined } from './thread.svelte.ts';

function message(id: string, sent_at: string): Message {
  return { id, sent_at, side: 'volunteer', sender: 'Karen', occasion: null, text: id };
}

const morning = message('morgen', '2026-12-01T09:00:00+01:00');
const evening = message('aften', '2026-12-01T21:00:00+01:00');
const next = message('i morgen', '2026-12-02T00:30:00+01:00');

describe('a thread', () => {
  it('shows each message once, oldest first, in whatever order they came', () => {
    expect(joined([evening], [next, evening, morning])).toEqual([morning, evening, next]);
  });

  it('takes what a message is by now, such as hidden', () => {
    const hidden = { ...morning, text: null };
    expect(joined([morning], [hidden])).toEqual([hidden]);
  });

  it('is parted by days on a Danish clock', () => {
    const days = byDay([morning, evening, next]);
    expect(days.map(({ day, messages }) => [day, messages.length])).toEqual([
      ['2026-12-01', 2],
      ['2026-12-02', 1]
    ]);
  });
});

describe('sending', () => {
  it('tries the same words again under the same id, and others under another', () => {
    const first = attemptAt('Hej', null);
    expect(attemptAt('Hej', first)).toBe(first);
    expect(attemptAt('Hej igen', first).id).not.toBe(first.id);
  });
});
