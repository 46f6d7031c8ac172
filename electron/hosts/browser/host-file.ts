import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { replaceFileDurably } from '../../station/files/durable-files.ts';

const FILE_NAME = 'host.json';
const SECRET_BYTES = 32;

/** What outlives a restart, so that an open page goes on: the port it knows and the secret its cookie rests on. */
export interface HostFile {
  readonly port: number;
  readonly secret: Uint8Array;
}

const fileSchema = z.strictObject({
  version: z.literal(1),
  port: z.int().min(1).max(65_535),
  secret: z.base64url().transform((text) => Buffer.from(text, 'base64url')),
});

/**
 * The host's file in the data folder; null when there is none, when it is damaged, or when others could have read it
 * (a copied folder): an old page then needs the new link, and nothing else is lost.
 */
export function readHostFile(dataDir: string): HostFile | null {
  const path = join(dataDir, FILE_NAME);
  let content: unknown;
  try {
    if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) return null;
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
  const parsed = fileSchema.safeParse(content);
  if (!parsed.success || parsed.data.secret.length !== SECRET_BYTES) return null;
  return { port: parsed.data.port, secret: parsed.data.secret };
}

/** Replaces the file in one step (0600, synced): after a power cut it is the old one or the new one, never half. */
export function writeHostFile(dataDir: string, { port, secret }: HostFile): void {
  const path = join(dataDir, FILE_NAME);
  const content = JSON.stringify({ version: 1, port, secret: Buffer.from(secret).toString('base64url') });
  replaceFileDurably(path, `${path}.new`, Buffer.from(content));
}
