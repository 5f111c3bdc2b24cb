// What people type may be one long word, wherever it is shown: no screen grows wider for it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertFitsWidth } from './accessible.ts';
import { inDays } from './needs.ts';
import { as, become, BOARD, linkMailedTo, STAFF, stamp } from './people.ts';
import { api, BASE, DESK, journeys, settled, visit } from './support.ts';

const PASSWORD = 'en god lang sætning';
const UNIQUE = stamp();
/** To confirm the address, for two sign-ups, and for a yes. */
const MAILS = 4;
/** As long as most fields take, without a place to break. */
const WORD = `${'Skovturskomitéformandinde'.repeat(2)}${UNIQUE}`;
const EMAIL = `lang-${UNIQUE}${'a'.repeat(40)}@demo.example`;

interface Made {
  id: string;
  slug: string;
}

async function made<Value = Made>(answer: Promise<Response>): Promise<Value> {
  const response = await answer;
  const text = await response.text();
  assert(response.ok, `${response.url}: ${response.status} ${text}`);
  return (text ? JSON.parse(text) : null) as Value;
}

/** An account that is called so, whose address is confirmed. */
async function account(): Promise<void> {
  const post = (path: string, body: object) =>
    fetch(new URL(`/api/v1/${path}`, BASE), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body)
    });
  await made(post('auth/register', { email: EMAIL, name: WORD, password: PASSWORD }));
  const token = (await linkMailedTo(EMAIL)).split('/').at(-1);
  await made(post('links/use', { token, name: WORD, password: PASSWORD }));
}

/** An association, its need with a shift, its volunteers, their words and hours: all one word. */
async function seed() {
  await account();
  const [board, staff, volunteer] = [await as(BOARD), await as(STAFF), await as(EMAIL, PASSWORD)];
  const { slug } = await made(
    board('POST', 'associations', {
      name: WORD,
      kind: 'initiative',
      summary: WORD,
      purpose: WORD,
      interests: ['nature'],
      towns: ['helsingoer'],
      languages: ['da'],
      contact: { email: `kontakt-${EMAIL}`, name: WORD }
    })
  );
  await made(staff('POST', `staff/associations/${slug}/verify`));
  const values = {
    title: WORD,
    summary: WORD,
    description: WORD,
    tasks: [WORD],
    requirements: [WORD],
    interests: ['nature'],
    commitment: 'once',
    places: ['helsingoer'],
    wanted: 5,
    children_under_15: true,
    intake: 'reviewed',
    takes_whole: true
  };
  const need = await made(board('POST', `associations/${slug}/needs`, values));
  const times = { starts_at: inDays(2, 9), ends_at: inDays(2, 11), capacity: 3 };
  const shift = await made(board('POST', `needs/${need.id}/shifts`, times));
  await made(board('POST', `needs/${need.id}/publish`));
  const asked = await made(volunteer('POST', `needs/${need.id}/signups`, { message: WORD }));
  const placed = await made(volunteer('POST', `shifts/${shift.id}/signups`, { message: WORD }));
  await made(board('POST', `signups/${placed.id}/accept`, { message: WORD }));
  await made(volunteer('POST', `signups/${placed.id}/messages`, { text: WORD }));
  const minutes = 60;
  const hours = { association: slug, need: need.id, minutes, note: WORD };
  const today = inDays(0, 9).slice(0, 10);
  await made(volunteer('POST', 'me/hours', { ...hours, day: today }));
  const yesterday = inDays(-1, 9).slice(0, 10);
  const entry = await made(volunteer('POST', 'me/hours', { ...hours, day: yesterday }));
  await made(board('POST', `hours/${entry.id}/confirm`, { minutes }));
  const year = { from: `${today.slice(0, 4)}-01-01`, until: today, language: 'da' };
  const { code } = await made<{ code: string }>(volunteer('POST', 'me/certificates', year));
  await made(volunteer('POST', 'reports', { kind: 'need', id: need.id, reason: WORD }));
  return { slug, need: need.id, shift: shift.id, asked: asked.id, placed: placed.id, code };
}

const { slug, need, shift, asked, placed, code } = await seed();
const HERE = `/forening/${slug}`;
const SCREENS: Record<string, readonly string[]> = {
  [BOARD]: [
    HERE,
    `${HERE}/opgaver`,
    `${HERE}/opgaver/${need}`,
    `${HERE}/opgaver/${need}/vagter`,
    `${HERE}/opgaver/${need}/historik`,
    `${HERE}/opgaver/${need}/spoerg`,
    `${HERE}/tilmeldinger`,
    `${HERE}/tilmeldinger?vis=coming`,
    `${HERE}/tilmeldinger?shift=${shift}`,
    `${HERE}/tilmeldinger/${asked}`,
    `${HERE}/tilmeldinger/${placed}`,
    `${HERE}/timer`,
    `${HERE}/frivillige`,
    `${HERE}/profil`,
    `${HERE}/billeder`,
    `${HERE}/medlemmer`,
    `${HERE}/historik`,
    '/mig'
  ],
  [STAFF]: [
    '/medarbejder',
    `/medarbejder/foreninger?vis=public&q=${WORD}&valgt=${slug}`,
    `/medarbejder/foreninger?vis=public&q=${WORD}`,
    '/medarbejder/anmeldelser',
    `/medarbejder/personer?q=${WORD}`
  ],
  [EMAIL]: [
    '/mig',
    '/mig/tilmeldinger',
    `/mig/tilmeldinger/${placed}`,
    '/mig/timer',
    '/mig/konto',
    `/?q=${WORD}`,
    `/opgaver/${need}`,
    `/bevis/${code}`,
    `/foreninger?q=${WORD}`,
    `/foreninger/${slug}`
  ]
};

journeys('A word as long as a line', () => {
  for (const [email, screens] of Object.entries(SCREENS)) {
    for (const path of screens) {
      test(`${path.replaceAll(WORD, '…')} keeps its width`, () =>
        visit(
          async ({ page, context }) => {
            await become(context, email, email === EMAIL ? PASSWORD : undefined);
            await page.goto(path);
            await page.locator('main h1').first().waitFor();
            await page.locator('main .skeleton').first().waitFor({ state: 'detached' });
            await settled(page);
            for (const width of [320, DESK.width]) {
              await page.setViewportSize({ width, height: 640 });
              await page.locator('main .skeleton').first().waitFor({ state: 'detached' });
              await assertFitsWidth(page, `${path} at ${width} px`);
            }
          },
          { viewport: { width: 320, height: 640 } }
        ));
    }
  }

  test('Mails keep the width of a phone', () =>
    visit(
      async ({ page }) => {
        const { items } = await api<{ items: { id: string }[] }>(
          `demo/mails?to=${encodeURIComponent(EMAIL)}`
        );
        assert(items.length >= MAILS, `${items.length} mails`);
        for (const { id } of items) {
          const { html } = await api<{ html: string }>(`demo/mails/${id}`);
          await page.setContent(html);
          await assertFitsWidth(page, html);
        }
      },
      { viewport: { width: 320, height: 640 } }
    ));
});
