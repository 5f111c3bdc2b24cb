import type { Language } from '#api/types.ts';
import type { Widened } from '#lib/i18n/da.ts';

// A catalogue of its own, so that it comes with the filters and not with the first visit.
const da = {
  whenTitle: 'Hvornår kan du?',
  days: 'Ugedage',
  parts: 'Tid på dagen',
  commitmentTitle: 'Hvor meget?',
  remoteTitle: 'Hjælp hjemmefra',
  remoteOptions: {
    include: 'Vis begge dele',
    only: 'Kun hjemmefra',
    exclude: 'Kun hvor man møder op'
  },
  accessTitle: 'Adgang',
  stepFree: 'Kun steder med niveaufri adgang'
};

const en: Widened<typeof da> = {
  whenTitle: 'When can you?',
  days: 'Days',
  parts: 'Time of day',
  commitmentTitle: 'How much?',
  remoteTitle: 'Help from home',
  remoteOptions: {
    include: 'Show both',
    only: 'From home only',
    exclude: 'Only where you show up'
  },
  accessTitle: 'Access',
  stepFree: 'Only places with step-free access'
};

export const filterTexts: Record<Language, Widened<typeof da>> = { da, en };
