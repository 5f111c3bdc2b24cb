import path from 'node:path';
import { Linter } from 'eslint';
import { expect, test } from 'vitest';
import floors from './floors.js';

const root = path.resolve(import.meta.dirname, '..');

/** What the rule says to a module of `src` that holds this code. */
function complaints(file: string, code: string): (string | undefined)[] {
  const linter = new Linter({ cwd: root });
  const found = linter.verify(
    code,
    { plugins: { samspil: { rules: { floors } } }, rules: { 'samspil/floors': 'error' } },
    { filename: path.join(root, 'src', file) }
  );
  return found.map(({ messageId }) => messageId);
}

const HOURS = 'features/volunteering/hours/MyHours.js';

test.each([
  ['routes/+page.js', `import '#features/volunteering/map/area.js';`],
  [HOURS, `import '#features/volunteering/shared/texts.js';`],
  [HOURS, `import '../shared/texts.js';`],
  [HOURS, `import './texts.js'; export * from './months/months.js';`],
  [HOURS, `import '#lib/paged.js'; import '#api/client.js'; import 'svelte';`],
  ['lib/session.js', `import('#api/client.js');`]
])('%s may import downwards, its own folder and what its group shares: %s', (file, code) => {
  expect(complaints(file, code)).toEqual([]);
});

test.each([
  ['lib/session.js', `import '#features/account/me/texts.js';`],
  ['api/client.js', `export { session } from '../lib/session.js';`],
  [HOURS, `import('#routes/mig/timer/screen.js');`]
])('%s may not import upwards: %s', (file, code) => {
  expect(complaints(file, code)).toEqual(['upward']);
});

test.each([
  [HOURS, `import '#features/account/shared/texts.js';`],
  ['features/account/shared/texts.js', `export * from '#features/premises/search/texts.js';`]
])('%s may not import from another group, not even what that shares: %s', (file, code) => {
  expect(complaints(file, code)).toEqual(['group']);
});

test.each([
  [HOURS, `import '../signups/texts.js';`],
  [HOURS, `const map = () => import('#features/volunteering/map/area.js');`],
  ['features/volunteering/shared/texts.js', `import '../hours/texts.js';`]
])('%s may not import from another feature of its group: %s', (file, code) => {
  expect(complaints(file, code)).toEqual(['sibling']);
});
