import { describe, expect, it } from 'vitest';
import { buildCorrectionContent } from '../../../../shared/documents/correction.ts';
import { buildRoomRecordContent } from '../../../../shared/documents/room-record.ts';
import { buildViolationNoticeContent } from '../../../../shared/documents/violation-notice.ts';
import { as, type DocumentId } from '../../../../shared/ids.ts';
import { aCorrectionInput, aNoticeInput } from '../../../support/incident-papers.ts';
import { aRecordInput, aTime, shanghai } from '../../../support/room-record.ts';

describe('the content of 更正单', () => {
  it('[CP3] names what it corrects by number, digests and when it was sealed, and says why', () => {
    const { after, ...content } = buildCorrectionContent(aCorrectionInput());

    expect(content).toEqual({
      kind: 'correction',
      title: '更正单',
      exam: '2022年11月1+X Python程序开发职业技能等级证书考试',
      roomLabel: '考场',
      room: '001',
      place: '实训楼201机房',
      paper: '理论考试',
      facts: [
        { label: '更正的文书', value: '考场情况记录单 第 1 份' },
        { label: '封存时间', value: '2022-11-20 10:41:00' },
        { label: '封存记录', value: 'A#301' },
        { label: '提出更正', value: '10:55 李监考' },
      ],
      statements: [
        { label: '文书编号', value: '0123' },
        { label: '签署内容摘要', value: '3f2a91c077de0b12'.repeat(4) },
        { label: '首次封存文件（SHA-256）', value: '0123456789abcdef'.repeat(4) },
        { label: '更正原因', value: '17 号考生实际未到' },
        { label: '效力', value: '原件不改动，与本单一并保存；以下各项以本单为准，其余以原件为准' },
      ],
      differences: [],
      emptyText: '现在的记录与封存的内容没有不同。请先补录或撤销要更正的记录，再签署本单。',
      source: { roomNo: '001', paper: 'theory', kind: 'real' },
    });
    expect(after).toEqual(buildRoomRecordContent(aRecordInput()));
  });

  it('[CP3] lists what differs and the corrections before it', () => {
    const content = buildCorrectionContent(
      aCorrectionInput({
        earlier: [
          { document: as<DocumentId>('0455'), sealedAt: shanghai(10, 50) },
          { document: as<DocumentId>('0456'), sealedAt: shanghai(10, 52) },
        ],
        opened: { time: aTime(shanghai(10, 55)), by: ['李监考', '周巡'], why: '时间\n记错' },
        after: buildRoomRecordContent(aRecordInput({ actualEnd: aTime(shanghai(10, 31)) })),
      }),
    );

    expect(content.statements.slice(3, 5)).toEqual([
      { label: '此前更正', value: '2022-11-20 10:50:00 更正单 0455；2022-11-20 10:52:00 更正单 0456' },
      { label: '更正原因', value: '时间 记错' },
    ]);
    expect(content.facts[3]).toEqual({ label: '提出更正', value: '10:55 李监考、周巡' });
    expect(content.differences).toEqual([{ where: '表头', what: '实际结束', before: '10:30', after: '10:31' }]);
  });

  it('[CP3] says that the whole paper is void where what it is about was taken back', () => {
    const content = buildCorrectionContent(aCorrectionInput({ after: null }));

    expect(content.differences).toEqual([
      { where: '整份文书', what: '', before: '如原件', after: '所记事项已撤销，整份作废' },
    ]);
    expect([content.room, content.after]).toEqual(['001', null]);
    const notice = buildViolationNoticeContent(aNoticeInput());
    const { facts } = buildCorrectionContent(aCorrectionInput({ before: notice, after: null }));
    const number = notice.facts.find(({ label }) => label === '记录编号')?.value;
    expect(facts[0]).toEqual({ label: '更正的文书', value: `违规告知书 ${number} 第 1 份` });
  });
});
