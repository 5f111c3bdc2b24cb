import { describe, expect, test } from 'vitest';
import type { OwnSignup } from '#api/volunteering.ts';
import { da } from '#lib/i18n/da.ts';
import { Format } from '#lib/i18n/format.ts';
import {
  leafOf,
  leftUntil,
  since,
  resultText,
  grouped,
  statusText,
  nextText,
  toneOf
} from './signups.ts';
import { texts } from './texts.ts';

const NOW = Date.parse('2030-06-03T12:00:00Z');
const format = new Format('da', da);

function signup(id: string, values: Partial<OwnSignup> = {}): OwnSignup {
  return {
    id,
    status: 'accepted',
    position_in_line: null,
    offered_until: null,
    message: '',
    need: { id: 'n', title: 'Kor', association: { slug: 'koret', name: 'Koret' } },
    shift: null,
    created_at: '2030-06-01T12:00:00Z',
    changed_at: '2030-06-01T12:00:00Z',
    lang: 'da',
    address: null,
    places: [],
    position: null,
    position_accuracy: null,
    contact: null,
    reply_days: null,
    child_check: { needed: false, status: 'none', day: null },
    unread: 0,
    ...values
  };
}

const shift = (starts_at: string, cancelled_at: string | null = null) => ({
  id: starts_at,
  starts_at,
  ends_at: starts_at,
  cancelled_at
});

const ids = (signups: OwnSignup[]) => signups.map(({ id }) => id);

describe('one’s own sign-ups', () => {
  test('stand in the order in which they matter', () => {
    const offer = { status: 'waitlisted', position_in_line: 1 } as const;
    const { offers, coming, waiting } = grouped(
      [
        signup('lasting'),
        signup('late', { shift: shift('2030-06-09T10:00:00+02:00') }),
        signup('gone', { status: 'withdrawn' }),
        signup('asked', { status: 'applied' }),
        signup('soon', { shift: shift('2030-06-08T23:30:00+00:00') }),
        signup('long', { ...offer, offered_until: '2030-06-04T12:00:00Z' }),
        signup('short', { ...offer, offered_until: '2030-06-03T14:00:00Z' }),
        signup('missed', { ...offer, offered_until: '2030-06-03T11:00:00Z' })
      ],
      NOW
    );
    expect(ids(offers)).toEqual(['short', 'long']);
    expect(ids(coming)).toEqual(['soon', 'late', 'lasting']);
    expect(ids(waiting)).toEqual(['asked', 'missed']);
  });

  test('are said in a few words', () => {
    const t = texts.da;
    const waits = signup('a', { status: 'waitlisted', position_in_line: 3 });
    expect(statusText(waits, t, format)).toBe('Nr. 3 på ventelisten');
    expect(resultText(waits, t, format)).toBe('Du er nr. 3 på ventelisten');
    expect(toneOf(waits)).toBe('need');
    const off = signup('b', { shift: shift('2030-06-09T10:00:00Z', '2030-06-02T10:00:00Z') });
    expect(statusText(off, t, format)).toBe('Aflyst');
    const over = signup('e', { shift: shift('2020-06-09T10:00:00Z') });
    expect(statusText(over, t, format)).toBe('Du havde en plads');
    const asked = signup('c', { status: 'applied' });
    expect(nextText(asked, 'Koret', 1, t)).toContain('inden for 1 dag.');
    expect(nextText(asked, 'Koret', null, t)).toBe('Koret svarer dig på mail.');
    expect(nextText(signup('d', { status: 'declined' }), 'Koret', 1, t)).toBeNull();
  });
});

describe('moments', () => {
  test('a leaf of the calendar is the day in Denmark', () => {
    expect(leafOf('2030-06-08T22:30:00Z', 'da')).toEqual(['søn', '9', 'jun']);
  });

  test('time left and time gone are rounded down to what one thinks in', () => {
    expect(leftUntil('2030-06-04T11:59:00Z', 'da', NOW)).toBe('om 23 timer');
    expect(leftUntil('2030-06-03T13:30:00Z', 'en', NOW)).toBe('in 90 minutes');
    expect(leftUntil('2030-06-03T11:00:00Z', 'da', NOW)).toBe('om 0 minutter');
    expect(since('2030-06-01T11:00:00Z', 'da', NOW)).toBe('for 2 dage siden');
  });
});
