/** What else is said of a control: its help and its error, by their ids. */
export function describedBy(id: string, help: boolean, wrong: boolean): string | undefined {
  const ids = [help && `${id}-help`, wrong && `${id}-error`].filter((one) => one !== false);
  return ids.length > 0 ? ids.join(' ') : undefined;
}
