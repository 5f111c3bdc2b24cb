// The shapes SvelteKit's own types are completed with.
declare global {
  namespace App {
    interface PageState {
      sheet?: string;
    }
  }
}

export {};
