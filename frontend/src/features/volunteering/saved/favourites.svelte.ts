import { fetchFavourites, setLiked, type Thing } from './saved.ts';

const keyOf = (thing: Thing) =>
  thing.kind === 'need' ? `need ${thing.id}` : `association ${thing.slug}`;

/** What the reader likes, read once for each who signs in. */
class Favourites {
  #keys = $state.raw<ReadonlySet<string>>(new Set());
  /** Whose they are. */
  #person: string | null = null;
  #looking: Promise<void> = Promise.resolve();

  has(thing: Thing): boolean {
    return this.#keys.has(keyOf(thing));
  }

  /** Looks, unless it is known what they like. All that comes of an error is an empty heart. */
  load(person: string | null): void {
    if (person === this.#person) return;
    this.#person = person;
    this.#keys = new Set();
    if (person !== null) this.#looking = this.#look(person);
  }

  async #look(person: string): Promise<void> {
    try {
      const items = await fetchFavourites();
      if (this.#person !== person) return;
      this.#keys = new Set(
        items.flatMap(({ need, association }) => [
          ...(need ? [keyOf({ kind: 'need', id: need.id })] : []),
          ...(association ? [keyOf({ kind: 'association', slug: association.slug })] : [])
        ])
      );
    } catch {
      this.#person = null;
    }
  }

  /** As `set`, to what it is not; gives back whether it is liked now. */
  async toggle(thing: Thing): Promise<boolean> {
    // What is read must not come after what is done.
    await this.#looking;
    const liked = !this.has(thing);
    await this.set(thing, liked);
    return liked;
  }

  /** Shows it at once; rejects with `ApiError`, and shows it as it was, when the server says no. */
  async set(thing: Thing, liked: boolean): Promise<void> {
    await this.#looking;
    this.#show(thing, liked);
    try {
      await setLiked(thing, liked);
    } catch (error) {
      this.#show(thing, !liked);
      throw error;
    }
  }

  #show(thing: Thing, liked: boolean): void {
    const others = [...this.#keys].filter((key) => key !== keyOf(thing));
    this.#keys = new Set(liked ? [...others, keyOf(thing)] : others);
  }
}

export const favourites = new Favourites();
