import type { Language } from '#api/types.ts';
import type { Widened } from './da.ts';
import { dayOf, type Format } from './format.ts';

// What the API's own values are called, wherever they are shown.
const da = {
  kinds: { association: 'Forening', network: 'Netværk', initiative: 'Initiativ' },
  declaration: {
    term: 'Børneattester',
    made: (day: string) => `Erklæring afgivet ${day}`,
    madeBy: (day: string, name: string) => `Erklæring afgivet ${day} af ${name}`,
    missing: (year: string) => `Erklæring for ${year} mangler`
  }
};

const en: Widened<typeof da> = {
  kinds: { association: 'Association', network: 'Network', initiative: 'Initiative' },
  declaration: {
    term: 'Child protection certificates',
    made: (day) => `Declared ${day}`,
    madeBy: (day, name) => `Declared ${day} by ${name}`,
    missing: (year) => `The declaration for ${year} is missing`
  }
};

export const terms: Record<Language, Widened<typeof da>> = { da, en };

/** Whether this year's declaration has been made, when and by whom. */
export function declarationState(
  { year, made_at, by }: { year: number; made_at: string | null; by: string | null },
  language: Language,
  format: Format
): string {
  const t = terms[language].declaration;
  if (made_at === null) return t.missing(String(year));
  const day = format.day(dayOf(new Date(made_at)));
  return by === null ? t.made(day) : t.madeBy(day, by);
}

/** Names of languages by their tags, in the reader's language: `dansk`, `engelsk`. */
export function languageNames(tags: readonly string[], reader: Language): string[] {
  const names = new Intl.DisplayNames(reader, { type: 'language' });
  return tags.map((tag) => {
    try {
      return names.of(tag) ?? tag;
    } catch {
      // Not a tag the standard knows.
      return tag;
    }
  });
}
