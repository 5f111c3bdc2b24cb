/**
 * A mail's HTML, to be shown in a frame without scripts: its links open in the whole window, as they
 * would from a mail program, and nothing in it acts.
 */
export function shown(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const element of page.querySelectorAll(
    'script, base, meta[http-equiv], form, iframe, object'
  )) {
    element.remove();
  }
  for (const link of page.querySelectorAll('a[href]')) {
    link.setAttribute('target', '_top');
    link.setAttribute('rel', 'noreferrer');
  }
  return `<!doctype html>${page.documentElement.outerHTML}`;
}
