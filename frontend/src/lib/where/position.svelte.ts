export interface Position {
  lat: number;
  lon: number;
}

/** About 100 metres either way in Denmark, where a degree east is little more than half one north. */
const STEP = { lat: 0.001, lon: 0.002 };

/** Blurs a position to the nearest of a grid of points, so that no address can be read from it. */
export function rounded({ lat, lon }: Position): Position {
  const snap = (value: number, step: number) =>
    Number((Math.round(value / step) * step).toFixed(3));
  return { lat: snap(lat, STEP.lat), lon: snap(lon, STEP.lon) };
}

type Status = 'unasked' | 'locating' | 'found' | 'denied' | 'unavailable';

/** The reader's own position: rounded here, kept only as long as the page is open. */
class OwnPosition {
  #value = $state.raw<Position | null>(null);
  #status = $state<Status>('unasked');

  get value(): Position | null {
    return this.#value;
  }

  get status(): Status {
    return this.#status;
  }

  /** Asks the phone, which may ask the reader. Says whether a position was found. */
  async locate(): Promise<boolean> {
    this.#status = 'locating';
    try {
      const { coords } = await new Promise<GeolocationPosition>((resolve, reject) => {
        navigator.geolocation.getCurrentPosition(resolve, reject, {
          enableHighAccuracy: false,
          timeout: 10_000,
          maximumAge: 300_000
        });
      });
      this.#value = rounded({ lat: coords.latitude, lon: coords.longitude });
      this.#status = 'found';
      return true;
    } catch (error) {
      const denied = (error as Partial<GeolocationPositionError>).code === 1;
      this.#status = denied ? 'denied' : 'unavailable';
      return false;
    }
  }

  /** Finds the position again after a reload, if the reader has already allowed it. */
  async locateIfAllowed(): Promise<void> {
    if (this.#status !== 'unasked') return;
    const permission = await navigator.permissions.query({ name: 'geolocation' }).catch(() => null);
    if (permission?.state === 'granted') await this.locate();
  }
}

export const ownPosition = new OwnPosition();
