import { describe, expect, it } from 'vitest';
import { boxAround, contains, grown, isInside, metresBetween, worldPixel } from './geometry.ts';

const HORNBAEK = [12.4569, 56.0903] as const;
const TIKOEB = [12.4531, 56.0206] as const;

describe('geometry', () => {
  it('measures as the earth does, within half a percent', () => {
    // 7,761 m along the ellipsoid.
    expect(metresBetween(HORNBAEK, TIKOEB)).toBeGreaterThan(7761 * 0.995);
    expect(metresBetween(HORNBAEK, TIKOEB)).toBeLessThan(7761 * 1.005);
    expect(metresBetween(TIKOEB, TIKOEB)).toBe(0);
  });

  it('puts the middle of the world in the middle, and north above south', () => {
    expect(worldPixel([0, 0], 0)).toEqual({ x: 256, y: 256 });
    expect(worldPixel(HORNBAEK, 10).y).toBeLessThan(worldPixel(TIKOEB, 10).y);
  });

  it('draws a box around points', () => {
    expect(boxAround([HORNBAEK, TIKOEB])).toEqual([12.4531, 56.0206, 12.4569, 56.0903]);
    expect(boxAround([])).toBeNull();
  });

  it('grows a box onto a coarse grid that tells nothing of its middle', () => {
    const box = grown([12.4569, 56.0903, 12.4669, 56.1003], 0.5);
    expect(contains(box, [12.4569, 56.0903, 12.4669, 56.1003])).toBe(true);
    for (const edge of box) expect(edge * 100).toBeCloseTo(Math.round(edge * 100), 6);
  });

  it('stays on the globe', () => {
    expect(grown([-179, -89, 179, 89], 1)).toEqual([-180, -90, 180, 90]);
  });

  it('knows inside from outside', () => {
    const box = [12, 56, 13, 57] as const;
    expect(isInside(HORNBAEK, box)).toBe(true);
    expect(isInside([11.9, 56.5], box)).toBe(false);
    expect(contains(box, [12.5, 56.5, 13.5, 56.7])).toBe(false);
  });
});
