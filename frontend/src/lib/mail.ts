/** A mail already begun: the subject filled in, the page's address at the foot. */
export function mailTo(email: string, subject: string, page: string): string {
  // Not URLSearchParams: mail programs read its plus signs as plus signs.
  return `mailto:${email}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(`\n\n${page}\n`)}`;
}
