import { ApiError } from '#api/client.ts';
import type { FieldErrors } from './form.svelte.ts';

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
    ...error.told,
    ...(detail !== null && { detail }),
    errors: names(error.errors)
  });
}
