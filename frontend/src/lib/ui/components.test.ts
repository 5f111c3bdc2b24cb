// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import ChipGroup from './ChipGroup.svelte';
import SearchField from './SearchField.svelte';
import Times from './Times.svelte';

describe('a row of choices', () => {
  const options = [
    { value: 'sport', label: 'Sport' },
    { value: 'nature', label: 'Natur', count: 4 }
  ];

  test('adds and takes away, and says which are chosen', async () => {
    const onchange = vi.fn();
    render(ChipGroup, { label: 'Interesser', options, chosen: ['sport'], onchange, all: 'Alle' });

    const nature = screen.getByRole('button', { name: /Natur/ });
    expect(nature.getAttribute('aria-pressed')).toBe('false');
    await fireEvent.click(nature);
    expect(onchange).toHaveBeenLastCalledWith(['sport', 'nature']);

    const sport = screen.getByRole('button', { name: 'Sport' });
    expect(sport.getAttribute('aria-pressed')).toBe('true');
    await fireEvent.click(sport);
    expect(onchange).toHaveBeenLastCalledWith([]);
  });

  test('"all" stands for no choice', async () => {
    const onchange = vi.fn();
    render(ChipGroup, { label: 'Interesser', options, chosen: ['sport'], onchange, all: 'Alle' });
    await fireEvent.click(screen.getByRole('button', { name: 'Alle' }));
    expect(onchange).toHaveBeenLastCalledWith([]);
  });
});

describe('a search field', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function field(value = '') {
    const onsearch = vi.fn();
    render(SearchField, { label: 'Søg', placeholder: 'Fx kor', value, onsearch });
    return { onsearch, input: screen.getByRole<HTMLInputElement>('searchbox', { name: 'Søg' }) };
  }

  test('waits for a pause in the typing', async () => {
    const { onsearch, input } = field();
    await fireEvent.input(input, { target: { value: 'ko' } });
    vi.advanceTimersByTime(200);
    await fireEvent.input(input, { target: { value: 'kor ' } });
    vi.advanceTimersByTime(299);
    expect(onsearch).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(onsearch.mock.calls).toEqual([['kor']]);
  });

  test('searches at once on Enter, and once only', async () => {
    const { onsearch, input } = field();
    await fireEvent.input(input, { target: { value: 'kor' } });
    const form = input.closest('form');
    if (form) await fireEvent.submit(form);
    vi.advanceTimersByTime(1000);
    expect(onsearch.mock.calls).toEqual([['kor']]);
  });

  test('can be cleared', async () => {
    const { onsearch } = field('kor');
    await fireEvent.click(screen.getByRole('button', { name: 'Ryd' }));
    vi.advanceTimersByTime(0);
    expect(onsearch.mock.calls).toEqual([['']]);
  });
});

test('a span of hours moves to the next line whole', () => {
  const { container } = render(Times, { text: 'tirsdage kl. 17–18.30, torsdage kl. 9–10' });
  const whole = [...container.querySelectorAll('span')].map((span) => span.textContent);
  expect(whole).toEqual(['kl. 17–18.30', 'kl. 9–10']);
  expect(container.textContent).toBe('tirsdage kl. 17–18.30, torsdage kl. 9–10');
});
