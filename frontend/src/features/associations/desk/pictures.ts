import { ApiError, cookie, sessionProof } from '#api/client.ts';
import { renew } from '#api/renew.ts';
import type { Language } from '#api/types.ts';
import { picturesAddress } from './desk.ts';

/** What the server takes, in bytes. */
export const MOST_BYTES = 12_000_000;
/** No screen shows more than this of a picture, in pixels. */
const LONGEST_SIDE = 2560;
/** Below this a picture is sent as it is. */
const SMALL_BYTES = 1_000_000;

/** The narrowest of the widths: for a list. */
export function smallest(sizes: Readonly<Record<string, string>>): string {
  const [width = ''] = Object.keys(sizes).sort((one, other) => Number(one) - Number(other));
  return sizes[width] ?? '';
}

/**
 * A picture as it is sent: no larger than anybody will see it, so that a phone on the bus need not
 * send twelve megabytes, and without the place where it was taken, which a canvas does not know.
 * What the browser cannot read is sent as it is; the server tells what is wrong with it.
 */
export async function lightened(file: File): Promise<Blob> {
  if (file.size <= SMALL_BYTES) return file;
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (!bitmap) return file;
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const QUALITY = 0.9;
  const blob = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, 'image/jpeg', QUALITY)
  );
  return blob && blob.size < file.size ? blob : file;
}

interface Upload {
  slug: string;
  file: Blob;
  alt: string;
  language: Language;
  /** From 0 to 1; 1 while the server takes it in. */
  onprogress: (share: number) => void;
  signal: AbortSignal;
}

/** Sends a picture. Rejects with `ApiError`, or with `AbortError` when `signal` stopped it. */
export async function upload(wishes: Upload): Promise<void> {
  const proof = sessionProof();
  try {
    await uploadOnce(wishes);
  } catch (error) {
    const expired = error instanceof ApiError && error.problem === 'not-signed-in';
    if (!expired || !(await renew(proof))) throw error;
    await uploadOnce(wishes);
  }
}

// `fetch` cannot tell how much has been sent.
function uploadOnce({ slug, file, alt, language, onprogress, signal }: Upload): Promise<void> {
  const body = new FormData();
  body.append('file', file, 'picture');
  body.append('alt', alt);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', picturesAddress(slug));
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Accept-Language', language);
    request.setRequestHeader('X-CSRF-TOKEN', cookie('csrf_access_token'));
    request.upload.onprogress = ({ loaded, total }) => onprogress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      if (request.status < 300) resolve();
      else reject(problemOf(request));
    };
    request.onerror = () => reject(new ApiError('offline'));
    request.onabort = () => reject(new DOMException('Stopped', 'AbortError'));
    signal.addEventListener('abort', () => request.abort());
    request.send(body);
  });
}

function problemOf({ status, responseText }: XMLHttpRequest): ApiError {
  let problem = {};
  try {
    problem = JSON.parse(responseText) as object;
  } catch {
    // A server in between answered in its own way.
  }
  if (status === 404) return new ApiError('not-found', status, problem);
  if (status === 422) return new ApiError('validation', status, problem);
  if (status === 429) return new ApiError('too-many-requests', status, problem);
  return new ApiError(status < 500 ? 'refused' : 'server', status, problem);
}
