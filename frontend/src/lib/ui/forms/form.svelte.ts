import { tick } from 'svelte';
import { ApiError } from '#api/client.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { nextTry } from '#lib/confirm/mailed.ts';
import { wordsFor } from '#lib/problem.ts';
import { Draft, type DraftRules } from './draft.ts';
import { texts } from './texts.ts';

/** What is wrong, by the field's name; as the server tells it. */
export type FieldErrors = Record<string, string[]>;

/** One field of a form, as the parts in this folder take it. */
export interface Field<Value> {
  readonly id: string;
  readonly name: string;
  value: Value;
  readonly errors: readonly string[];
  /** What the summary calls the field. */
  label: string;
}

interface Rules<Values extends object> {
  initial: Values;
  /** What can be told without asking the server. */
  check?: (values: Values) => FieldErrors;
  /** Sends it; rejects with `ApiError`. */
  send: (values: Values) => Promise<void>;
  /** Words for what went wrong with the whole form; `null` for the usual ones. */
  words?: (error: ApiError) => string | null;
  /** Keeps what is typed while the page is reloaded. */
  draft?: DraftRules<Values>;
}

/** Why the last try failed. */
interface Failure {
  /** The problem's stable name. */
  problem: string | undefined;
  /** Sending the same once more is all there is to do. */
  again: boolean;
  /** It never left: there was no network. */
  offline?: boolean;
}

let forms = 0;

/**
 * What a person writes, until the server has it. Nothing typed is ever lost to an error; errors
 * stand at their fields and in a summary, which gets the focus.
 */
export class FormState<Values extends object> {
  readonly id = `form-${(forms += 1)}`;
  readonly labels: Record<string, string> = {};
  // Given by the constructor at once.
  values = $state<Values>(undefined as never);
  errors = $state.raw<FieldErrors>({});
  /** What is wrong with the whole, in words. */
  problem = $state<string | null>(null);
  failure = $state.raw<Failure | null>(null);
  busy = $state(false);
  /** Something was typed that the server does not have yet, now or before a reload. */
  changed = $state(false);
  readonly #rules: Rules<Values>;
  readonly #draft: Draft<Values> | null;

  constructor(rules: Rules<Values>) {
    this.#rules = rules;
    this.#draft = rules.draft ? new Draft(rules.draft) : null;
    const draft = this.#draft?.read() ?? {};
    this.changed = Object.keys(draft).length > 0;
    this.values = { ...rules.initial, ...draft };
  }

  get failed(): boolean {
    return this.problem !== null || Object.keys(this.errors).length > 0;
  }

  /** A field by its name, for the parts that draw it. */
  field<Name extends keyof Values & string>(name: Name): Field<Values[Name]> {
    // The parts read and write through it, so that each draws itself anew only for its own field.
    // eslint-disable-next-line @typescript-eslint/no-this-alias
    const form = this;
    return {
      id: `${form.id}-${name}`,
      name,
      get value() {
        return form.values[name];
      },
      set value(value) {
        form.values[name] = value;
        form.changed = true;
        form.#draft?.keep(form.values);
      },
      get errors() {
        return form.errors[name] ?? [];
      },
      get label() {
        return form.labels[name] ?? '';
      },
      set label(label) {
        form.labels[name] = label;
      }
    };
  }

  /** Starts over from what the server has. */
  fill(values: Values): void {
    this.values = values;
    this.clear();
    this.#settle();
  }

  /** Takes what was wrong away. */
  clear(): void {
    this.errors = {};
    this.problem = null;
    this.failure = null;
  }

  #settle(): void {
    this.changed = false;
    this.#draft?.forget();
  }

  /** Says what is wrong and takes the reader there. */
  async refuse(
    errors: FieldErrors,
    problem: string | null = null,
    failure: Failure | null = null
  ): Promise<void> {
    this.errors = errors;
    this.problem = problem;
    this.failure = failure;
    await tick();
    document.getElementById(`faults-of-${this.id}`)?.focus();
  }

  /**
   * Sends what is written. Says whether the server took it.
   * @param other another thing to do with the same fields, with its own check
   */
  async submit(
    other: Pick<Rules<Values>, 'check' | 'send' | 'words'> = this.#rules
  ): Promise<boolean> {
    if (this.busy) return false;
    const values = $state.snapshot<object>(this.values) as Values;
    const errors = other.check?.(values) ?? {};
    if (Object.keys(errors).length > 0) {
      await this.refuse(errors);
      return false;
    }
    this.busy = true;
    this.clear();
    try {
      await other.send(values);
      this.#settle();
      return true;
    } catch (error) {
      const known = error instanceof ApiError ? error : new ApiError('server');
      const words = other.words?.(known) ?? this.#wordsFor(known);
      const again = other === this.#rules && known.reason === 'busy';
      await this.refuse(known.errors, words, {
        problem: known.problem,
        again,
        offline: known.reason === 'offline'
      });
      return false;
    } finally {
      this.busy = false;
    }
  }

  #wordsFor(error: ApiError): string | null {
    const own = this.#rules.words?.(error);
    if (own) return own;
    const t = texts[i18n.language];
    if (error.reason === 'offline') return t.offline;
    if (error.problem === 'not-signed-in') return t.signedOut;
    if (error.reason === 'busy') return t.busy;
    if (error.reason === 'too-many-requests' && error.retryAfter !== undefined) {
      return t.tooMany(nextTry(error, i18n.language));
    }
    // The fields say it better.
    if (Object.keys(error.errors).length > 0) return null;
    return error.detail ?? wordsFor(error, i18n.t);
  }
}

/** What else is said of a control: its help and its error, by their ids. */
export function describedBy(id: string, help: boolean, wrong: boolean): string | undefined {
  const ids = [help && `${id}-help`, wrong && `${id}-error`].filter((one) => one !== false);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/**
 * What went wrong with a call, its complaints by the fields of the form they are about.
 *
 * @param detail said of the whole instead of the server's own words
 */
export function renamed(
  error: ApiError,
  names: (errors: FieldErrors) => FieldErrors,
  detail: string | null = null
): ApiError {
  return new ApiError(error.reason, error.status, {
    ...error.extensions,
    ...(detail !== null && { detail }),
    errors: names(error.errors)
  });
}
