import type { Language } from '#api/types.ts';

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
