// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { shown } from './letter.ts';

test('a letter is shown without anything that acts, its links leading out of the frame', () => {
  const page = shown(
    '<html lang="da"><head><title>T</title><base href="https://evil.example/"></head><body>' +
      '<script>alert(1)</script><form action="/x"></form><a href="http://127.0.0.1/bekraeft/x">Ja</a></body></html>'
  );
  expect(page).not.toMatch(/<script|<form|<base/);
  expect(page).toContain('<html lang="da">');
  expect(page).toMatch(/<a href="[^"]+" target="_top" rel="noreferrer">Ja<\/a>/);
});
