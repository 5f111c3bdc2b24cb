import { describe, expect, test } from 'vitest';
import { ApiError } from '#api/client.ts';
import { PagedList, type Page } from './paged.svelte.ts';

interface Asked {
  query: { q: string; cursor?: string };
  answer: (page: Page<string>) => void;
  fail: (error: unknown) => void;
}

let lists = 0;

/** A list whose answers the test gives by hand, in the order it likes. */
function listWithAnswersByHand() {
  const asked: Asked[] = [];
  const list = new PagedList<string, { q: string }>(`test-${lists++}`, (query, signal) => {
    return new Promise((answer, fail) => {
      signal.addEventListener('abort', () => {
        fail(new DOMException('superseded', 'AbortError'));
      });
      asked.push({ query, answer, fail });
    });
  });
  return { list, asked };
}

describe('a list that grows page by page', () => {
  test('shows the first page and then the next behind it', async () => {
    const { list, asked } = listWithAnswersByHand();
    const shown = list.show({ q: 'a' });
    expect(list.loading).toBe('first');
    asked[0]?.answer({ items: ['1', '2'], next_cursor: 'c', total: 3 });
    await shown;
    expect(list.hasMore).toBe(true);

    const more = list.showMore();
    expect(asked[1]?.query).toEqual({ q: 'a', cursor: 'c' });
    asked[1]?.answer({ items: ['3'], next_cursor: null });
    await more;
    expect(list.items).toEqual(['1', '2', '3']);
    expect(list.total).toBe(3);
    expect(list.hasMore).toBe(false);
  });

  test('takes only the answer to the newest question', async () => {
    const { list, asked } = listWithAnswersByHand();
    const old = list.show({ q: 'old' });
    const fresh = list.show({ q: 'new' });
    asked[1]?.answer({ items: ['new'], next_cursor: null });
    asked[0]?.answer({ items: ['old'], next_cursor: null });
    await Promise.all([old, fresh]);
    expect(list.items).toEqual(['new']);
    expect(list.error).toBeNull();
  });

  test('keeps what is shown while a changed search is on its way', async () => {
    const { list, asked } = listWithAnswersByHand();
    const first = list.show({ q: 'a' });
    asked[0]?.answer({ items: ['a'], next_cursor: null });
    await first;
    void list.show({ q: 'b' });
    expect(list.loading).toBe('again');
    expect(list.items).toEqual(['a']);
  });

  test('says what went wrong, and a second try mends it', async () => {
    const { list, asked } = listWithAnswersByHand();
    const shown = list.show({ q: 'a' });
    asked[0]?.fail(new ApiError('offline'));
    await shown;
    expect(list.error?.reason).toBe('offline');

    const again = list.reload();
    asked[1]?.answer({ items: ['a'], next_cursor: null });
    await again;
    expect(list.error).toBeNull();
    expect(list.items).toEqual(['a']);
  });

  test('keeps what is shown when only the next page fails', async () => {
    const { list, asked } = listWithAnswersByHand();
    const shown = list.show({ q: 'a' });
    asked[0]?.answer({ items: ['1'], next_cursor: 'c' });
    await shown;
    const more = list.showMore();
    asked[1]?.fail(new ApiError('server'));
    await more;
    expect(list.items).toEqual(['1']);
    expect(list.moreFailed).toBe(true);
    expect(list.error).toBeNull();
  });

  test('is as long as it was when one comes back to it', async () => {
    const { list, asked } = listWithAnswersByHand();
    const shown = list.show({ q: 'a' });
    asked[0]?.answer({ items: ['1'], next_cursor: 'c' });
    await shown;
    const more = list.showMore();
    asked[1]?.answer({ items: ['2'], next_cursor: 'd' });
    await more;

    void list.show({ q: 'b' });
    void list.show({ q: 'a' });
    expect(list.items).toEqual(['1', '2']);
    expect(list.loading).toBeNull();
    expect(list.hasMore).toBe(true);
  });
});
