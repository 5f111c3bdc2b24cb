import type { Box, LngLat } from './geometry.ts';
import type { Map as MapLibre } from 'maplibre-gl';
import { getContext, setContext } from 'svelte';

/** What lies upon the map, in pixels from each side. */
export interface Padding {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

/** What the reader sees of the map, beside what lies upon it. */
export interface View {
  centre: LngLat;
  zoom: number;
  box: Box;
}

/** Room between what is shown and the edge, in pixels. */
export const BREATH = 44;

/** What the parts of a map share. They are drawn only once the map is there. */
export interface MapContext {
  readonly map: MapLibre;
  readonly palette: Palette;
  /** True once the map is torn down, with all that was in it. */
  readonly gone: boolean;
}

const KEY = Symbol('map');
const SOURCE = Symbol('map source');

export function provideMap(context: MapContext): void {
  setContext(KEY, context);
}

export function useMap(): MapContext {
  return getContext<MapContext>(KEY);
}

export function provideSource(id: string): void {
  setContext(SOURCE, id);
}

/** The id of the source a layer stands in. */
export function useSource(): string {
  return getContext<string>(SOURCE);
}

const COLOURS = ['sea', 'land', 'coast', 'ink', 'mute', 'act'] as const;

export type Palette = Readonly<Record<(typeof COLOURS)[number], string> & { isDark: boolean }>;

/** The page's own colours as plain values, since a canvas knows no custom properties. */
export function paletteOf(element: HTMLElement, isDark: boolean): Palette {
  const style = getComputedStyle(element);
  const values = COLOURS.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]);
  return { ...Object.fromEntries(values), isDark } as Palette;
}
