import { expect, test } from 'vitest';
import type { Language } from '#api/types.ts';
import { da } from './da.ts';
import { en } from './en.ts';

type Area = Record<string, Record<Language, object>>;

/** The catalogues that come with their pages, by the file they stand in. */
const areas = Object.entries(
  import.meta.glob<Area>(
    [
      './{more,terms}.ts',
      '../**/texts.ts',
      '../../features/**/*{t,T}exts.ts',
      '../../routes/**/text{s,}.ts',
      '!../../routes/{privatliv,tilgaengelighed}/text.ts'
    ],
    { eager: true }
  )
).flatMap(([file, module]) =>
  Object.values(module)
    .filter((value) => typeof value === 'object')
    .map((texts): [string, Record<Language, object>] => [file, texts])
);

/** Every text with its path; functions by how many values they take. */
function texts(node: object, path = ''): [string, string | number][] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value === 'string') return [[path + key, value] as [string, string]];
    if (typeof value === 'function') return [[path + key, value.length] as [string, number]];
    return texts(value as object, `${path}${key}.`);
  });
}

/** Every text with its path; a function as it is written. */
function wordings(node: object, path = ''): [string, string][] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? wordings(value, `${path}${key}.`)
      : [[path + key, String(value)] as [string, string]]
  );
}

/** Texts that are the same in both languages. */
function alike(one: object, other: object): string[] {
  const english = new Map(texts(other));
  return texts(one)
    .filter(([path, text]) => typeof text === 'string' && text === english.get(path))
    .map(([path]) => path);
}

const all: [string, Record<Language, object>][] = [['da.ts', { da, en }], ...areas];

test('the catalogues of every area are found', () => {
  expect(all.length).toBeGreaterThan(20);
});

test.each(all)('%s: no text is empty and none has stray blanks', (_, { da, en }) => {
  for (const [path, text] of [...texts(da), ...texts(en)]) {
    if (typeof text === 'string') expect(text, path).toMatch(/^\S(.*\S)?$/s);
  }
});

test.each(all)('%s: both languages have the same texts', (_, { da, en }) => {
  expect(texts(en).map(([path]) => path)).toEqual(texts(da).map(([path]) => path));
});

/** Said otherwise now; see the glossary of the readme for the words that stand for a thing. */
const OLD =
  /Lav adressen|adressen til din kalender|Det er der sket|ude i byen|gøres om|Overtagelser|Tilstand|ny til næste sæson|[Kk]om ikke|opgaven kræver, at man/;

test.each(all)(
  '%s: Danish has its own quotation marks, and no word that was given up',
  (_, { da }) => {
    for (const [path, text] of wordings(da)) {
      expect(text, path).not.toMatch(/[“”„‚‘]/);
      expect(text, path).not.toMatch(OLD);
    }
  }
);

test('the law finds what it forbids, also in a text with values', () => {
  const found = wordings({ a: 'x', b: (name: string) => `“${name}” kom ikke` });
  expect(found.map(([, text]) => OLD.test(text))).toEqual([false, true]);
});

test('only names are alike in both languages', () => {
  const found = all.flatMap(([file, { da, en }]) =>
    alike(da, en).map((path) => `${file.replace(/^(\.\.?\/)+/, '')} ${path}`)
  );
  expect(found).toMatchInlineSnapshot(`
    [
      "da.ts appName",
      "da.ts nav.find",
      "features/account/me/texts.ts profile.weekend",
      "features/account/me/texts.ts account.languages.da",
      "features/account/me/texts.ts account.languages.en",
      "features/associations/shared/texts.ts kind",
      "features/municipality/staff/texts.ts one.cvr",
      "features/municipality/staff/texts.ts people.administrator",
      "features/premises/directory/texts.ts activities.badminton",
      "features/premises/directory/texts.ts activities.yoga",
      "features/premises/directory/texts.ts transport",
      "features/volunteering/applicants/manyTexts.ts columns.status",
      "features/volunteering/shared/needTexts.ts transport",
      "features/volunteering/shared/thread/texts.ts send",
      "more.ts languages.da",
      "more.ts languages.en",
    ]
  `);
});
