/** The address by which phones and computers offer to subscribe, instead of fetching it once. */
export function toSubscribe(url: string): string {
  return url.replace(/^https?:/, 'webcal:');
}
