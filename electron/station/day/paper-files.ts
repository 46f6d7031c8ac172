import { join } from 'node:path';
import type { IssuedPaper } from '../../../shared/domain/state.ts';
import type { DayId, DocumentId, RoomNo } from '../../../shared/ids.ts';

/** The folder of a day's issued papers, each sealed under the day key. */
export function papersDir(dataDir: string, day: DayId): string {
  return join(dataDir, 'papers', day);
}

/** Where one paper is kept. */
export function paperPath(dataDir: string, day: DayId, document: DocumentId): string {
  return join(papersDir(dataDir, day), `${document}.sealed`);
}

/** The name that a saved copy is offered under. A saved copy is plain: the name says so. */
export function documentFileName(room: RoomNo, paper: Pick<IssuedPaper, 'paper' | 'copy'>): string {
  const subject = paper.paper === 'practical' ? '实操' : '理论';
  const copy = paper.copy > 1 ? `_第${paper.copy}份` : '';
  return `考生签到表_考场${room}_${subject}${copy}_含个人信息.pdf`;
}
