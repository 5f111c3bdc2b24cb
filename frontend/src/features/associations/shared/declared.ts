import type { Language } from '#api/types.ts';
import { declarationTexts } from './declarations.ts';
import { dayOf, type Format } from '#lib/i18n/format.ts';

/** Whether this year's has been made, when and by whom. */
export function declared(
  { year, made_at, by }: { year: number; made_at: string | null; by: string | null },
  language: Language,
  format: Format
): string {
  const t = declarationTexts[language];
  if (made_at === null) return t.missing(String(year));
  const day = format.day(dayOf(new Date(made_at)));
  return by === null ? t.made(day) : t.madeBy(day, by);
}
