import { describe, expect, it } from 'vitest';
import { asksFromPosition, filesOf, nameOf, withoutPosition } from './keeping.ts';

const at = (path: string) => new URL(path, 'https://samspil.example');

describe('what is kept for offline', () => {
  it('keeps lists, opened things and places', () => {
    for (const path of [
      'needs?q=kor',
      'needs/0190',
      'associations',
      'premises/hal',
      'places/gurre'
    ]) {
      expect(nameOf(at(`/api/v1/${path}`), 'da')).not.toBeNull();
    }
  });

  it('keeps nothing that was asked from a position', () => {
    expect(nameOf(at('/api/v1/needs?lat=56.03&lon=12.6&radius_m=5000'), 'da')).toBeNull();
    expect(nameOf(at('/api/v1/places?lat=56.03&lon=12.6'), 'da')).toBeNull();
  });

  it('keeps a piece of the map without saying which piece', () => {
    const name = nameOf(at('/api/v1/map?bbox=12.4,56,12.6,56.1&interest=nature'), 'da');
    expect(name).toContain('interest=nature');
    expect(name).not.toContain('bbox');
    expect(name).not.toContain('12.4');
  });

  it('keeps each language by itself', () => {
    const interests = at('/api/v1/interests');
    expect(nameOf(interests, 'da')).not.toBe(nameOf(interests, 'en'));
  });

  it('keeps nothing else: no account, no other host’s answer', () => {
    expect(nameOf(at('/api/v1/me'), 'da')).toBeNull();
    expect(nameOf(at('/api/v1/auth/login'), 'da')).toBeNull();
    expect(nameOf(at('/api/docs'), 'da')).toBeNull();
  });

  it('finds the same question without the position, for when nothing else can be had', () => {
    const asked = at('/api/v1/needs?lat=56.03&lon=12.6&radius_m=5000&interest=nature');
    expect(asksFromPosition(asked)).toBe(true);
    expect(withoutPosition(asked).search).toBe('?interest=nature');
  });
});

describe('which files are kept', () => {
  const listed = {
    files: ['a.js', 'a.css', 'need.js', 'sheet.js', 'mine.js', 'desk.js', 'wrong.js', 'new.js'],
    pages: [
      ['', [6], []],
      ['^//?$', [0, 1], [3]],
      ['^/opgaver/[^/]+/?$', [2], [3]],
      ['^/mig/?$', [4], []],
      ['^/forening/[^/]+/opgaver/?$', [5], []],
      ['^/opret-forening/?$', [7], []]
    ]
  };
  const shell = `<link href="/_app/immutable/start.js" rel="modulepreload">
    <script type="application/json" id="samspil-files">${JSON.stringify(listed)}</script>
    <script>import("/_app/immutable/app.js")</script>`;
  const start = ['/_app/immutable/start.js', '/_app/immutable/app.js'];

  it('keeps first what the start, the front page and the error page are drawn with', () => {
    expect(filesOf(shell).first).toEqual([...start, '/wrong.js', '/a.js', '/a.css']);
  });

  it('keeps for visitors what any page open to them may need, and nothing of the others', () => {
    const wanted = [...start, '/wrong.js', '/a.js', '/a.css', '/sheet.js', '/need.js'];
    expect(filesOf(shell).visitors).toEqual(wanted);
  });

  it('keeps nothing by a page that lists nothing', () => {
    expect(filesOf('<html></html>')).toEqual({ first: [], visitors: [] });
  });
});
