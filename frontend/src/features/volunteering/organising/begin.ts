import type { NeedIn } from '#api/needsdesk.ts';
import type { Language } from '#api/types.ts';
import type { Template } from './templates.ts';

/**
 * What a new need says at first.
 *
 * @param title what it is called while it follows no template
 * @param towns the association's own; the first is where most needs are
 */
export function begunFrom(
  template: Template | null,
  lang: Language,
  title: string,
  towns: readonly string[]
): NeedIn {
  const where = towns[0] === undefined ? {} : { places: [towns[0]] };
  if (!template) return { title, lang, languages: ['da'], ...where };
  const words = template.words[lang];
  return {
    title: words.title,
    summary: words.summary,
    description: words.description,
    lang,
    tasks: [...words.tasks],
    benefits: [...words.benefits],
    requirements: [...(words.requirements ?? [])],
    ...(words.helps && { helps: words.helps }),
    interests: [...template.interests],
    languages: [...(template.languages ?? ['da'])],
    commitment: template.commitment,
    intake: template.instant ? 'instant' : 'reviewed',
    children_under_15: template.children ?? false,
    ...(template.hoursPerWeek !== undefined && { hours_per_week: template.hoursPerWeek }),
    ...(template.minimumAge !== undefined && { minimum_age: template.minimumAge }),
    ...(template.wanted !== undefined && { wanted: template.wanted }),
    ...where
  };
}
