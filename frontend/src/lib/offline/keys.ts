/** Where sign-ups stand that are not sent yet. */
export const QUEUE_KEY = 'samspil:queue';
