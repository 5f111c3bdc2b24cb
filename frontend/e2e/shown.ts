// One of each thing that has a page of its own, whatever the demonstration holds.
import { list } from './support.ts';

const [need, association, premises] = await Promise.all([
  list('needs?limit=1'),
  list('associations?limit=1'),
  list('premises?limit=1')
]).then((lists) => lists.map(({ items }) => items[0]));
if (!need || !association || !premises) throw new Error('Samspil has nothing to show yet.');

export const NEED = `/opgaver/${need.id}`;
export const ASSOCIATION = `/foreninger/${association.slug}`;
export const PREMISES = `/lokaler/${premises.slug}`;
