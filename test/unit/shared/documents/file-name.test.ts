import { expect, it } from 'vitest';
import { paperFileName, siteSheetsFileName } from '../../../../shared/documents/file-name.ts';
import { as, type RoomNo } from '../../../../shared/ids.ts';

const ROOM = as<RoomNo>('001');

it('says in the name of a saved copy what it is, which copy, and that it is personal', () => {
  expect(paperFileName('sign-in-sheet', ROOM, { paper: 'theory', copy: 1 })).toBe(
    '考生签到表_考场001_理论考试_含个人信息.pdf',
  );
  expect(paperFileName('room-record', ROOM, { paper: 'practical', copy: 2 })).toBe(
    '考场情况记录单_考场001_实操考试_第2份_含个人信息.pdf',
  );
});

it('leaves the subject out where a paper belongs to none', () => {
  expect(paperFileName('room-record', ROOM, { paper: null, copy: 1 })).toBe('考场情况记录单_考场001_含个人信息.pdf');
});

it('names the sheets of all rooms by how many they are', () => {
  expect(siteSheetsFileName(12, 'theory')).toBe('考生签到表_12个考场_理论考试_含个人信息.pdf');
});
