import { askIn } from '#api/client.ts';
import type { Language } from '#api/types.ts';
import { remember, remembered } from '#lib/memory.ts';
import { da, type Catalogue } from './da.ts';
import { Format } from './format.ts';

const KEY = 'samspil:language';

class I18n {
  #language = $state<Language>('da');
  #catalogue = $state.raw<Catalogue>(da);
  readonly #format = $derived(new Format(this.#language, this.#catalogue));

  get language(): Language {
    return this.#language;
  }

  /** The texts in the reader's language. */
  get t(): Catalogue {
    return this.#catalogue;
  }

  /** Dates, numbers and distances in the reader's language. */
  get format(): Format {
    return this.#format;
  }

  /** Takes up the language chosen on this phone before; Danish otherwise. */
  async restore(): Promise<void> {
    await this.#use(remembered(KEY) === 'en' ? 'en' : 'da');
  }

  async choose(language: Language): Promise<void> {
    await this.#use(language);
    remember(KEY, language);
  }

  async #use(language: Language): Promise<void> {
    // English is fetched only by those who read it.
    this.#catalogue = language === 'en' ? (await import('./en.ts')).en : da;
    this.#language = language;
    document.documentElement.lang = language;
    askIn(language);
  }
}

export const i18n = new I18n();
