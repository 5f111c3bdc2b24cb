// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { ApiError } from '#api/client.ts';
import { forgetDrafts } from './draft.ts';
import ErrorSummary from './ErrorSummary.svelte';
import { FormState } from './form.svelte.ts';
import PasswordField from './PasswordField.svelte';
import TextField from './TextField.svelte';

beforeEach(() => {
  sessionStorage.clear();
});

function form(send: (values: { email: string; password: string }) => Promise<void>) {
  return new FormState({
    initial: { email: '', password: '' },
    check: ({ email }): Record<string, string[]> => (email ? {} : { email: ['Skriv den.'] }),
    send,
    draft: { key: 'test', except: ['password'] }
  });
}

describe('a form', () => {
  test('asks nothing of the server before what can be told here is right', async () => {
    const send = vi.fn(() => Promise.resolve());
    const written = form(send);
    expect(await written.submit()).toBe(false);
    expect(written.errors).toEqual({ email: ['Skriv den.'] });
    written.field('email').value = 'k@demo.example';
    expect(await written.submit()).toBe(true);
    expect(send).toHaveBeenCalledExactlyOnceWith({ email: 'k@demo.example', password: '' });
    expect(written.failed).toBe(false);
  });

  test('keeps what was typed when the server refuses, and names the fields it named', async () => {
    const written = form(() =>
      Promise.reject(new ApiError('validation', 422, { errors: { password: ['For kort.'] } }))
    );
    written.field('email').value = 'k@demo.example';
    expect(await written.submit()).toBe(false);
    expect(written.values.email).toBe('k@demo.example');
    expect(written.field('password').errors).toEqual(['For kort.']);
    expect(written.problem).toBeNull();
    expect(written.busy).toBe(false);
  });

  test('says so when there is no connection', async () => {
    const written = form(() => Promise.reject(new ApiError('offline')));
    written.field('email').value = 'k@demo.example';
    await written.submit();
    expect(written.problem).toMatch(/ikke forbindelse/);
  });

  test('says when to try again, and offers the same once more only while the server is busy', async () => {
    let error = new ApiError('busy', 503, { detail: 'Databasen svarer ikke.' }, 3);
    const written = form(() => Promise.reject(error));
    written.field('email').value = 'k@demo.example';
    await written.submit();
    expect(written.problem).toMatch(/travlt lige nu.*er her stadig/);
    expect(written.failure?.again).toBe(true);
    expect(written.values.email).toBe('k@demo.example');

    error = new ApiError('too-many-requests', 429, { detail: 'Vent lidt.' }, 121);
    await written.submit();
    expect(written.problem).toBe('For mange forsøg. Prøv igen om 3 minutter.');
    expect(written.failure?.again).toBe(false);

    // Another button of the same form is the one to press again.
    error = new ApiError('busy', 503, {}, 3);
    await written.submit({ send: () => Promise.reject(error) });
    expect(written.failure?.again).toBe(false);
    written.field('email').value = '';
    await written.submit();
    expect(written.failure).toBeNull();
  });

  test('is not sent twice by two presses', async () => {
    let done: () => void = () => undefined;
    const send = vi.fn(() => new Promise<void>((resolve) => (done = resolve)));
    const written = form(send);
    written.field('email').value = 'k@demo.example';
    const first = written.submit();
    expect(await written.submit()).toBe(false);
    done();
    expect(await first).toBe(true);
    expect(send).toHaveBeenCalledOnce();
  });

  test('survives a reload but for its password, until it is sent or somebody signs out', async () => {
    const written = form(() => Promise.resolve());
    written.field('email').value = 'k@demo.example';
    written.field('password').value = 'hemmelig sætning';
    expect(sessionStorage.getItem('samspil:draft:test')).not.toContain('hemmelig');
    const again = form(() => Promise.resolve());
    expect(again.values).toEqual({ email: 'k@demo.example', password: '' });
    expect(again.changed).toBe(true);
    await again.submit();
    expect(form(() => Promise.resolve()).values.email).toBe('');
    form(() => Promise.resolve()).field('email').value = 'k@demo.example';
    forgetDrafts();
    expect(sessionStorage).toHaveLength(0);
  });
});

describe('what a screen reader is told', () => {
  test('a field names its help and its error; the summary leads to it', async () => {
    const written = form(() => Promise.resolve());
    render(TextField, {
      field: written.field('email'),
      label: 'E-mail',
      help: 'Din egen',
      type: 'email'
    });
    // ESLint does not see what the component takes; TypeScript does.
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-assertion
    render(ErrorSummary, { form: written as unknown as FormState<object> });
    await written.submit();
    await tick();
    const input = screen.getByLabelText('E-mail');
    expect(input.getAttribute('aria-invalid')).toBe('true');
    const described = (input.getAttribute('aria-describedby') ?? '').split(' ');
    expect(described.map((id) => document.getElementById(id)?.textContent)).toEqual([
      'Din egen',
      'Skriv den.'
    ]);
    const summary = screen.getByRole('alert');
    expect(document.activeElement).toBe(summary);
    const link = screen.getByRole('link', { name: 'E-mail: Skriv den.' });
    // jsdom scrolls nothing.
    input.scrollIntoView = () => undefined;
    await fireEvent.click(link);
    expect(document.activeElement).toBe(input);
  });

  test('a password can be shown and hidden again', async () => {
    const written = form(() => Promise.resolve());
    render(PasswordField, {
      field: written.field('password'),
      label: 'Adgangskode',
      autocomplete: 'new-password'
    });
    const input = screen.getByLabelText<HTMLInputElement>('Adgangskode');
    const show = screen.getByRole('button', { name: 'Vis adgangskoden' });
    expect(input.type).toBe('password');
    expect(input.autocomplete).toBe('new-password');
    await fireEvent.click(show);
    expect(input.type).toBe('text');
    expect(show.getAttribute('aria-pressed')).toBe('true');
    await fireEvent.click(show);
    expect(input.type).toBe('password');
  });
});
