import { ApiError, isSuperseded } from '#api/client.ts';
import type { Me } from '#api/people.ts';
import type { OwnSignup } from '#api/signups.ts';
import { keepSignups, keptOwn } from '#lib/offline/own.ts';
import { readOpen } from '#features/volunteering/shared/signups/calls.ts';

/** What is open of one's sign-ups: as the server has it, or as the phone has kept it. */
export class OwnSignups {
  items = $state.raw<OwnSignup[] | null>(null);
  error = $state.raw<ApiError | null>(null);
  /** When it was fetched, where it comes from the phone. */
  keptAt = $state<string | null>(null);

  async load(me: Me, signal?: AbortSignal): Promise<void> {
    this.error = null;
    try {
      this.items = await readOpen(signal);
      this.keptAt = null;
      keepSignups(me, this.items);
    } catch (error) {
      if (isSuperseded(error)) return;
      const known = error instanceof ApiError ? error : new ApiError('server');
      if (known.reason !== 'offline' || !this.takeKept()) this.error = known;
    }
  }

  /** Shows what the phone has; says whether it has any. */
  takeKept(): boolean {
    const own = keptOwn();
    if (!own?.at) return false;
    this.items = own.signups;
    this.keptAt = own.at;
    return true;
  }
}
