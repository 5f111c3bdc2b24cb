import type { PatternLine } from '#api/needsdesk.ts';
import { languageNames } from '#lib/i18n/languages.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { interests } from '#lib/interests.svelte.ts';
import { placeNames } from '#lib/where/places.svelte.ts';
import { texts } from './texts.ts';

/** A value of a need as the API has it, as one would say it. */
export function wordsOf(part: string, value: unknown): string {
  const t = texts[i18n.language];
  if (part === 'contact' && value === null) return t.values.association;
  if (value === null || value === undefined || value === '') return t.values.none;
  if (typeof value === 'boolean') return value ? t.values.yes : t.values.no;
  if (typeof value === 'number') return i18n.format.number(value);
  if (Array.isArray(value)) return listed(part, value);
  if (typeof value === 'object') {
    return Object.values(value).filter(Boolean).map(String).join(' · ') || t.values.none;
  }
  const name = typeof value === 'string' ? value : '';
  if (part === 'lang') return languageNames([name], i18n.language).join('');
  const names: Partial<Record<string, Record<string, string>>> = {
    commitment: t.form.commitments,
    intake: t.form.intakes,
    status: t.status
  };
  if (part === 'open_until') return i18n.format.weekdayAndDay(name);
  return names[part]?.[name] ?? name;
}

function listed(part: string, values: unknown[]): string {
  const t = texts[i18n.language];
  if (values.length === 0) return t.values.none;
  if (part === 'positions') return t.values.onMap(values.length);
  if (part === 'pattern') return (values as PatternLine[]).map(daily).join('\n');
  const names = values.map(String);
  if (part === 'languages') return languageNames(names, i18n.language).join(', ');
  if (part === 'interests')
    return names.map((slug) => interests.labels.get(slug) ?? slug).join(', ');
  if (part === 'places') return names.map((slug) => placeNames.get(slug)?.name ?? slug).join(', ');
  return names.join('\n');
}

const daily = ({ weekday, starts, ends }: PatternLine): string =>
  `${i18n.t.time.weekdays[weekday]} ${i18n.format.hours(starts, ends)}`;

/** What a part of a need is called; what has no word is shown by its own name. */
export function nameOf(part: string): string {
  return (texts[i18n.language].fields as Record<string, string>)[part] ?? part;
}
