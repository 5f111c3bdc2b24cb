// Acting as somebody: the demonstration's accounts, and the mails everybody there gets.
import assert from 'node:assert/strict';
import type { BrowserContext } from 'playwright-core';
import { api, BASE } from './support.ts';

export const VOLUNTEER = 'frivillig@demo.example';
export const BOARD = 'forening@demo.example';
export const STAFF = 'medarbejder@demo.example';
const PASSWORD = 'samspil-demo';

interface SignIn {
  at: number;
  cookies: Awaited<ReturnType<BrowserContext['cookies']>>;
}

// Each account signs in once for many tests, long before its first proof runs out.
const KEEP_MS = 8 * 60_000;
const signIns = new Map<string, SignIn>();

/** Lets a browser be somebody's, as if they had signed in before. */
export async function become(
  context: BrowserContext,
  email: string,
  password = PASSWORD
): Promise<void> {
  const before = signIns.get(email);
  if (before && Date.now() - before.at < KEEP_MS) {
    await context.addCookies(before.cookies);
    return;
  }
  const response = await context.request.post('/api/v1/auth/login', {
    data: { email, password }
  });
  assert.equal(response.status(), 200, `${email} signs in`);
  signIns.set(email, { at: Date.now(), cookies: await context.cookies() });
}

/** Calls the API as somebody, as a program would, for as long as the tests run. */
export async function as(
  email: string,
  password = PASSWORD
): Promise<(method: string, path: string, body?: object) => Promise<Response>> {
  let at = Date.now();
  let token = await tokenOf(email, password);
  return async (method, path, body) => {
    if (Date.now() - at > KEEP_MS) {
      at = Date.now();
      token = await tokenOf(email, password);
    }
    return fetch(new URL(`/api/v1/${path}`, BASE), {
      method,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      ...(body && { body: JSON.stringify(body) })
    });
  };
}

async function tokenOf(email: string, password: string): Promise<string> {
  const response = await fetch(new URL('/api/v1/auth/login', BASE), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password, tokens: true })
  });
  assert.equal(response.status, 200, `${email} signs in`);
  return ((await response.json()) as { access_token: string }).access_token;
}

/**
 * The link in the newest mail to somebody, once it has come.
 * @param before the link of an earlier mail, which is not meant
 */
export async function linkMailedTo(email: string, before?: string): Promise<string> {
  const PATIENCE_MS = 20_000;
  const given = Date.now() + PATIENCE_MS;
  for (;;) {
    const { items } = await api<{ items: { id: string }[] }>(
      `demo/mails?to=${encodeURIComponent(email)}`
    );
    if (items[0]) {
      const { text } = await api<{ text: string }>(`demo/mails/${items[0].id}`);
      const link = /\S+\/bekraeft\/\S+/.exec(text)?.[0];
      const path = link && new URL(link).pathname;
      if (path && path !== before) return path;
      assert(before, `a link in ${text}`);
    }
    assert(Date.now() < given, `no mail to ${email}`);
    // The worker sends it in its own time.
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** What nobody else is called. */
export const stamp = () => Date.now().toString(36);
