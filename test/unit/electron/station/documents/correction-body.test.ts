import { expect, it } from 'vitest';
import { correctionBody } from '../../../../../electron/station/documents/correction-body.ts';
import type { Pen } from '../../../../../electron/station/documents/draw-text.ts';
import { buildCorrectionContent } from '../../../../../shared/documents/correction.ts';
import { buildIncidentReportContent } from '../../../../../shared/documents/incident-report.ts';
import { aCorrectionInput, aReportInput } from '../../../../support/incident-papers.ts';

const pen: Pen = { width: (text) => [...text].length * 8, line: () => 0 };

it('says its columns again on each page that its list goes on to', () => {
  const [before, after] = [37, 36].map((inRoom) => buildIncidentReportContent(aReportInput({ inRoom })));
  if (before === undefined || after === undefined) throw new Error('two reports');
  const content = buildCorrectionContent(aCorrectionInput({ before, after }));
  const { pieces } = correctionBody(content, pen);
  const rows = pieces.slice(-content.differences.length);
  expect(content.differences).not.toEqual([]);
  expect(rows.every(({ opening }) => opening !== null)).toBe(true);
});
