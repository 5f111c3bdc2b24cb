/** A page of running text. */
export interface Text {
  title: string;
  lead: string;
  sections: { heading: string; paragraphs: string[] }[];
}

const MOST_SEARCHED = 100;

/** The beginning of a text that a search takes: a name may be longer than what is searched for. */
export function searchable(text: string): string {
  if (text.length <= MOST_SEARCHED) return text;
  const cut = text.slice(0, MOST_SEARCHED);
  // Not within a word, which would be found nowhere.
  return text[MOST_SEARCHED] === ' ' ? cut : (/^(.*\S)\s+\S*$/s.exec(cut)?.[1] ?? cut);
}
