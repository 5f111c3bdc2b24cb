/** What is reported: by the id or the slug that the server knows it by. */
export type Reported = { kind: string; title: string } & ({ id: string } | { slug: string });
