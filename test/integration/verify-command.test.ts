import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { copyName } from '../../electron/station/backup/copy-folder.ts';
import { runVerify } from '../../electron/hosts/machine/verify-command.ts';
import { encodePaperQr, SHORT_HASH_DIGITS } from '../../shared/documents/paper-qr.ts';
import { aFileOfADay } from '../support/a-file-of-a-day.ts';
import { type LooseEvent, recordsOf, rewrite } from '../support/skilled-hand.ts';
import { tempDir } from '../support/temp-dir.ts';

const projectDir = join(import.meta.dirname, '..', '..');

/** As somebody types it who has the folder of the program and a file. */
function npmRunVerify(...args: readonly string[]) {
  const { status, stdout } = spawnSync('npm', ['run', '--silent', 'verify', '--', ...args], {
    cwd: projectDir,
    encoding: 'utf8',
    timeout: 30_000,
  });
  return { status, stdout };
}

interface SaidHead {
  readonly station: string;
  readonly epoch: number;
  readonly seq: number;
  readonly hash: string;
  readonly signature: string;
}

/** A file of a day, and what stood on its paper, in a backup's manifest and in the chief's notes. */
async function aFileWithAnchors() {
  const dir = tempDir();
  const path = join(dir, 'day.journal');
  writeFileSync(path, await aFileOfADay());
  const db = new Database(path, { readonly: true });
  const records = recordsOf(db);
  db.close();
  const dataOf = (type: string) => records.findLast((record) => record.type === type)?.data ?? {};
  // as: what these two types of record hold
  const [printed] = dataOf('PaperIssued')['heads'] as [SaidHead];
  const given = dataOf('CheckCodeGiven') as { head: SaidHead; code: string };
  const { day } = records[0] as LooseEvent & { day: string };
  const manifest = join(dir, 'manifest.json');
  writeFileSync(manifest, JSON.stringify({ v: 1, day, kind: 'real', heads: [printed] }));
  const page = encodePaperQr({
    document: 'record',
    documentId: 'd1',
    room: '001',
    paper: 'theory',
    kind: 'real',
    page: 1,
    pages: 1,
    heads: [{ label: 'A', epoch: 1, seq: printed.seq, hash: printed.hash.slice(0, SHORT_HASH_DIGITS) }],
    digest: '0'.repeat(16),
  });
  const anchors = {
    paper: `paper:${page}`,
    backup: `backup:${manifest}`,
    spoken: `spoken:A#${given.head.seq}:${given.code}`,
  };
  return { path, anchors, printed, given };
}

describe('npm run verify', () => {
  it('says of a real file what each anchor proves, and what it cannot know', { timeout: 60_000 }, async () => {
    const { path, anchors, printed, given } = await aFileWithAnchors();
    const { status, stdout } = npmRunVerify(path, ...Object.values(anchors).flatMap((anchor) => ['--anchor', anchor]));
    expect(stdout).toContain(`文书 A#${printed.seq}：相符。A#1 至 A#${printed.seq} 与文书一致`);
    expect(stdout).toContain(`备份 A#${printed.seq}：相符。A#1 至 A#${printed.seq} 与备份一致，有那台工作站的签名`);
    expect(stdout).toContain(`校验码 A#${given.head.seq} ${given.code.slice(0, 3)} ${given.code.slice(3)}：相符。`);
    expect(stdout).toContain('B2#1 至 B2#3 没有锚点');
    expect(stdout).toMatch(/结论：没有发现问题，给出的锚点都相符。\n$/);
    expect(status).toBe(0);

    // Rewritten before the paper was printed, so that it agrees with itself: every anchor tells.
    const db = new Database(path);
    rewrite(
      db,
      recordsOf(db).map((record) => (record.seq === 10 ? { ...record, occurredAt: 1 } : record)),
    );
    db.close();
    expect(runVerify([path])).toMatchObject({ exitCode: 0 });
    expect(runVerify([path]).lines.at(-1)).toBe('结论：文件自己前后相符；没有锚点，不能说它没有被改写过。');
    for (const anchor of Object.values(anchors)) {
      const run = runVerify([path, '--anchor', anchor]);
      expect(run.exitCode, anchor).toBe(1);
      expect(run.lines.join('\n'), anchor).toContain('不符');
    }
  });

  it('shows nothing that a rewritten file says in the place of a name, nor clears the terminal with it', async () => {
    const path = join(tempDir(), 'day\u001b[2J.journal');
    writeFileSync(path, await aFileOfADay());
    const forged = 'A#1：\n\u001b[2J结论：没有发现问题，给出的锚点都相符。';
    const db = new Database(path);
    db.pragma('foreign_keys = OFF');
    rewrite(
      db,
      recordsOf(db).map((record) =>
        record.data['label'] === 'A' ? { ...record, data: { ...record.data, label: forged } } : record,
      ),
    );
    db.prepare('UPDATE chains SET label = ? WHERE label = ?').run(forged, 'A');
    db.close();
    const { lines, exitCode } = runVerify([path]);
    expect(lines.join('\n')).not.toContain('没有发现问题');
    expect(lines.filter((line) => /\p{Cc}/u.test(line))).toEqual([]);
    expect(lines.join('\n')).toContain('第一处问题：?#1（文件中第 1 条）：这条链不是由它自己的工作站开头的');
    expect(exitCode).toBe(1);
  });

  it('names a backup’s list as it is found on the stick', () => {
    const example = /backup:文件夹\/(\S+)/.exec(runVerify([]).lines.join('\n'))?.[1];
    const real = `${copyName(Date.UTC(2022, 10, 19, 0, 30), 57)}.json`;
    const [head = '', tail = ''] = example?.split('…') ?? [];
    expect(real.startsWith(head) && real.endsWith(tail)).toBe(true);
    expect(head.length * tail.length).toBeGreaterThan(0);
  });

  it('tells how it is written, and says why it cannot check what it cannot', () => {
    const nothing = join(tempDir(), 'nothing.journal');
    expect(npmRunVerify()).toMatchObject({ status: 2, stdout: expect.stringContaining('用法：npm run verify -- ') });
    for (const args of [
      ['--day', 'x'],
      ['a', 'b'],
      [nothing, '--anchor'],
    ]) {
      const { exitCode, lines } = runVerify(args);
      expect([exitCode, lines[0]], args.join(' ')).toEqual([2, expect.stringContaining('用法')]);
    }
    expect(runVerify([nothing])).toEqual({
      exitCode: 2,
      lines: [`文件：${nothing}`, '无法核对：没有这个文件（missing）。没有改动任何数据。'],
    });
    expect(runVerify([nothing, '--anchor', 'spoken:A#57:K7M2QU']).lines[0]).toBe(
      '锚点 spoken:A#57:K7M2QU：校验码是 6 位数字和字母（没有 I、L、O、U）。',
    );
  });
});
