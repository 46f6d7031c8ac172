import { createServer } from 'node:http';
import { join } from 'node:path';
import { openBareCommit } from './bare-commit.ts';

/*
 * The floor of a check-in through a browser: an HTTP server that commits one bare row and answers, and a page of one
 * field that asks it on Enter and writes the word. `DATA_DIR ROW_BYTES WORD`; says its address and its memory.
 */

/** What this process sends. */
export interface BareHost {
  readonly url: string;
  readonly rssBytes: number;
}

const [dataDir = '', rowBytes = '', word = ''] = process.argv.slice(2);
const bare = openBareCommit(join(dataDir, 'bare-host.db'), Number(rowBytes));
const PAGE = `<!doctype html><meta charset="utf-8"><title>floor</title><input autofocus><p></p><script>
const [field, line] = [document.querySelector('input'), document.querySelector('p')];
field.onkeydown = async (event) => {
  if (event.key !== 'Enter') return void (line.textContent = '');
  await (await fetch('/commit', { method: 'POST', body: '{}' })).json();
  line.textContent = ${JSON.stringify(word)};
};
</script>`;

const server = createServer((request, response) => {
  if (request.method !== 'POST') return void response.setHeader('content-type', 'text/html').end(PAGE);
  request.resume().on('end', () => {
    bare.commit();
    response.setHeader('content-type', 'application/json').end('{"ok":true}');
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const say = (): void =>
    void process.send?.({ url: `http://127.0.0.1:${port}/`, rssBytes: process.memoryUsage.rss() } satisfies BareHost);
  process.once('disconnect', () => process.exit(1)); // a bench that broke off leaves no process behind
  process.on('message', say);
  say();
});
