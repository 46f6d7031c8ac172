import { readFile } from 'node:fs/promises';
import type { ShellFile } from '../machine/shell-files.ts';
import { isOurPage } from './page-address.ts';

export interface ShellParts {
  readonly files: ReadonlyMap<string, ShellFile>;
  /** Headers of every response. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Answers a request of our own scheme with one of the listed files; anything else is 404 or 405. Never rejects. */
export async function respondWithShell(
  { files, headers }: ShellParts,
  request: { readonly method: string; readonly url: string },
): Promise<Response> {
  if (request.method !== 'GET') return new Response(null, { status: 405, headers: { ...headers, Allow: 'GET' } });
  const file = isOurPage(request.url) ? files.get(new URL(request.url).pathname) : undefined;
  if (file === undefined) return new Response(null, { status: 404, headers });
  try {
    return new Response(await readFile(file.path), { headers: { ...headers, 'Content-Type': file.type } });
  } catch {
    return new Response(null, { status: 500, headers }); // taken away while the program runs: by an update, say
  }
}
