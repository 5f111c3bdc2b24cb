import type { Map as MapLibre } from 'maplibre-gl';
import { getContext, setContext } from 'svelte';
import type { Palette } from './palette.ts';

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
