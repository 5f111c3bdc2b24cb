import type { Box, LngLat } from './geometry.ts';

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
