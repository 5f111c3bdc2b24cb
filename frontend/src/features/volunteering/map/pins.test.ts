import { describe, expect, it } from 'vitest';
import type { LngLat } from '#lib/map/geometry.ts';
import { crowds, mappedNeeds, partingBox, pins, type MapFeature } from './pins.ts';

const FROM: LngLat = [12.4569, 56.0903];

function feature(id: string, lng: number, turn = 0): MapFeature {
  return {
    type: 'Feature',
    id: `need:${id}:${turn}`,
    geometry: { type: 'Point', coordinates: [lng, 56.09] },
    properties: { kind: 'need', id, title: `Opgave ${id}`, subtitle: 'Koret', lang: 'da' }
  };
}

describe('needs on the map', () => {
  it('stand in the list’s order, then nearest first', () => {
    const features = [
      feature('far', 12.6),
      feature('near', 12.46),
      feature('b', 12.5),
      feature('a', 12.55)
    ];
    const needs = mappedNeeds(features, [{ id: 'a' }, { id: 'remote' }, { id: 'b' }], FROM);
    expect(needs.map(({ id }) => id)).toEqual(['a', 'b', 'near', 'far']);
  });

  it('have one turn and a pin at each of their places', () => {
    const needs = mappedNeeds([feature('a', 12.5), feature('a', 12.6, 1)], [], FROM);
    expect(needs).toHaveLength(1);
    expect(pins(needs, null).map(({ need }) => need.turn)).toEqual([0, 0]);
  });

  it('give the chosen one’s pin the first place', () => {
    const needs = mappedNeeds([feature('a', 12.46), feature('b', 12.5)], [], FROM);
    expect(pins(needs, 'b').map(({ need }) => need.id)).toEqual(['b', 'a']);
  });

  it('are not mixed up with crowds', () => {
    const crowd: MapFeature = {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [12.5, 56] },
      properties: { cluster: true, count: 612, bbox: [12.4, 55.9, 12.6, 56.1] }
    };
    expect(crowds([crowd, feature('a', 12.5)])).toEqual([
      { at: [12.5, 56], count: 612, box: [12.4, 55.9, 12.6, 56.1] }
    ]);
    expect(mappedNeeds([crowd], [], FROM)).toEqual([]);
  });

  it('part when they can: not on one spot', () => {
    const [one, same, other] = pins(
      mappedNeeds([feature('a', 12.5), feature('b', 12.5), feature('c', 12.6)], [], FROM),
      null
    );
    if (!one || !same || !other) throw new Error('three pins were given');
    expect(partingBox([one, same])).toBeNull();
    expect(partingBox([one, same, other])).toEqual([12.5, 56.09, 12.6, 56.09]);
  });
});
