/** Under which name a phone keeps what somebody without an account has told. */
export const PROFILE_KEY = 'samspil:profile';
