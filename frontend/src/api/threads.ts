// Short names for the shapes of what is written about a sign-up.
import type { Answer } from './client.ts';

export type ThreadPage = Answer<'/api/v1/signups/{signup_id}/messages'>;
export type Message = ThreadPage['items'][number];
export type Side = ThreadPage['side'];
