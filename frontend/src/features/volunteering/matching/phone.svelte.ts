import { remember, remembered } from '#lib/memory.ts';
import { PROFILE_KEY } from '#features/volunteering/shared/matching/kept.ts';
import { readProfile, type PhoneProfile } from './profile.ts';

/** The profile that this phone keeps. */
class Phone {
  #profile = $state.raw<PhoneProfile | null>(readProfile(remembered(PROFILE_KEY)));

  get profile(): PhoneProfile | null {
    return this.#profile;
  }

  keep(profile: PhoneProfile): void {
    this.#profile = profile;
    remember(PROFILE_KEY, JSON.stringify(profile));
  }

  forget(): void {
    this.#profile = null;
    remember(PROFILE_KEY, null);
  }
}

export const phone = new Phone();
