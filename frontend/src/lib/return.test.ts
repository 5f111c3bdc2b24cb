import { describe, expect, test } from 'vitest';
import { returnPath, returnTo } from './return.ts';

const from = (til: string) => returnPath(new URLSearchParams({ til }));

describe('the way back after signing in', () => {
  test.each(['/mig/profil', '/forening/spejderne?fane=medlemmer', '/?view=map'])(
    'leads to a page of ours: %s',
    (path) => {
      expect(from(path)).toBe(path);
    }
  );

  test.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    'mig',
    '',
    '/log-ind?til=/mig',
    '/api/v1/me',
    '/bekraeft/abc'
  ])('never leads elsewhere: %j', (path) => {
    expect(from(path)).toBeNull();
  });

  test('survives the address', () => {
    const url = new URL('https://samspil.example/foreninger?q=kor&kind=network');
    expect(returnPath(new URLSearchParams(returnTo(url)))).toBe('/foreninger?q=kor&kind=network');
  });
});
