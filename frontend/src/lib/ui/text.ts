/** A page of running text. */
export interface Text {
  title: string;
  lead: string;
  sections: { heading: string; paragraphs: string[] }[];
}
