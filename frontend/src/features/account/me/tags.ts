/** The words with what was typed: several at once by commas, none twice, whatever its capitals. */
export function withTag(tags: readonly string[], typed: string): string[] {
  const result = [...tags];
  for (const part of typed.split(',')) {
    const tag = part.trim().replace(/\s+/g, ' ');
    const known = result.some((other) => other.toLocaleLowerCase() === tag.toLocaleLowerCase());
    if (tag && !known) result.push(tag);
  }
  return result;
}
