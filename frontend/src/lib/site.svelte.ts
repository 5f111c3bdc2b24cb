import { get } from '#api/client.ts';
import type { Site } from '#api/types.ts';

class SiteSettings {
  #site = $state.raw<Site | null>(null);

  /** What the municipality has set up; `null` until it is known. */
  get current(): Site | null {
    return this.#site;
  }

  /** Reads what the server put into the page; asks for it where a page came without. */
  async load(): Promise<void> {
    const embedded = document.getElementById('samspil-site')?.textContent;
    if (embedded) {
      this.#site = JSON.parse(embedded) as Site;
      return;
    }
    this.#site = await get('/api/v1/site').catch(() => null);
  }
}

export const site = new SiteSettings();
