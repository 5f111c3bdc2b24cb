import type { Language } from '#api/types.ts';
import type { Widened } from './da.ts';

// A catalogue of its own, so that the first visit does not fetch it.
const da = {
  title: 'Om Samspil',
  heading: 'Mere',
  language: 'Sprog',
  languages: { da: 'Dansk', en: 'English' },
  theme: 'Udseende',
  themes: { system: 'Som telefonen', light: 'Lyst', dark: 'Mørkt' },
  aboutTitle: 'Om Samspil',
  about: (authority: string) =>
    `Samspil er der, hvor folk, der vil hjælpe, foreninger, der mangler hænder og lokaler, og ${authority} mødes. Alle kan søge uden at oprette sig.`,
  source: 'Samspil er fri software under EUPL-1.2 og kan bruges af alle kommuner.',
  links: 'Om siden',
  api: 'Åbne data og API'
};

const en: Widened<typeof da> = {
  title: 'About Samspil',
  heading: 'More',
  language: 'Language',
  languages: { da: 'Dansk', en: 'English' },
  theme: 'Appearance',
  themes: { system: 'Like the phone', light: 'Light', dark: 'Dark' },
  aboutTitle: 'About Samspil',
  about: (authority) =>
    `Samspil is where people who want to help, associations that need hands and rooms, and ${authority} meet. Anyone can search without an account.`,
  source: 'Samspil is free software under the EUPL-1.2 licence, open to every municipality.',
  links: 'About this site',
  api: 'Open data and API'
};

export const moreTexts: Record<Language, Widened<typeof da>> = { da, en };
