import { protocol, type Session } from 'electron';
import { policyHeaders } from '../machine/page-policy.ts';
import { listShellFiles } from '../machine/shell-files.ts';
import { SCHEME } from './page-address.ts';
import { respondWithShell } from './shell-response.ts';

/** To be called before the app is ready: makes ours a scheme with an origin of its own, as trustworthy as https. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the built screens to our own window, by a fixed list and under the same policy as in a browser. */
export function serveShell(session: Session, rendererDir: string): void {
  const parts = { files: listShellFiles(rendererDir), headers: policyHeaders() };
  session.protocol.handle(SCHEME, (request) => respondWithShell(parts, request));
}
