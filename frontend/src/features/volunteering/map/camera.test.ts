import { describe, expect, it } from 'vitest';
import { metresBetween } from '#lib/map/geometry.ts';
import { boxOfRadius, leaveMap, mapAsLeft, searchName, usualStart } from './camera.ts';

const HORNBAEK = [12.4569, 56.0903] as const;
const WHOLE = [12.39, 55.97, 12.63, 56.1] as const;
const at = (lng: number, lat: number) => ({
  position: { type: 'Point' as const, coordinates: [lng, lat] }
});

describe('where the map starts', () => {
  it('shows the whole municipality when nobody said where', () => {
    expect(usualStart(null, 5000, [at(12.5, 56)], WHOLE)).toEqual({ box: WHOLE });
  });

  it('shows what the list begins with, and where it was searched from', () => {
    const start = usualStart(HORNBAEK, 5000, [at(12.47, 56.08), at(12.44, 56.085)], WHOLE);
    expect(start).toMatchObject({ box: [12.44, 56.08, 12.47, 56.0903] });
  });

  it('shows the radius while the list is not known, and when it is all done from home', () => {
    const circle = { box: boxOfRadius(HORNBAEK, 5000) };
    expect(usualStart(HORNBAEK, 5000, [], WHOLE)).toEqual(circle);
    expect(usualStart(HORNBAEK, 5000, [{ position: null }], WHOLE)).toEqual(circle);
  });

  it('reaches as far as the radius on each side', () => {
    const [west, south] = boxOfRadius(HORNBAEK, 5000);
    expect(metresBetween(HORNBAEK, [west, HORNBAEK[1]])).toBeCloseTo(5000, -2);
    expect(metresBetween(HORNBAEK, [HORNBAEK[0], south])).toBeCloseTo(5000, -2);
  });

  it('is as it was left at the same search, not at another', () => {
    const where = { place: 'hornbaek', mine: false, radius: 5000 };
    const search = searchName(where, {}, null);
    leaveMap({ search, centre: HORNBAEK, zoom: 13, chosen: 'a' });
    expect(mapAsLeft(search)?.chosen).toBe('a');
    expect(mapAsLeft(searchName(where, {}, 'b'))).toBeNull();
    expect(mapAsLeft(searchName({ ...where, radius: 2000 }, {}, null))).toBeNull();
  });
});
