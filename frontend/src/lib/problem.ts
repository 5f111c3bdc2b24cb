import type { ApiError } from '#api/client.ts';
import type { Catalogue } from '#lib/i18n/da.ts';

/** Says what went wrong in the reader's words; the server's own, when it named a field. */
export function wordsFor(error: ApiError, t: Catalogue): string {
  switch (error.reason) {
    case 'offline':
      return t.error.offline;
    case 'too-many-requests':
      return t.error.tooMany;
    case 'validation':
      return error.detail ?? t.error.validation;
    case 'refused':
      return error.detail ?? t.error.server;
    case 'not-found':
      return t.error.notFound;
    case 'busy':
      return t.error.busy;
    case 'server':
      return t.error.server;
  }
}
