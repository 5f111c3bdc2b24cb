import { remember, remembered } from './memory.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEY = 'samspil:theme';

class ThemeChoice {
  #theme = $state<Theme>('system');

  get theme(): Theme {
    return this.#theme;
  }

  restore(): void {
    const kept = remembered(KEY);
    this.#show(kept === 'light' || kept === 'dark' ? kept : 'system');
  }

  choose(theme: Theme): void {
    this.#show(theme);
    remember(KEY, theme === 'system' ? null : theme);
  }

  #show(theme: Theme): void {
    this.#theme = theme;
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }
}

export const themeChoice = new ThemeChoice();
