/** Where in the app the reader came from; `null` when they came from elsewhere. */
class Trail {
  before = $state.raw<URL | null>(null);
}

export const trail = new Trail();
