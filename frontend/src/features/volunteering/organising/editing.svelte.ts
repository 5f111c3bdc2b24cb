import { tick } from 'svelte';
import { ApiError } from '#api/client.ts';
import type { NeedDesk, NeedEdit } from '#api/volunteering.ts';
import type { Edited } from '#api/send.ts';
import { merge } from '#lib/ui/forms/stale.ts';
import { Draft } from '#lib/ui/forms/draft.ts';
import { FormState, type FieldErrors } from '#lib/ui/forms/form.svelte.ts';
import { editNeed, readNeed } from './calls.ts';
import {
  afterChange,
  changeOf,
  complaintsOf,
  formOf,
  isPartOf,
  refusedIn,
  withoutRefused,
  type NeedField,
  type NeedForm
} from './need.ts';

/**
 * How what is typed stands to what the server has. `waiting`: something is not sent yet. `offline`:
 * nor can it be. `refused`: all is sent that the server takes. `failed`: it did not work.
 */
export type Saving = 'saved' | 'waiting' | 'sending' | 'offline' | 'refused' | 'failed';

/** Somebody else's edit that ours met. */
export interface Stale {
  theirs: NeedForm;
  disputed: NeedField[];
}

interface Kept {
  base: NeedForm;
  values: NeedForm;
}

const PAUSE_MS = 1_500;
const AGAIN_MS = 15_000;

/**
 * A need while it is written. A draft is saved by itself, a moment after each change; what the public
 * can see is changed only when somebody says so. What the server does not have yet stays on the phone.
 */
export class Editing {
  // Given by the constructor at once.
  need = $state.raw<NeedDesk>(undefined as never);
  readonly form: FormState<NeedForm>;
  saving = $state<Saving>('saved');
  /** Why it did not work. */
  error = $state.raw<ApiError | null>(null);
  stale = $state.raw<Stale | null>(null);
  /** What was written here earlier and never sent is here again. */
  broughtBack = $state(false);
  // What the server is known to have: what is written is measured, and sent, against it.
  #base = $state.raw<NeedForm>(undefined as never);
  #edition: string | null;
  // What the server takes not as it is, and why.
  #refused: NeedEdit = {};
  #complaints: FieldErrors = {};
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;
  readonly #kept: Draft<Kept>;
  readonly #onsaved: (saved: Edited<NeedDesk>) => void;

  /**
   * @param person whose words these are; nobody else on this phone shall meet them
   * @param onsaved hears what the server has after each change
   */
  constructor(
    person: string,
    { value, edition }: Edited<NeedDesk>,
    onsaved: (saved: Edited<NeedDesk>) => void
  ) {
    this.need = value;
    this.#edition = edition;
    this.#onsaved = onsaved;
    this.#base = formOf(value);
    this.form = new FormState<NeedForm>({ initial: formOf(value), send: () => this.sendAll() });
    this.#kept = new Draft<Kept>({ key: `need:${person}:${value.id}`, where: 'phone' });
    this.#bringBack();
  }

  /** Whether something is written that the server does not have. */
  get changed(): boolean {
    return Object.keys(changeOf(this.#base, this.form.values)).length > 0;
  }

  /** Whether changes are sent without being asked for. */
  get byItself(): boolean {
    return this.need.status === 'draft';
  }

  #bringBack(): void {
    const { base, values } = this.#kept.read();
    if (!base || !values) return;
    // What the form has learnt to hold since then is not among what was kept.
    const now = this.#base;
    this.#join({ ...now, ...base }, { ...now, ...values }, now);
    this.broughtBack = this.changed;
    if (this.stale?.disputed.length === 0) this.stale = null;
  }

  #join(base: NeedForm, mine: NeedForm, theirs: NeedForm): void {
    const { values, disputed } = merge(base, mine, theirs);
    this.form.values = values;
    this.stale = { theirs, disputed };
  }

  /** After every change of the form: keeps it here, and sends it soon where that is done by itself. */
  touched(): void {
    clearTimeout(this.#timer);
    if (!this.changed) {
      this.#kept.forget();
      if (this.saving !== 'sending') this.saving = 'saved';
      return;
    }
    this.#kept.keep({ base: this.#base, values: this.#written() });
    if (!this.byItself || (this.stale?.disputed.length ?? 0) > 0) {
      if (this.saving === 'saved') this.saving = 'waiting';
      return;
    }
    const pause = this.saving === 'offline' ? AGAIN_MS : PAUSE_MS;
    if (this.saving !== 'offline' && this.saving !== 'sending') this.saving = 'waiting';
    this.#timer = setTimeout(() => void this.save(), pause);
  }

  #written(): NeedForm {
    return $state.snapshot<object>(this.form.values) as NeedForm;
  }

  /** Sends what is not sent yet; how that went stands in `saving` and at the fields. */
  async save(): Promise<void> {
    await this.sendAll().catch(() => undefined);
  }

  /** The same for who waits for it: rejects with `ApiError` unless the server has all of it then. */
  async sendAll(): Promise<void> {
    clearTimeout(this.#timer);
    while (this.#running) await this.#running.catch(() => undefined);
    this.#running = this.#send().finally(() => (this.#running = null));
    await this.#running;
  }

  async #send(): Promise<void> {
    const written = this.#written();
    const all = changeOf(this.#base, written);
    const change = withoutRefused(all, this.#refused);
    this.error = null;
    if (Object.keys(change).length > 0) {
      this.saving = 'sending';
      try {
        this.#taken(await editNeed(this.need.id, change, this.#edition), written, change);
      } catch (error) {
        await this.#failed(error, change);
        return;
      }
    }
    if (Object.keys(all).length > Object.keys(change).length) {
      this.saving = 'refused';
      throw new ApiError('validation', 422, { errors: this.#complaints });
    }
  }

  #taken(saved: Edited<NeedDesk>, written: NeedForm, change: NeedEdit): void {
    this.stale = null;
    this.broughtBack = false;
    // The words stay as they were typed, not as the server tidied them: nothing moves under a thumb.
    this.#base = afterChange(this.#base, written, change);
    this.#complaints = Object.fromEntries(
      Object.entries(this.#complaints).filter(([name]) => !isPartOf(name, change))
    );
    this.form.errors = this.#complaints;
    this.#refused = Object.fromEntries(
      Object.entries(this.#refused).filter(([name]) => !(name in change))
    );
    this.#learnTowns(saved.value);
    this.saving = 'saved';
    this.take(saved);
    this.touched();
  }

  /** A spot on the map alone stands at its nearest town, which the server finds. */
  #learnTowns({ places }: NeedDesk): void {
    if (this.form.values.towns.length > 0 || this.form.values.place !== 'there') return;
    const towns = places.map(({ slug }) => slug);
    this.#base = { ...this.#base, towns };
    this.form.values.towns = towns;
  }

  async #failed(error: unknown, change: NeedEdit): Promise<void> {
    const known = error instanceof ApiError ? error : new ApiError('server');
    if (known.status === 412) {
      await this.#bringIn();
      return;
    }
    if (known.reason === 'offline') {
      this.saving = 'offline';
      this.touched();
      throw known;
    }
    const refused = refusedIn(change, known.errors);
    if (Object.keys(refused).length === 0) {
      this.saving = 'failed';
      this.error = known;
      throw known;
    }
    this.#refused = { ...this.#refused, ...refused };
    this.#complaints = { ...this.#complaints, ...complaintsOf(known.errors) };
    this.form.errors = this.#complaints;
    // The rest was right.
    await this.#send();
  }

  /** Somebody was quicker: what they changed comes in, what is written here stays. */
  async #bringIn(): Promise<void> {
    const fresh = await readNeed(this.need.id);
    const theirs = formOf(fresh.value);
    this.#join(this.#base, this.#written(), theirs);
    this.#base = theirs;
    this.saving = this.changed ? 'waiting' : 'saved';
    this.take(fresh);
    this.touched();
    if (this.stale?.disputed.length === 0 && this.byItself) {
      await this.#send();
      return;
    }
    await tick();
    document.getElementById('stale')?.focus();
    throw new ApiError('refused', 412);
  }

  /** As it stands after something else was done with it. */
  take(saved: Edited<NeedDesk>): void {
    this.need = saved.value;
    this.#edition = saved.edition;
    this.#onsaved(saved);
  }

  /** Which of two words shall stand where both of us wrote. */
  settle(field: NeedField, whose: 'mine' | 'theirs'): void {
    if (!this.stale) return;
    const { theirs, disputed } = this.stale;
    if (whose === 'theirs') {
      this.form.values = { ...this.form.values, [field]: theirs[field] };
    }
    this.stale = { theirs, disputed: disputed.filter((other) => other !== field) };
    this.touched();
  }

  /** Back to what the server has. */
  discard(): void {
    clearTimeout(this.#timer);
    this.#kept.forget();
    this.#refused = {};
    this.#complaints = {};
    this.#base = formOf(this.need);
    this.form.fill(formOf(this.need));
    this.stale = null;
    this.broughtBack = false;
    this.saving = 'saved';
  }

  /** Sends what is left and waits for nothing more. */
  stop(): void {
    clearTimeout(this.#timer);
    if (this.byItself && this.changed && !this.stale) void this.save();
  }
}
