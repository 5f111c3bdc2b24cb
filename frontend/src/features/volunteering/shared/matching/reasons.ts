import type { Answer } from '#api/client.ts';
import type { Language, PartOfDay, Weekday } from '#api/types.ts';
import type { Catalogue } from '#lib/i18n/da.ts';
import type { Format } from '#lib/i18n/format.ts';
import { reasonTexts } from './texts.ts';

export type Reason = Answer<'/api/v1/me/matches'>['items'][number]['reasons'][number];

export interface Speech {
  language: Language;
  format: Format;
  t: Catalogue;
}

/**
 * Why a need suits, in words: what counts most first. A reason of a kind that this page does not
 * know yet is left out.
 * @param about the reader themselves, or a volunteer whom they may ask
 */
export function worded(
  reasons: readonly Reason[],
  speech: Speech,
  about: 'reader' | 'volunteer' = 'reader'
): string[] {
  const said: string[] = [];
  for (const [at, reason] of reasons.entries()) {
    // Interests are told in one go, where the first of them stands.
    const first = reasons.findIndex(({ kind }) => kind === reason.kind);
    if (reason.kind === 'interest' && first < at) continue;
    const words = word(reason, reasons, speech, about === 'reader');
    if (words) said.push(words);
  }
  return said;
}

function word(
  reason: Reason,
  all: readonly Reason[],
  { language, format, t }: Speech,
  mine: boolean
): string {
  const texts = reasonTexts[language];
  switch (reason.kind) {
    case 'distance':
      return reason.metres === undefined ? '' : format.distance(reason.metres);
    case 'availability':
      return times(reason.half_days ?? [], t, texts);
    case 'interest': {
      const labels = all.filter(({ kind }) => kind === 'interest').map(({ label }) => label ?? '');
      const named = format.list(labels.map((label) => label.toLocaleLowerCase(language)));
      return mine ? texts.chose(named) : texts.likes(named);
    }
    case 'skill':
      return reason.skill ? texts.skill(reason.skill) : texts.usesSkill;
    case 'commitment':
      return reason.commitment ? texts.commitments[reason.commitment] : '';
    case 'hands':
      return reason.missing === undefined ? '' : texts.missing(reason.missing);
    case 'fresh':
      return reason.days === 0 ? texts.newToday : texts.fresh;
    case 'reply':
      return reason.days === 0 ? texts.repliesToday : texts.replies(reason.days ?? 1);
    case 'language':
      return texts.language(nameOf(reason.language ?? '', language));
    case 'any_time':
      return mine ? texts.anyTime : texts.anyTimeTheirs;
    case 'step_free':
      return texts.stepFree;
    case 'remote':
      return texts.remote;
    default:
      return '';
  }
}

function times(
  halves: readonly string[],
  t: Catalogue,
  texts: (typeof reasonTexts)[Language]
): string {
  const named = halves.map((half) => {
    const [day, part] = half.split('-') as [Weekday, PartOfDay];
    return texts.halfDay(t.time.weekdays[day], t.time.partsLower[part]);
  });
  const [first, ...more] = named;
  if (first === undefined) return '';
  return more.length === 0 ? first : texts.moreTimes(first, more.length);
}

function nameOf(tag: string, language: Language): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(tag) ?? tag;
}
