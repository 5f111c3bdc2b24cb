import { describe, expect, it } from 'vitest';
import { cluster } from './cluster.ts';
import { worldPixel, type LngLat } from './geometry.ts';

const points = Array.from({ length: 300 }, (_, index) => ({
  name: index,
  at: [12.39 + ((index * 37) % 100) / 450, 55.98 + ((index * 61) % 100) / 900] as LngLat
}));

describe('cluster', () => {
  it('loses nobody and counts nobody twice', () => {
    for (const zoom of [9, 11, 13, 17]) {
      const members = cluster(points, zoom, 48).flatMap((group) => group.members);
      expect(members.map(({ name }) => name).sort((a, b) => a - b)).toEqual(
        points.map(({ name }) => name)
      );
    }
  });

  it('keeps every two groups far enough apart for a thumb', () => {
    for (const zoom of [9, 10.5, 12]) {
      const spots = cluster(points, zoom, 48).map(({ first }) => worldPixel(first.at, zoom));
      for (const [index, one] of spots.entries()) {
        for (const other of spots.slice(index + 1)) {
          expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(48);
        }
      }
    }
  });

  it('lets the first in the order given stand for its group', () => {
    const [group] = cluster(
      [{ at: [12.5, 56] as LngLat }, { at: [12.5001, 56] as LngLat }],
      10,
      48
    );
    expect(group?.first.at).toEqual([12.5, 56]);
    expect(group?.members).toHaveLength(2);
  });

  it('opens groups as one comes closer, but never those on one spot', () => {
    const spot = [12.5, 56] as LngLat;
    const three = [{ at: spot }, { at: spot }, { at: [12.51, 56] as LngLat }];
    expect(cluster(three, 9, 48)).toHaveLength(1);
    expect(cluster(three, 17, 48)).toHaveLength(2);
  });
});
