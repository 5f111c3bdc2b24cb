// Static files only: the browser draws every page, the backend fills in the head.
export const ssr = false;
