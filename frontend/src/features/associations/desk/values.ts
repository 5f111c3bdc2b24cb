import type { Language } from '#api/types.ts';
import { languageNames } from '#lib/i18n/languages.ts';
import type { DeskTexts } from './texts.ts';

/** A value of a field, as one would say it. Names of towns and interests are the screen's to know. */
export function wordsOf(field: string, value: unknown, t: DeskTexts, language: Language): string {
  if (value === null || value === undefined || value === '') return t.values.none;
  if (typeof value === 'boolean') return value ? t.values.yes : t.values.no;
  if (field === 'languages' && Array.isArray(value)) {
    return languageNames(value as string[], language).join(', ') || t.values.none;
  }
  if (field === 'position' || field === 'positions') return t.values.onMap;
  if (field === 'kind') return named(t.form.kinds, value);
  if (field === 'status') return named(t.status, value);
  if (field === 'lang') return named(t.form.langs, value);
  if (Array.isArray(value)) return value.map(String).join(', ') || t.values.none;
  if (typeof value === 'object') {
    const parts = Object.values(value).filter((part) => part !== null && part !== '');
    return parts.map(String).join(' · ') || t.values.none;
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value) : t.values.none;
}

function named(names: Record<string, string>, value: unknown): string {
  return typeof value === 'string' ? (names[value] ?? value) : '';
}

/** What a field is called; what the desk has no word for is shown by its own name. */
export function nameOf(field: string, t: DeskTexts): string {
  return (t.fields as Record<string, string>)[field] ?? field;
}
