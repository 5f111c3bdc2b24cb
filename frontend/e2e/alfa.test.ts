// Whether the second accessibility engine finds anything at all: a page with known faults, and the
// same without them. A screen that passes would else say nothing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alfaFailures, assertAlfa } from './alfa.ts';
import { journeys, visit } from './support.ts';

const page = (attributes: string, body: string) =>
  `<!doctype html><html ${attributes}><head><title>Prøve</title></head><body>${body}</body></html>`;

/** Each fault by the rule that finds it, and what would be right. */
const FAULTS: [rule: string, wrong: string, right: string][] = [
  ['sia-r2', '<img src="data:,">', '<img src="data:," alt="En have">'],
  ['sia-r8', '<input>', '<input aria-label="Navn">'],
  ['sia-r11', '<a href="/x"></a>', '<a href="/x">Læs mere</a>'],
  ['sia-r12', '<button></button>', '<button>Send</button>'],
  [
    'sia-r68',
    '<div role="listbox" aria-label="Byer"></div>',
    '<div role="listbox" aria-label="Byer"><div role="option">Gurre</div></div>'
  ],
  [
    'sia-r69',
    '<p style="color: #999; background: #fff">Utydelig</p>',
    '<p style="color: #333; background: #fff">Tydelig</p>'
  ],
  [
    'sia-r113',
    '<ul style="font-size: 9px"><li><a href="mailto:a@b.dk">a@b.dk</a></li><li><a href="tel:1">1</a></li></ul>',
    '<ul style="line-height: 44px"><li><a href="mailto:a@b.dk" style="display: block">a@b.dk</a></li></ul>'
  ]
];

journeys('The second engine', () => {
  for (const [rule, wrong, right] of FAULTS) {
    test(`${rule} fails where it should, and nothing where all is right`, () =>
      visit(async ({ page: shown }) => {
        await shown.setContent(page('lang="da"', `<main><h1>Prøve</h1>${wrong}</main>`));
        const found = await alfaFailures(shown);
        assert.deepEqual([...new Set(found.map((line) => line.split(':')[0]))], [rule]);
        await assert.rejects(assertAlfa(shown, 'wrong'), /by Alfa/);
        await shown.setContent(page('lang="da"', `<main><h1>Prøve</h1>${right}</main>`));
        await assertAlfa(shown, 'right');
      }));
  }

  test('A page that does not say its language fails', () =>
    visit(async ({ page: shown }) => {
      await shown.setContent(page('', '<main><h1>Prøve</h1></main>'));
      assert.match((await alfaFailures(shown)).join(), /sia-r4:/);
    }));
});
