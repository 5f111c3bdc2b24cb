// Short names for the shapes of one's own calendar.
import type { Answer } from './client.ts';

export type CalendarAddress = Answer<'/api/v1/me/calendar'>;
