import { expect, test } from 'vitest';
import { da } from './da.ts';
import { en } from './en.ts';

/** Every text with its path; functions by how many values they take. */
function texts(node: object, path = ''): [string, string | number][] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value === 'string') return [[path + key, value] as [string, string]];
    if (typeof value === 'function') return [[path + key, value.length] as [string, number]];
    return texts(value as object, `${path}${key}.`);
  });
}

test('no text is empty and none has stray blanks', () => {
  for (const [path, text] of [...texts(da), ...texts(en)]) {
    if (typeof text === 'string') expect(text, path).toMatch(/^\S(.*\S)?$/s);
  }
});

test('both languages have the same texts, and only names are alike in both', () => {
  const english = new Map(texts(en));
  expect([...english.keys()]).toEqual(texts(da).map(([path]) => path));
  const alike = texts(da)
    .filter(([path, text]) => typeof text === 'string' && text === english.get(path))
    .map(([path]) => path);
  expect(alike).toEqual([
    'appName',
    'nav.find',
    'need.transport',
    'associations.kind',
    'premises.activities.badminton',
    'premises.activities.yoga',
    'premises.transport',
    'more.languages.da',
    'more.languages.en'
  ]);
});
