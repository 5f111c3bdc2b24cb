import { worldPixel, type LngLat } from './geometry.ts';

export interface Cluster<Point> {
  /** The one that stands for all: the first in the order given. */
  readonly first: Point;
  readonly members: readonly Point[];
}

/**
 * Gathers what would lie closer than `apart` pixels at a zoom. The order given decides who stands
 * for a group, and two groups are never closer than `apart`: a thumb can hit each.
 */
export function cluster<Point extends { readonly at: LngLat }>(
  points: readonly Point[],
  zoom: number,
  apart: number
): Cluster<Point>[] {
  const groups: { x: number; y: number; first: Point; members: Point[] }[] = [];
  // Only the nine cells around a point can hold a group that is near enough.
  const cells = new Map<string, typeof groups>();
  for (const point of points) {
    const { x, y } = worldPixel(point.at, zoom);
    const column = Math.floor(x / apart);
    const row = Math.floor(y / apart);
    const near = neighbours(column, row)
      .flatMap((cell) => cells.get(cell) ?? [])
      .find((group) => Math.hypot(group.x - x, group.y - y) < apart);
    if (near) {
      near.members.push(point);
      continue;
    }
    const group = { x, y, first: point, members: [point] };
    groups.push(group);
    const cell = `${column}:${row}`;
    cells.set(cell, [...(cells.get(cell) ?? []), group]);
  }
  return groups;
}

function neighbours(column: number, row: number): string[] {
  return [-1, 0, 1].flatMap((right) => [-1, 0, 1].map((down) => `${column + right}:${row + down}`));
}
