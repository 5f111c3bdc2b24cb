import { address, ask } from '#api/client.ts';
import type { Need } from '#api/types.ts';

/** The need as it is now, past what the browser keeps of it; `null` when it cannot be asked for. */
export async function readAnew(id: string): Promise<Need | null> {
  const url = address('/api/v1/needs/{need_id}', { need_id: id }, {});
  try {
    const response = await ask(url, () => ({ cache: 'no-cache' }));
    return (await response.json()) as Need;
  } catch {
    return null;
  }
}
