// The screens of those who run an association and of staff.
import type { Page } from 'playwright-core';
import { texts as deskTexts } from '../src/features/associations/desk/texts.ts';
import { texts as reportTexts } from '../src/features/municipality/reports/texts.ts';
import { texts as staffTexts } from '../src/features/municipality/staff/texts.ts';
import { as, become, BOARD, STAFF, VOLUNTEER } from './people.ts';
import type { Screen } from './screens.ts';

const desk = deskTexts.da;
const staff = staffTexts.da;
const reports = reportTexts.da;

const me = (await (await (await as(BOARD))('GET', 'me')).json()) as {
  associations: { slug: string; status: string }[];
};
const slug = me.associations.find(({ status }) => status === 'public')?.slug;
if (!slug) throw new Error('The board runs nothing.');
const DESK = `/forening/${slug}`;
const ONE = `/medarbejder/foreninger?vis=public&valgt=${slug}`;

/** Also of one that is approved already. */
const APPROVE = new RegExp(`^(${staff.acts.approve}|${staff.acts.approveAgain})$`);

function being(email: string, path: string, ready: (page: Page) => Promise<void>) {
  return async (page: Page) => {
    await become(page.context(), email);
    await page.goto(path);
    await ready(page);
    await page.locator('main .skeleton').first().waitFor({ state: 'detached' });
  };
}

const heading = (page: Page) => page.locator('main h1').waitFor();

/** Opens a sheet by the button of this name. */
function sheet(button: string | RegExp) {
  return async (page: Page) => {
    await heading(page);
    await page.getByRole('button', { name: button }).first().click();
    await page.getByRole('dialog').getByRole('button').first().waitFor();
  };
}

async function toStep(page: Page, step: 2 | 3): Promise<void> {
  await page.getByLabel(desk.form.name, { exact: true }).fill('Bålklubben på prøve');
  await page.getByRole('textbox', { name: desk.form.summary }).fill('Vi tænder bål hver fredag.');
  await page.getByRole('button', { name: 'Natur og spejder' }).click();
  await page.getByRole('button', { name: desk.register.next }).click();
  await page.getByText(desk.form.noHome).waitFor();
  if (step === 2) return;
  await page.getByRole('combobox').fill('hornbaek');
  await page.getByRole('option').first().click();
  await page.getByRole('button', { name: desk.register.next }).click();
  await page.getByLabel(desk.form.contactEmail).waitFor();
}

export const DESK_SCREENS: Screen[] = [
  { name: 'desk', open: being(BOARD, DESK, heading) },
  { name: 'desk: profile', open: being(BOARD, `${DESK}/profil`, heading) },
  {
    name: 'desk: profile refused',
    open: being(BOARD, `${DESK}/profil`, async (page) => {
      await page.getByLabel(desk.form.name, { exact: true }).fill('');
      await page.getByLabel(desk.form.contactEmail).fill('ingen');
      await page.getByRole('button', { name: desk.form.save }).click();
      await page.getByRole('alert').waitFor();
    })
  },
  { name: 'desk: pictures', open: being(BOARD, `${DESK}/billeder`, heading) },
  { name: 'desk: volunteers', open: being(BOARD, `${DESK}/frivillige`, heading) },
  { name: 'desk: members', open: being(BOARD, `${DESK}/medlemmer`, heading) },
  { name: 'desk: invite', open: being(BOARD, `${DESK}/medlemmer`, sheet(desk.members.invite)) },
  { name: 'desk: history', open: being(BOARD, `${DESK}/historik`, heading) },
  { name: 'desk: not yours', open: being(VOLUNTEER, DESK, heading), forgiven: /404/ },
  {
    name: 'desk: no answer',
    open: async (page) => {
      await page.route('**/api/v1/associations/*/desk', (route) => route.abort());
      await being(BOARD, DESK, (opened) => opened.getByRole('alert').waitFor())(page);
    },
    forgiven: /ERR_FAILED/
  },
  { name: 'desk of a visitor', open: (page) => page.goto(DESK).then(() => heading(page)) },
  { name: 'register an association', open: being(BOARD, '/opret-forening', heading) },
  {
    name: 'register an association: where',
    open: being(BOARD, '/opret-forening', (page) => toStep(page, 2))
  },
  {
    name: 'register an association: contact',
    open: being(BOARD, '/opret-forening', (page) => toStep(page, 3))
  },
  { name: 'staff', open: being(STAFF, '/medarbejder', heading) },
  { name: 'staff: new associations', open: being(STAFF, '/medarbejder/foreninger', heading) },
  { name: 'staff: one association', open: being(STAFF, ONE, heading) },
  { name: 'staff: hide', open: being(STAFF, ONE, sheet(staff.acts.hide)) },
  { name: 'staff: approve', open: being(STAFF, ONE, sheet(APPROVE)) },
  { name: 'staff: merge', open: being(STAFF, ONE, sheet(staff.acts.merge)) },
  { name: 'staff: reports', open: being(STAFF, '/medarbejder/anmeldelser', heading) },
  { name: 'staff: claims', open: being(STAFF, '/medarbejder/overtagelser', heading) },
  { name: 'staff: people', open: being(STAFF, '/medarbejder/personer', heading) },
  { name: 'staff only', open: being(VOLUNTEER, '/medarbejder', heading) },
  {
    name: 'report',
    open: being(VOLUNTEER, `/foreninger/${slug}`, async (page) => {
      await page.getByRole('button', { name: 'Anmeld noget forkert' }).click();
      await page.getByRole('dialog').getByLabel(reports.report.reason).waitFor();
    })
  },
  {
    name: 'claim',
    open: being(VOLUNTEER, `/foreninger/${slug}`, async (page) => {
      await page.getByRole('button', { name: 'Det er min forening' }).click();
      await page.getByRole('dialog').getByLabel(reports.claim.reason).waitFor();
    })
  }
];
