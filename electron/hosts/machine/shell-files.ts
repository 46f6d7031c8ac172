import { readdirSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

/** A file of the empty shell. */
export interface ShellFile {
  readonly path: string;
  readonly type: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * Everything that is served without a session, by URL path: the files that stand in the folder when the host starts.
 * A request is looked up here and never becomes a path, so no spelling of it reaches another file. Throws without index.html.
 */
export function listShellFiles(rendererDir: string): ReadonlyMap<string, ShellFile> {
  const files = new Map<string, ShellFile>();
  for (const entry of readdirSync(rendererDir, { recursive: true, withFileTypes: true })) {
    const type = TYPES[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(`/${relative(rendererDir, path).split(sep).map(encodeURIComponent).join('/')}`, { path, type });
  }
  const index = files.get('/index.html');
  if (index === undefined) throw new Error(`no index.html in ${rendererDir}`);
  return files.set('/', index);
}
