import { describe, expect, it } from 'vitest';
import type { Applicant } from '#api/volunteering.ts';
import { ApiError } from '#api/client.ts';
import { CrewList } from './crew.svelte.ts';
import { addressOf, readSelection } from './applicants.ts';

const ID = '01890a5d-ac96-774b-bcce-b302099a8057';

const karen: Applicant = {
  id: ID,
  status: 'accepted',
  position_in_line: null,
  offered_until: null,
  message: '',
  unread: 0,
  child_check: { needed: false, status: 'none', day: null, by: null },
  need: { id: ID, title: 'Bagedag', association: { slug: 'klubben', name: 'Klubben' } },
  shift: null,
  created_at: '2026-12-01T09:00:00+01:00',
  changed_at: '2026-12-01T09:00:00+01:00',
  person: { name: 'Karen', email: 'karen@demo.example' },
  answered_at: null,
  places_left: 1,
  helped_before: 0
};

const USUAL = { group: 'unanswered', need: null, shift: null, q: '', sort: null } as const;

describe('what is looked at', () => {
  it('stands in the address and is read from there', () => {
    const selection = { group: 'past', need: ID, shift: null, q: 'bål & ø', sort: 'name' } as const;
    expect(readSelection(new URLSearchParams(addressOf(selection)))).toEqual(selection);
    expect(addressOf(USUAL)).toBe('');
  });

  it('begins with who waits for an answer, whatever else the address says', () => {
    const nonsense = new URLSearchParams('vis=alt&need=drop+table&shift=1&sort=drop');
    expect(readSelection(nonsense)).toEqual(USUAL);
  });
});

describe('noting who came', () => {
  it('is shown at once, and as the server has it in the end', async () => {
    const crew = new CrewList((_, came) => Promise.resolve({ ...karen, status: came, unread: 2 }));
    crew.items = [karen];
    const noting = crew.note(karen, 'attended');
    expect(crew.items[0]?.status).toBe('attended');
    await noting;
    expect(crew.items[0]).toMatchObject({ status: 'attended', unread: 2 });
  });

  it('goes back to what it was when it is refused', async () => {
    const crew = new CrewList(() => Promise.reject(new ApiError('offline')));
    crew.items = [karen];
    await expect(crew.note(karen, 'absent')).rejects.toThrow('offline');
    expect(crew.items[0]?.status).toBe('accepted');
  });

  it('lets the last of two quick taps count, one after the other', async () => {
    const asked: string[] = [];
    const crew = new CrewList((_, came) => {
      asked.push(came);
      return Promise.resolve({ ...karen, status: came });
    });
    crew.items = [karen];
    await Promise.all([crew.note(karen, 'attended'), crew.note(karen, 'absent')]);
    expect(asked).toEqual(['attended', 'absent']);
    expect(crew.items[0]?.status).toBe('absent');
  });
});
