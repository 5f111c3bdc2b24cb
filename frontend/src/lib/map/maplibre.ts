import type * as Library from 'maplibre-gl';
// As published, not bundled: there is nothing to shake out of it, and under its own name the
// service worker knows it as what nobody needs before they ask for a map.
import libraryUrl from 'maplibre-gl/dist/maplibre-gl.mjs?url';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import 'maplibre-gl/dist/maplibre-gl.css';

export type { LngLatBoundsLike, Map as MapLibre, StyleSpecification } from 'maplibre-gl';

let library: Promise<typeof Library> | null = null;

/** Fetches MapLibre once. Its worker is a file of ours, so that no policy has to allow blobs. */
export function mapLibrary(): Promise<typeof Library> {
  library ??= fetchLibrary().catch((error: unknown) => {
    library = null;
    throw error;
  });
  return library;
}

async function fetchLibrary(): Promise<typeof Library> {
  const maplibre = (await import(/* @vite-ignore */ libraryUrl)) as typeof Library;
  maplibre.setWorkerUrl(workerUrl);
  return maplibre;
}
