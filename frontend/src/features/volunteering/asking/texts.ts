import type { Language } from '#api/types.ts';
import type { Widened } from '#lib/i18n/da.ts';

const da = {
  title: 'Spørg frivillige',
  lead: 'De her har sagt ja til at blive spurgt, og opgaven ligner noget for dem. Du ser ikke, hvem de er, før de selv melder sig.',
  who: 'Hvem vil du spørge?',
  one: (number: number) => `Frivillig ${number}`,
  within: (distance: string) => `inden for ${distance}`,
  asked: (day: string) => `Spurgt ${day}`,
  message: 'Hvad vil du skrive?',
  messageHelp: 'Sig kort, hvad I mangler, og hvorfor det er værd at være med til.',
  messageMissing: 'Skriv et par ord til dem.',
  nobody: 'Vælg mindst én at spørge.',
  send: (count: number) => (count === 0 ? 'Send' : count === 1 ? 'Spørg 1' : `Spørg ${count}`),
  once: 'Hver får én mail fra Samspil om opgaven. Ingen bliver spurgt for tit, og de kan altid sige stop.',
  sent: (asked: number) => (asked === 1 ? '1 er spurgt.' : `${asked} er spurgt.`),
  leftOut: (count: number) =>
    count === 1 ? '1 kan ikke spørges lige nu.' : `${count} kan ikke spørges lige nu.`,
  emptyTitle: 'Ingen at spørge lige nu',
  emptyText:
    'Ingen i nærheden har sagt ja til at blive spurgt om sådan en opgave. Kig igen om et par dage.',
  closedTitle: 'Opgaven kan ikke ses endnu',
  closedText: 'Når den er offentlig og mangler hænder, kan du spørge frivillige om den.'
};

const en: Widened<typeof da> = {
  title: 'Ask volunteers',
  lead: 'They have agreed to be asked, and the task looks like something for them. You do not see who they are until they sign up themselves.',
  who: 'Whom would you like to ask?',
  one: (number) => `Volunteer ${number}`,
  within: (distance) => `within ${distance}`,
  asked: (day) => `Asked ${day}`,
  message: 'What would you like to write?',
  messageHelp: 'Say briefly what you need, and why it is worth joining.',
  messageMissing: 'Write a few words to them.',
  nobody: 'Choose at least one to ask.',
  send: (count) => (count === 0 ? 'Send it' : count === 1 ? 'Ask 1' : `Ask ${count}`),
  once: 'Each gets one email from Samspil about the task. Nobody is asked too often, and they can always say stop.',
  sent: (asked) => (asked === 1 ? '1 has been asked.' : `${asked} have been asked.`),
  leftOut: (count) => `${count} cannot be asked right now.`,
  emptyTitle: 'Nobody to ask right now',
  emptyText:
    'Nobody nearby has agreed to be asked about a task like this. Look again in a few days.',
  closedTitle: 'The task cannot be seen yet',
  closedText: 'When it is public and needs hands, you can ask volunteers about it.'
};

export const texts: Record<Language, Widened<typeof da>> = { da, en };
