import type { Applicant } from '#api/volunteering.ts';
import { ApiError } from '#api/client.ts';
import type { AttendanceStatus } from './applicants.ts';

/**
 * Who came, shown as it is tapped. What the server refuses goes back to what it was before, and of
 * several taps on one name the last one counts.
 */
export class CrewList {
  items = $state.raw<Applicant[]>([]);
  readonly #note: (id: string, came: AttendanceStatus, withoutCheck: boolean) => Promise<Applicant>;
  // Nothing is drawn from it.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  readonly #queues = new Map<string, Promise<unknown>>();

  constructor(
    note: (id: string, came: AttendanceStatus, withoutCheck: boolean) => Promise<Applicant>
  ) {
    this.#note = note;
  }

  /** Rejects with what went wrong, once the name is back as it was. */
  async note(applicant: Applicant, came: AttendanceStatus, withoutCheck = false): Promise<void> {
    const { id } = applicant;
    this.#put({ ...applicant, status: came });
    // One after the other: the server would else decide by which request is faster.
    const turn = (this.#queues.get(id) ?? Promise.resolve()).then(() =>
      this.#note(id, came, withoutCheck)
    );
    const settled = turn.catch(() => undefined);
    this.#queues.set(id, settled);
    try {
      const noted = await turn;
      if (this.#queues.get(id) === settled) this.#put(noted);
    } catch (error) {
      if (this.#queues.get(id) === settled) this.#put(applicant);
      throw error instanceof ApiError ? error : new ApiError('server');
    }
  }

  #put(applicant: Applicant): void {
    this.items = this.items.map((one) => (one.id === applicant.id ? applicant : one));
  }
}
