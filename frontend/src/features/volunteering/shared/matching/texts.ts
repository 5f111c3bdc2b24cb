import type { Language } from '#api/types.ts';
import type { Widened } from '#lib/i18n/da.ts';

// The words of a match's reasons: short, for a line of several.
const da = {
  halfDay: (day: string, part: string) => `${day} ${part}`,
  moreTimes: (first: string, more: number) =>
    more === 1 ? `${first} og én tid mere` : `${first} og ${more} tider mere`,
  anyTime: 'når det passer dig',
  anyTimeTheirs: 'har tid, når det passer',
  chose: (interests: string) => `du valgte ${interests}`,
  skill: (skill: string) => `du kan ${skill}`,
  likes: (interests: string) => `kan lide ${interests}`,
  usesSkill: 'kan det, I beder om',
  commitments: { once: 'en enkelt gang', recurring: 'fast hver uge', ongoing: 'løbende' },
  stepFree: 'niveaufri adgang',
  missing: (count: number) => `mangler ${count}`,
  newToday: 'ny i dag',
  fresh: 'ny',
  repliesToday: 'svarer samme dag',
  replies: (days: number) =>
    days === 1 ? 'svarer inden for 1 dag' : `svarer inden for ${days} dage`,
  language: (name: string) => `på ${name}`,
  remote: 'hjemmefra'
};

const en: Widened<typeof da> = {
  halfDay: (day, part) => `${day} ${part}`,
  moreTimes: (first, more) =>
    more === 1 ? `${first} and 1 other time` : `${first} and ${more} other times`,
  anyTime: 'when it suits you',
  anyTimeTheirs: 'has time when it suits',
  chose: (interests) => `you chose ${interests}`,
  skill: (skill) => `you know ${skill}`,
  likes: (interests) => `likes ${interests}`,
  usesSkill: 'can do what you ask for',
  commitments: { once: 'just once', recurring: 'every week', ongoing: 'ongoing' },
  stepFree: 'step-free access',
  missing: (count) => `${count} needed`,
  newToday: 'new today',
  fresh: 'new',
  repliesToday: 'replies the same day',
  replies: (days) => (days === 1 ? 'replies within 1 day' : `replies within ${days} days`),
  language: (name) => `in ${name}`,
  remote: 'from home'
};

export const reasonTexts: Record<Language, Widened<typeof da>> = { da, en };
