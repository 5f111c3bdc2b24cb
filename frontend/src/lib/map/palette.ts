const COLOURS = ['sea', 'land', 'coast', 'ink', 'mute', 'act'] as const;

export type Palette = Readonly<Record<(typeof COLOURS)[number], string> & { isDark: boolean }>;

/** The page's own colours as plain values, since a canvas knows no custom properties. */
export function paletteOf(element: HTMLElement, isDark: boolean): Palette {
  const style = getComputedStyle(element);
  const values = COLOURS.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]);
  return { ...Object.fromEntries(values), isDark } as Palette;
}
