import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What pdfsig says of one signature. It exits 0 whatever it finds: only its text tells. */
export interface PdfsigFinding {
  readonly signature: string;
  readonly certificate: string;
  readonly isWholeFile: boolean;
}

/** pdfsig (poppler) on a file, trusting the given root certificates (DER) and nothing else; works in an empty folder. */
export function askPdfsig(dir: string, pdf: Uint8Array, roots: readonly Uint8Array[]): readonly PdfsigFinding[] {
  const store = `sql:${join(dir, 'nss')}`;
  mkdirSync(join(dir, 'nss'));
  execFileSync('certutil', ['-N', '-d', store, '--empty-password']);
  for (const [index, root] of roots.entries()) {
    const file = join(dir, `${index}.der`);
    writeFileSync(file, root);
    execFileSync('certutil', ['-A', '-d', store, '-n', `root-${index}`, '-t', 'CT,C,C', '-i', file]);
  }
  const file = join(dir, 'paper.pdf');
  writeFileSync(file, pdf);
  const { stdout } = spawnSync('pdfsig', ['-nssdir', store, file], { encoding: 'utf8' });
  const parts = stdout.split(/^Signature #\d+:$/m).slice(1);
  return parts.filter((part) => !part.includes('form field is not signed')).map(readFinding); // a field that waits
}

function readFinding(text: string): PdfsigFinding {
  const line = (name: string) => new RegExp(`- ${name}: (.*)$`, 'm').exec(text)?.[1] ?? '';
  return {
    signature: line('Signature Validation'),
    certificate: line('Certificate Validation'),
    isWholeFile: /- Total document signed/.test(text),
  };
}
