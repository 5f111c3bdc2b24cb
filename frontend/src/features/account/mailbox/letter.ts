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
  // The page around it has its main part already.
  for (const main of page.querySelectorAll('main')) {
    const part = page.createElement('div');
    part.style.cssText = main.style.cssText;
    part.append(...main.childNodes);
    main.replaceWith(part);
  }
  for (const link of page.querySelectorAll('a[href]')) {
    link.setAttribute('target', '_top');
    link.setAttribute('rel', 'noreferrer');
  }
  return `<!doctype html>${page.documentElement.outerHTML}`;
}
